import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { JourneysView, ModelSavedView, ModelSummary, ModelsView, StartersView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { freeIn } from './edits.ts';
import { SelectField, TextField } from './Fields.tsx';
import { applyStarter, importModel, newestOf, removeModel } from './modelActs.ts';
import { idFrom } from './words.ts';

type Starter = StartersView['starters'][number];
/** What a new model begins with. */
type Begin = { readonly of: 'empty' } | { readonly of: 'starter'; readonly starter: Starter };

/** Models by name; how to begin one. */
export const Models = () => {
  const { say, pick } = useLanguage();
  const { query } = useAct<ModelsView>('models', {});
  const { query: starters } = useAct<StartersView>('startersList', {});
  const [begin, setBegin] = useState<Begin | null>(null);
  const models = query.data?.models;
  const inForce = models?.filter(({ today }) => today === 'inForce').length ?? 0;
  return (
    <div className="models">
      <p className="crumb">{say('models.crumb')}</p>
      <h1>{say('models.title')}</h1>
      <p className="answer">
        {models?.length === 0 && say('models.answerEmpty')}
        {models && models.length > 0 && say('models.answer', { count: models.length, inForce })}
      </p>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Working what={say('models.working')} progress={null} />}
      {models && models.length > 0 && <List models={models} due={query.data?.due ?? {}} />}
      <section className="sec" aria-labelledby="h-begin">
        <header>
          <h2 id="h-begin">{say('models.begin')}</h2>
          <p>{say('models.beginWhy')}</p>
          <div className="do">
            <button type="button" className="plain" onClick={() => setBegin({ of: 'empty' })}>
              {say('models.empty')}
            </button>
            <FromFile />
          </div>
        </header>
        {starters.data && (
          <ul className="rollouts">
            {starters.data.rollouts.map(({ kind, recommended, why }) => (
              <li key={kind}>
                {recommended && <b>{say('rollout.recommended')}</b>} {pick(why)}
              </li>
            ))}
          </ul>
        )}
        {starters.isError && <Trouble error={starters.error} onAgain={() => void starters.refetch()} />}
        <ul className="starters">
          {starters.data?.starters.map((starter) => (
            <StarterItem key={starter.id} starter={starter} onChoose={() => setBegin({ of: 'starter', starter })} />
          ))}
        </ul>
      </section>
      <p className="foot">
        <Link to="/recommendations">{say('recs.title')}</Link> <Link to="/metrics">{say('metrics.title')}</Link>
      </p>
      {begin && <BeginDialog begin={begin} models={models ?? []} onClose={() => setBegin(null)} />}
    </div>
  );
};

/** What of a model in force waits for people. */
const Due = ({ id, due }: { readonly id: string; readonly due: ModelsView['due'][string] | undefined }) => {
  const { say, format } = useLanguage();
  if (!due) return null;
  return (
    <ul className="due tiny">
      {due.periods > 0 && (
        <li>
          <Link to="/model/$id/periods" params={{ id }}>
            {say('periods.waiting', { count: due.periods })}
          </Link>
        </li>
      )}
      <li className={due.overdue ? 'w' : undefined}>
        <Link to="/model/$id/revision" params={{ id }}>
          {due.overdue ? say('revision.overdueShort') : say('revision.dueSoon', { day: format.day(due.revision) })}
        </Link>
      </li>
    </ul>
  );
};

