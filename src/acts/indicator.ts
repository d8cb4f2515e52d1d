import { formulaLine, leavesOut } from '#catalogue';
import { refuse } from '#facts';
import { type Distribution, difference, distributionOf, type Figure } from '#measure';
import { formatUtc, periodsBetween, previousPeriod, yearBefore } from '#time';
import { bilingual } from '#words';
import { defineAct } from './act.ts';
import { both, cardOf, optionsOf, stretchOf } from './cards.ts';
import { figuresOf, scopeOf, specOf } from './figures.ts';
import { indicatorInput } from './inputs.ts';
import type { DistributionView, IndicatorView } from './views.ts';

/** Fields that a figure is broken down by, each listed by name. */
const BREAKDOWNS = ['unit', 'service', 'channel'] as const;

export const indicator = defineAct({
  name: 'indicator',
  summary: 'One indicator: what exactly is counted, its chart with limits, its distribution, its groups by name.',
  input: indicatorInput,
  cancels: true,
  run: async (context, { metric: id, by, period, scope }): Promise<IndicatorView> => {
    const { ports } = context;
    const facts = await ports.facts.context();
    const catalogue = await ports.catalogue.load();
    const spec = specOf(catalogue, id);
    const stretch = stretchOf(facts, by, period) ?? refuse('measure.noFacts');
    const changes = await ports.book.changes(id);
    const setting = await ports.book.indicator(id, scope);
    const card = await cardOf(context, facts, catalogue, { spec, stretch, scope, changes, setting });
    const { metric, figures } = card;
    const at = { metric, from: stretch.period, to: stretch.period, by, scope };
    const breakdowns = [];
    for (const field of BREAKDOWNS) {
      if (field in scope && field !== 'unit') continue;
      const split = await figuresOf(context, facts, { ...at, split: field });
      const named = split.filter((figure) => figure.scope[field] !== null);
      if (named.length > 1)
        breakdowns.push({
          field,
          figures: [...named].sort((a, b) =>
            String(a.scope[field]).localeCompare(String(b.scope[field]), 'ru', { numeric: true }),
          ),
        });
    }
    const before = yearBefore(stretch.period);
    const periods = [stretch.period, ...(stretch.periods.includes(before) ? [before] : [])].map(
      (name) => periodsBetween(name, name, by, facts.zone)[0]!,
    );
    const ordered = [...periods].sort((a, b) => a.from - b.from);
    const spread =
      card.view.current?.state === 'tooFew'
        ? null
        : await ports.facts.session((engine) => distributionOf(metric, ordered, scopeOf(scope, facts), facts, engine));
    return {
      ...card.view,
      by,
      period: stretch.period,
      periods: stretch.periods,
      scope,
      options: optionsOf(facts),
      formula: both((lang) => formulaLine(metric, lang, catalogue)),
      leaves: worded(leavesOut(metric, 'ru', catalogue), leavesOut(metric, 'en', catalogue)),
      counter: metric.counter.map((other) => ({
        metric: other,
        name: catalogue.metrics.get(other)?.name ?? { ru: other, en: other },
      })),
      levels: metric.levels,
      series: figures,
      changes: changes.map((change) => ({ ...change, at: formatUtc(change.at) })),
      seasonal: setting?.seasonal ?? false,
      comparison: comparisonOf(figures, stretch.period),
      distribution: spread && distributionView(spread, metric.unit, before),
      breakdowns,
      specification: spec,
    };
  },
});

const worded = (ru: readonly string[], en: readonly string[]) =>
  ru.map((sentence, i) => ({ ru: sentence, en: en[i] ?? '' }));

function distributionView({ edges, counts }: Distribution, unit: string, beforePeriod: string): DistributionView {
  const two = counts.length > 1;
  return {
    unit,
    edges,
    counts: counts.at(-1)!,
    before: two ? counts[0]! : null,
    beforePeriod: two ? beforePeriod : null,
  };
}

/** The newest figure against its predecessor, by the interval of the difference (facts.md § 4). */
function comparisonOf(figures: readonly Figure[], period: string): IndicatorView['comparison'] {
  const of = (name: string) => figures.find((figure) => figure.period === name);
  const [newer, older] = [of(period), of(previousPeriod(period))];
  if (!newer || !older || newer.value === null || older.value === null) return null;
  const estimate = (figure: Figure) => ({ value: figure.value!, interval: figure.interval });
  const interval = newer.interval && older.interval ? difference(estimate(newer), estimate(older)) : null;
  const moved =
    interval !== null && ((interval[0] !== null && interval[0] > 0) || (interval[1] !== null && interval[1] < 0));
  const code = interval === null ? 'unknown' : moved ? 'moved' : 'noise';
  return {
    withPeriod: older.period,
    difference: newer.value - older.value,
    interval,
    sentence: bilingual(`indicator.comparison.${code}`),
  };
}
