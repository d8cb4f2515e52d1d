import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ActRefused } from '../../client/act.ts';
import type { ExplainView, IndicatorView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Answer } from '../../parts/Answer.tsx';
import { BeginHere } from '../../parts/BeginHere.tsx';
import { Filters } from '../../parts/Filters.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { inputOf, type View } from '../../view.ts';
import { Breakdown } from './Breakdown.tsx';
import { CASES_PER_PAGE, Cases } from './Cases.tsx';
import { Definition } from './Definition.tsx';
import { Distribution } from './Distribution.tsx';
import { Facts } from './Facts.tsx';
import { OwnPast } from './OwnPast.tsx';
import { Provenance } from './Provenance.tsx';

/** Is it real, what exactly is counted, which cases. */
export const Indicator = () => {
  const { say } = useLanguage();
  const { metric } = useParams({ from: '/indicator/$metric' });
  const view: View = useSearch({ from: '/indicator/$metric' });
  const navigate = useNavigate({ from: '/indicator/$metric' });
  const [offset, setOffset] = useState(0);
  const { query, progress } = useAct<IndicatorView>('indicator', { metric, ...inputOf(view) });
  const indicator = query.data;
  const explained = useAct<ExplainView>(
    'explain',
    { metric, ...inputOf(view), period: indicator?.period, limit: CASES_PER_PAGE, offset },
    { enabled: indicator !== undefined && indicator.period !== null && indicator.current !== null },
  );
  if (!indicator) {
    return (
      <>
        <Crumb view={view} />
        <h1>{say('indicator.title')}</h1>
        {!query.isError && <Working what={say('indicator.working')} progress={progress} />}
        {query.isError &&
          (isNothingLoaded(query.error) ? (
            <BeginHere />
          ) : (
            <Trouble error={query.error} onAgain={() => void query.refetch()} />
          ))}
      </>
    );
  }
  const change = (next: Partial<View>) => {
    setOffset(0);
    void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false });
  };
  const again = () => {
    void query.refetch();
    void explained.query.refetch();
  };
  return (
    <div aria-busy={query.isFetching}>
      <Head indicator={indicator} view={view} />
      <Facts indicator={indicator} />
      <Filters
        view={view}
        by={indicator.by}
        period={indicator.period}
        periods={indicator.periods}
        options={indicator.options}
        onChange={change}
      />
      {query.isError && <Trouble error={query.error} onAgain={again} />}
      {query.isPlaceholderData && <Busy what={say('indicator.working')} progress={progress} />}
      <OwnPast indicator={indicator} view={view} onChanged={again} />
      <div className="two">
        <Definition indicator={indicator} explained={explained.query.data ?? null} view={view} />
        {indicator.distribution && <Distribution indicator={indicator} distribution={indicator.distribution} />}
      </div>
      {indicator.breakdowns.map((breakdown) => (
        <Breakdown key={breakdown.field} indicator={indicator} breakdown={breakdown} view={view} />
      ))}
      <Cases indicator={indicator} explained={explained} offset={offset} onPage={setOffset} />
      <Provenance indicator={indicator} explained={explained.query.data ?? null} onChanged={again} />
    </div>
  );
};

const isNothingLoaded = (error: unknown): boolean =>
  error instanceof ActRefused && error.view?.error.code === 'measure.noFacts';

const Crumb = ({ view, kpi }: { readonly view: View; readonly kpi?: IndicatorView['kpi'] }) => {
  const { say } = useLanguage();
  return (
    <p className="crumb">
      <Link to="/" search={view}>
        {say('nav.scoreboard')}
      </Link>
      {kpi && (
        <>
          <span aria-hidden="true">/</span> {say(`kpi.${kpi}`)}
        </>
      )}
    </p>
  );
};

const Head = ({ indicator, view }: { readonly indicator: IndicatorView; readonly view: View }) => {
  const { say, pick, format } = useLanguage();
  const { verdict, comparison, period } = indicator;
  const sentence = [
    `${say(`verdict.${verdict.kind}`)}. ${pick(verdict.reason)}`,
    comparison ? pick(comparison.sentence) : '',
  ].join(' ');
  return (
    <>
      <Crumb view={view} kpi={indicator.kpi} />
      <h1>
        {pick(indicator.name)}
        {period && `, ${format.period(period)}`}
      </h1>
      <Answer text={sentence.trim()} />
    </>
  );
};
