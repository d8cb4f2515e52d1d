import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinksView } from '#acts';
import { FACT_FILES, type Refused } from '#facts';
import { LINK_FIELDS, type Link, ownedTime, type Scope } from '#measure';
import { conformanceFolder, periodOf, readExpected } from '../reference/conformance.ts';
import { gather } from '../reference/gather.ts';
import type { Spec } from '../reference/spec.ts';
import { readWorld, type World } from '../reference/world.ts';
import { makeWorld } from './agree.ts';
import { type Bench, openBench } from './import/kit.ts';

// Time end to end by link, through the product, against sums made row by row from the plain reference's spans.

const SECOND = 1e6;
const EVER = { name: '', from: -8e15, to: 8e15 };

/** A row: its time end to end, and the microseconds of each link by key. */
interface Row {
  readonly whole: number;
  readonly links: ReadonlyMap<string, number>;
}

const keyOf = (link: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(LINK_FIELDS.map((field) => link[field] ?? null));

const specOf = (of: 'case' | 'run'): Spec => {
  const time = of === 'case' ? ['registeredAt', 'closedAt'] : ['startedAt', 'endedAt'];
  return {
    id: 'whole',
    kpi: 'speed',
    group: 'objective',
    name: { ru: 'Весь путь', en: 'Whole' },
    better: 'down',
    of,
    measure: { mean: { time, clock: 'calendar' } },
    by: time[1],
    unit: 'days',
    levels: [],
    clients: ['citizen', 'organisation', 'internal'],
    roll: 'weightedParts',
    counter: [],
  } as unknown as Spec;
};

/** The rows that the reference uses, one by one: split by id each is a group of its own. */
function rowsOf(world: World, of: 'case' | 'run', scope: Scope, period = EVER): readonly Row[] {
  const heaps = gather(world, specOf(of), { period, scope, split: 'id' });
  return [...heaps].flatMap(([id, { used }]) => {
    if (used.length === 0) return [];
    const row = of === 'case' ? world.cases.get(id)! : world.runs.get(id)!;
    const links = new Map<string, number>();
    for (const { fields } of row.spans) {
      const key = keyOf(fields);
      links.set(key, (links.get(key) ?? 0) + ((fields.to as number) - (fields.from as number)));
    }
    return [{ whole: used[0]!.x, links }];
  });
}

const total = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0);

function quantile(numbers: readonly number[], p: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = sorted[Math.floor(h)]!;
  return low + (h - Math.floor(h)) * (sorted[Math.min(sorted.length - 1, Math.floor(h) + 1)]! - low);
}

/** What is expected of each link, from its definition. */
function figuresOf(rows: readonly Row[], budgetOf: (link: Link) => number | null) {
  const keys = new Set(rows.flatMap(({ links }) => [...links.keys()]));
  const wholes = rows.map(({ whole }) => whole / SECOND);
  const statistics = [
    (of: readonly number[]) => total(of) / of.length,
    (of: readonly number[]) => quantile(of, 0.5),
    (of: readonly number[]) => quantile(of, 0.9),
  ];
  return new Map(
    [...keys].map((key) => {
      const held = rows.flatMap(({ links }) => (links.has(key) ? [links.get(key)! / SECOND] : []));
      const fields = JSON.parse(key) as string[];
      const budget = budgetOf(Object.fromEntries(LINK_FIELDS.map((field, i) => [field, fields[i]])) as unknown as Link);
      const kept = rows.map(({ whole, links }) => {
        const seconds = (links.get(key) ?? 0) / SECOND;
        return whole / SECOND - seconds + Math.min(seconds, budget ?? Infinity);
      });
      const numbers = [
        held.length,
        total(held),
        total(held) / rows.length,
        quantile(held, 0.5),
        quantile(held, 0.9),
        total(held) / total(wholes),
      ];
      return [key, { numbers, budget, falls: statistics.map((of) => of(wholes) - of(kept)) }] as const;
    }),
  );
}

const close = (got: number, wanted: number, scale = Math.abs(wanted)): boolean =>
  Math.abs(got - wanted) <= 1e-9 * Math.max(1, scale);

function expectFigures(view: LinksView, rows: readonly Row[], budgetOf: (link: Link) => number | null): void {
  const wanted = figuresOf(rows, budgetOf);
  const longest = Math.max(...rows.map(({ whole }) => whole)) / SECOND;
  expect(view.population.cases).toBe(rows.length);
  expect(view.links.map(({ link }) => keyOf({ ...link })).sort()).toEqual([...wanted.keys()].sort());
  for (const figure of view.links) {
    const { numbers, budget, falls } = wanted.get(keyOf({ ...figure.link }))!;
    const { cases, totalSeconds, meanSeconds, p50Seconds, p90Seconds, share, fall, interval } = figure;
    const got = [cases, totalSeconds, meanSeconds, p50Seconds, p90Seconds, share];
    expect(
      got.every((number, i) => close(number, numbers[i]!)),
      JSON.stringify([figure, numbers]),
    ).toBe(true);
    expect(figure.budgetSeconds).toBe(budget);
    expect([fall === null, interval === null]).toEqual([budget === null, budget === null]);
    if (fall !== null)
      expect(
        [fall.mean, fall.p50, fall.p90].every((number, i) => close(number, falls[i]!, longest)),
        JSON.stringify([figure, falls]),
      ).toBe(true);
  }
}

