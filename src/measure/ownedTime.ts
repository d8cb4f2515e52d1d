import { type Metric, type MetricSpec, normalise } from '#catalogue';
import { SPAN_KINDS, type SpanKind } from '#facts';
import { type Engine, temporaryTable } from './measure.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { horizonOf } from './plan/horizon.ts';
import { type PlanPeriod, planMetric } from './plan/plan.ts';
import type { Scope } from './plan/scope.ts';
import { aggregate, column, type Expr, equal, isNull, minus, type Query, real } from './query.ts';

/** Who a span belongs to, employees aside (facts.md § 2); of a gap, between whom it lies. */
export interface Link {
  readonly kind: SpanKind;
  readonly touchpoint: string | null;
  readonly unit: string | null;
  readonly body: string | null;
  readonly giver: string | null;
  readonly taker: string | null;
}

/** A population with the time of each of its rows, whole and by link. Whole microseconds; what belongs to the links
 *  of a row adds up to its whole. */
export interface OwnedTime {
  /** Time end to end, one a row. */
  readonly wholes: Float64Array;
  readonly links: readonly Link[];
  /** Link i holds the entries starts[i] … starts[i + 1] − 1: a row, and how long the link holds it (more than 0). */
  readonly starts: readonly number[];
  readonly rows: Int32Array;
  readonly micros: Float64Array;
}

export interface OwnedTimeRequest {
  /** Cases closed, or runs ended. */
  readonly of: 'case' | 'run';
  /** One stretch of time; null: all facts. */
  readonly period: PlanPeriod | null;
  readonly scope: Scope;
}

/** Fields of a link in the order of its key; columns of the tables of spans bear the same names. */
export const LINK_FIELDS = ['kind', 'touchpoint', 'unit', 'body', 'giver', 'taker'] as const;

/** The population is the used rows of this metric: what is in and out of it is told in one place (facts.md § 4). */
export const population = (of: 'case' | 'run', [from, to]: readonly [string, string]): Metric =>
  normalise({
    id: `end-to-end-${of}`,
    kpi: 'speed',
    group: 'objective',
    name: { ru: 'Весь путь', en: 'End to end' },
    better: 'down',
    of,
    measure: { mean: { time: [from, to], clock: 'calendar' } },
    by: to,
    unit: 'days',
    levels: [],
    clients: ['citizen', 'organisation', 'internal'],
    roll: 'weightedParts',
    counter: [],
  } satisfies MetricSpec);

const POPULATIONS = {
  case: { metric: population('case', ['registeredAt', 'closedAt']), spans: 'span', key: 'caseNo' },
  run: { metric: population('run', ['startedAt', 'endedAt']), spans: 'run_span', key: 'runNo' },
} as const;

const EVER: PlanPeriod = { name: '', from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };
const NOTHING: OwnedTime = {
  wholes: new Float64Array(0),
  links: [],
  starts: [0],
  rows: new Int32Array(0),
  micros: new Float64Array(0),
};

/** Time of cases or runs by link. A period that begins at or after the horizon has none. */
export async function ownedTime(request: OwnedTimeRequest, facts: FactKnowledge, engine: Engine): Promise<OwnedTime> {
  const { metric, spans, key } = POPULATIONS[request.of];
  const period = request.period ?? EVER;
  if (period.from >= horizonOf(metric, facts)) return NOTHING;
  const plan = planMetric({ metric, periods: [period], scope: request.scope, split: null }, facts);
  const table = temporaryTable();
  const used: Query = {
    columns: [
      ['k', column('j', 'k')],
      ['x', column('j', 'x')],
    ],
    from: plan.judged,
    as: 'j',
    where: isNull(column('j', 'why')),
  };
  await engine.run(`CREATE TEMP TABLE ${table} AS ${engine.print(plan.steps, used)}`);
  try {
    const { wholes, placeOf } = await readWholes(table, engine);
    return { wholes, ...(await readLinks({ table, spans, key, placeOf }, facts, engine)) };
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

const k = column('j', 'k');

async function readWholes(table: string, engine: Engine) {
  const numbers = new Growing(Int32Array);
  const wholes = new Growing(Float64Array);
  const query: Query = {
    columns: [
      ['k', k],
      ['x', real(column('j', 'x'))],
    ],
    from: table,
    as: 'j',
    orderBy: [{ by: k }],
  };
  await engine.read(engine.print([], query), 2, (count, [no, whole]) => {
    for (let row = 0; row < count; row += 1) {
      numbers.push(no![row]!);
      wholes.push(whole![row]!);
    }
  });
  const rows = numbers.taken();
  const first = rows[0] ?? 0;
  const places = new Int32Array((rows.at(-1) ?? 0) - first + 1);
  rows.forEach((no, place) => {
    places[no - first] = place;
  });
  return { wholes: wholes.taken(), placeOf: (no: number): number => places[no - first]! };
}

interface LinksOf {
  readonly table: string;
  readonly spans: string;
  readonly key: string;
  readonly placeOf: (no: number) => number;
}

/** Entries come in the order of their links, so that a link is told by what differs from the entry before. */
async function readLinks({ table, spans, key, placeOf }: LinksOf, facts: FactKnowledge, engine: Engine) {
  const s = (name: string): Expr => column('s', name);
  const owner = [...LINK_FIELDS.map(s), k];
  const query: Query = {
    columns: [
      ...LINK_FIELDS.map((name) => [name, s(name)] as const),
      ['k', k],
      ['micros', real(aggregate('sum', minus(s('to'), s('from'))))],
    ],
    from: table,
    as: 'j',
    joins: [{ kind: 'inner', table: spans, as: 's', on: equal(s(key), k) }],
    groupBy: owner,
    orderBy: owner.map((by) => ({ by })),
  };
  const links: Link[] = [];
  const starts: number[] = [];
  const rows = new Growing(Int32Array);
  const micros = new Growing(Float64Array);
  let last: readonly number[] = [];
  const width = LINK_FIELDS.length;
  await engine.read(engine.print([], query), width + 2, (count, columns) => {
    for (let row = 0; row < count; row += 1) {
      // A null comes as NaN, which equals itself by Object.is alone.
      if (links.length === 0 || last.some((code, field) => !Object.is(code, columns[field]![row]!))) {
        last = columns.slice(0, width).map((cells) => cells[row]!);
        links.push(linkOf(last, facts));
        starts.push(rows.length);
      }
      rows.push(placeOf(columns[width]![row]!));
      micros.push(columns[width + 1]![row]!);
    }
  });
  return { links, starts: [...starts, rows.length], rows: rows.taken(), micros: micros.taken() };
}

function linkOf(codes: readonly number[], facts: FactKnowledge): Link {
  const [touchpoint, unit, body, giver, taker] = codes
    .slice(1)
    .map((code) => (Number.isNaN(code) ? null : facts.textOf(code))) as [string, string, string, string, string];
  return { kind: SPAN_KINDS[codes[0]! - 1]!, touchpoint, unit, body, giver, taker };
}

/** A typed column whose length is not known before it is read. */
class Growing<Cells extends Float64Array | Int32Array> {
  length = 0;
  private cells: Cells;
  private readonly make: new (
    length: number,
  ) => Cells;

  constructor(make: new (length: number) => Cells) {
    this.make = make;
    this.cells = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.cells.length) {
      const wider = new this.make(2 * this.length);
      wider.set(this.cells);
      this.cells = wider;
    }
    this.cells[this.length] = value;
    this.length += 1;
  }

  taken(): Cells {
    return this.cells.subarray(0, this.length) as Cells;
  }
}
