import type { Point, Value } from '#catalogue';
import { SPAN_KINDS, type SpanKind } from '#facts';
import {
  aggregate,
  and,
  atMost,
  choose,
  column,
  type Expr,
  equal,
  first,
  greatest,
  isNull,
  less,
  literal,
  minus,
  more,
  NULL,
  not,
  oneOf,
  or,
  plus,
  type Query,
  same,
  smallest,
} from '../query.ts';
import type { Build } from './build.ts';
import { CALENDAR_SUM, WORKING_SUM } from './layout.ts';
import { combine, needsOf, type Term, term } from './term.ts';

type TimeValue = Extract<Value, { kind: 'time' }>;
type SpansValue = Extract<Value, { kind: 'spans' }>;

const LIFE = { kind: 'left', table: 'life', as: 'life' } as const;
const life = (name: string): Expr => column('life', name);

/** Time between two points on either clock, less the spans of some kinds (facts.md § 3). */
export function timeBetween(build: Build, of: TimeValue): Term {
  const from = build.point(of.from);
  const to = build.point(of.to);
  const negative = less(to.x, from.x);
  const { rows } = build;
  // A case never handed in has no time (facts.md § 1).
  const never = rows.caseAlias ? and(not(isNull(rows.caseNo)), isNull(rows.ofCase('registeredAt'))) : null;
  const guard: (readonly [Expr, Expr])[] = [...(never ? [[never, NULL] as const] : []), [negative, NULL]];
  const whole = wholeLife(build, of);
  // Sums over a tiling run to the horizon while a case is open: then there is no closing to measure to.
  if (whole || rows.of === 'run') guard.push([or(isNull(from.x), isNull(to.x)), NULL]);
  const made =
    whole ?? (of.clock === 'calendar' ? calendarTime(build, from, to, of.less) : workingTime(build, from, to, of.less));
  const x = choose(guard, made.x);
  const joint = combine(x, [from, to, made]);
  const isNegative = never ? and(not(never), negative) : negative;
  return { ...joint, negative: and(isNull(x), isNegative), needs: needsOf(from, to, made) };
}

/** From beginning to end of a case or run: sums kept with its life, or over its tiling. */
function wholeLife(build: Build, of: TimeValue): Term | null {
  const { rows } = build;
  const named = (point: Point, name: string) => point.kind === 'field' && point.field === name;
  if (rows.of === 'run' && of.clock === 'working' && named(of.from, 'startedAt') && named(of.to, 'endedAt')) {
    return spansBetween(build, {
      kind: 'spans',
      at: of.at,
      clock: 'working',
      spans: SPAN_KINDS.filter((kind) => !of.less.includes(kind)),
    });
  }
  if (rows.of !== 'case' || !named(of.from, 'registeredAt') || !named(of.to, 'closedAt')) return null;
  const sums = of.clock === 'calendar' ? CALENDAR_SUM : WORKING_SUM;
  const all = of.clock === 'calendar' ? minus(rows.own('closedAt'), rows.own('registeredAt')) : life('working');
  return term(
    without(
      all,
      of.less.map((kind) => life(sums[kind])),
    ),
    [lifeJoin(build)],
  );
}

const lifeJoin = (build: Build) => ({ ...LIFE, on: equal(life('caseNo'), build.rows.caseNo) });
const without = (all: Expr, parts: readonly Expr[]): Expr => parts.reduce((rest, part) => minus(rest, part), all);

const kindNo = (kind: SpanKind): number => SPAN_KINDS.indexOf(kind) + 1;

/** The table of spans that tile the row, and how its spans are found. */
function tiling(build: Build): { readonly table: string; readonly on: Expr } {
  const { rows } = build;
  if (rows.of === 'run') return { table: 'run_span', on: equal(column('s', 'runNo'), rows.self) };
  return { table: 'span', on: equal(column('s', 'caseNo'), rows.caseNo) };
}

function calendarTime(build: Build, from: Term, to: Term, leaving: readonly SpanKind[]): Term {
  const all = minus(to.x, from.x);
  if (leaving.length === 0) return term(all);
  const name = build.nameFor('left out');
  const { table, on } = tiling(build);
  const { step, filter } = build.source;
  const low = greatest(column('s', 'from'), from.x);
  const high = smallest(column('s', 'to'), to.x);
  build.add({
    name,
    query: {
      columns: [
        ['k', column('b', 'k')],
        ['micros', aggregate('sum', minus(high, low))],
      ],
      from: step,
      as: 'b',
      joins: [
        ...needsOf(from, to),
        { kind: 'inner', table, as: 's', on: and(on, oneOf(column('s', 'kind'), leaving.map(kindNo))) },
      ],
      where: and(filter, less(low, high)),
      groupBy: [column('b', 'k')],
    },
  });
  const join = { kind: 'left', table: name, as: name, on: equal(column(name, 'k'), column('b', 'k')) } as const;
  return term(minus(all, first(column(name, 'micros'), literal(0))), [join]);
}

