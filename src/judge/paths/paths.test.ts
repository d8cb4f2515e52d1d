import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, type EventKind, INITIATORS, SPAN_KINDS } from '#facts';
import type { Pieces, WalkEvents, Walks } from '#measure';
import { labelled, passedBy } from './labels.ts';
import { pathMap } from './map.ts';
import { pathOrder } from './order.ts';
import { passesOf } from './passes.ts';
import { breachesOf } from './promise.ts';
import { keptOf, nearest, spreadOf } from './spread.ts';
import { figuresBy, type PlaceNames, tilingOf } from './tiles.ts';

const DAY = 86_400e6;
/** Codes: touchpoints 1 … 3, bodies 11 … 13, units 21 … 23, each of the body ten below. */
const NAMES: PlaceNames = {
  textOf: (code) =>
    ['', 'apply', 'check', 'pay'][code] ?? { 11: 'A', 12: 'B', 13: 'C', 21: 'A1', 22: 'B1', 23: 'C1' }[code] ?? null,
  bodyAt: (place) => (place > 20 ? place - 10 : place),
};

interface Stretch {
  readonly kind: (typeof SPAN_KINDS)[number];
  readonly touchpoint: number;
  readonly place?: number;
  readonly giver?: number;
  readonly taker?: number;
  readonly recorded?: boolean;
  readonly days: number;
}

/** Rows as they lie in the store: one after another, each beginning on a day of its own. */
function walked(rows: readonly (readonly Stretch[])[]): { readonly walks: Walks; readonly pieces: Pieces } {
  const all = rows.flat();
  const column = (of: (stretch: Stretch) => number) => Float64Array.from(all, of);
  const [from, to] = [new Float64Array(all.length), new Float64Array(all.length)];
  const starts = new Int32Array(rows.length + 1);
  let at = 0;
  rows.forEach((row, place) => {
    let now = place * 1000 * DAY;
    starts[place] = at;
    for (const { days } of row) {
      from[at] = now;
      now += Math.round(days * DAY);
      to[at] = now;
      at += 1;
    }
  });
  starts[rows.length] = at;
  const walks = {
    of: 'case',
    n: rows.length,
    startAt: Float64Array.from(rows, (_, place) => place * 1000 * DAY),
    wholes: Float64Array.from(rows, (row) => row.reduce((sum, { days }) => sum + Math.round(days * DAY), 0)),
  } as unknown as Walks;
  return {
    walks,
    pieces: {
      starts,
      kind: column(({ kind }) => SPAN_KINDS.indexOf(kind) + 1),
      touchpoint: column(({ touchpoint }) => touchpoint),
      unit: column(({ place = 0 }) => (place > 20 ? place : 0)),
      body: column(({ place = 0 }) => (place > 20 ? place - 10 : place)),
      giver: column(({ giver = 0 }) => giver),
      taker: column(({ taker = 0 }) => taker),
      recorded: column(({ kind, recorded }) => (kind === 'gap' ? (recorded ? 1 : 2) : 0)),
      from,
      to,
    },
  };
}

const MAP = pathMap(
  [
    { id: 'intake', facts: ['apply'], budgetDays: null },
    { id: 'check', facts: ['check'], budgetDays: 2 },
  ],
  [{ giver: 'A', taker: 'B', budgetDays: 1 }],
);
const work = (touchpoint: number, place: number, days: number): Stretch => ({ kind: 'work', touchpoint, place, days });
const gap = (giver: number, taker: number, days: number, recorded = true): Stretch => ({
  kind: 'gap',
  touchpoint: 2,
  giver,
  taker,
  days,
  recorded,
});
const TWO = walked([
  [work(1, 21, 1), gap(21, 22, 3), work(2, 22, 2), { kind: 'client', touchpoint: 2, days: 4 }, work(3, 23, 1)],
  [work(1, 11, 1), gap(21, 12, 0.5, false), work(2, 22, 1), { kind: 'suspension', touchpoint: 2, place: 22, days: 2 }],
]);

