import { type Rule, runsOf, side } from './rule.ts';

const least = 7;

/** Seven or more neighbours strictly on one side of the centre; a point on the centre breaks the run. All are marked.
 *  NHS England, Making Data Count (7); Western Electric 1956 and Wheeler have 8. Example: six above and one on the
 *  centre are no shift, seven below are. */
export const shift: Rule = {
  name: 'shift',
  givesVerdict: true,
  marks: ({ values, centre }) =>
    runsOf(
      values.map((value) => side(value, centre, centre)),
      least,
    ),
  example: {
    values: [11, 11, 11, 11, 11, 11, 10, 9, 9, 9, 9, 9, 9, 9, 11],
    centre: 10,
    lower: 7,
    upper: 13,
    marked: [7, 8, 9, 10, 11, 12, 13],
  },
};
