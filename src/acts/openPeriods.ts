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
  const whole = stretch.periods.slice(0, stretch.periods.indexOf(stretch.period) + 1);
  return whole.filter((period) => !closed.has(period) && boundDuring(model, period, facts.zone));
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