describe('made worlds', () => {
  it.each([3, 8, 12])(
    'every row of world %i is split among its links to the microsecond',
    async (seed) => {
      const { world, stored } = await makeWorld(seed, 70);
      const profile = (whole: number, links: Iterable<readonly [string, number]>) =>
        JSON.stringify([whole, [...links].sort()]);
      try {
        const context = await stored.store.context();
        const scopes: Scope[] = [
          {},
          { unit: ['У1'] },
          { body: ['О2'] },
          { clientStatus: ['internal', null] },
          { touchpoint: ['counter'] },
          { journey: ['birth'] },
          { service: ['permit'], channel: ['office', null] },
        ];
        let seen = 0;
        for (const of of ['case', 'run'] as const)
          for (const scope of scopes)
            for (const period of [null, periodOf('2024-Q3', world.zone)]) {
              const time = await stored.store.session((engine) => ownedTime({ of, period, scope }, context, engine));
              const got = [...time.wholes].map((whole, row) => {
                const links = time.links.flatMap((link, i) =>
                  [...time.rows.subarray(time.starts[i], time.starts[i + 1])].flatMap((place, entry) =>
                    place === row ? [[keyOf({ ...link }), time.micros[time.starts[i]! + entry]!] as const] : [],
                  ),
                );
                expect(total(links.map(([, micros]) => micros))).toBe(whole);
                return profile(whole, links);
              });
              const wanted = rowsOf(world, of, scope, period ?? EVER).map(({ whole, links }) => profile(whole, links));
              expect(got.sort(), JSON.stringify([of, scope, period?.name])).toEqual(wanted.sort());
              seen += got.length;
            }
        expect(seen).toBeGreaterThan(50);
      } finally {
        stored.close();
      }
    },
    120_000,
  );
});

