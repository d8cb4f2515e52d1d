import { type Catalogue, type Metric, normalise } from '#catalogue';
import { type Figure, measureMetric, ownedTime, type Scope } from '#measure';
import {
  backtest,
  type Indicator,
  type Journey,
  type Link,
  type LinkKind,
  type Model,
  meanBeside,
  placeScope,
  relation,
} from '#model';
import type { Period } from '#time';
import { bilingual, type Params } from '#words';
import type { ActContext } from './act.ts';
import type { FactContext } from './factPort.ts';
import { figuresOf, scopeOf } from './figures.ts';
import { metricOf } from './modelFigures.ts';
import type { LinkProof } from './modelViews.ts';

/** What links are proved with. */
export interface ProofFacts {
  readonly facts: FactContext;
  readonly catalogue: Catalogue;
  readonly journeys: ReadonlyMap<string, Journey>;
}

/** Proves each link of a model on the facts of a stretch of months: identity, back-test of budgets, relation. */
export async function proveLinks(
  context: ActContext,
  known: ProofFacts,
  model: Model,
  months: readonly Period[],
): Promise<readonly LinkProof[]> {
  const [first, last] = [months[0]!, months.at(-1)!];
  const proving: Proving = {
    ...known,
    context,
    model,
    byId: new Map(model.indicators.map((one) => [one.id, one])),
    whole: { ...first, name: `${first.name}…${last.name}`, to: last.to },
    months: [first.name, last.name],
  };
  const proofs: LinkProof[] = [];
  const groups = groupsOf(model.links);
  for (const [done, group] of groups.entries()) {
    context.signal.throwIfAborted();
    context.progress({ stage: 'measure', done, total: groups.length, unit: 'figures' });
    proofs.push(await prove(proving, group));
  }
  return proofs;
}

interface Proving extends ProofFacts {
  readonly context: ActContext;
  readonly model: Model;
  readonly byId: ReadonlyMap<string, Indicator>;
  /** The whole stretch as one period, and its months. */
  readonly whole: Period;
  readonly months: readonly [string, string];
}

interface Group {
  readonly upper: string;
  readonly kind: LinkKind;
  readonly links: readonly Link[];
}

/** Parts and budgets are proved together, the others link by link. */
function groupsOf(links: readonly Link[]): readonly Group[] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const together = link.kind === 'sumOfParts' || link.kind === 'weightedParts' || link.kind === 'budget';
    const key = JSON.stringify([link.upper, link.kind, together ? null : link.lower]);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()].map((all) => ({ upper: all[0]!.upper, kind: all[0]!.kind, links: all }));
}

type Proof = Partial<Pick<LinkProof, 'identity' | 'backtest' | 'relation' | 'beside'>> &
  Pick<LinkProof, 'outcome'> & { readonly code: string; readonly with?: Params };

async function prove(proving: Proving, { upper, kind, links }: Group): Promise<LinkProof> {
  const high = proving.byId.get(upper);
  const metric = high && metricOf(proving.catalogue, high);
  const lowers = links.flatMap((link) => proving.byId.get(link.lower) ?? []);
  const first = lowers[0];
  const proof: Proof =
    !high || !metric || !first || lowers.length < links.length
      ? { outcome: 'unknown', code: 'broken' }
      : kind === 'sumOfParts' || kind === 'weightedParts'
        ? await identity(proving, high, metric, lowers, kind)
        : kind === 'budget'
          ? await budgets(proving, high, links)
          : kind === 'driver'
            ? await driver(proving, high, metric, first)
            : await besides(proving, high, metric);
  const { code, with: params, ...found } = proof;
  return {
    upper,
    lower: links.map(({ lower }) => lower),
    kind,
    identity: null,
    backtest: null,
    relation: null,
    beside: null,
    ...found,
    sentence: bilingual(`modelProof.${code}`, params),
  };
}

const placeOf = ({ model, journeys, facts }: Proving, one: Indicator): Scope =>
  scopeOf(placeScope(model, one, journeys), facts);

const measured = (
  { context, facts, whole }: Proving,
  metric: Metric,
  scope: Scope,
  split: string | null = null,
): Promise<readonly Figure[]> =>
  context.ports.facts.session((engine) =>
    measureMetric({ metric, periods: [whole], scope, split }, facts, engine, facts.batches),
  );

/** Fields by which parts may differ, in the order in which they are looked for. */
const SPLITS = ['touchpoint', 'employee', 'unit', 'service', 'clientStatus', 'journey', 'body'] as const;