describe('tiles', () => {
  const { tiles, steps, byStep, firstAt, recorded } = tilingOf(TWO.walks, TWO.pieces, MAP, NAMES);

  it('hold what is of a kind, at a touchpoint, of a body; units of one body are one', () => {
    expect(
      tiles.map(({ kind, touchpoint, unmapped, body, giver, taker }) => [
        kind,
        touchpoint,
        unmapped,
        body,
        giver,
        taker,
      ]),
    ).toEqual([
      ['work', 'intake', null, 'A', null, null],
      ['gap', 'check', null, null, 'A', 'B'],
      ['work', 'check', null, 'B', null, null],
      ['client', 'check', null, null, null, null],
      ['work', null, 'pay', 'C', null, null],
      ['suspension', 'check', null, 'B', null, null],
    ]);
    expect(firstAt.map((seconds) => seconds / 86_400)).toEqual([0, 1, 2.75, 6, 10, 2.5]);
    expect(recorded[1]).toBe(3 * DAY);
  });

  it('share a step with the owners of one budget; nobody’s time and suspensions have steps of their own', () => {
    const budgets = steps.map(({ budgetDays }) => budgetDays);
    const figures = [...figuresBy(byStep, budgets)];
    expect(
      steps.map(({ key, budgetDays }, i) => [key, figures[i]!.cases, figures[i]!.meanSeconds / 86_400, budgetDays]),
    ).toEqual([
      ['touchpoint|intake', 2, 1, null],
      ['handOff|A|B', 2, 1.75, 1],
      ['touchpoint|check', 2, 3.5, 2],
      ['touchpoint|?pay', 1, 0.5, null],
      ['suspension|check', 1, 1, null],
    ]);
    // Row 1 took 6 days at the check: 4 beyond its budget, of 11 and 4.5 days end to end.
    expect(figures[2]!.fall!.mean / 86_400).toBeCloseTo(2, 12);
    expect(figures[2]!.fall!.p50 / 86_400).toBeCloseTo(7.75 - 5.75, 12);
  });

  it('had every budget been kept, rows are shorter by all they took beyond', () => {
    const kept = keptOf(
      byStep,
      steps.map(({ budgetDays }) => budgetDays),
    );
    expect(Array.from(kept.wholes, (whole) => whole / DAY)).toEqual([5, 4.5]);
    expect(kept.keptAll).toBe(1);
    expect(kept.over).toEqual([
      null,
      { cases: 1, excessMicros: 2 * DAY },
      { cases: 1, excessMicros: 4 * DAY },
      null,
      null,
    ]);
  });

  it('a hand-off of the map drawn between units is told from others of its bodies', () => {
    const map = pathMap(
      [],
      [
        { giver: 'A1', taker: 'B1', budgetDays: 1 },
        { giver: 'A', taker: 'B', budgetDays: 2 },
      ],
    );
    const between = tilingOf(TWO.walks, TWO.pieces, map, NAMES);
    expect(between.steps.filter(({ kind }) => kind === 'gap').map(({ key }) => key)).toEqual([
      'handOff|A1|B1',
      'handOff|A|B',
    ]);
    expect(new Set(between.tiles.map(({ key }) => key)).size).toBe(between.tiles.length);
  });

  it('follow the map’s order, and where they begin off the map', () => {
    expect(pathOrder(tiles, firstAt, MAP).map((place) => tiles[place]!.key)).toEqual([
      'touchpoint|intake|work|intake|A',
      'handOff|A|B|gap|check|A|B',
      'suspension|check|suspension|check|B',
      'touchpoint|check|work|check|B',
      'touchpoint|check|client|check|',
      'touchpoint|?pay|work|?pay|C',
    ]);
    const turned = pathMap(
      [
        { id: 'check', facts: ['check'], budgetDays: null },
        { id: 'intake', facts: ['apply'], budgetDays: null },
      ],
      [],
    );
    const told = tilingOf(TWO.walks, TWO.pieces, turned, NAMES);
    expect(pathOrder(told.tiles, told.firstAt, turned).map((place) => told.tiles[place]!.touchpoint)).toEqual([
      'check',
      'check',
      'check',
      'check',
      'intake',
      null,
    ]);
  });

  const stretch: fc.Arbitrary<Stretch> = fc.record({
    kind: fc.constantFrom(...SPAN_KINDS),
    touchpoint: fc.integer({ min: 0, max: 3 }),
    place: fc.constantFrom(0, 11, 12, 13, 21, 22, 23),
    giver: fc.constantFrom(0, 11, 21),
    taker: fc.constantFrom(0, 12, 22),
    days: fc.integer({ min: 1, max: 5_000_000 }).map((micros) => micros / DAY),
  });
  it('property: of any rows they add up to the whole to the microsecond, row by row', () => {
    fc.assert(
      fc.property(fc.array(fc.array(stretch, { maxLength: 12 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const { walks, pieces } = walked(rows);
        const tiling = tilingOf(walks, pieces, MAP, NAMES);
        for (const time of [tiling.byTile, tiling.byStep]) {
          const sums = new Float64Array(walks.n);
          time.rows.forEach((row, entry) => {
            sums[row]! += time.micros[entry]!;
          });
          const own = Array.from(sums.keys(), (row) => {
            let sum = 0;
            for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1)
              sum += pieces.to[i]! - pieces.from[i]!;
            return sum;
          });
          expect(Array.from(sums)).toEqual(own);
        }
        const means = [...figuresBy(tiling.byStep, [])].reduce((sum, { meanSeconds }) => sum + meanSeconds, 0);
        expect(means).toBeCloseTo(spreadOf(walks.wholes)?.meanSeconds ?? 0, 9);
      }),
    );
  });

  it('property: what keeping a budget brings is a recomputation of every row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(stretch, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 9 }),
        (rows) => {
          const { walks, pieces } = walked(rows);
          const tiling = tilingOf(walks, pieces, MAP, NAMES);
          const budgets = tiling.steps.map((_, step) => (step % 2 === 0 ? 1e-5 : null));
          const figures = [...figuresBy(tiling.byStep, budgets)];
          figures.forEach(({ fall }, step) => {
            if (budgets[step] === null) {
              expect(fall).toBeNull();
              return;
            }
            const kept = rows.map((_, row) => {
              let own = 0;
              for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1)
                if (tiling.tiles[tiling.tileOf[i]!]!.step === step) own += pieces.to[i]! - pieces.from[i]!;
              return walks.wholes[row]! - Math.max(0, own - Math.round(1e-5 * DAY));
            });
            const [was, is] = [spreadOf(walks.wholes)!, spreadOf(Float64Array.from(kept))!];
            expect(fall!.mean).toBeCloseTo(was.meanSeconds - is.meanSeconds, 6);
            expect(fall!.p50).toBeCloseTo(was.p50Seconds - is.p50Seconds, 6);
            expect(fall!.p90).toBeCloseTo(was.p90Seconds - is.p90Seconds, 6);
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('hand-offs', () => {
  it('pass with a gap, or where another body holds it next; inside one body nothing passes', () => {
    const { walks, pieces } = walked([
      [
        work(1, 21, 1),
        gap(21, 22, 2),
        work(2, 22, 1),
        { kind: 'agency', touchpoint: 2, place: 13, days: 3 },
        work(2, 22, 1),
      ],
      [work(1, 21, 1), work(1, 11, 1), { kind: 'client', touchpoint: 2, days: 1 }, work(2, 22, 1)],
    ]);
    expect(passesOf(walks, pieces, NAMES)).toEqual([
      { giver: 'A', taker: 'B', cases: 2, passes: 2, gapMicros: 2 * DAY, recordedMicros: 2 * DAY },
      { giver: 'B', taker: 'C', cases: 1, passes: 1, gapMicros: 0, recordedMicros: 0 },
      { giver: 'C', taker: 'B', cases: 1, passes: 1, gapMicros: 0, recordedMicros: 0 },
    ]);
  });
});

describe('a promise', () => {
  it.each([
    ['kept', [0, 1, 2, 3], [0, 1, 2, 3], [[], [], []]],
    ['a step missed', [0, 2, 3], [0, 1, 2, 3], [[1], [], []]],
    ['a step that may be missed', [0, 2, 3], [0, 2, 3], [[], [], []]],
    ['a step doubled', [0, 1, 2, 1, 3], [0, 1, 2, 3], [[], [1], []]],
    ['one step out of order', [1, 2, 0, 3], [0, 1, 2, 3], [[], [], [0]]],
    ['two turned round: one is enough to mend it', [0, 2, 1, 3], [0, 1, 2, 3], [[], [], [2]]],
    ['nothing walked', [], [0], [[0], [], []]],
  ] as const)('%s', (_, path, required, [missed, doubled, outOfOrder]) => {
    expect(breachesOf(path, required)).toEqual({ missed, doubled, outOfOrder });
  });
});

describe('labels', () => {
  const events = (
    rows: readonly {
      readonly at: number;
      readonly kind: EventKind;
      readonly activity: number;
      readonly touchpoint?: number;
      readonly by?: 'client' | 'body' | 'system';
    }[],
  ): WalkEvents => {
    const none = new Float64Array(rows.length);
    return {
      starts: Int32Array.from([0, rows.length]),
      at: Float64Array.from(rows, ({ at }) => at * DAY),
      kind: Float64Array.from(rows, ({ kind }) => EVENT_KINDS.indexOf(kind) + 1),
      initiator: Float64Array.from(rows, ({ by = 'body' }) => INITIATORS.indexOf(by) + 1),
      touchpoint: Float64Array.from(rows, ({ touchpoint = 0 }) => touchpoint),
      activity: Float64Array.from(rows, ({ activity }) => activity),
      unit: none,
      body: none,
      items: none,
      known: none,
    };
  };
  const log = events([
    { at: 0, kind: 'step', activity: 1 },
    { at: 1, kind: 'contact', activity: 3 },
    { at: 2, kind: 'step', activity: 2 },
    { at: 3, kind: 'step', activity: 2 },
    { at: 3, kind: 'notify', activity: 3, by: 'system' },
    { at: 4, kind: 'step', activity: 1 },
  ]);

  it('of a log of activities alone: a stretch belongs to the activity that ends it, the last to the one before', () => {
    const { walks, pieces } = walked([[work(0, 11, 3), work(0, 12, 1), work(0, 11, 5)]]);
    const told = labelled(walks, pieces, log);
    expect(told.from).toBe('activity');
    expect(Array.from(told.pieces.touchpoint)).toEqual([2, 2, 1, 1]);
    expect(Array.from(told.pieces.from, (from) => from / DAY)).toEqual([0, 2, 3, 4]);
    expect(passedBy(told.events, 0, (code) => NAMES.textOf(code))).toEqual(['apply', 'check', 'apply']);
  });

  it('where any fact names a touchpoint, activities stand for nothing', () => {
    const { walks, pieces } = walked([[work(1, 11, 2)]]);
    const told = labelled(walks, pieces, events([{ at: 0, kind: 'step', activity: 1, touchpoint: 2 }]));
    expect([told.from, Array.from(told.pieces.touchpoint)]).toEqual(['touchpoint', [1]]);
  });
});

describe('typical rows', () => {
  it('are the nearest, of equals the earlier', () => {
    expect(nearest(Float64Array.of(5, 1, 9, 5, 6), 5, 3)).toEqual([0, 3, 4]);
    expect(nearest(new Float64Array(0), 5, 3)).toEqual([]);
  });
});
