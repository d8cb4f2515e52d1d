import { type Rule, side } from './rule.ts';

/** At least two of three neighbours beyond two thirds of the way from the centre to the same limit; a point outside
 *  counts too. The points beyond are marked, the third is not, on whichever side it lies.
 *  Western Electric 1956, test 2. Example: limits 7…13, so beyond 12: in 12.5 9 12.1 the first and the last. */
export const twoOfThree: Rule = {
  name: 'twoOfThree',
  givesVerdict: true,
  marks: ({ values, centre, lower, upper }) => {
    const marked = new Set<number>();
    for (const [limit, sign] of [
      [upper, 1],
      [lower, -1],
    ] as const) {
      const line = centre + (2 / 3) * (limit - centre);
      const beyond = values.map((value) => side(value, line, centre) === sign);
      for (let first = 0; first + 2 < values.length; first++) {
        const found = [first, first + 1, first + 2].filter((at) => beyond[at]);
        if (found.length >= 2) for (const at of found) marked.add(at);
      }
    }
    return [...marked].sort((a, b) => a - b);
  },
  example: { values: [12.5, 9, 12.1, 10, 10, 7.9, 12.5, 13.5], centre: 10, lower: 7, upper: 13, marked: [0, 2, 6, 7] },
};
