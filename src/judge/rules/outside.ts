import { type Rule, side } from './rule.ts';

/** A point outside a limit; on the limit is inside.
 *  Shewhart 1931. Example: centre 10, limits 7…13: 13 is inside, 13.1 is marked. */
export const outside: Rule = {
  name: 'outside',
  givesVerdict: true,
  marks: ({ values, centre, lower, upper }) =>
    [...values.keys()].filter((at) => side(values[at]!, upper, centre) > 0 || side(values[at]!, lower, centre) < 0),
  example: { values: [9, 13, 13.1, 10, 6.9, 7], centre: 10, lower: 7, upper: 13, marked: [2, 4] },
};
