import { type Catalogue, definition, type Metric, type MetricSpec, normalise, type Params } from '#catalogue';
import { type Judgement, judgeSeries, type SeriesPoint } from '#judge';
import type { Figure } from '#measure';
import { localDate, type Period, parsePeriod, periodOf, periodsBetween } from '#time';
import { bilingual } from '#words';
import type { ActContext } from './act.ts';
import type { Change, IndicatorSetting } from './bookPort.ts';
import type { FactContext } from './factPort.ts';
import { figuresOf } from './figures.ts';
import type { CardView, Granularity, OptionView, ScopeView } from './views.ts';

/** How many periods of its own past a card shows at most. */
const PAST: Readonly<Record<Granularity, number>> = { month: 36, quarter: 24, year: 12 };

/** The periods that a page can be about: those with facts, up to the one asked for. */
export interface Stretch {
  readonly by: Granularity;
  /** All periods with facts, oldest first. */
  readonly periods: readonly string[];
  readonly period: string;
  /** First period of the past that is shown. */
  readonly from: string;
}

export function stretchOf(facts: FactContext, by: Granularity, asked: string | undefined): Stretch | null {
  if (!facts.span) return null;
  const first = periodOf(facts.span.from, by, facts.zone).name;
  const last = periodOf(facts.span.to - 1, by, facts.zone);
  const periods = periodsBetween(first, last.name, by, facts.zone).slice(-10 * PAST[by]);
  const names = periods.map(({ name }) => name);
  // Without a wish: the newest whole period; one that is still running says little.
  const whole = periods.filter((period: Period) => period.to <= facts.span!.to);
  const wished = asked !== undefined && parsePeriod(asked)?.by === by && names.includes(asked) ? asked : undefined;
  const period = wished ?? whole.at(-1)?.name ?? last.name;
  const at = names.indexOf(period);
  return { by, periods: names, period, from: names[Math.max(0, at + 1 - PAST[by])]! };
}

/** First and last of the newest whole months, at most so many; null: no facts. */
export function newestMonths(facts: FactContext, most: number): { readonly from: string; readonly to: string } | null {
  const stretch = stretchOf(facts, 'month', undefined);
  if (!stretch) return null;
  const newest = stretch.periods.indexOf(stretch.period);
  return { from: stretch.periods[Math.max(0, newest - most + 1)]!, to: stretch.period };
}

export interface CardRequest {
  readonly spec: MetricSpec;
  readonly params?: Params | undefined;
  readonly stretch: Stretch;
  readonly scope: ScopeView;
  readonly changes: readonly Change[];
  readonly setting: IndicatorSetting | null;
}

export interface Card {
  readonly metric: Metric;
  readonly figures: readonly Figure[];
  readonly judgement: Judgement;
  readonly view: CardView;
}

/** One indicator: its figures over its own past, judged (design § 5). */
export async function cardOf(
  context: ActContext,
  facts: FactContext,
  catalogue: Catalogue,
  request: CardRequest,
): Promise<Card> {
  const { spec, stretch, scope, setting } = request;
  const metric = normalise(spec, request.params ?? {});
  const figures = await figuresOf(context, facts, {
    metric,
    from: stretch.from,
    to: stretch.period,
    by: stretch.by,
    scope,
  });
  const rebaseAt = request.changes
    .filter((change) => change.rebases && (change.metric === null || change.metric === metric.id))
    .map((change) => change.period);
  const judgement = judgeSeries(pointsOf(figures, stretch, facts.zone), {
    better: metric.better,
    unit: metric.unit,
    period: stretch.period,
    target: setting?.target ?? null,
    norm: setting?.norm?.value ?? null,
    matters: setting?.matters ?? null,
    seasonal: setting?.seasonal ?? false,
    ...(setting?.baseline ? { baseline: setting.baseline } : {}),
    ...(rebaseAt.length ? { rebaseAt } : {}),
  });
  const { reason } = judgement.verdict;
  const current = figures.find((figure) => figure.period === stretch.period) ?? null;
  const early = current?.state === 'preliminary' ? earlyVerdict(metric, stretch, facts) : null;
  const view: CardView = {
    metric: metric.id,
    kpi: metric.kpi,
    group: metric.group,
    name: metric.name,
    definition: both((lang) => definition(metric, lang, catalogue)),
    better: metric.better,
    unit: metric.unit,
    provenance: metric.of === 'reading' ? 'typed' : metric.of === 'answer' ? 'survey' : 'log',
    headline: metric.headline,
    core: metric.core,
    current,
    chart: judgement.chart,
    verdict: early ?? { kind: judgement.verdict.kind, reason: bilingual(reason.code, reason.with) },
    target: judgement.target,
    norm: judgement.norm,
  };
  return { metric, figures, judgement, view };
}

/** A period that is not full yet gets no verdict, but the day from which it will have one. */
function earlyVerdict(metric: Metric, stretch: Stretch, facts: FactContext): CardView['verdict'] {
  const { to } = periodsBetween(stretch.period, stretch.period, stretch.by, facts.zone)[0]!;
  const date = localDate(to + (metric.mature?.micros ?? 0), facts.zone);
  const said = (lang: 'ru' | 'en') => (lang === 'ru' ? date.split('-').reverse().join('.') : date);
  return {
    kind: 'unclear',
    reason: {
      ru: bilingual('indicator.early', { date: said('ru') }).ru,
      en: bilingual('indicator.early', { date: said('en') }).en,
    },
  };
}

/** Points of a chart: only whole, settled periods are judged; the rest are drawn hollow or missing. */
function pointsOf(figures: readonly Figure[], stretch: Stretch, zone: string): readonly SeriesPoint[] {
  const byPeriod = new Map(figures.map((figure) => [figure.period, figure]));
  return periodsBetween(stretch.from, stretch.period, stretch.by, zone).map(({ name }): SeriesPoint => {
    const figure = byPeriod.get(name);
    const shown = figure && (figure.state === 'final' || figure.state === 'preliminary') ? figure : null;
    return {
      period: name,
      value: shown?.value ?? null,
      n: shown?.n ?? null,
      interval: shown?.interval ?? null,
      hollow: shown !== null && (!shown.judged || shown.state === 'preliminary'),
    };
  });
}

export const both = <T>(word: (lang: 'ru' | 'en') => T): { ru: T; en: T } => ({ ru: word('ru'), en: word('en') });

/** What the page's filters offer. */
export function optionsOf(facts: FactContext): {
  unit: readonly OptionView[];
  service: readonly OptionView[];
  clientStatus: readonly OptionView[];
} {
  return {
    unit: facts.choices.unit,
    service: facts.choices.service,
    clientStatus: (['citizen', 'organisation', 'internal'] as const).map((value) => ({ value, label: value })),
  };
}

/** Whether a metric can be asked for in a scope at all: its levels and its clients. */
export function fits(spec: MetricSpec, scope: ScopeView): boolean {
  const status = scope.clientStatus;
  const statuses = status === undefined || status === null ? null : Array.isArray(status) ? status : [status];
  if (statuses && !statuses.some((one) => (spec.clients as readonly string[]).includes(one as string))) return false;
  return scope.unit === undefined || spec.levels.includes('unit') || spec.levels.includes('position');
}