/** The working clock pieced together from the clocks of the spans; outside the life the row's own clock runs. */
function workingTime(build: Build, from: Term, to: Term, leaving: readonly SpanKind[]): Term {
  if (build.rows.of === 'run') {
    const within = workingWithin(
      build,
      from,
      to,
      SPAN_KINDS.filter((kind) => !leaving.includes(kind)),
    );
    const outside = workingOutside(build, from, to);
    return combine(plus(first(within.x, literal(0)), first(outside.x, literal(0))), [within, outside]);
  }
  const a = position(build, from);
  const b = position(build, to);
  const all = combine(minus(b.x, a.x), [a, b]);
  if (leaving.length === 0) return all;
  const cut = workingWithin(build, from, to, leaving);
  return combine(minus(all.x, first(cut.x, literal(0))), [all, cut]);
}

/** Reading of the clock number `clock` at `at`, for each row of a step: joined as of the newest segment. */
function reading(build: Build, step: string, at: string, more: readonly string[]): string {
  const name = build.nameFor('reading');
  const segment = (of: string) => column('g', of);
  const into = minus(smallest(column('p', at), segment('to')), segment('from'));
  build.add({
    name,
    query: {
      columns: [...more.map((one) => [one, column('p', one)] as const), ['reading', plus(segment('before'), into)]],
      from: step,
      as: 'p',
      joins: [
        {
          kind: 'asof',
          table: 'clock_segment',
          as: 'g',
          on: and(equal(segment('clock'), column('p', 'clock')), atMost(segment('from'), column('p', at))),
        },
      ],
    },
  });
  return name;
}

/** A moment's place on the row's piecewise working clock, in microseconds from the beginning of its life. Most moments are
 *  that beginning: they need no looking up. */
function position(build: Build, at: Term): Term {
  const { step, filter } = build.source;
  const { rows } = build;
  const point = build.nameFor('moment');
  const s = (name: string) => column('s', name);
  const { table, on } = tiling(build);
  const within = and(on, atMost(s('from'), at.x), less(at.x, s('to')));
  const joins = [...needsOf(at), { kind: 'left', table, as: 's', on: within } as const, lifeJoin(build)];
  const begins = rows.caseAlias ? same(at.x, rows.ofCase('registeredAt')) : null;
  // From the reading of the clock to the place in the life.
  const shift = choose(
    [
      [not(isNull(s('clock'))), minus(s('position'), s('clockAt'))],
      [isNull(life('startAt')), literal(0)],
      [less(at.x, life('startAt')), minus(literal(0), life('startClock'))],
    ],
    minus(life('working'), life('endClock')),
  );
  build.add({
    name: point,
    query: {
      columns: [
        ['k', column('b', 'k')],
        ['at', at.x],
        ['clock', first(s('clock'), life('clock'), literal(0))],
        ['shift', shift],
      ],
      from: step,
      as: 'b',
      joins,
      where: and(filter, not(isNull(at.x)), begins && not(begins)),
    },
  });
  const read = reading(build, point, 'at', ['k', 'shift']);
  const of = (name: string) => column(read, name);
  const found = plus(of('shift'), of('reading'));
  const x = begins ? choose([[and(not(isNull(at.x)), begins), literal(0)]], found) : found;
  return term(x, [...needsOf(at), { kind: 'left', table: read, as: read, on: equal(of('k'), column('b', 'k')) }]);
}

/** Working time between two moments that lies in spans of some kinds, each on its own clock. */
function workingWithin(build: Build, from: Term, to: Term, kinds: readonly SpanKind[]): Term {
  const { step, filter } = build.source;
  const { table, on } = tiling(build);
  const s = (name: string) => column('s', name);
  const low = greatest(s('from'), from.x);
  const high = smallest(s('to'), to.x);
  const base = {
    from: step,
    as: 'b',
    joins: [
      ...needsOf(from, to),
      { kind: 'inner', table, as: 's', on: and(on, oneOf(s('kind'), kinds.map(kindNo))) } as const,
    ],
    where: and(filter, less(low, high)),
  };
  return summedReadings(build, base, s('clock'), [
    [low, -1],
    [high, 1],
  ]);
}

