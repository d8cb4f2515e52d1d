import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ModelShowView, RevisionView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { newDraftOf } from '../model/modelActs.ts';
import { Crumb } from './Crumb.tsx';

type Item = RevisionView['items'][number];
/** In the order in which they are worth a talk. */
const CODES = ['gamed', 'unmeasured', 'noGoal', 'ceiling', 'tooNoisy', 'ignored'] as const;

/** What of a model to look at again, with the evidence, and when the next regular revision is due. */
export const Revision = () => {
  const { say, pick, format } = useLanguage();
  const { id } = useParams({ from: '/model/$id/revision' });
  const { query, progress } = useAct<RevisionView>('revision', { model: id });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const shown = current.data?.id === id ? current.data : null;
  const view = query.data?.model === id ? query.data : null;
  return (
    <div className="periods">
      <Crumb id={id} name={shown?.name} />
      <h1>{say('revision.title')}</h1>
      {!view && query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!view && !query.isError && <Working what={say('revision.working')} progress={progress} />}
      {view && (
        <>
          <p className="answer">{pick(view.answer)}</p>
          {view.due && (
            <p className={view.overdue ? 'w measure' : 'soft measure'}>
              {say(view.overdue ? 'revision.overdue' : 'revision.due', { day: format.day(view.due) })}
            </p>
          )}
          {shown && <NextDraft shown={shown} />}
          {CODES.map((code) => {
            const items = view.items.filter((item) => item.code === code);
            return items.length === 0 ? null : <Group key={code} code={code} items={items} shown={shown} model={id} />;
          })}
        </>
      )}
    </div>
  );
};

const Group = ({
  code,
  items,
  shown,
  model,
}: {
  readonly code: (typeof CODES)[number];
  readonly items: readonly Item[];
  readonly shown: ModelShowView | null;
  readonly model: string;
}) => {
  const { say, pick } = useLanguage();
  return (
    <section className="sec" aria-labelledby={`h-${code}`}>
      <header>
        <h2 id={`h-${code}`}>
          {say(`revision.code.${code}`)} <span className="mute">·{`\u00a0${items.length}`}</span>
        </h2>
        <p>{say(`revision.do.${code}`)}</p>
      </header>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say('period.indicator')}</th>
            <th scope="col">{say('revision.who')}</th>
            <th scope="col">{say('revision.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ indicator, name, words }) => (
            <tr key={indicator}>
              <th scope="row">
                <Link to="/model/$id" params={{ id: model }} search={{ indicator }}>
                  {pick(name)}
                </Link>
              </th>
              <Holder name={holderOf(shown, indicator)} />
              <td>{pick(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Holder = ({ name }: { readonly name: string | null }) => {
  const { say } = useLanguage();
  return (
    <td className={name === null ? 'blank' : undefined} data-l={say('revision.who')}>
      {name ?? '–'}
    </td>
  );
};

const holderOf = (shown: ModelShowView | null, indicator: string): string | null => {
  const owner = shown?.indicatorsResolved.find(({ id }) => id === indicator)?.owner;
  return shown?.positionsResolved.find(({ id }) => id === owner)?.name ?? null;
};

/** What is in force is revised as the next draft; a draft is simply edited. */
const NextDraft = ({ shown }: { readonly shown: ModelShowView }) => {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const drafting = useMutation({
    mutationFn: () => newDraftOf(shown.id),
    onSuccess: ({ id }) => void navigate({ to: '/model/$id', params: { id } }),
  });
  return (
    <>
      {drafting.isError && <Trouble error={drafting.error} />}
      <p className="acts noprint">
        {shown.editable ? (
          <Link className="btn main" to="/model/$id" params={{ id: shown.id }}>
            {say('revision.edit')}
          </Link>
        ) : (
          <button type="button" className="btn main" disabled={drafting.isPending} onClick={() => drafting.mutate()}>
            {say('revision.draft')}
          </button>
        )}
        <Link className="btn" to="/model/$id/periods" params={{ id: shown.id }}>
          {say('periods.title')}
        </Link>
      </p>
    </>
  );
};
