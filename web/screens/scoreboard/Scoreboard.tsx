import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ScoreboardView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Answer } from '../../parts/Answer.tsx';
import { BeginHere } from '../../parts/BeginHere.tsx';
import { Filters } from '../../parts/Filters.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { inputOf, type View } from '../../view.ts';
import { KpiRow } from './KpiRow.tsx';
import { Overview } from './Overview.tsx';
import { SignKey } from './SignKey.tsx';

/** Which of five KPIs got better or worse, and do deeds and words part ways. */
export const Scoreboard = () => {
  const { say } = useLanguage();
  const view: View = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const { query, progress } = useAct<ScoreboardView>('scoreboard', inputOf(view));
  const board = query.data;
  if (!board) {
    return (
      <>
        <p className="crumb">{say('board.crumb')}</p>
        <h1>{say('board.title')}</h1>
        {query.isError ? (
          <Trouble error={query.error} onAgain={() => void query.refetch()} />
        ) : (
          <Working what={say('board.working')} progress={progress} />
        )}
      </>
    );
  }
  if (board.empty)
    return (
      <NothingYet trouble={query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />} />
    );
  return (
    <div aria-busy={query.isFetching}>
      <Lead board={board} />
      <Filters
        view={view}
        by={board.by}
        period={board.period}
        periods={board.periods}
        options={board.options}
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })}
      />
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPlaceholderData ? <Busy what={say('board.working')} progress={progress} /> : <SignKey />}
      {board.kpis.map((kpi) => (
        <KpiRow key={kpi.kpi} kpi={kpi} view={view} />
      ))}
      <Foot board={board} />
    </div>
  );
};

const Lead = ({ board }: { readonly board: ScoreboardView }) => {
  const { say, pick, format } = useLanguage();
  return (
    <>
      <p className="crumb">
        <ScopeWords board={board} />
      </p>
      <div className="lead">
        <div>
          <h1>{board.period ? say('board.titleOf', { period: format.period(board.period) }) : say('board.title')}</h1>
          <Answer text={pick(board.answer)} />
        </div>
        <Overview kpis={board.kpis} />
      </div>
    </>
  );
};

const ScopeWords = ({ board }: { readonly board: ScoreboardView }) => {
  const { say, sayCode } = useLanguage();
  const named = (field: 'unit' | 'service' | 'clientStatus', all: string): string => {
    const value = board.scope[field];
    if (typeof value !== 'string') return all;
    if (field === 'clientStatus') return sayCode('status', value);
    return board.options[field].find((option) => option.value === value)?.label ?? value;
  };
  return (
    <>
      {named('unit', say('filter.allUnits'))} <span aria-hidden="true">·</span>{' '}
      {named('service', say('filter.allServices'))} <span aria-hidden="true">·</span>{' '}
      {named('clientStatus', say('filter.allStatuses'))}
    </>
  );
};

const Foot = ({ board }: { readonly board: ScoreboardView }) => {
  const { say, format } = useLanguage();
  const { judged, marked, byChance } = board.marks;
  return (
    <p className="foot">
      <span>{say('board.marks', { judged, marked, byChance: format.number(byChance, byChance < 10 ? 1 : 0) })}</span>
      {board.horizon && <span>{say('board.horizon', { day: format.day(board.horizon) })}</span>}
    </p>
  );
};

const NothingYet = ({ trouble }: { readonly trouble: ReactNode }) => {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say('board.title')}</h1>
      {trouble || <BeginHere />}
    </>
  );
};
