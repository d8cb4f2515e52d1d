import { type MetricSpec, normalise } from '#catalogue';
import { OUTCOME_CLASSES } from '#facts';
import type { Engine } from './measure.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { horizonOf } from './plan/horizon.ts';
import { type PlanPeriod, planMetric } from './plan/plan.ts';
import type { Scope } from './plan/scope.ts';
import { aggregate, column, equal, isNull, type Query } from './query.ts';

/** So many answers of one value to one question at one touchpoint. */
export interface AnswersAt {
  readonly touchpoint: string | null;
  readonly question: string;
  readonly value: number;
  readonly outcomeClass: string | null;
  readonly n: number;
}

/** Who is counted among answers is told by a metric, as everywhere (facts.md § 4). */
const ANSWERED = normalise({
  id: 'answers-at',
  kpi: 'effort',
  group: 'subjective',
  name: { ru: 'Ответы', en: 'Answers' },
  better: 'up',
  of: 'answer',
  where: { is: 'answered' },
  measure: { mean: { field: 'value' } },
  by: 'at',
  unit: 'count',
  levels: [],
  clients: ['citizen', 'organisation', 'internal'],
  roll: 'weightedParts',
  counter: [],
} satisfies MetricSpec);

/** Answers of a stretch of time by touchpoint and question. Numbers of people: what is shown of them must be hidden
 *  where it is small. */
export async function answersAt(
  { period, scope }: { readonly period: PlanPeriod; readonly scope: Scope },
  facts: FactKnowledge,
  engine: Engine,
): Promise<readonly AnswersAt[]> {
  if (period.from >= horizonOf(ANSWERED, facts)) return [];
  const plan = planMetric({ metric: ANSWERED, periods: [period], scope, split: null }, facts);
  const a = (name: string) => column('a', name);
  const by = [a('touchpoint'), a('question'), a('value'), a('outcomeClass')];
  const last: Query = {
    columns: [
      ['touchpoint', by[0]!],
      ['question', by[1]!],
      ['value', by[2]!],
      ['outcomeClass', by[3]!],
      ['n', aggregate('count')],
    ],
    from: plan.judged,
    as: 'j',
    joins: [{ kind: 'inner', table: 'answer_row', as: 'a', on: equal({ kind: 'rowId', of: 'a' }, column('j', 'k')) }],
    where: isNull(column('j', 'why')),
    groupBy: by,
  };
  type Row = { touchpoint: number | null; question: number; value: number; outcomeClass: number | null; n: number };
  return (await engine.rows<Row>(engine.print(plan.steps, last))).map(({ value, n, ...row }) => ({
    touchpoint: row.touchpoint === null ? null : facts.textOf(row.touchpoint),
    question: facts.textOf(row.question) ?? '',
    value,
    outcomeClass: row.outcomeClass === null ? null : (OUTCOME_CLASSES[row.outcomeClass - 1] ?? null),
    n,
  }));
}
