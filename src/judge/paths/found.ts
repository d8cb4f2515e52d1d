import { EVENT_KINDS, INITIATORS, type SPAN_KINDS } from '#facts';
import type { Walks } from '#measure';
import { quantile } from '../weakestLink/sorted.ts';
import { type Labelled, passedBy } from './labels.ts';
import { pathMap } from './map.ts';
import { type PlaceNames, tilingOf } from './tiles.ts';

/** A place that walks pass, as the facts tell of it. */
export interface FoundPlace {
  readonly facts: string;
  readonly cases: number;
  readonly events: number;
  /** Mean place of its first passing on the way, 0 (first) … 1 (last). */
  readonly position: number;
  /** Whose events they are; null: nobody's named. Most first. */
  readonly bodies: readonly (readonly [string | null, number])[];
  readonly units: readonly (readonly [string | null, number])[];
  readonly kinds: readonly (readonly [string, number])[];
  /** Over all rows; null: no time was seen there. */
  readonly meanSeconds: number | null;
  /** Over the rows that spent time there. */
  readonly p50Seconds: number | null;
  /** Who held it longest; null: the client, or nobody known. */
  readonly holder: string | null;
  /** The client waits there longer than another body is waited for. */
  readonly waitsForClient: boolean;
  readonly visits: number;
  /** Documents handed in; null: nobody records items. */
  readonly documents: number | null;
  /** Rows with an `issue` or a `pay` there. */
  readonly results: number;
}

/** Nobody's time between two bodies. */
export interface FoundGap {
  readonly giver: string;
  readonly taker: string;
  readonly cases: number;
  readonly meanSeconds: number;
  readonly p50Seconds: number;
}

export interface Found {
  /** In order of the way. */
  readonly places: readonly FoundPlace[];
  /** Most cases first. */
  readonly gaps: readonly FoundGap[];
}

const CLIENT = INITIATORS.indexOf('client') + 1;
const kindNo = (kind: (typeof EVENT_KINDS)[number]) => EVENT_KINDS.indexOf(kind) + 1;
const [VISIT, SUBMIT, RECEIVE, ISSUE, PAY] = [
  kindNo('visit'),
  kindNo('submit'),
  kindNo('receive'),
  kindNo('issue'),
  kindNo('pay'),
];
const MICROS = 1e6;

interface Seen {
  cases: number;
  last: number;
  events: number;
  passed: number;
  positions: number;
  readonly bodies: Map<number, number>;
  readonly units: Map<number, number>;
  readonly kinds: Map<number, number>;
  visits: number;
  documents: number;
  results: number;
  resultOf: number;
}

/** What a log shows of the way that its cases or runs take, without any map. */
export function foundIn(walks: Walks, { events, pieces }: Labelled, names: PlaceNames): Found {
  const seen = new Map<number, Seen>();
  let items = false;
  for (let row = 0; row < walks.n; row += 1) {
    for (let i = events.starts[row]!; i < events.starts[row + 1]!; i += 1) {
      const code = events.touchpoint[i]!;
      if (code === 0) continue;
      const one = seen.get(code) ?? fresh();
      seen.set(code, one);
      if (one.last !== row) one.cases += 1;
      one.last = row;
      one.events += 1;
      const kind = events.kind[i]!;
      const place = events.body[i]! || events.unit[i]!;
      add(one.bodies, place === 0 ? 0 : names.bodyAt(place, events.at[i]!));
      add(one.units, events.unit[i]!);
      add(one.kinds, kind);
      if (kind === VISIT) one.visits += 1;
      if ((kind === ISSUE || kind === PAY) && events.initiator[i] !== CLIENT && one.resultOf !== row) {
        one.results += 1;
        one.resultOf = row;
      }
      const handedIn = events.initiator[i] === CLIENT && (kind === SUBMIT || kind === RECEIVE);
      if (handedIn && !Number.isNaN(events.items[i]!)) {
        items = true;
        one.documents += events.items[i]!;
      }
    }
    placed(
      passedBy(events, row, (code) => (code === 0 ? null : String(code))),
      seen,
    );
  }
  const { spent, gaps } = timesOf(walks, { events, pieces, from: 'touchpoint' }, names);
  const ranked = (counts: ReadonlyMap<number, number>) =>
    [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([no, n]) => [no === 0 ? null : names.textOf(no), n] as const);
  const places = [...seen].map(([code, one]): FoundPlace => {
    const facts = names.textOf(code) ?? '';
    const time = spent.get(facts);
    return {
      facts,
      cases: one.cases,
      events: one.events,
      // What only moves no case (a ticket, a call) is met where its events stand: at the beginning.
      position: one.passed === 0 ? 0 : one.positions / one.passed,
      bodies: ranked(one.bodies),
      units: ranked(one.units),
      kinds: [...one.kinds].sort((a, b) => b[1] - a[1]).map(([kind, n]) => [EVENT_KINDS[kind - 1] ?? '', n] as const),
      meanSeconds: time?.meanSeconds ?? null,
      p50Seconds: time?.p50Seconds ?? null,
      holder: time?.holder ?? null,
      waitsForClient: time?.waitsForClient ?? false,
      visits: one.visits,
      documents: items ? one.documents : null,
      results: one.results,
    };
  });
  return {
    places: places.sort((a, b) => a.position - b.position || b.cases - a.cases || (a.facts < b.facts ? -1 : 1)),
    gaps: [...gaps].sort((a, b) => b.cases - a.cases || (a.giver + a.taker < b.giver + b.taker ? -1 : 1)),
  };
}

