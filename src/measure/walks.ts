import { EVENT_KINDS } from '#facts';
import { type Engine, temporaryTable } from './measure.ts';
import { population } from './ownedTime.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { horizonOf } from './plan/horizon.ts';
import { type PlanPeriod, planMetric, REASONS } from './plan/plan.ts';
import type { Scope } from './plan/scope.ts';
import {
  aggregate,
  and,
  column,
  type Expr,
  equal,
  first,
  isNull,
  literal,
  minus,
  oneOf,
  type Query,
  real,
} from './query.ts';
import { columnsOf, grouped } from './walkColumns.ts';

/** What is asked: cases closed, or runs ended, in one stretch of time and a scope. */
export interface WalkRequest {
  readonly of: 'case' | 'run';
  readonly period: PlanPeriod;
  readonly scope: Scope;
}

/** Columns of the stretches that tile the rows, one row after another, in order of time. Codes: 0 is none; instants are
 *  microseconds. */
export interface Pieces {
  /** Row i has the pieces starts[i] … starts[i + 1] − 1. */
  readonly starts: Int32Array;
  /** 1-based place in SPAN_KINDS. */
  readonly kind: Float64Array;
  readonly touchpoint: Float64Array;
  readonly unit: Float64Array;
  readonly body: Float64Array;
  readonly giver: Float64Array;
  readonly taker: Float64Array;
  readonly recorded: Float64Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Columns of the events of the rows, in order of time. `items`, `known`: NaN where nobody said. */
export interface WalkEvents {
  readonly starts: Int32Array;
  readonly at: Float64Array;
  /** 1-based place in EVENT_KINDS. */
  readonly kind: Float64Array;
  readonly initiator: Float64Array;
  readonly touchpoint: Float64Array;
  readonly activity: Float64Array;
  readonly unit: Float64Array;
  readonly body: Float64Array;
  readonly items: Float64Array;
  readonly known: Float64Array;
}

/** Cases or runs as people walked them. Readings are made when they are asked for. */
export interface Walks {
  readonly of: 'case' | 'run';
  readonly n: number;
  readonly leftOut: Readonly<Record<string, number>>;
  /** Below that number of rows nothing is shown. */
  readonly show: number;
  readonly startAt: Float64Array;
  /** Time end to end, microseconds. */
  readonly wholes: Float64Array;
  readonly pieces: () => Promise<Pieces>;
  readonly events: () => Promise<WalkEvents>;
  /** Ids of rows by their places. */
  readonly ids: (places: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  /** Microseconds of all spans of the rows' cases by touchpoint (0: none), on the critical path or beside it. */
  readonly spent: () => Promise<ReadonlyMap<number, number>>;
  /** Cases of the rows by a field. */
  readonly casesBy: (field: 'service' | 'body') => Promise<ReadonlyMap<number, ReadonlySet<number>>>;
}

const TABLES = {
  case: { spans: 'span', key: 'caseNo', ids: 'case_id', start: 'registeredAt' },
  run: { spans: 'run_span', key: 'runNo', ids: 'run_id', start: 'startedAt' },
} as const;
const PIECE = ['kind', 'touchpoint', 'unit', 'body', 'giver', 'taker', 'recorded', 'from', 'to'] as const;
const EVENT = ['at', 'kind', 'initiator', 'touchpoint', 'activity', 'unit', 'body', 'items', 'known'] as const;

/** Hands the population of a journey to `work`; what it reads lives for as long as that takes. */
export async function withWalks<T>(
  { of, period, scope }: WalkRequest,
  facts: FactKnowledge,
  engine: Engine,
  work: (walks: Walks) => Promise<T>,
): Promise<T> {
  const metric = population(of, of === 'case' ? ['registeredAt', 'closedAt'] : ['startedAt', 'endedAt']);
  if (period.from >= horizonOf(metric, facts)) return work(nothing(of, metric.min.show));
  const plan = planMetric({ metric, periods: [period], scope, split: null }, facts);
  const table = temporaryTable();
  const judged: Query = { all: 'j', columns: [], from: plan.judged, as: 'j' };
  await engine.run(`CREATE TEMP TABLE ${table} AS ${engine.print(plan.steps, judged)}`);
  try {
    const { key, ids, spans, start } = TABLES[of];
    const k = column('j', 'k');
    const used = isNull(column('j', 'why'));
    const rows = await columnsOf(engine, {
      columns: [
        ['k', k],
        ['x', real(column('j', 'x'))],
        ['start', real(column('r', start))],
      ],
      from: table,
      as: 'j',
      joins: [{ kind: 'inner', table: of === 'case' ? 'case_row' : 'run', as: 'r', on: ownRow(of, key) }],
      where: used,
      orderBy: [{ by: k }],
    });
    const [numbers, wholes, startAt] = rows.columns as readonly [Float64Array, Float64Array, Float64Array];
    // Of a run the events and spans are those of its cases; a case is its own.
    const members = {
      kind: 'inner',
      table: 'case_row',
      as: 'c',
      on: and(equal(column('c', key), k), column('c', 'live')),
    } as const;
    const ofMember = (table: string, as: string, more: Expr | null = null) =>
      ({ kind: 'inner', table, as, on: and(equal(column(as, 'caseNo'), column('c', 'caseNo')), more) }) as const;
    return await work({
      of,
      n: rows.count,
      leftOut: await leftOutOf(engine, table),
      show: metric.min.show,
      startAt,
      wholes,
      pieces: async () => {
        const read = await columnsOf(engine, {
          columns: [['k', k], ...PIECE.map((name) => [name, real(column('s', name))] as const)],
          from: table,
          as: 'j',
          joins: [{ kind: 'inner', table: spans, as: 's', on: equal(column('s', key), k) }],
          where: used,
          orderBy: [{ by: k }, { by: column('s', 'from') }],
        });
        return grouped(numbers, PIECE, read) as unknown as Pieces;
      },
      events: async () => {
        const e = (name: string) => column('e', name);
        const read = await columnsOf(engine, {
          columns: [['k', k], ...EVENT.map((name) => [name, real(e(name))] as const)],
          from: table,
          as: 'j',
          joins: [members, ofMember('event_row', 'e', e('live'))],
          where: used,
          orderBy: [
            { by: k },
            { by: e('at') },
            { by: e('seq'), nullsLast: true },
            { by: e('batch') },
            { by: e('ord') },
          ],
        });
        return grouped(numbers, EVENT, read) as unknown as WalkEvents;
      },
      ids: async (places) => {
        const wanted = new Map(places.map((place) => [numbers[place]!, place]));
        const found = await engine.rows<{ no: number; text: string }>(
          engine.print([], {
            columns: [
              ['no', column('i', 'no')],
              ['text', column('i', 'text')],
            ],
            from: ids,
            as: 'i',
            where: oneOf(column('i', 'no'), [...wanted.keys()]),
          }),
        );
        return new Map(found.map(({ no, text }) => [wanted.get(no)!, text]));
      },
      spent: async () => {
        const touchpoint = first(column('s', 'touchpoint'), literal(0));
        const found = await engine.rows<{ touchpoint: number; micros: number }>(
          engine.print([], {
            columns: [
              ['touchpoint', touchpoint],
              ['micros', real(aggregate('sum', minus(column('s', 'to'), column('s', 'from'))))],
            ],
            from: table,
            as: 'j',
            joins: [members, ofMember('span', 's')],
            where: used,
            groupBy: [touchpoint],
          }),
        );
        return new Map(found.map(({ touchpoint: at, micros }) => [at, micros]));
      },
      casesBy: async (field) => {
        const value = column('c', field);
        const read = await columnsOf(engine, {
          columns: [
            ['k', k],
            ['value', real(value)],
          ],
          from: table,
          as: 'j',
          joins: [members],
          where: used,
          orderBy: [{ by: k }],
        });
        const { starts, value: values } = grouped(numbers, ['value'], read);
        return new Map(
          Array.from(numbers, (_, row) => [
            row,
            new Set(Array.from((values as Float64Array).subarray(starts[row], starts[row + 1])).filter((no) => no > 0)),
          ]),
        );
      },
    });
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Number by which the columns of walks tell a kind of event. */
export const eventKind = (kind: (typeof EVENT_KINDS)[number]): number => EVENT_KINDS.indexOf(kind) + 1;

const ownRow = (of: 'case' | 'run', key: string): Expr => {
  const same = equal(column('r', key), column('j', 'k'));
  return of === 'case' ? and(same, column('r', 'live')) : same;
};

async function leftOutOf(engine: Engine, table: string): Promise<Readonly<Record<string, number>>> {
  const why = column('j', 'why');
  const rows = await engine.rows<{ why: number | null; n: number }>(
    engine.print([], {
      columns: [
        ['why', why],
        ['n', aggregate('count')],
      ],
      from: table,
      as: 'j',
      groupBy: [why],
    }),
  );
  const out: Record<string, number> = {};
  for (const { why: no, n } of rows) if (no !== null) out[REASONS[no - 1]!] = (out[REASONS[no - 1]!] ?? 0) + n;
  return out;
}

const nothing = (of: 'case' | 'run', show: number): Walks => {
  const none = new Float64Array(0);
  const starts = new Int32Array(1);
  const named = (names: readonly string[]) => ({ ...Object.fromEntries(names.map((name) => [name, none])), starts });
  return {
    of,
    n: 0,
    leftOut: {},
    show,
    startAt: none,
    wholes: none,
    pieces: async () => named(PIECE) as unknown as Pieces,
    events: async () => named(EVENT) as unknown as WalkEvents,
    ids: async () => new Map(),
    spent: async () => new Map(),
    casesBy: async () => new Map(),
  };
};
