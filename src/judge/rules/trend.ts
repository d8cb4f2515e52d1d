import { type Rule, runsOf } from './rule.ts';

const least = 7;

/** Seven or more neighbours each above the one before, or each below; equal neighbours break it. All are marked.
 *  Drawn, but no verdict: on honest data it finds what chance makes (Davis & Woodall 1988).
 *  Example: 1 2 3 4 5 6 are six points and no trend, 1 2 3 4 5 6 7 are. */
export const trend: Rule = {
  name: 'trend',
  givesVerdict: false,
  marks: ({ values }) =>
    runsOf(
      values.slice(1).map((value, at) => Math.sign(value - values[at]!) as -1 | 0 | 1),
      least - 1,
      1,
    ),
  example: {
    values: [8, 9, 10, 11, 12, 12.5, 12.5, 12, 11, 10, 9, 8, 7.5, 9],
    centre: 10,
    lower: 7,
    upper: 13,
    marked: [6, 7, 8, 9, 10, 11, 12],
  },
};