/** Measures the parts by the field in which the lower ones differ from the upper one: all of them together are the whole. */
async function identity(
  proving: Proving,
  high: Indicator,
  metric: Metric,
  lowers: readonly Indicator[],
  kind: 'sumOfParts' | 'weightedParts',
): Promise<Proof> {
  const upperScope = placeOf(proving, high);
  const cut = SPLITS.find((field) => lowers.some((one) => field in placeOf(proving, one)) && !(field in upperScope));
  if (cut === undefined) return { outcome: 'unknown', code: 'noCut' };
  // Parts are only added up here; what is shown keeps the metric's own least number.
  const open = metric.group === 'objective' ? { ...metric, min: { ...metric.min, show: 1 } } : metric;
  const [whole] = await measured(proving, open, upperScope);
  const parts = await measured(proving, open, upperScope, cut);
  if (whole?.value == null || parts.some(({ state }) => state === 'tooFew'))
    return { outcome: 'unknown', code: 'tooFew' };
  const known = parts.filter(({ value }) => value !== null);
  const weights = known.map(({ denominator, n }) => (kind === 'weightedParts' ? (denominator ?? n ?? 0) : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sum =
    known.reduce((all, { value }, no) => all + value! * weights[no]!, 0) / (kind === 'weightedParts' ? total : 1);
  const difference = whole.value - sum;
  const holds = Math.abs(difference) <= 1e-9 * Math.max(1, Math.abs(whole.value));
  const shown = known.filter(({ n }) => (n ?? 0) >= metric.min.show);
  return {
    outcome: holds ? 'holds' : 'fails',
    code: holds ? kind : 'fails',
    with: { parts: known.length, field: cut, difference: Number(difference.toPrecision(3)) },
    identity: {
      whole: whole.value,
      parts: shown.map(({ scope, value, n }) => ({ place: (scope[cut] as string | null) ?? null, value: value!, n })),
      sum,
      difference,
    },
  };
}

const DAYS_IN: Readonly<Record<string, number>> = { days: 1, hours: 24, minutes: 1440 };

async function budgets(proving: Proving, high: Indicator, links: readonly Link[]): Promise<Proof> {
  const { byId, catalogue, context, facts, whole } = proving;
  const perDay = DAYS_IN[metricOf(catalogue, high)?.unit ?? ''];
  if (high.target === null) return { outcome: 'unknown', code: 'noTarget' };
  if (perDay === undefined) return { outcome: 'unknown', code: 'notTime' };
  const given = links.flatMap(({ lower, budget }) => {
    const one = byId.get(lower)!;
    if (budget === null) return [];
    const { touchpoint = null, unit = null, body = null } = placeScope(proving.model, one, proving.journeys);
    const single = (value: string | readonly string[] | null) =>
      typeof value === 'string' ? value : (value?.[0] ?? null);
    const place = { touchpoint: single(touchpoint), unit: single(unit), body: single(body) };
    return [{ place, gapsOnly: countsGaps(catalogue, one.metric), days: budget / perDay }];
  });
  const of = metricOf(catalogue, high)!.of === 'run' ? 'run' : 'case';
  const time = await context.ports.facts.session((engine) =>
    ownedTime({ of, period: whole, scope: placeOf(proving, high) }, facts, engine),
  );
  const target = high.target.value;
  const found = backtest(time, given, target / perDay);
  if (!found) return { outcome: 'unknown', code: 'noCases' };
  const percent = (share: number) => Math.round(100 * share);
  return {
    outcome:
      found.unmatched.length === given.length ? 'unknown' : found.metWithBudgets > found.metThen ? 'holds' : 'weak',
    code: found.unmatched.length > 0 ? 'budgetUnmatched' : 'budget',
    with: {
      cases: found.cases,
      then: percent(found.metThen),
      then2: percent(found.metWithBudgets),
      missing: found.unmatched.length,
    },
    backtest: { cases: found.cases, target, metThen: found.metThen, metWithBudgets: found.metWithBudgets },
  };
}

/** Whether a metric sums nobody's time alone. */
function countsGaps(catalogue: Catalogue, id: string): boolean {
  const measure = catalogue.metrics.get(id)?.measure;
  const value = measure && 'mean' in measure ? measure.mean : null;
  return value !== null && value !== undefined && 'spans' in value && value.spans.every((kind) => kind === 'gap');
}

async function driver(proving: Proving, high: Indicator, upper: Metric, low: Indicator): Promise<Proof> {
  const { context, facts, catalogue, model, journeys, months } = proving;
  const lower = metricOf(catalogue, low);
  if (!lower) return { outcome: 'unknown', code: 'broken' };
  const series = async (metric: Metric, one: Indicator) => {
    const scope = placeScope(model, one, journeys);
    const figures = await figuresOf(context, facts, { metric, from: months[0], to: months[1], by: 'month', scope });
    return new Map(
      figures.flatMap(({ period, value, judged }) => (value === null || !judged ? [] : [[period, value]])),
    );
  };
  const [above, below] = [await series(upper, high), await series(lower, low)];
  const pairs = [...below].flatMap(([period, x]) => (above.has(period) ? [[x, above.get(period)!] as const] : []));
  const found = relation(pairs);
  if (found.rho === null || found.interval === null)
    return { outcome: 'unknown', code: 'fewMonths', with: { months: found.months }, relation: found };
  // Both better together: the same sign where both are better up, or both down.
  const sign = upper.better === lower.better ? 1 : -1;
  const [from, to] = found.interval;
  const side = from > 0 ? 1 : to < 0 ? -1 : 0;
  const outcome = side === 0 ? 'weak' : side === sign ? 'holds' : 'fails';
  const two = (x: number) => Number(x.toFixed(2));
  return {
    outcome,
    code: `driver.${outcome}`,
    with: { months: found.months, rho: two(found.rho), lower: two(from), upper: two(to) },
    relation: found,
  };
}

/** What is recomputed at each level does not add up: the mean beside does. */
async function besides(proving: Proving, high: Indicator, metric: Metric): Promise<Proof> {
  const spec = proving.catalogue.metrics.get(high.metric);
  const mean = spec && meanBeside(spec);
  if (!mean) return { outcome: 'notAdditive', code: 'oneFigure' };
  const [figure] = await measured(proving, normalise(mean, metric.params), placeOf(proving, high));
  if (figure?.value == null || figure.n === null) return { outcome: 'notAdditive', code: 'notAdditive' };
  return {
    outcome: 'notAdditive',
    code: 'meanBeside',
    with: { mean: Number(figure.value.toPrecision(3)), n: figure.n },
    beside: { mean: figure.value, unit: figure.unit, n: figure.n },
  };
}