const fresh = (): Seen => ({
  cases: 0,
  last: -1,
  events: 0,
  passed: 0,
  positions: 0,
  bodies: new Map(),
  units: new Map(),
  kinds: new Map(),
  visits: 0,
  documents: 0,
  results: 0,
  resultOf: -1,
});

const add = (counts: Map<number, number>, code: number): void => {
  counts.set(code, (counts.get(code) ?? 0) + 1);
};

/** First passings of a row's way, as shares of its length. */
function placed(path: readonly string[], seen: ReadonlyMap<number, Seen>): void {
  const met = new Set<string>();
  path.forEach((place, i) => {
    if (met.has(place)) return;
    met.add(place);
    const one = seen.get(Number(place));
    if (!one) return;
    one.passed += 1;
    one.positions += path.length === 1 ? 0 : i / (path.length - 1);
  });
}

interface Spent {
  readonly meanSeconds: number;
  readonly p50Seconds: number;
  readonly holder: string | null;
  readonly waitsForClient: boolean;
}

/** Time by facts' touchpoint, and nobody's time by the bodies on both sides. */
function timesOf(walks: Walks, { pieces }: Labelled, names: PlaceNames) {
  const { tiles, steps, byTile, byStep } = tilingOf(walks, pieces, pathMap([], []), names);
  const total = (time: typeof byTile, at: number) =>
    time.micros.subarray(time.starts[at], time.starts[at + 1]).reduce((sum, micros) => sum + micros, 0);
  const spent = new Map<string, Spent>();
  const between = new Map<string, { giver: string; taker: string; micros: Map<number, number> }>();
  steps.forEach((step, place) => {
    const [start, end] = [byStep.starts[place]!, byStep.starts[place + 1]!];
    if (step.kind === 'touchpoint' && step.unmapped !== null) {
      const own = tiles.flatMap((tile, at) => (tile.step === place ? [{ ...tile, micros: total(byTile, at) }] : []));
      const of = (kind: (typeof SPAN_KINDS)[number]) =>
        own.reduce((sum, tile) => sum + (tile.kind === kind ? tile.micros : 0), 0);
      const [longest] = own.sort((a, b) => b.micros - a.micros);
      spent.set(step.unmapped, {
        meanSeconds: total(byStep, place) / MICROS / walks.n,
        p50Seconds: quantile(byStep.micros.slice(start, end).sort(), 0.5)! / MICROS,
        holder: longest?.body ?? null,
        waitsForClient: of('client') > of('agency'),
      });
    }
    const { giver, taker } = step;
    if (step.kind !== 'gap' || giver === null || taker === null || giver === taker) return;
    const key = `${giver}\n${taker}`;
    const pair = between.get(key) ?? { giver, taker, micros: new Map<number, number>() };
    between.set(key, pair);
    for (let entry = start; entry < end; entry += 1) {
      const row = byStep.rows[entry]!;
      pair.micros.set(row, (pair.micros.get(row) ?? 0) + byStep.micros[entry]!);
    }
  });
  const gaps = [...between.values()].map(({ giver, taker, micros }): FoundGap => {
    const ascending = Float64Array.from(micros.values()).sort();
    return {
      giver,
      taker,
      cases: ascending.length,
      meanSeconds: ascending.reduce((sum, one) => sum + one, 0) / MICROS / walks.n,
      p50Seconds: quantile(ascending, 0.5)! / MICROS,
    };
  });
  return { spent, gaps };
}
