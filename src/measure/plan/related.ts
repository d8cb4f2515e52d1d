import type { Related } from '#catalogue';
import { CASE_KINDS, type CaseKind, RECORDABLE_FIELDS } from '#facts';
import {
  aggregate,
  and,
  atLeast,
  atMost,
  choose,
  column,
  type Expr,
  either,
  equal,
  first,
  isNull,
  type Join,
  literal,
  not,
  type Order,
  oneOf,
  plus,
  type Query,
} from '../query.ts';
import type { Build } from './build.ts';
import { TABLES } from './layout.ts';
import { selfOf } from './rows.ts';
import { needsOf, type Term } from './term.ts';

/** A selection of related rows as a step: one row for each row of the metric that has any, under the selection's name. */
export class Relation {
  readonly name: string;
  /** Null bound, or a link whose field is missing: the whole selection is null. */
  readonly unknown: Expr | null;
  readonly unrecorded: Expr | null;
  private readonly build: Build;
  readonly fact: Related['fact'];
  private readonly columns = new Map<string, Expr>();
  private readonly query: Omit<Query, 'columns'>;
  private readonly bounds: readonly (Term | null)[];

  constructor(build: Build, related: Related, total: string | null) {
    this.build = build;
    this.fact = related.fact;
    this.name = build.nameFor('related');
    const { rows } = build;
    const after = related.after ? build.point(related.after) : null;
    const before = related.before ? build.point(related.before) : null;
    this.bounds = [after, before];
    const layout = TABLES[related.fact];
    const moment = column('e', layout.moment);
    const conditions: (Expr | null)[] = [];
    const joins: Join[] = [...needsOf(after, before)];

    const link = linkTo(build, related);
    if (link === null) conditions.push(literal(false));
    const through = related.fact !== 'case' && related.link !== 'sameCase' && related.link !== 'parent';
    if (through)
      joins.push({ kind: 'inner', table: 'case_row', as: 't', on: and(column('t', 'live'), link ?? literal(false)) });
    const reach = through ? equal(column('e', 'caseNo'), column('t', 'caseNo')) : (link ?? literal(false));
    joins.push({
      kind: 'inner',
      table: layout.table,
      as: 'e',
      on: and(reach, layout.live ? column('e', 'live') : null),
    });

    if (related.fact === rows.of) conditions.push(not(equal(selfOf(related.fact, 'e'), rows.self)));
    if (related.fact === 'case' && related.link === 'sameJourney' && rows.caseAlias)
      conditions.push(not(equal(column('e', 'caseNo'), rows.caseNo)));
    if (after || before) {
      conditions.push(not(isNull(moment)));
      if (after) conditions.push(atLeast(moment, after.x));
      if (before) conditions.push(atMost(moment, before.x));
      if (after && related.within) conditions.push(atMost(moment, plus(after.x, literal(related.within.micros))));
    } else if (related.fact === 'event' && related.link === 'sameCase') {
      // Events of the same case count up to its closing, while open to the horizon (facts.md § 4, Null).
      conditions.push(atMost(moment, first(rows.ofCase('closedAt'), rows.caseColumn('horizon'))));
    }
    if (related.where) {
      const inner = build.onCandidates(related.fact, related.where);
      conditions.push(inner.condition);
      joins.push(...inner.joins);
    }
    const { step, filter } = build.source;
    this.query = { from: step, as: 'b', joins, where: and(filter, ...conditions), groupBy: [column('b', 'k')] };
    this.unknown = either(
      ...[after, before].map((bound) => (bound ? isNull(bound.x) : null)),
      related.link === 'sameMatter' ? matterUnknown(build) : null,
    );
    this.unrecorded = either(
      related.fact === 'event' ? unrecordedBy(build, related, total) : null,
      ...[after, before].map((bound) => bound?.unrecorded ?? null),
    );
    this.column('n', aggregate('count'));
  }

  /** A column of the step, by what is aggregated. */
  column(name: string, value: Expr): Expr {
    if (!this.columns.has(name)) this.columns.set(name, value);
    return column(this.name, name);
  }

  cell(field: string): Expr {
    return this.build.candidate(this.fact).field(field).x;
  }

  get moment(): Expr {
    return column('e', TABLES[this.fact].moment);
  }

  /** Order of events within a case (facts.md § 2). */
  get order(): readonly Order[] {
    return this.fact === 'event'
      ? [
          { by: this.moment },
          { by: column('e', 'seq'), nullsLast: true },
          { by: column('e', 'batch') },
          { by: column('e', 'ord') },
        ]
      : [{ by: this.moment }];
  }

