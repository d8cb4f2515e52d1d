import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RunCase, type RunPiece, runsOf, type Stretch } from './runs.ts';

const HORIZON = 100;
const one = (
  id: string,
  registeredAt: number | null,
  closedAt: number | null,
  more: Partial<RunCase<Stretch>> = {},
): RunCase<Stretch> => ({
  id,
  journeyRun: 'п1',
  journey: 'birth',
  clientStatus: 'citizen',
  segment: null,
  unit: `отдел ${id}`,
  body: null,
  service: null,
  registeredAt,
  closedAt,
  outcome: closedAt === null ? null : 'granted',
  horizon: HORIZON,
  reached: [],
  spans:
    registeredAt === null || (closedAt ?? HORIZON) <= registeredAt
      ? []
      : [{ from: registeredAt, to: closedAt ?? HORIZON }],
  ...more,
});
const NONE = new Map<string, string>();
const only = (cases: readonly RunCase<Stretch>[], closing: ReadonlyMap<string, string> = NONE) =>
  [...runsOf(cases, closing)][0]!;
const told = (pieces: readonly RunPiece<Stretch>[]) =>
  pieces.map((piece) => `${piece.caseId ?? 'gap'} ${piece.from}-${piece.to}`);
const path = (...cases: readonly RunCase<Stretch>[]) => told(only(cases).pieces);

describe('the row of a run', () => {
  it('is that of its earliest registered case, of two at once the smaller id', () => {
    expect(only([one('в', 5, 9), one('б', 3, 9), one('а', 3, 9), one('0', null, 9)]).run).toMatchObject({
      id: 'п1',
      unit: 'отдел а',
      startedAt: 3,
      endedAt: 9,
    });
  });

  it('names no journey where its cases disagree', () => {
    expect(only([one('а', 1, 2), one('б', 2, 3, { journey: 'moving' })]).run.journey).toBeNull();
  });

  it('ends with its latest closing once no registered case is open', () => {
    expect(only([one('а', 1, 20), one('б', 2, 7), one('в', null, null)]).run.endedAt).toBe(20);
    expect(only([one('а', 1, 20), one('б', 2, null)]).run.endedAt).toBeNull();
  });

  it('has no end where all its cases were withdrawn or terminated', () => {
    const [withdrawn, terminated] = [{ outcome: 'withdrawn' }, { outcome: 'terminated' }] as const;
    expect(only([one('а', 1, 5, withdrawn), one('б', 2, 7, terminated)]).run.endedAt).toBeNull();
    expect(only([one('а', 1, 5, withdrawn), one('б', 2, 7)]).run.endedAt).toBe(7);
  });

  it('has no end before the closing touchpoint of its journey gave its result', () => {
    const closing = new Map([['birth', 'выдача']]);
    expect(only([one('а', 1, 5)], closing).run.endedAt).toBeNull();
    expect(only([one('а', 1, 5, { reached: ['портал', 'выдача'] })], closing).run.endedAt).toBe(5);
    expect(only([one('а', 1, 5, { journey: 'moving' })], closing).run.endedAt).toBe(5);
  });

  it('cases without a run, and runs without a registered case, give none', () => {
    expect([...runsOf([one('а', 1, 2, { journeyRun: null }), one('б', null, null)], NONE)]).toEqual([]);
  });
});

describe('the critical path', () => {
  it('goes back from the end by whose life ends latest; what none covers is a gap', () => {
    expect(path(one('а', 0, 10), one('б', 5, 20), one('в', 30, 40))).toEqual([
      'а 0-5',
      'б 5-20',
      'gap 20-30',
      'в 30-40',
    ]);
  });

  it('a case that ran beside a longer one is not on it', () => {
    expect(path(one('а', 0, 40), one('б', 5, 20))).toEqual(['а 0-40']);
  });

  it('of lives that end together the one registered last has the time, then the smallest id', () => {
    expect(path(one('а', 0, 40), one('б', 10, 40), one('г', 20, 40), one('в', 20, 40))).toEqual([
      'а 0-10',
      'б 10-20',
      'в 20-40',
    ]);
  });

  it('runs to the horizon while a case is open, and to its latest closing when all were withdrawn', () => {
    expect(path(one('а', 0, 40), one('б', 10, null))).toEqual(['а 0-10', 'б 10-100']);
    expect(path(one('а', 0, 40, { outcome: 'withdrawn' }))).toEqual(['а 0-40']);
  });

  it('a case that lived no time parts no gap', () => {
    expect(path(one('а', 0, 10), one('б', 15, 15), one('в', 30, 40))).toEqual(['а 0-10', 'gap 10-30', 'в 30-40']);
  });

  it('ids are compared by code points: U+FF21 comes before U+1D7D8, unlike in UTF-16', () => {
    expect(path(one('\u{1d7d8}', 0, 9), one('\uff21', 0, 9))).toEqual(['\uff21 0-9']);
  });

  const anyCase = fc.record({
    id: fc.integer({ min: 0, max: 40 }).map((number) => `Д-${String(number).padStart(2, '0')}`),
    registeredAt: fc.integer({ min: 0, max: 40 }),
    length: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
  });
  const anyRun = fc
    .uniqueArray(anyCase, { minLength: 1, maxLength: 10, selector: (some) => some.id })
    .map((list) =>
      list.map(({ id, registeredAt, length }) => one(id, registeredAt, length === null ? null : registeredAt + length)),
    );

  it('is what the definition says, taken literally', () => {
    fc.assert(
      fc.property(anyRun, (cases) => {
        const { run, pieces } = only(cases);
        const end = run.endedAt ?? Math.max(...cases.map((some) => some.closedAt ?? HORIZON));
        const owners: (string | null)[] = [];
        for (let until = end; ; ) {
          const before = cases.filter((some) => some.registeredAt! < until);
          if (before.length === 0) break;
          const endOf = (some: RunCase<Stretch>) => Math.min(some.closedAt ?? until, until);
          const [chosen] = before.toSorted(
            (a, b) => endOf(b) - endOf(a) || b.registeredAt! - a.registeredAt! || (a.id < b.id ? -1 : 1),
          );
          for (let t = until - 1; t >= endOf(chosen!); t--) owners[t] = null;
          for (let t = endOf(chosen!) - 1; t >= chosen!.registeredAt!; t--) owners[t] = chosen!.id;
          until = chosen!.registeredAt!;
        }
        let until = run.startedAt;
        for (const piece of pieces) {
          expect(piece.from).toBe(until);
          expect(piece.to).toBeGreaterThan(piece.from);
          for (let t = piece.from; t < piece.to; t++) expect(owners[t]).toBe(piece.caseId);
          until = piece.to;
        }
        expect(until).toBe(Math.max(end, run.startedAt));
      }),
      { numRuns: 1000 },
    );
  });
});
