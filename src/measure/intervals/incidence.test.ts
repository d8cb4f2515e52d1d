import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidence, incidenceQuantile, type Waited } from './incidence.ts';

/** Times with what happened: + censored, * a competing event. */
function waited(words: string): Waited[] {
  const byTime = new Map<number, { events: number; competing: number; censored: number }>();
  for (const word of words.split(' ')) {
    const [, time, sign, times] = /^(\d+)([+*]?)(?:x(\d+))?$/.exec(word)!;
    const at = byTime.get(Number(time)) ?? { events: 0, competing: 0, censored: 0 };
    at[sign === '+' ? 'censored' : sign === '*' ? 'competing' : 'events'] += Number(times ?? 1);
    byTime.set(Number(time), at);
  }
  return [...byTime].sort(([a], [b]) => a - b).map(([after, rest]) => ({ after, ...rest }));
}

describe('published examples', () => {
  it('Satagopan et al. 2004 (Br J Cancer 91:1229), table 2: 305 patients, four deaths of cancer, two of else', () => {
    const found = [...incidence(waited('7+ 10 14+ 16 18* 23 24+ 26* 27 99+x296'))];
    expect(found.map(({ after, atRisk }) => [after, atRisk])).toEqual([
      [10, 304],
      [16, 302],
      [23, 300],
      [27, 297],
    ]);
    expect(found.map(({ share }) => Math.round(share * 1000) / 10)).toEqual([0.3, 0.7, 1, 1.3]);
    // The table itself adds up rounded steps of 0.3 %.
    const steps = found.map(({ share }, i) => Math.round((share - (found[i - 1]?.share ?? 0)) * 1000) / 10);
    expect(steps).toEqual([0.3, 0.3, 0.3, 0.3]);
  });

  // Freireich et al. 1963 as in Kalbfleisch & Prentice 2002, ch. 1 and Collett 2015, ch. 2: weeks of remission.
  const treated = waited('6x3 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+x2 34+ 35+');
  const placebo = waited('1x2 2x2 3 4x2 5x2 8x4 11x2 12x2 15 17 22 23');

  it('Kaplan–Meier of 6-MP: 0.857 0.807 0.753 0.690 0.627 0.538 0.448', () => {
    expect([...incidence(treated)].map(({ share }) => Number((1 - share).toFixed(3)))).toEqual([
      0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448,
    ]);
  });

  it('its median is 23 weeks, from 13, without an upper bound; of the placebo 8 weeks, 4 to 11', () => {
    expect(incidenceQuantile(treated, 0.5)).toEqual({ value: 23, lower: 13, upper: null });
    expect(incidenceQuantile(placebo, 0.5)).toEqual({ value: 8, lower: 4, upper: 11 });
  });
});

const worlds = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 30 }), how: fc.constantFrom('events', 'competing', 'censored') }),
  { minLength: 1, maxLength: 60 },
);
const gathered = (rows: readonly { after: number; how: string }[]): Waited[] =>
  [...new Set(rows.map((row) => row.after))]
    .sort((a, b) => a - b)
    .map((after) => {
      const of = (how: string) => rows.filter((row) => row.after === after && row.how === how).length;
      return { after, events: of('events'), competing: of('competing'), censored: of('censored') };
    });

describe('laws of the incidence', () => {
  it('is the plain sum over times of: still waiting × share that it happens to', () => {
    fc.assert(
      fc.property(worlds, (rows) => {
        for (const { after, share } of incidence(gathered(rows))) {
          let [waiting, sum] = [1, 0];
          for (const time of [...new Set(rows.map((row) => row.after))].sort((a, b) => a - b)) {
            if (time > after) break;
            const atRisk = rows.filter((row) => row.after >= time).length;
            const ended = rows.filter((row) => row.after === time && row.how !== 'censored').length;
            sum += (waiting * rows.filter((row) => row.after === time && row.how === 'events').length) / atRisk;
            waiting *= 1 - ended / atRisk;
          }
          expect(share).toBeCloseTo(sum, 12);
        }
      }),
    );
  });

  it('without censoring it is the share of all that have had it', () => {
    fc.assert(
      fc.property(worlds, (rows) => {
        const ended = rows.filter((row) => row.how !== 'censored');
        for (const { after, share } of incidence(gathered(ended))) {
          const had = ended.filter((row) => row.how === 'events' && row.after <= after).length;
          expect(share).toBeCloseTo(had / ended.length, 12);
        }
      }),
    );
  });

  it('its variance is Greenwood’s where nothing competes, and its interval holds the share', () => {
    fc.assert(
      fc.property(worlds, (rows) => {
        const plain = gathered(rows.filter((row) => row.how !== 'competing'));
        let [sum, atRisk] = [0, plain.reduce((n, row) => n + row.events + row.censored, 0)];
        const greenwood = new Map<number, number>();
        for (const row of plain) {
          if (row.events > 0) sum += row.events / (atRisk * (atRisk - row.events));
          greenwood.set(row.after, sum);
          atRisk -= row.events + row.censored;
        }
        for (const { after, share, lower, upper } of incidence(plain)) {
          if (lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(share);
          expect(upper).toBeGreaterThanOrEqual(share);
          // ln(−ln(1 − share)) has the standard error √Σ ÷ |ln(1 − share)| (Collett 2015, § 2.2.3).
          const half = (1.959963984540054 * Math.sqrt(greenwood.get(after)!)) / Math.abs(Math.log(1 - share));
          const scale = (of: number): number => Math.log(-Math.log(1 - of));
          expect(scale(upper) - scale(share)).toBeCloseTo(half, 9);
          expect(scale(share) - scale(lower)).toBeCloseTo(half, 9);
        }
      }),
    );
  });
});
