import { z } from 'zod';
import { INITIATORS } from '#facts';
import { type PlaceNames, spreadOf } from '#judge';
import { difference, eventKind, type Interval, meanInterval, type Walks, withWalks } from '#measure';
import type { FiveNumbers } from '#model';
import { formatUtc, type Micros, monthsLater, startOfDay } from '#time';
import { defineAct } from './act.ts';
import { scopeInput } from './inputs.ts';
import { journeyOf, readJourney } from './journeyDocument.ts';
import { type JourneyRequest, journeyRequest, placeNames, walkRequest } from './journeyPopulation.ts';
import type { BeforeAfterView, FiveSide } from './journeyViews.ts';

const NUMBERS = ['services', 'bodies', 'documents', 'visits', 'days'] as const;
const CLIENT = INITIATORS.indexOf('client') + 1;

export const beforeAfter = defineAct({
  name: 'beforeAfter',
  summary:
    'The five numbers of a redesign before and after its recorded day: services, bodies, documents, visits, days.',
  input: z.object({
    id: z.string().min(1),
    version: z.number().int().min(1).optional(),
    /** How far back, and how far on. */
    months: z.number().int().min(1).max(60).default(12),
    scope: scopeInput,
  }),
  cancels: true,
  run: async ({ ports }, { id, version, months, scope }): Promise<BeforeAfterView> => {
    const journey = journeyOf(await readJourney(ports.book, id, version));
    const { changedOn, toBe } = journey;
    const none = { changedOn, before: null, after: null, expected: toBe?.expected ?? null, difference: null };
    const facts = await ports.facts.context();
    if (changedOn === null || !facts.span) return none;
    const changed = startOfDay(changedOn, facts.zone);
    const horizon = facts.span.to;
    const monthsOff = (by: number) => startOfDay(monthsLater(changedOn, by), facts.zone);
    const [begin, end] = [monthsOff(-months), monthsOff(months)];
    return ports.facts.session(async (engine) => {
      const request = await journeyRequest(journey, { scope }, facts, engine);
      if (!request) return none;
      const names = await placeNames(facts, engine);
      const side = (from: Micros, to: Micros, starts: SideOf['starts'], until: Micros) =>
        withWalks(walkRequest(between(request, from, to), facts), facts, engine, (walks) =>
          sideOf(walks, names, { from, starts, until }),
        );
      const before = await side(begin, changed, () => true, changed);
      // Of what began last only the quick ones have ended: runs count once a slow one would have ended, too.
      const last = Math.min(end, horizon - (before?.slow ?? 0));
      const after = last > changed ? await side(changed, horizon, (at) => at >= changed && at < last, last) : null;
      return {
        ...none,
        before: before?.view ?? null,
        after: after?.view ?? null,
        difference: before && after ? differences(before.view, after.view) : null,
      };
    });
  },
});

const between = (request: JourneyRequest, from: Micros, to: Micros): JourneyRequest => ({
  ...request,
  period: { name: '', from, to },
});

interface SideOf {
  readonly from: Micros;
  readonly starts: (at: Micros) => boolean;
  /** Where the view says that it ends. */
  readonly until: Micros;
}

type Side = { readonly view: FiveSide; readonly slow: number };

/** Null where too few runs ended. `slow`: the 90th percentile of their time. */
async function sideOf(walks: Walks, names: PlaceNames, { from, until, starts }: SideOf): Promise<Side | null> {
  const rows = Array.from(walks.startAt.keys()).filter((row) => starts(walks.startAt[row]!));
  if (rows.length < walks.show) return null;
  const spread = spreadOf(Float64Array.from(rows, (row) => walks.wholes[row]!))!;
  const days = (seconds: number | null) => (seconds === null ? null : seconds / 86_400);
  const [lower, upper] = spread.interval.p50 ?? [null, null];
  const { documents, visits, bodies } = await countedOf(walks, names);
  const services = await walks.casesBy('service');
  const n = rows.length;
  return {
    slow: spread.p90Seconds * 1e6,
    view: {
      fromAt: formatUtc(from),
      toAt: formatUtc(until),
      runs: n,
      numbers: {
        services: meanOf(rows.map((row) => services.get(row)?.size ?? 0)),
        bodies: meanOf(rows.map((row) => bodies[row]!)),
        documents: documents && meanOf(rows.map((row) => documents[row]!)),
        visits: meanOf(rows.map((row) => visits[row]!)),
        days: { value: spread.p50Seconds / 86_400, n, interval: [days(lower), days(upper)] },
      },
    },
  };
}

function meanOf(values: readonly number[]): FiveSide['numbers']['visits'] {
  const n = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  const interval = meanInterval(n, value, n < 2 ? 0 : squares / (n - 1));
  return { value, n, interval: interval && [Math.max(0, interval[0]!), interval[1]] };
}

/** Of each row: documents that the client handed in (null: nobody records items), visits, bodies that acted or held it. */
async function countedOf(walks: Walks, names: PlaceNames) {
  const events = await walks.events();
  const pieces = await walks.pieces();
  const [documents, visits, bodies] = [0, 1, 2].map(() => new Float64Array(walks.n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [visit, submit, receive] = [eventKind('visit'), eventKind('submit'), eventKind('receive')];
  let told = false;
  for (let row = 0; row < walks.n; row += 1) {
    const acting = new Set<number>();
    for (let i = events.starts[row]!; i < events.starts[row + 1]!; i += 1) {
      const kind = events.kind[i]!;
      if (kind === visit) visits[row]! += 1;
      const handedIn = events.initiator[i] === CLIENT && (kind === submit || kind === receive);
      if (handedIn && !Number.isNaN(events.items[i]!)) {
        documents[row]! += events.items[i]!;
        told = true;
      }
      acting.add(names.bodyAt(events.body[i]! || events.unit[i]!, events.at[i]!));
    }
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1)
      acting.add(names.bodyAt(pieces.body[i]! || pieces.unit[i]!, pieces.from[i]!));
    acting.delete(0);
    bodies[row] = acting.size;
  }
  return { documents: told ? documents : null, visits, bodies };
}

/** After less before, by the two intervals (facts.md § 4). */
function differences(before: FiveSide, after: FiveSide): BeforeAfterView['difference'] {
  const one = (name: keyof FiveNumbers) => {
    const [was, is] = [before.numbers[name], after.numbers[name]];
    if (!was || !is) return null;
    const estimate = ({ value, interval }: typeof was) => ({ value, interval: interval as Interval | null });
    return differenceOf(estimate(is), estimate(was));
  };
  return Object.fromEntries(NUMBERS.map((name) => [name, one(name)])) as BeforeAfterView['difference'];
}

const differenceOf = (
  is: { readonly value: number; readonly interval: Interval | null },
  was: { readonly value: number; readonly interval: Interval | null },
) => ({ value: is.value - was.value, interval: difference(is, was) });
