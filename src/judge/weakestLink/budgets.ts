import { z } from 'zod';
import { type Refusal, Refused, SPAN_KINDS } from '#facts';
import { LINK_FIELDS, type Link } from '#measure';

const named = z.string().nullable().optional();
const linkSchema = z.strictObject({
  kind: z.enum(SPAN_KINDS).optional(),
  touchpoint: named,
  unit: named,
  body: named,
  giver: named,
  taker: named,
});

/** A file of budgets: who may hold a case or a run for how long. A field that is named null asks for links without it;
 *  a field that is not named may be anything. */
export const budgetsSchema = z.array(z.strictObject({ link: linkSchema, budgetSeconds: z.number().nonnegative() }));

export type Budget = z.output<typeof budgetsSchema>[number];

export interface MatchedBudgets {
  /** Seconds, one a link; null: none. */
  readonly seconds: readonly (number | null)[];
  /** Budgets, by their place in the list, that no link meets. */
  readonly unmatched: readonly number[];
}

/** The budget of each link: that which names the most of its fields. Two that name equally many and differ are refused. */
export function matchBudgets(links: readonly Link[], budgets: readonly Budget[]): MatchedBudgets {
  const met = new Set<number>();
  const refusals = new Map<string, Refusal>();
  const seconds = links.map((link) => {
    let best: number | null = null;
    for (const [place, budget] of budgets.entries()) {
      if (!fits(budget, link)) continue;
      met.add(place);
      if (best === null || namesOf(budget).length > namesOf(budgets[best]!).length) best = place;
    }
    if (best === null) return null;
    const rival = rivalOf(best, budgets, link);
    if (rival !== null) refusals.set(`${best} ${rival}`, ambiguous(best, rival, link));
    return budgets[best]!.budgetSeconds;
  });
  if (refusals.size > 0) throw new Refused([...refusals.values()]);
  return { seconds, unmatched: [...budgets.keys()].filter((place) => !met.has(place)) };
}

/** Another budget of the link that names as many fields and asks for another time. */
function rivalOf(best: number, budgets: readonly Budget[], link: Link): number | null {
  const { length } = namesOf(budgets[best]!);
  const rival = budgets.findIndex(
    (budget, place) =>
      place > best &&
      budget.budgetSeconds !== budgets[best]!.budgetSeconds &&
      namesOf(budget).length === length &&
      fits(budget, link),
  );
  return rival < 0 ? null : rival;
}

const namesOf = ({ link }: Budget) => LINK_FIELDS.filter((field) => link[field] !== undefined);
const fits = (budget: Budget, link: Link): boolean =>
  namesOf(budget).every((field) => budget.link[field] === link[field]);

const ambiguous = (best: number, rival: number, link: Link): Refusal => ({
  code: 'budgets.ambiguous',
  field: `budgets.${rival}`,
  with: { other: `budgets.${best}`, link: JSON.stringify(link) },
});