  /** The joins through which a later step reads the selection. */
  get needs(): readonly Join[] {
    const own: Join = {
      kind: 'left',
      table: this.name,
      as: this.name,
      on: equal(column(this.name, 'k'), column('b', 'k')),
    };
    return [...needsOf(...this.bounds), own];
  }

  /** The selection's rows one by one with further columns, for splits of what was counted. */
  parts(columns: readonly (readonly [string, Expr])[]): Query {
    return { ...this.query, groupBy: [], columns: [['k', column('b', 'k')], ...columns] };
  }

  finish(): Query {
    return { ...this.query, columns: [['k', column('b', 'k')], ...this.columns] };
  }
}

const kindNo = (kind: CaseKind): number => CASE_KINDS.indexOf(kind) + 1;
const MATTERLESS = [kindNo('contact'), kindNo('feedback'), kindNo('obstacle')];

/** Condition under which a case (alias `e` when cases are related or the case is told by its number, else `t`) is
 *  linked to the row; null: the row has no link of this kind. */
function linkTo(build: Build, related: Related): Expr | null {
  const { rows } = build;
  const alias = related.fact === 'case' || related.link === 'sameCase' || related.link === 'parent' ? 'e' : 't';
  const target = (name: string) => column(alias, name);
  if (rows.of === 'run') return related.link === 'sameJourney' ? equal(target('runNo'), rows.self) : null;
  if (!rows.caseAlias) return null;
  switch (related.link) {
    case 'sameCase':
      return equal(target('caseNo'), rows.caseNo);
    case 'parent':
      return equal(target('caseNo'), rows.ofCase('parentCase'));
    case 'child':
      return equal(target('parentCase'), rows.caseNo);
    case 'reopened':
      return equal(target('reopenedFrom'), rows.caseNo);
    case 'sameJourney':
      return equal(target('runNo'), rows.ofCase('journeyRun'));
    case 'sameMatter': {
      // An appeal is of one matter with appeals of its topic, any other case with others of its service.
      const appeal = literal(kindNo('appeal'));
      const isAppeal = equal(rows.ofCase('kind'), appeal);
      const what = choose([[isAppeal, rows.ofCase('topic')]], rows.ofCase('service'));
      const theirs = choose([[equal(target('kind'), appeal), target('topic')]], target('service'));
      return and(
        equal(target('clientKey'), rows.ofCase('clientKey')),
        equal(theirs, what),
        equal(equal(target('kind'), appeal), isAppeal),
        not(oneOf(target('kind'), MATTERLESS)),
        not(oneOf(rows.ofCase('kind'), MATTERLESS)),
        not(equal(target('caseNo'), rows.caseNo)),
      );
    }
  }
}

function matterUnknown({ rows }: Build): Expr {
  if (!rows.caseAlias) return literal(true);
  const isAppeal = equal(rows.ofCase('kind'), literal(kindNo('appeal')));
  const missing = either(
    isNull(rows.caseNo),
    isNull(rows.ofCase('clientKey')),
    isNull(choose([[isAppeal, rows.ofCase('topic')]], rows.ofCase('service'))),
  );
  return missing ?? literal(false);
}

/** Sources that record none of the kinds that the selection can match, or never one of the fields that it reads. */
function unrecordedBy(build: Build, related: Related, total: string | null): Expr | null {
  const { rows, facts } = build;
  const fields = [
    ...related.reads,
    ...(total !== null && (RECORDABLE_FIELDS as readonly string[]).includes(total) ? [total] : []),
  ];
  const lacking = facts.sources
    .filter((source) => {
      const records =
        related.kinds === null ? source.kinds.length > 0 : related.kinds.some((kind) => source.kinds.includes(kind));
      return !records || fields.some((field) => !source.fields.includes(field));
    })
    .map((source) => source.no);
  if (lacking.length === 0) return null;
  if (related.link === 'sameCase')
    return rows.caseAlias ? oneOf(first(rows.caseColumn('eventSource'), rows.caseColumn('source')), lacking) : null;
  const link = linkTo(build, { ...related, fact: 'case' });
  if (link === null) return null;
  const name = build.nameFor('silent');
  const { step, filter } = build.source;
  build.add({
    name,
    query: {
      columns: [['k', column('b', 'k')]],
      distinct: true,
      from: step,
      as: 'b',
      joins: [{ kind: 'inner', table: 'case_row', as: 'e', on: and(link, column('e', 'live')) }],
      where: and(filter, oneOf(first(column('e', 'eventSource'), column('e', 'source')), lacking)),
    },
  });
  build.need({ kind: 'left', table: name, as: name, on: equal(column(name, 'k'), column('b', 'k')) });
  return not(isNull(column(name, 'k')));
}
