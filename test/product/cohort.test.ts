import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#facts';
import { periodOf, readSpecs } from '../reference/conformance.ts';
import { isMissing } from '../reference/logic.ts';
import { time } from '../reference/points.ts';
import { holds, lookingAt } from '../reference/predicate.ts';
import type { CaseRow } from '../reference/rows.ts';
import type { Spec } from '../reference/spec.ts';
import { type Made, makeWorld } from './agree.ts';
import { type Asked, measured } from './stored.ts';

// Durations by start cohort (grammar B.3), against their plain definition over the reference's rows.

const specs = readSpecs();
const duration = (id: string, measure: Spec['measure'], more: Partial<Spec> = {}): Spec =>
  ({
    ...specs.get('time-to-result')!,
    id,
    measure,
    min: { show: 1, judge: 10 },
    clients: ['citizen', 'organisation'],
    ...more,
  }) as Spec;
const whole = ['registeredAt', 'closedAt'];
const METRICS: readonly Spec[] = [
  duration('median-days', { median: { time: whole, clock: 'calendar' } }),
  duration('tenth-days', { p: 10, of: { time: whole, clock: 'calendar', less: ['client', 'suspension'] } }),
  duration('third-hours', { p: 30, of: { time: whole, clock: 'working', less: ['gap'] } }, { unit: 'workingHours' }),
  duration(
    'all-ends',
    { median: { time: whole, clock: 'calendar' } },
    { where: undefined, keep: ['withdrawn', 'terminated'] },
  ),
  duration(
    'of-a-service',
    { median: { time: whole, clock: 'calendar' } },
    { where: { and: [{ is: 'decided' }, { field: 'service', oneOf: ['benefit', 'permit'] }] } },
  ),
];

let worlds: readonly Made[];
beforeAll(async () => {
  const made: Made[] = [];
  for (const seed of [4, 7, 12]) made.push(await makeWorld(seed, 90));
  worlds = made;
});
afterAll(() => {
  for (const { stored } of worlds) stored.close();
});

const GONE = ['withdrawn', 'terminated'];
const KINDS = ['application', 'appeal', 'interagency', 'internalRequest'];

interface Told {
  readonly after: number;
  readonly how: 'closed' | 'otherwise' | 'open';
}

/** One row of the cohort; a reason where it is left out; nothing where it is no such row. */
function tell({ world }: Made, spec: Spec, row: CaseRow): Told | string | null {
  const looking = lookingAt(world, spec, null);
  const { service, kind, clientStatus, outcome } = row.fields as Readonly<
    Record<'service' | 'kind' | 'clientStatus' | 'outcome', string | null>
  >;
  if (spec.id === 'of-a-service' && service !== null && !['benefit', 'permit'].includes(service)) return null;
  if (!KINDS.includes(kind!)) return 'otherKind';
  if (clientStatus === 'internal') return 'otherClient';
  const { clock, less = [] } = (spec.measure.of ?? spec.measure.median) as { clock: string; less?: string[] };
  const ended = { ...row, fields: { ...row.fields, closedAt: row.closedAt ?? row.horizon } };
  const after = time(['registeredAt', 'closedAt'], clock, less, ended, looking);
  if (isMissing(after)) return 'null';
  if (row.closedAt === null) return { after, how: 'open' };
  if (GONE.includes(outcome!) && !spec.keep?.includes(outcome!)) return { after, how: 'otherwise' };
  const met = spec.where === undefined ? true : holds(spec.where, row, looking);
  return isMissing(met) ? 'null' : { after, how: met ? 'closed' : 'otherwise' };
}

/** The shortest time after which the cumulative incidence reaches p: still waiting × share that ends, summed. */
function plain(rows: readonly Told[], p: number): number | null {
  let [waiting, incidence] = [1, 0];
  for (const after of [...new Set(rows.map((row) => row.after))].sort((a, b) => a - b)) {
    const atRisk = rows.filter((row) => row.after >= after).length;
    const now = rows.filter((row) => row.after === after && row.how !== 'open');
    incidence += (waiting * now.filter((row) => row.how === 'closed').length) / atRisk;
    waiting *= 1 - now.length / atRisk;
    if (incidence >= p - 1e-12) return after;
  }
  return null;
}

describe('durations by start cohort', () => {
  for (const spec of METRICS) {
    it(`${spec.id}: the product gives the plain definition`, async () => {
      let [compared, unreached] = [0, 0];
      for (const made of worlds) {
        const periods = ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'].map((name) =>
          periodOf(name, made.world.zone),
        );
        const asks: readonly (Asked & { readonly in?: (row: CaseRow) => boolean })[] = [
          {},
          { split: 'channel' },
          { scope: { segment: ['family', null] }, in: (row) => row.fields.segment !== 'student', split: 'channel' },
        ];
        for (const { in: inScope = () => true, ...asked } of asks) {
          const figures = await measured(made.stored, spec, periods, { ...asked, cohort: true });
          for (const period of periods) {
            const groups = new Map<string, (Told | string)[]>(asked.split ? [] : [['', []]]);
            for (const row of made.world.cases.values()) {
              const began = row.registeredAt;
              if (began === null || began < period.from || began >= period.to || began > row.horizon || !inScope(row))
                continue;
              const told = tell(made, spec, row);
              const key = asked.split ? ((row.fields[asked.split] as string | null) ?? '∅') : '';
              if (told !== null) groups.set(key, [...(groups.get(key) ?? []), told]);
            }
            const got = figures.get(period.name) ?? new Map();
            expect([...got.keys()].sort()).toEqual([...groups.keys()].sort());
            for (const [key, all] of groups) {
              const used = all.filter((one): one is Told => typeof one === 'object');
              const figure = got.get(key)!;
              if (used.length === 0) {
                expect(figure.state).toBe('tooFew');
                continue;
              }
              const p = 'median' in spec.measure ? 0.5 : (spec.measure.p as number) / 100;
              const value = plain(used, p);
              const unit = spec.unit === 'days' ? 86_400e6 : 3_600e6;
              const left: Record<string, number> = {};
              for (const one of all) if (typeof one === 'string') left[one] = (left[one] ?? 0) + 1;
              expect([figure.n, figure.leftOut, figure.intervalMethod]).toEqual([used.length, left, 'greenwood']);
              expect(figure.cohort).toEqual({
                closed: used.filter((one) => one.how === 'closed').length,
                otherwise: used.filter((one) => one.how === 'otherwise').length,
                open: used.filter((one) => one.how === 'open').length,
              });
              if (value === null) expect(figure.value).toBeNull();
              else expect(figure.value).toBeCloseTo(value / unit, 9);
              compared++;
              if (value === null) unreached++;
            }
          }
        }
      }
      expect(compared).toBeGreaterThan(60);
      expect(unreached).toBeGreaterThan(0);
    });
  }

  it('is refused for anything but a quantile of the time from registration to closing', async () => {
    const [made] = worlds;
    const periods = [periodOf('2024', made!.world.zone)];
    for (const id of ['on-time', 'nobodys-time', 'first-response', 'open-age']) {
      const spec = specs.get(id);
      if (!spec) continue;
      const refused = await measured(made!.stored, spec, periods, { cohort: true }).catch((error: unknown) => error);
      expect(refused, id).toBeInstanceOf(Refused);
      expect((refused as Refused).refusals).toMatchObject([{ code: 'measure.cohort', got: id }]);
    }
  });
});
