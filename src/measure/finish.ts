import type { Metric } from '#catalogue';
import { type Figure, type Found, found, NO_SUMS } from './figure.ts';
import type { Group } from './groups.ts';
import type { PlanPeriod } from './plan/plan.ts';
import type { Scope } from './plan/scope.ts';

export interface Finishing {
  readonly scope: Scope;
  readonly split: string | null;
  readonly settled: boolean;
  readonly batches: readonly string[];
}

interface Draft {
  readonly key: string | null;
  readonly name: string;
  readonly n: number;
  /** The n that small numbers look at. */
  readonly small: number;
  readonly result: Found | null;
  readonly group?: string | null;
  readonly leftOut: Group['leftOut'];
}

/** Figures of one period: small numbers hidden, states told (facts.md § 4, Small numbers, States). */
export function finish(
  metric: Metric,
  period: PlanPeriod,
  groups: ReadonlyMap<string, Group>,
  { scope, split, settled, batches }: Finishing,
): readonly Figure[] {
  const drafts = [...groups].map(([name, group]) => draftOf(metric, name, group));
  const hidden = split !== null ? complementary(metric, drafts) : null;
  return drafts.map((draft): Figure => {
    const { negative = 0, unrecorded = 0, null: nulls = 0 } = draft.leftOut;
    const used = usedOf(groups.get(draft.name)!);
    const all = used + negative + unrecorded + nulls;
    const base = {
      metric: metric.id,
      period: period.name,
      scope: { ...shortened(scope), ...(split === null ? {} : { [split]: draft.key }) },
      unit: metric.unit,
      spec: metric.hash,
      batches,
    };
    const nothing = {
      value: null,
      n: null,
      numerator: null,
      denominator: null,
      interval: null,
      intervalMethod: null,
      judged: false,
    };
    const coverage = all === 0 ? null : used / all;
    if (used === 0 && unrecorded > 0)
      return { ...base, ...nothing, leftOut: draft.leftOut, coverage, state: 'unmeasured' };
    if (draft.name === hidden)
      return { ...base, ...nothing, leftOut: {}, coverage: null, state: 'tooFew', hidden: 'complementary' };
    if (draft.small < metric.min.show || draft.result === null)
      return { ...base, ...nothing, leftOut: {}, coverage: null, state: 'tooFew' };
    const { value, numerator, denominator, interval, method } = draft.result;
    return {
      ...base,
      value,
      n: draft.n,
      numerator,
      denominator,
      interval,
      intervalMethod: method,
      leftOut: draft.leftOut,
      coverage,
      state: settled ? 'final' : 'preliminary',
      judged: draft.n >= metric.min.judge,
      ...(draft.group === undefined ? {} : { group: draft.group }),
    };
  });
}

const shortened = (scope: Scope): Figure['scope'] =>
  Object.fromEntries(Object.entries(scope).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));

const usedOf = (group: Group): number => [...group.used.values()].reduce((sum, sums) => sum + sums.n, 0);

function draftOf(metric: Metric, name: string, group: Group): Draft {
  const { measure, unit } = metric;
  const base = { key: group.key, name, leftOut: group.leftOut };
  if (measure.kind !== 'worst') {
    const sums = group.used.get('') ?? NO_SUMS;
    return { ...base, n: sums.n, small: sums.n, result: found(measure, unit, sums) };
  }
  const sign = metric.better === 'up' ? 1 : -1;
  const parts = [...group.used].map(([of, sums]) => ({ of, n: sums.n, result: found(measure.measure, unit, sums) }));
  const big = parts.filter((part) => part.n >= measure.min && part.result.value !== null);
  big.sort((a, b) => sign * (a.result.value! - b.result.value!) || (a.of < b.of ? -1 : 1));
  const [worst] = big;
  if (!worst) return { ...base, n: 0, small: Math.max(0, ...parts.map((part) => part.n)), result: null };
  return { ...base, n: worst.n, small: worst.n, result: worst.result, group: worst.of };
}

/** In a split of a subjective metric with exactly one small group, the next smallest is hidden too. */
function complementary(metric: Metric, drafts: readonly Draft[]): string | null {
  if (metric.group !== 'subjective') return null;
  const { show } = metric.min;
  if (drafts.filter(({ small }) => small >= 1 && small < show).length !== 1) return null;
  const rest = drafts.filter(({ small }) => small >= show);
  rest.sort((a, b) => a.small - b.small || (named(a) < named(b) ? -1 : 1));
  return rest[0]?.name ?? null;
}

/** The group null stands under its sign, as in files. */
const named = (draft: Draft): string => draft.key ?? '∅';