describe('the act', () => {
  let bench: Bench;
  let world: World;
  beforeAll(async () => {
    const { horizon, zone } = readExpected();
    const batch = { folder: conformanceFolder, horizon };
    world = readWorld([batch], zone);
    bench = await openBench();
    const paths = Object.values(FACT_FILES).map((name) => join(conformanceFolder, `${name}.csv`));
    const report = await bench.takePaths(paths, { horizon }, { now: Date.UTC(2026, 10, 24) * 1000 });
    expect(report.result).toBe('taken');
  }, 120_000);
  afterAll(() => bench.close());

  const linksOf = (input: object) => bench.act<LinksView>('links', input);
  const refusalsOf = (input: object) =>
    linksOf(input).then(
      () => [],
      (error: unknown) => (error as Refused).refusals,
    );
  const journeys = () =>
    new Set(
      [...world.runs.values()].map(({ fields }) => fields.journey as string | null).filter((one) => one !== null),
    );

  const DAY = 86_400;
  const BUDGETS = [
    { link: { kind: 'work' }, budgetSeconds: 5 * DAY },
    { link: { kind: 'gap' }, budgetSeconds: 0 },
    { link: { kind: 'work', unit: null }, budgetSeconds: 2.5 * DAY },
    { link: { kind: 'client' }, budgetSeconds: 1 },
  ];
  const budgetOf = ({ kind, unit }: Link): number | null =>
    kind === 'work' ? (unit === null ? 2.5 * DAY : 5 * DAY) : kind === 'gap' ? 0 : kind === 'client' ? 1 : null;

  it('gives each link of single cases as its definition does', async () => {
    for (const scope of [
      {},
      { unit: 'МСП' },
      { unit: 'МСП-1' },
      { clientStatus: 'internal' },
      { touchpoint: 'decision' },
    ]) {
      const view = await linksOf({ scope, budgets: BUDGETS });
      const lists = Object.fromEntries(Object.entries(scope).map(([field, value]) => [field, [value as string]]));
      expectFigures(view, rowsOf(world, 'case', lists), budgetOf);
    }
  });

  it('gives each link of the runs of a journey, and the seconds of all are those of the runs', async () => {
    expect(journeys().size).toBeGreaterThan(0);
    for (const journey of journeys()) {
      const view = await linksOf({ journey, budgets: BUDGETS });
      const rows = rowsOf(world, 'run', { journey: [journey] });
      expectFigures(view, rows, budgetOf);
      const all = total(view.links.map(({ totalSeconds }) => totalSeconds));
      expect(close(all, total(rows.map(({ whole }) => whole)) / SECOND)).toBe(true);
      expect(close(total(view.links.map(({ meanSeconds }) => meanSeconds)), view.population.meanSeconds!)).toBe(true);
    }
  });

  it('takes periods in any form, widened to whole ones, and an open end', async () => {
    const zone = world.zone;
    const [first, last] = [periodOf('2025-Q2', zone), periodOf('2025-09', zone)];
    for (const [input, period] of [
      [
        { from: '2025-Q2', to: '2025-09' },
        { name: '', from: first.from, to: last.to },
      ],
      [{ from: '2025-09' }, { ...EVER, from: last.from }],
      [{ to: '2025-Q2' }, { ...EVER, to: first.to }],
    ] as const)
      expectFigures(await linksOf({ ...input, budgets: BUDGETS }), rowsOf(world, 'case', {}, period), budgetOf);
  });

  it('puts the weakest link first, and needs no budgets', async () => {
    const { links } = await linksOf({ budgets: BUDGETS });
    const falls = links.map(({ fall }) => fall?.p90 ?? -1);
    expect(falls).toEqual(falls.toSorted((a, b) => b - a));
    expect(falls[0]).toBeGreaterThan(0);
    const bare = await linksOf({});
    expect(bare.links.every(({ fall, interval, budgetSeconds }) => !fall && !interval && budgetSeconds === null)).toBe(
      true,
    );
    const sizes = bare.links.map(({ totalSeconds }) => totalSeconds);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('gives the same intervals again, around the fall', async () => {
    const [once, again] = [await linksOf({ budgets: BUDGETS }), await linksOf({ budgets: BUDGETS })];
    expect(again).toEqual(once);
    for (const { fall, interval } of once.links.filter((figure) => figure.fall)) {
      expect(interval!.p90[0]).toBeLessThanOrEqual(fall!.p90 + 1e-6);
      expect(interval!.p50[0]).toBeLessThanOrEqual(fall!.p50 + 1e-6);
      expect(interval!.p90[1]).toBeGreaterThanOrEqual(interval!.p90[0]);
    }
  });

  it('tells of budgets that no link meets, and of nobody where no row is', async () => {
    const stray = { link: { touchpoint: 'нет такого' }, budgetSeconds: 60 };
    expect((await linksOf({ budgets: [...BUDGETS, stray] })).unmatched).toEqual([{ place: 4, ...stray }]);
    const none = { cases: 0, meanSeconds: null, p50Seconds: null, p90Seconds: null };
    for (const input of [{ journey: 'нет' }, { from: '2040' }, { scope: { unit: 'нет' } }])
      expect(await linksOf(input)).toEqual({ links: [], population: none, unmatched: [] });
  });

  it.each([
    ['a foreign field', [{ link: { employee: 'х' }, budgetSeconds: 1 }], 'budgets.invalid', 'budgets.0.link.employee'],
    ['an unknown kind', [{ link: { kind: 'wrk' }, budgetSeconds: 1 }], 'budgets.invalid', 'budgets.0.link.kind'],
    ['less than no time', [BUDGETS[0], { link: {}, budgetSeconds: -1 }], 'budgets.invalid', 'budgets.1.budgetSeconds'],
    ['no time', [{ link: {} }], 'budgets.invalid', 'budgets.0.budgetSeconds'],
    ['no link', [{ budgetSeconds: 1 }], 'budgets.invalid', 'budgets.0.link'],
    ['no list', { link: {}, budgetSeconds: 1 }, 'budgets.invalid', 'budgets'],
    [
      'two for one link',
      [
        { link: { kind: 'gap' }, budgetSeconds: 1 },
        { link: { unit: null }, budgetSeconds: 2 },
      ],
      'budgets.ambiguous',
      'budgets.1',
    ],
  ])('refuses budgets with %s, naming the place', async (_name, budgets, code, field) => {
    expect(await refusalsOf({ budgets })).toContainEqual(expect.objectContaining({ code, field }));
  });

  it('refuses what cannot be asked', async () => {
    expect(await refusalsOf({ from: '2025', to: '2024' })).toMatchObject([{ code: 'links.periodReversed' }]);
    expect(await refusalsOf({ from: '1500' })).toMatchObject([{ code: 'input.period', field: 'from' }]);
    expect(await refusalsOf({ journey: 'a', scope: { journey: 'b' } })).toMatchObject([{ code: 'links.journeyTwice' }]);
    expect(await refusalsOf({ journey: 7 })).toMatchObject([{ code: 'input.invalid', field: 'journey' }]);
  });
});
