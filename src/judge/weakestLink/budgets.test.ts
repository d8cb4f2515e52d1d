import { describe, expect, it } from 'vitest';
import { Refused } from '#facts';
import type { Link } from '#measure';
import { type Budget, budgetsSchema, matchBudgets } from './budgets.ts';

const link = (more: Partial<Link>): Link => ({
  kind: 'work',
  touchpoint: null,
  unit: null,
  body: null,
  giver: null,
  taker: null,
  ...more,
});
const budget = (of: Budget['link'], budgetSeconds: number): Budget => ({ link: of, budgetSeconds });

describe('a budget', () => {
  const links = [
    link({ touchpoint: 'решение', unit: 'МСП-1', body: 'МСП' }),
    link({ touchpoint: 'решение', unit: 'МСП-2', body: 'МСП' }),
    link({ unit: 'МСП-2', body: 'МСП' }),
    link({ kind: 'gap', giver: 'МФЦ-3', taker: 'МСП-2' }),
  ];

  it('is matched on the fields that it names', () => {
    const { seconds, unmatched } = matchBudgets(links, [
      budget({ touchpoint: 'решение' }, 60),
      budget({ unit: 'нет' }, 1),
    ]);
    expect(seconds).toEqual([60, 60, null, null]);
    expect(unmatched).toEqual([1]);
  });

  it('asks for links without a field by naming it null', () => {
    expect(matchBudgets(links, [budget({ kind: 'work', touchpoint: null }, 5)]).seconds).toEqual([null, null, 5, null]);
  });

  it('gives way to one that names more, whichever comes first', () => {
    const general = budget({ kind: 'work' }, 100);
    const special = budget({ kind: 'work', unit: 'МСП-2' }, 10);
    const all = budget({}, 1000);
    for (const budgets of [
      [general, special, all],
      [all, special, general],
    ])
      expect(matchBudgets(links, budgets)).toEqual({ seconds: [100, 10, 10, 1000], unmatched: [] });
  });

  it('is refused beside another of the same link that names as much and differs, once for the two', () => {
    const budgets = [budget({ kind: 'work' }, 7), budget({ touchpoint: 'решение' }, 60), budget({ unit: 'МСП-2' }, 50)];
    const thrown = (() => {
      try {
        matchBudgets(links, budgets);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(thrown).toBeInstanceOf(Refused);
    expect((thrown as Refused).refusals.map(({ code, field, with: more }) => [code, field, more?.other])).toEqual([
      ['budgets.ambiguous', 'budgets.1', 'budgets.0'],
      ['budgets.ambiguous', 'budgets.2', 'budgets.0'],
    ]);
  });

  it('may stand twice with the same time, and may be outdone where it is unsure', () => {
    const [a, b] = [budget({ kind: 'work' }, 7), budget({ body: 'МСП' }, 7)];
    expect(matchBudgets(links, [a, b]).seconds).toEqual([7, 7, 7, null]);
    const sure = budget({ touchpoint: 'решение', unit: 'МСП-1' }, 1);
    const unsure = [budget({ unit: 'МСП-1' }, 2), budget({ touchpoint: 'решение' }, 3)];
    expect(matchBudgets([links[0]!], [...unsure, sure]).seconds).toEqual([1]);
  });
});

it.each([
  ['a foreign field', [{ link: { employee: 'Иванов' }, budgetSeconds: 1 }]],
  ['an unknown kind', [{ link: { kind: 'wrk' }, budgetSeconds: 1 }]],
  ['less than no time', [{ link: {}, budgetSeconds: -1 }]],
  ['a text for time', [{ link: {}, budgetSeconds: '60' }]],
  ['no time', [{ link: {} }]],
  ['no list', { link: {}, budgetSeconds: 1 }],
])('budgets with %s do not fit', (_name, given) => {
  expect(budgetsSchema.safeParse(given).success).toBe(false);
});
