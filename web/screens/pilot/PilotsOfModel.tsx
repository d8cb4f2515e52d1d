import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { act } from '../../client/act.ts';
import type { ModelShowView, PilotsView, PilotView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { SelectField, TextField } from '../model/Fields.tsx';

/** The pilots of a model, newest first, and the beginning of a new one. */
export const PilotsOfModel = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/model/$id/pilot' });
  const { query } = useAct<PilotsView>('pilots', { model: id });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const shown = current.data?.id === id ? current.data : null;
  const known = query.data?.pilots.every(({ pilot }) => pilot.model === id) ? query.data : null;
  const ready = shown !== null && known !== null && !query.isPlaceholderData;
  return (
    <div className="pilots">
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/model/$id" params={{ id }}>
          {shown?.name ?? id}
        </Link>
      </p>
      <h1>{say('pilots.title')}</h1>
      {current.isError && <Trouble error={current.error} onAgain={() => void current.refetch()} />}
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!ready && !query.isError && !current.isError && <Working what={say('pilots.working')} progress={null} />}
      {ready && (
        <>
          <p className="answer">{answerOf(known.pilots, shown, say)}</p>
          {known.pilots.length > 0 && <List pilots={known.pilots} />}
          <section className="sec" aria-labelledby="h-start">
            <header>
              <h2 id="h-start">{say('pilots.start')}</h2>
              <p>{say('pilots.startWhy', { version: shown.version })}</p>
            </header>
            <Start shown={shown} offered={known.offered} />
          </section>
          <p className="foot">
            <Link to="/recommendations">{say('recs.title')}</Link>
          </p>
        </>
      )}
    </div>
  );
};

const canBegin = ({ state }: ModelShowView): boolean => state === 'draft' || state === 'pilot';

const answerOf = (
  pilots: readonly PilotView[],
  shown: ModelShowView,
  say: ReturnType<typeof useLanguage>['say'],
): string => {
  const [only] = pilots;
  if (only && pilots.length === 1) return say(`pilots.answerOne.${only.pilot.state}`);
  const running = pilots.filter(({ pilot }) => pilot.state === 'running').length;
  if (pilots.length > 0) return say('pilots.answer', { count: pilots.length, running });
  return canBegin(shown)
    ? say('pilots.answerNone')
    : say('pilots.answerNoneClosed', { state: say(`model.state.${shown.state}`) });
};

const List = ({ pilots }: { readonly pilots: readonly PilotView[] }) => {
  const { say, format } = useLanguage();
  return (
    <section className="sec first" aria-label={say('pilots.list')}>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say('pilots.name')}</th>
            <th scope="col">{say('pilots.months')}</th>
            <th scope="col">{say('pilots.state')}</th>
            <th scope="col" className="num">
              {say('pilots.voices')}
            </th>
            <th scope="col" className="num">
              {say('pilots.decided')}
            </th>
            <th scope="col">{say('pilots.saved')}</th>
          </tr>
        </thead>
        <tbody>
          {pilots.map(({ pilot, savedAt }) => (
            <tr key={pilot.id}>
              <th scope="row">
                <Link to="/pilot/$id" params={{ id: pilot.id }}>
                  {pilot.name}
                </Link>
              </th>
              <td>{monthsOf(pilot, format)}</td>
              <td>{say(`pilots.state.${pilot.state}`)}</td>
              <td className="num" data-l={say('pilots.voices')}>
                {format.number(pilot.voices.length)}
              </td>
              <td className="num" data-l={say('pilots.decided')}>
                {format.number(pilot.decisions.length)}
              </td>
              <td data-l={say('pilots.saved')}>{format.day(savedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const monthsOf = (
  { from, to }: Pick<PilotView['pilot'], 'from' | 'to'>,
  format: ReturnType<typeof useLanguage>['format'],
): string => `${format.period(from)}\u00a0— ${format.period(to)}`;

const Start = ({ shown, offered }: { readonly shown: ModelShowView; readonly offered: PilotsView['offered'] }) => {
  const { say } = useLanguage();
  if (!canBegin(shown))
    return (
      <div className="state">
        <p>{say('pilots.notDraft', { state: say(`model.state.${shown.state}`) })}</p>
        <p className="acts">
          <Link className="btn" to="/model/$id" params={{ id: shown.id }}>
            {say('pilots.toModel')}
          </Link>
        </p>
      </div>
    );
  if (!offered)
    return (
      <div className="state">
        <p>{say('pilots.noFacts')}</p>
        <p className="acts">
          <Link className="btn main" to="/data">
            {say('pilots.toData')}
          </Link>
        </p>
      </div>
    );
  return <StartForm model={shown.id} offered={offered} />;
};

const StartForm = ({
  model,
  offered,
}: {
  readonly model: string;
  readonly offered: NonNullable<PilotsView['offered']>;
}) => {
  const { say, format } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [from, setFrom] = useState(offered.from);
  const [to, setTo] = useState(offered.to);
  const [name, setName] = useState<string | null>(null);
  const usual = say('pilots.usualName', { from: format.period(from), to: format.period(to) });
  const starting = useMutation({
    mutationFn: () => act<PilotView>('startPilot', { model, name: (name ?? usual).trim(), from, to }),
    onSuccess: async ({ pilot }) => {
      await queries.invalidateQueries({ queryKey: ['pilots'] });
      await navigate({ to: '/pilot/$id', params: { id: pilot.id } });
    },
  });
  const months = offered.months.map((value) => ({ value, label: format.period(value) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    starting.mutate();
  };
  return (
    <form className="form startpilot" onSubmit={submit}>
      <TextField label={say('pilots.startName')} value={name ?? usual} required maxLength={200} onChange={setName} />
      <div className="pairs">
        <SelectField
          label={say('pilots.from')}
          value={from}
          options={months}
          onChange={(month) => setFrom(month ?? from)}
        />
        <SelectField
          label={say('pilots.to')}
          value={to}
          options={months}
          hint={say('pilots.toWhy')}
          onChange={(month) => setTo(month ?? to)}
        />
      </div>
      {starting.isError && <Trouble error={starting.error} />}
      <p className="acts">
        <button type="submit" className="btn main" disabled={starting.isPending}>
          {say('pilots.startDo')}
        </button>
      </p>
    </form>
  );
};
