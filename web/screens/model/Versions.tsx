import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { FigureShort, ModelComparisonView, ModelShowView, ModelVersionsView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Changed } from './Changed.tsx';
import { SelectField } from './Fields.tsx';
import { exportModel, undoModel } from './modelActs.ts';
import { useMetrics } from './useMetrics.ts';
import { callerOf, namerOf } from './words.ts';

/** Versions of a model, what changed between two of them, and what it does to figures. */
export const Versions = () => {
  const { say, sayCode, format } = useLanguage();
  const { id } = useParams({ from: '/model/$id/versions' });
  const { query } = useAct<ModelVersionsView>('modelVersions', { id });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const versions = query.data?.id === id ? query.data.versions : null;
  const follows = current.data?.id === id ? current.data.follows : null;
  const newest = versions?.[0]?.version;
  const [after, setAfter] = useState<string | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const earlier = before ?? (follows ? FOLLOWED : newest && newest > 1 ? String(newest - 1) : null);
  const later = after ?? (newest ? String(newest) : null);
  const options = (versions ?? [])
    .filter(({ stands }) => stands)
    .map(({ version, savedAt }) => ({
      value: String(version),
      label: say('versions.option', { version, day: format.day(savedAt) }),
    }));
  return (
    <div className="versions">
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/model/$id" params={{ id }}>
          {current.data?.name ?? id}
        </Link>
      </p>
      <h1>{say('versions.title')}</h1>
      <p className="answer">{versions && say('versions.answer', { count: versions.length })}</p>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Working what={say('versions.working')} progress={null} />}
      <section className="sec" aria-labelledby="h-compare">
        <header>
          <h2 id="h-compare">{say('compare.title')}</h2>
          <p>{say('compare.why')}</p>
        </header>
        <div className="filters">
          <SelectField
            label={say('compare.before')}
            value={earlier}
            options={[...(follows ? [{ value: FOLLOWED, label: say('compare.followed') }] : []), ...options]}
            onChange={setBefore}
          />
          <SelectField label={say('compare.after')} value={later} options={options} onChange={setAfter} />
        </div>
        {earlier === null || later === null ? (
          <p className="state">{say('compare.one')}</p>
        ) : (
          <Comparison
            before={earlier === FOLLOWED && follows ? { id: follows } : { id, version: Number(earlier) }}
            after={{ id, version: Number(later) }}
          />
        )}
      </section>
      {versions && newest && (
        <section className="sec" aria-labelledby="h-versions">
          <header>
            <h2 id="h-versions">{say('versions.all')}</h2>
            <p>{say('versions.why')}</p>
            <p className="do">
              <Download id={id} />
            </p>
          </header>
          <table className="stack">
            <thead>
              <tr>
                <th scope="col">{say('versions.version')}</th>
                <th scope="col">{say('models.saved')}</th>
                <th scope="col">{say('versions.actor')}</th>
                <th scope="col">{say('models.state')}</th>
                <th scope="col">
                  <span className="sr">{say('versions.back')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <tr key={version.version}>
                  <th scope="row">{say('versions.no', { version: version.version })}</th>
                  <td>{format.moment(version.savedAt)}</td>
                  <td>{sayCode('actor', version.actor)}</td>
                  <td>{version.stands ? say(`model.state.${version.state}`) : say('versions.removed')}</td>
                  <td className="num">
                    {version.version !== newest && version.stands && current.data?.editable && (
                      <BackTo id={id} newest={newest} to={version.version} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
};

/** Stands for the model that this one follows. */
const FOLLOWED = 'followed';

const BackTo = ({ id, newest, to }: { readonly id: string; readonly newest: number; readonly to: number }) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const going = useMutation({
    mutationFn: () => undoModel(id, newest, to),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/model/$id', params: { id } });
    },
  });
  return (
    <>
      <button
        type="button"
        className="plain"
        disabled={going.isPending}
        aria-label={say('versions.backTo', { version: to })}
        onClick={() => going.mutate()}
      >
        {say('versions.back')}
      </button>
      {going.isError && <Trouble error={going.error} />}
    </>
  );
};

/** The model as JSON: it imports back unchanged, here or at another body. */
const Download = ({ id }: { readonly id: string }) => {
  const { say } = useLanguage();
  const taking = useMutation({
    mutationFn: () => exportModel(id),
    onSuccess: (model) => {
      const address = URL.createObjectURL(
        new Blob([`${JSON.stringify(model, null, 2)}\n`], { type: 'application/json' }),
      );
      const link = document.createElement('a');
      link.href = address;
      link.download = `${id}.json`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <>
      <button type="button" className="plain" disabled={taking.isPending} onClick={() => taking.mutate()}>
        {say('versions.json')}
      </button>
      {taking.isError && <Trouble error={taking.error} />}
    </>
  );
};

type At = { readonly id: string; readonly version?: number };

const Comparison = ({ before, after }: { readonly before: At; readonly after: At }) => {
  const language = useLanguage();
  const { say } = language;
  const { query, progress } = useAct<ModelComparisonView>('compareModels', { before, after });
  const { query: old } = useAct<ModelShowView>('modelShow', before);
  const { query: young } = useAct<ModelShowView>('modelShow', after);
  const metrics = useMetrics();
  const called = useMemo(
    () =>
      callerOf(
        [young.data, old.data].flatMap((shown) => (shown ? [shown.model] : [])),
        namerOf(metrics.map ?? new Map(), language),
      ),
    [young.data, old.data, metrics.map, language],
  );
  if (query.isError) return <Trouble error={query.error} onAgain={() => void query.refetch()} />;
  if (!query.data) return <Working what={say('compare.working')} progress={progress} />;
  return (
    <div aria-busy={query.isFetching ? 'true' : undefined}>
      <Changed comparison={query.data} called={called} />
      <Figures comparison={query.data} called={called} />
    </div>
  );
};

const Figures = ({
  comparison: { figures },
  called,
}: {
  readonly comparison: ModelComparisonView;
  readonly called: (id: string) => string | null;
}) => {
  const { say, format } = useLanguage();
  if (figures === null) return <p className="small soft">{say('compare.noFigures')}</p>;
  if (figures.rows.length === 0) return <p className="small soft">{say('compare.figuresSame')}</p>;
  return (
    <>
      <h3 className="after">{say('compare.figures', { period: format.period(figures.period) })}</h3>
      <Scroll label={say('compare.figuresShort')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('cards.indicator')}</th>
              <th scope="col" className="num">
                {say('compare.before')}
              </th>
              <th scope="col" className="num">
                {say('compare.after')}
              </th>
              <th scope="col">{say('compare.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{called(row.id) ?? row.name}</th>
                <td className="num">
                  <Short figure={row.before} />
                </td>
                <td className="num">
                  <Short figure={row.after} />
                </td>
                <td>{say(row.same ? 'compare.countedSame' : 'compare.countedOther')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
};

const Short = ({ figure }: { readonly figure: FigureShort | null }) => {
  const { say, sayCode, format } = useLanguage();
  if (figure === null) return <>—</>;
  if (figure.value === null) return <span className="mute">{sayCode('state', figure.state)}</span>;
  const decimals = decimalsFor(figure.unit, figure.interval);
  return (
    <>
      {format.value(figure.value, figure.unit, decimals)}
      <span className="tiny">
        {' '}
        {figure.interval && format.range(figure.interval[0], figure.interval[1], decimals)}
        {figure.n !== null && ` ${say('figure.n', { n: format.number(figure.n) })}`}
      </span>
    </>
  );
};