/** Working time of a run before its beginning and after its end, on the clock of its own place. */
function workingOutside(build: Build, from: Term, to: Term): Term {
  const { rows } = build;
  const { step, filter } = build.source;
  const ends = build.nameFor('end of run');
  build.add({
    name: ends,
    query: {
      columns: [
        ['runNo', column('s', 'runNo')],
        ['end', aggregate('max', column('s', 'to'))],
      ],
      from: 'run_span',
      as: 's',
      groupBy: [column('s', 'runNo')],
    },
  });
  const start = rows.own('startedAt');
  const end = first(column('end', 'end'), start);
  const base = {
    from: step,
    as: 'b',
    joins: [
      ...needsOf(from, to),
      { kind: 'left', table: ends, as: 'end', on: equal(column('end', 'runNo'), rows.self) } as const,
      {
        kind: 'left',
        table: 'place',
        as: 'place',
        on: equal(column('place', 'place'), first(rows.own('unit'), rows.own('body'))),
      } as const,
    ],
    where: and(filter, less(from.x, to.x), or(less(from.x, start), more(to.x, end))),
  };
  return summedReadings(build, base, first(column('place', 'clock'), literal(0)), [
    [smallest(from.x, start), -1],
    [smallest(to.x, start), 1],
    [greatest(from.x, end), -1],
    [greatest(to.x, end), 1],
  ]);
}

/** Readings of a clock at some moments of each row, added up by their signs. */
function summedReadings(
  build: Build,
  base: Omit<Query, 'columns'>,
  clock: Expr,
  moments: readonly (readonly [at: Expr, sign: 1 | -1])[],
): Term {
  const ends = build.nameFor('cut');
  const row = ([at, sign]: (typeof moments)[number]): Query => ({
    ...base,
    columns: [
      ['k', column('b', 'k')],
      ['at', at],
      ['clock', clock],
      ['sign', literal(sign)],
    ],
  });
  build.add({ name: ends, union: moments.map(row) });
  const read = reading(build, ends, 'at', ['k', 'sign']);
  const name = build.nameFor('cut time');
  const signed = choose(
    [[more(column('p', 'sign'), literal(0)), column('p', 'reading')]],
    minus(literal(0), column('p', 'reading')),
  );
  build.add({
    name,
    query: {
      columns: [
        ['k', column('p', 'k')],
        ['micros', aggregate('sum', signed)],
      ],
      from: read,
      as: 'p',
      groupBy: [column('p', 'k')],
    },
  });
  return term(column(name, 'micros'), [
    { kind: 'left', table: name, as: name, on: equal(column(name, 'k'), column('b', 'k')) },
  ]);
}

/** Seconds of spans of some kinds over the whole row. */
export function spansBetween(build: Build, of: SpansValue): Term {
  const { rows } = build;
  if (rows.of === 'run' || rows.of === 'span') return spansOfRun(build, of);
  const sums = of.clock === 'calendar' ? CALENDAR_SUM : WORKING_SUM;
  const never = isNull(rows.ofCase('registeredAt'));
  const sum = plus(literal(0), ...of.spans.map((kind) => first(life(sums[kind]), literal(0))));
  const known = rows.of === 'text' ? and(not(isNull(rows.caseNo)), never) : never;
  return term(choose([[known, NULL]], sum), [lifeJoin(build)]);
}

function spansOfRun(build: Build, of: SpansValue): Term {
  const { rows } = build;
  const length = (alias: string): Expr =>
    of.clock === 'calendar' ? minus(column(alias, 'to'), column(alias, 'from')) : column(alias, 'working');
  if (rows.of === 'span') {
    const own =
      of.clock === 'calendar' ? minus(rows.own('to'), rows.own('from')) : rows.keep('working', column('r', 'working'));
    return term(choose([[oneOf(rows.own('kind'), of.spans.map(kindNo)), own]], literal(0)));
  }
  const name = build.nameFor('spans');
  const { step, filter } = build.source;
  const { table, on } = tiling(build);
  build.add({
    name,
    query: {
      columns: [
        ['k', column('b', 'k')],
        ['micros', aggregate('sum', length('s'))],
      ],
      from: step,
      as: 'b',
      joins: [{ kind: 'inner', table, as: 's', on: and(on, oneOf(column('s', 'kind'), of.spans.map(kindNo))) }],
      where: and(filter, literal(true)),
      groupBy: [column('b', 'k')],
    },
  });
  const join = { kind: 'left', table: name, as: name, on: equal(column(name, 'k'), column('b', 'k')) } as const;
  return term(first(column(name, 'micros'), literal(0)), [join]);
}

/** The spans that a sum counts, one by one, for splits and scopes that cut what is counted. */
export function spanParts(
  build: Build,
  of: SpansValue,
  columns: (span: (name: string) => Expr) => readonly (readonly [string, Expr])[],
) {
  const s = (name: string) => column('s', name);
  const { table, on } = tiling(build);
  const { step, filter } = build.source;
  const amount = of.clock === 'calendar' ? minus(s('to'), s('from')) : s('working');
  return {
    columns: [['k', column('b', 'k')], ['amount', amount], ...columns(s)] as const,
    from: step,
    as: 'b',
    joins: [{ kind: 'inner', table, as: 's', on: and(on, oneOf(s('kind'), of.spans.map(kindNo))) } as const],
    where: filter,
  };
}