const List = ({ models, due }: Pick<ModelsView, 'models' | 'due'>) => {
  const { say, format } = useLanguage();
  const [removing, setRemoving] = useState<ModelSummary | null>(null);
  return (
    <section className="sec first" aria-label={say('models.list')}>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say('models.name')}</th>
            <th scope="col">{say('models.state')}</th>
            <th scope="col">{say('models.order')}</th>
            <th scope="col" className="num">
              {say('models.positions')}
            </th>
            <th scope="col" className="num">
              {say('models.indicators')}
            </th>
            <th scope="col">{say('models.saved')}</th>
            <th scope="col">
              <span className="sr">{say('models.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...models]
            .sort((a, b) => format.compare(a.name, b.name))
            .map((model) => (
              <tr key={model.id}>
                <th scope="row">
                  <Link to="/model/$id" params={{ id: model.id }}>
                    {model.name}
                  </Link>
                </th>
                <td>
                  {model.today === 'waits' && model.inForceFrom
                    ? say('models.waits', { day: format.day(model.inForceFrom) })
                    : say(`model.state.${model.today}`)}
                  {model.today === 'inForce' && model.inForceTo && (
                    <span className="mute"> {say('models.until', { day: format.day(model.inForceTo) })}</span>
                  )}
                  <Due id={model.id} due={due[model.id]} />
                </td>
                <td>
                  {model.inForceFrom
                    ? say('models.since', { day: format.day(model.inForceFrom), order: model.order?.number ?? '—' })
                    : '—'}
                </td>
                <td className="num" data-l={say('models.positions')}>
                  {format.number(model.positions)}
                </td>
                <td className="num" data-l={say('models.indicators')}>
                  {format.number(model.indicators)}
                </td>
                <td data-l={say('models.saved')}>{format.day(model.savedAt)}</td>
                <td className="num">
                  {model.state === 'draft' && (
                    <button
                      type="button"
                      className="plain"
                      aria-label={say('models.removeNamed', { name: model.name })}
                      onClick={() => setRemoving(model)}
                    >
                      {say('models.remove')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {removing && <ConfirmRemove model={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
};

const ConfirmRemove = ({ model, onClose }: { readonly model: ModelSummary; readonly onClose: () => void }) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeModel(model.id, model.version),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['models'] });
      onClose();
    },
  });
  return (
    <Dialog title={say('models.removeTitle', { name: model.name })} onClose={onClose}>
      <p>{say('models.removeWhat')}</p>
      {removing.isError && <Trouble error={removing.error} />}
      <p className="acts after">
        <button type="button" className="btn main" disabled={removing.isPending} onClick={() => removing.mutate()}>
          {say('models.removeDo')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {say('app.cancel')}
        </button>
      </p>
    </Dialog>
  );
};

const StarterItem = ({ starter, onChoose }: { readonly starter: Starter; readonly onChoose: () => void }) => {
  const { say, pick } = useLanguage();
  const names = (list: readonly { readonly name: { ru: string; en: string } }[]) =>
    list.map(({ name }) => pick(name)).join(', ');
  return (
    <li>
      <h3>{pick(starter.name)}</h3>
      <p className="small soft">{pick(starter.goal)}</p>
      <p className="tiny">
        {say('starter.inside', {
          body: starter.body.length,
          watch: starter.watch.length,
          positions: starter.positions.length,
        })}
      </p>
      <details>
        <summary>
          {say('starter.open')}
          <span className="sr">: {pick(starter.name)}</span>
        </summary>
        <p className="small">
          <b>{say('starter.body')}</b> {names(starter.body)}
        </p>
        <ul className="small">
          {starter.positions.map((position) => (
            <li key={position.name.en}>
              <b>{pick(position.name)}:</b> {names(position.metrics)}
            </li>
          ))}
        </ul>
      </details>
      <p className="acts">
        <button
          type="button"
          className="btn"
          aria-label={say('starter.takeNamed', { name: pick(starter.name) })}
          onClick={onChoose}
        >
          {say('starter.take')}
        </button>
      </p>
    </li>
  );
};

const BeginDialog = ({
  begin,
  models,
  onClose,
}: {
  readonly begin: Begin;
  readonly models: readonly ModelSummary[];
  readonly onClose: () => void;
}) => {
  const { say, pick } = useLanguage();
  const { query: journeys } = useAct<JourneysView>('journeys', {});
  const [name, setName] = useState(begin.of === 'starter' ? pick(begin.starter.name) : '');
  const [journey, setJourney] = useState<string | null>(null);
  const beginning = useOpening(async () => {
    const id = freeIn(new Set(models.map((model) => model.id)), idFrom(name));
    const given = { id, name: name.trim(), journey };
    return begin.of === 'starter'
      ? applyStarter({ starter: begin.starter.id, ...given })
      : importModel({ format: FORMAT, ...given }, (await newestOf(id)).version);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    beginning.mutate();
  };
  const drawn = journeys.data?.journeys ?? [];
  return (
    <Dialog title={say(begin.of === 'starter' ? 'begin.starter' : 'begin.empty')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <TextField label={say('begin.name')} value={name} required maxLength={300} onChange={setName} />
        <SelectField
          label={say('begin.journey')}
          value={journey}
          none={say('begin.wholeBody')}
          options={drawn.map(({ id, name: label }) => ({ value: id, label }))}
          hint={say(drawn.length === 0 ? 'begin.noJourneys' : 'begin.journeyWhy')}
          onChange={setJourney}
        />
        {beginning.isError && <Trouble error={beginning.error} />}
        <p className="acts">
          <button type="submit" className="btn main" disabled={beginning.isPending}>
            {say('begin.do')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

const FORMAT = 'luchshe-model/1';

/** A model of another body, as it exported it. */
const FromFile = () => {
  const { say } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const [known, setKnown] = useState<{ readonly model: unknown; readonly id: string; readonly version: number } | null>(
    null,
  );
  const taking = useOpening(({ model, version }: { readonly model: unknown; readonly version: number }) =>
    importModel(model, version),
  );
  const read = async (file: File) => {
    setBroken(null);
    taking.reset();
    let model: unknown;
    try {
      model = JSON.parse(await file.text());
    } catch {
      return setBroken(say('models.notJson', { file: file.name }));
    }
    const id = idOf(model);
    const newest = id === null ? { version: 0, stands: false } : await newestOf(id).catch(() => NONE);
    if (newest.stands && id !== null) setKnown({ model, id, version: newest.version });
    else taking.mutate({ model, version: newest.version });
  };
  return (
    <>
      <button type="button" className="plain" disabled={taking.isPending} onClick={() => input.current?.click()}>
        {say('models.fromFile')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={say('models.fromFile')}
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void read(chosen);
          event.target.value = '';
        }}
      />
      {broken !== null && (
        <p className="state err" role="alert">
          {broken}
        </p>
      )}
      {taking.isError && <Trouble error={taking.error} />}
      {known && (
        <Dialog title={say('models.replaceTitle')} onClose={() => setKnown(null)}>
          <p>{say('models.replaceWhat', { id: known.id, version: known.version })}</p>
          <p className="acts after">
            <button
              type="button"
              className="btn main"
              onClick={() => {
                setKnown(null);
                taking.mutate(known);
              }}
            >
              {say('models.replaceDo')}
            </button>
            <button type="button" className="btn" onClick={() => setKnown(null)}>
              {say('app.cancel')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
};

const NONE = { version: 0, stands: false } as const;

const idOf = (model: unknown): string | null =>
  typeof model === 'object' && model !== null && 'id' in model && typeof model.id === 'string' ? model.id : null;

/** A deed that makes a model, and the way to its page. */
const useOpening = <Given = void>(deed: (given: Given) => Promise<ModelSavedView>) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: deed,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['models'] });
      await navigate({ to: '/model/$id', params: { id } });
    },
  });
};
