import { boundIn, closedPeriodSchema, type Model } from '#model';
import { localDate, periodsBetween } from '#time';
import type { BookPort } from './bookPort.ts';
import { stretchOf } from './cards.ts';
import type { FactContext } from './factPort.ts';

/** Names of the closed periods of each model, by its id. */
export async function closedPeriods(book: BookPort): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  for (const { content } of await book.documents('period')) {
    const { model, period } = closedPeriodSchema.parse(content);
    found.set(model, (found.get(model) ?? new Set()).add(period));
  }
  return found;
}

/** Whole periods with facts in which a model bound and that are not closed yet, oldest first. */
export function openPeriods(model: Model, facts: FactContext, closed: ReadonlySet<string>): readonly string[] {
  const by = stepOf(model);
  const stretch = stretchOf(facts, by, undefined);
  if (!stretch) return [];
  return stretch.periods.filter(
    (period) => !closed.has(period) && isWhole(period, facts) && boundDuring(model, period, facts.zone),
  );
}

/** Whether the facts reach over a period's end: one that still runs, or has not begun, cannot be published. */
export function isWhole(period: string, { span, zone }: Pick<FactContext, 'span' | 'zone'>): boolean {
  const end = periodsBetween(period, period, 'month', zone).at(-1)!.to;
  return span !== null && end > span.from && end <= span.to;
}

/** Whether a model bound in a period, at least in part of it. */
export function boundDuring(model: Model, period: string, zone: string): boolean {
  const months = periodsBetween(period, period, 'month', zone);
  return boundIn(model, localDate(months[0]!.from, zone), localDate(months.at(-1)!.to, zone));
}

/** A model's figures are published at the step that most of its indicators have. */
function stepOf({ indicators }: Model): 'month' | 'quarter' {
  const count = (step: string) => indicators.filter(({ period }) => period === step).length;
  return count('month') >= Math.max(count('quarter'), count('year')) ? 'month' : 'quarter';
}
