import type { Metric } from '#catalogue';
import type { FactKnowledge } from './facts.ts';
import type { PlanPeriod } from './plan.ts';

// How far the facts reach, and whether what is measured can still change (facts.md § 1, Horizon; § 4, Periods).

/** Facts by the row that a metric reads: spans, runs and cases come of case and event batches. */
const FACTS_OF: Readonly<Record<string, readonly string[]>> = {
  case: ['case'],
  event: ['event', 'case'],
  span: ['case', 'event'],
  run: ['case'],
  text: ['text', 'case'],
  answer: ['answer'],
  invitation: ['invitation'],
  reading: ['reading'],
};

const NEVER = Number.NEGATIVE_INFINITY;

/** The latest horizon of the batches that hold the metric's kind of row; −∞ where none does. */
export function horizonOf({ of }: Pick<Metric, 'of'>, facts: FactKnowledge): number {
  const own = (fact: string): number => told(fact, facts);
  switch (of) {
    case 'run':
      return own('case');
    case 'span':
      return Math.max(own('event'), own('case'));
    default:
      return own(of);
  }
}

/** Latest horizon of a kind of fact. A log of events alone tells of its cases too. */
const told = (fact: string, facts: FactKnowledge): number =>
  facts.horizons[fact] ?? (fact === 'case' ? facts.horizons.event : undefined) ?? NEVER;

/** Final: the horizon of every kind of fact that the figure reads has passed its period and `mature`. */
export function isSettled(metric: Metric, period: PlanPeriod, facts: FactKnowledge): boolean {
  const wait = metric.mature?.micros ?? 0;
  return readsOf(metric).every((fact) => {
    // Letters and pages are imported by bodies that import no cases, too.
    if (metric.of === 'text' && fact === 'case' && facts.horizons.case === undefined) return true;
    return told(fact, facts) >= period.to + wait;
  });
}

/** Kinds of fact that a figure reads. */
export function readsOf(metric: Metric): readonly string[] {
  const reads = new Set(FACTS_OF[metric.of]);
  JSON.stringify([metric.where, metric.measure], (key, value) => {
    if (key === 'fact' && typeof value === 'string') for (const fact of FACTS_OF[value] ?? []) reads.add(fact);
    if (value && typeof value === 'object' && value.kind === 'spans') reads.add('event');
    if (value && typeof value === 'object' && value.kind === 'rate')
      for (const fact of FACTS_OF[value.of as string] ?? []) reads.add(fact);
    return value;
  });
  return [...reads];
}
