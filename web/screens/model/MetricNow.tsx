import { Link } from '@tanstack/react-router';
import type { IndicatorView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { whyNoValue } from '../../parts/FigureValue.tsx';
import { Busy } from '../../parts/States.tsx';
import { Verdict } from '../../parts/Verdict.tsx';
import type { Indicator } from './layout.ts';

/** The metric at that place on the facts as they are. Null: still being asked, or there is nothing to ask of. */
export const useMetricNow = (metric: string | null, place: Indicator['place'], by: Indicator['period']) =>
  useAct<IndicatorView>('indicator', { metric, by, scope: scopeOf(place) }, { enabled: metric !== null });

/** What exactly is counted, in one sentence made from the record, and what it gives now. */
export const MetricNow = ({
  now,
  metric,
  place,
}: {
  readonly now: ReturnType<typeof useMetricNow>;
  readonly metric: string;
  readonly place: Indicator['place'];
}) => {
  const { say, pick, format } = useLanguage();
  const { query, progress } = now;
  const shown = query.data?.metric === metric ? query.data : null;
  if (query.isError) return <p className="small soft">{say('now.none')}</p>;
  if (!shown) return <Busy what={say('now.working')} progress={progress} />;
  const figure = shown.current;
  const decimals = figure ? decimalsFor(figure.unit, figure.interval) : 0;
  return (
    <div className="now" aria-busy={query.isFetching ? 'true' : undefined}>
      <p>{pick(shown.definition)}</p>
      <p className="small">
        {figure && figure.value !== null && shown.period ? (
          <>
            <b>{format.value(figure.value, figure.unit, decimals)}</b>{' '}
            {say('now.at', { period: format.period(shown.period) })}
            {figure.interval && `, ${format.range(figure.interval[0], figure.interval[1], decimals)}`}
            {figure.n !== null && `, ${say('figure.n', { n: format.number(figure.n) })}`}.{' '}
          </>
        ) : (
          <>{say(whyNoValue(shown, figure))} </>
        )}
        <Link to="/indicator/$metric" params={{ metric }}>
          {say('now.more')}
        </Link>
      </p>
      {figure && figure.value !== null && <Verdict verdict={shown.verdict} />}
      {(place.position !== null || place.journey !== null || place.body !== null) && (
        <p className="tiny">{say('now.place')}</p>
      )}
    </div>
  );
};

/** What of a place the facts can be cut to without knowing the model; position and journey are cut by the checks. */
const scopeOf = ({ unit, service, touchpoint, clientStatus }: Indicator['place']): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ unit, service, touchpoint, clientStatus }).filter(
      (entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== null,
    ),
  );
