import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseClock, clockPlace, type WorkingClock } from './case-clock.ts';

/** Works from hour `begin` to `end` of each day of 24. */
const daily = (begin: number, end: number): WorkingClock => ({
  at: (t) =>
    Math.floor(t / 24) * (end - begin) + Math.min(Math.max(t - 24 * Math.floor(t / 24) - begin, 0), end - begin),
});
const CLOCKS = [daily(9, 17), daily(2, 6), daily(0, 24)];

interface Life {
  readonly registeredAt: number;
  readonly own: number;
  readonly cuts: readonly number[];
  readonly clocks: readonly number[];
}
const load = ({ registeredAt, own, cuts, clocks }: Life): CaseClock => {
  const clock = new CaseClock(CLOCKS);
  // A row of another case on either side: the kernel reads its own rows only.
  const from = [-1, ...cuts.slice(0, -1), -1];
  clock.load(registeredAt, own, from, [-1, ...cuts.slice(1), -1], [2, ...clocks, 2], 1, 1 + clocks.length);
  return clock;
};

/** The definition: each hour on the clock of the span that holds it, outside the life on the case's. */
const plain = ({ own, cuts, clocks }: Life, a: number, b: number): number => {
  let sum = 0;
  for (let t = a; t < b; t++) {
    const span = clocks.findIndex((_, i) => cuts[i]! <= t && t < cuts[i + 1]!);
    const clock = CLOCKS[span < 0 ? own : clocks[span]!]!;
    sum += clock.at(t + 1) - clock.at(t);
  }
  return sum;
};

const lives: fc.Arbitrary<Life> = fc
  .record({
    registeredAt: fc.integer({ min: 0, max: 100 }),
    own: fc.integer({ min: 0, max: 2 }),
    spans: fc.array(fc.record({ length: fc.integer({ min: 1, max: 40 }), clock: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 90,
    }),
  })
  .map(({ registeredAt, own, spans }) => {
    const cuts = [registeredAt];
    for (const span of spans) cuts.push(cuts[cuts.length - 1]! + span.length);
    return { registeredAt, own, cuts, clocks: spans.map((span) => span.clock) };
  });

describe("a case's working clock", () => {
  it('each span counts on its own clock, outside the life the case’s counts', () => {
    const clock = load({ registeredAt: 10, own: 2, cuts: [10, 14, 30], clocks: [0, 1] });
    expect([...clock.working.subarray(0, clock.count)]).toEqual([4, 4]);
    expect([7, 10, 12, 14, 27, 30, 33].map((t) => clock.position(t))).toEqual([-3, 0, 2, 4, 5, 8, 11]);
  });

  it('two positions differ by the working time between them, in whatever order they are asked', () => {
    fc.assert(
      fc.property(
        lives,
        fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 2, maxLength: 12 }),
        (life, moments) => {
          const clock = load(life);
          expect(clock.position(life.registeredAt)).toBe(0);
          moments.slice(1).forEach((b, i) => {
            const a = moments[i]!;
            const between = clock.position(b) - clock.position(a);
            expect(between).toBe(a <= b ? plain(life, a, b) : 0 - plain(life, b, a));
          });
          life.clocks.forEach((_, i) => {
            expect(clock.working[i]).toBe(plain(life, life.cuts[i]!, life.cuts[i + 1]!));
          });
        },
      ),
    );
  });

  it('a case never handed in is on its own clock, from that clock’s origin', () => {
    const clock = load({ registeredAt: Number.NaN, own: 0, cuts: [], clocks: [] });
    expect([-24, 0, 12, 48].map((t) => clock.position(t))).toEqual([-8, 0, 3, 16]);
    expect(clock.count).toBe(0);
  });

  it('a missing instant has no position', () => {
    expect(load({ registeredAt: 0, own: 0, cuts: [0], clocks: [] }).position(Number.NaN)).toBeNaN();
  });

  it('is that of the span’s unit, else its body, else the case’s', () => {
    expect([clockPlace(1, 2, 3, 4), clockPlace(0, 2, 3, 4), clockPlace(0, 0, 3, 4), clockPlace(0, 0, 0, 4)]).toEqual([
      1, 2, 3, 4,
    ]);
    expect(clockPlace(0, 0, 0, 0)).toBe(0);
  });
});
