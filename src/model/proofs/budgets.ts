import type { OwnedTime } from '#measure';
import type { Place } from '../model.ts';

/** What of the path a budget is given to. */
export interface BudgetGiven {
  readonly place: Pick<Place, 'touchpoint' | 'unit' | 'body'>;
  /** Only time that is nobody's. */
  readonly gapsOnly: boolean;
  readonly days: number;
}

export interface Backtest {
  readonly cases: number;
  /** Shares 0…1 of past cases within the target: as it was, and had each part been the smaller of its time and budget. */
  readonly metThen: number;
  readonly metWithBudgets: number;
  /** Budgets, by their place in the list, whose part the facts do not have. */
  readonly unmatched: readonly number[];
}

const DAY_MICROS = 86_400e6;

/** Would past cases have met the target, had each part kept its budget? Case by case; queues are held as they were.
 *  Time of a link counts against the first budget that it meets. Null: no cases. */
export function backtest(time: OwnedTime, budgets: readonly BudgetGiven[], targetDays: number): Backtest | null {
  const { wholes, links, starts, rows, micros } = time;
  if (wholes.length === 0) return null;
  const held = budgets.map(() => new Float64Array(wholes.length));
  const matched = new Set<number>();
  for (const [no, link] of links.entries()) {
    const budget = budgets.findIndex((given) => meets(link, given));
    if (budget < 0) continue;
    matched.add(budget);
    for (let entry = starts[no]!; entry < starts[no + 1]!; entry += 1) held[budget]![rows[entry]!]! += micros[entry]!;
  }
  const target = targetDays * DAY_MICROS;
  let [then, withBudgets] = [0, 0];
  for (let row = 0; row < wholes.length; row += 1) {
    const saved = budgets.reduce((sum, { days }, no) => sum + Math.max(0, held[no]![row]! - days * DAY_MICROS), 0);
    if (wholes[row]! <= target) then += 1;
    if (wholes[row]! - saved <= target) withBudgets += 1;
  }
  return {
    cases: wholes.length,
    metThen: then / wholes.length,
    metWithBudgets: withBudgets / wholes.length,
    unmatched: budgets.flatMap((_, no) => (matched.has(no) ? [] : [no])),
  };
}

function meets(link: OwnedTime['links'][number], { place, gapsOnly }: BudgetGiven): boolean {
  if (gapsOnly && link.kind !== 'gap') return false;
  const { touchpoint, unit, body } = place;
  // A budget that names no place is one for nobody's time as a whole.
  if (touchpoint === null && unit === null && body === null) return gapsOnly;
  if (touchpoint !== null && link.touchpoint !== touchpoint) return false;
  const ends = [link.giver, link.taker];
  if (unit !== null && link.unit !== unit && !(link.kind === 'gap' && ends.includes(unit))) return false;
  return body === null || link.body === body || (link.kind === 'gap' && ends.includes(body));
}
