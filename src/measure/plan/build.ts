import type { Metric, Operand, Point, Predicate, Related, RelatedFact, Value } from '#catalogue';
import { type RowType, refuse, TEXT_ELEMENTS } from '#facts';
import { parseInstant } from '#time';
import {
  aggregate,
  and,
  atLeast,
  atMost,
  choose,
  column,
  contains,
  type Expr,
  equal,
  first,
  hasBits,
  isNull,
  type Join,
  less,
  literal,
  minus,
  more,
  NULL,
  not,
  oneOf,
  or,
  over,
  plus,
  type Step,
  smallest,
  TRUE,
  times,
} from '../query.ts';
import { spansBetween, timeBetween } from './durations.ts';
import { encode, type FactKnowledge } from './facts.ts';
import { type Placed, placed } from './layout.ts';
import { Relation } from './related.ts';
import { Rows, selfOf } from './rows.ts';
import { combine, needsOf, type Term, term } from './term.ts';

/** What predicates and values are told of: the metric's own rows, or the candidates of a selection. */
interface Subject {
  readonly field: (name: string) => Term;
  readonly place: (name: string) => Placed | null;
}

/** Where compiling begins: the first step's name, and how its rows know the end of their period. */
interface Beginning {
  readonly step: string;
  readonly rawPeriodEnd: Expr;
  readonly periodEnds: readonly number[];
  /** Names already given, where the steps join those of another. */
  readonly names?: Map<string, number>;
}

/** Compiles a metric's predicates and values against its rows, collecting the steps that they need. */
export class Build {
  readonly steps: Step[] = [];
  /** Steps that the first step itself reads. */
  readonly before: Step[] = [];
  readonly metric: Metric;
  readonly rows: Rows;
  readonly facts: FactKnowledge;
  /** The step that selections start from, and which of its rows. */
  source: { step: string; filter: Expr | null };
  private readonly names: Map<string, number>;
  private readonly relations = new Map<string, Relation>();
  private extra: Join[] = [];

  /** Ends of the periods that are measured, microseconds. */
  readonly periodEnds: readonly number[];
  private readonly rawPeriodEnd: Expr;

  /** `rawPeriodEnd`: the end of a row's period, as the first step can tell it. */
  constructor(metric: Metric, rows: Rows, facts: FactKnowledge, from: Beginning) {
    this.metric = metric;
    this.rows = rows;
    this.facts = facts;
    this.rawPeriodEnd = from.rawPeriodEnd;
    this.periodEnds = from.periodEnds;
    this.names = from.names ?? new Map();
    this.source = { step: from.step, filter: null };
  }

  nameFor(what: string): string {
    const count = (this.names.get(what) ?? 0) + 1;
    this.names.set(what, count);
    return `${what} ${count}`;
  }

  add(step: Step): void {
    this.steps.push(step);
  }

  /** A join that whatever is being compiled needs. */
  need(join: Join): void {
    this.extra.push(join);
  }

  /** Starts the next stage: selections made before cannot be read by later ones. */
  stage(step: string, filter: Expr | null): void {
    this.relations.clear();
    this.source = { step, filter };
  }

  own(): Subject & { predicate: (of: Predicate) => Term } {
    const subject: Subject = {
      field: (name) => term(this.rows.own(name)),
      place: (name) => this.rows.place(name),
    };
    return { ...subject, predicate: (of) => this.predicate(of, subject) };
  }

  candidate(fact: RowType): Subject & { predicate: (of: Predicate) => Term } {
    const place = (name: string) => placed(fact, name);
    const field = (name: string): Term => {
      const found = place(name) ?? refuse('metric.unknownField', { field: name });
      const value = column('e', found.column);
      if (fact === 'case' && name === 'outcome') return term(this.rows.outcomeOf('e'));
      return term(name.startsWith('x:') ? { kind: 'attribute', of: value, name: name.slice(2) } : value);
    };
    const subject = { field, place };
    return { ...subject, predicate: (of) => this.predicate(of, subject) };
  }

  /** A predicate on the candidates of a selection (alias `e`). One that looks further than the candidate's own fields
   *  is judged beforehand, over all rows of the fact as rows of their own, and joined. */
  onCandidates(
    fact: RelatedFact,
    where: Predicate,
  ): { readonly condition: Expr | null; readonly joins: readonly Join[] } {
    if (isPlain(where)) return { condition: this.candidate(fact).predicate(where).x, joins: [] };
    const rows = new Rows(fact, this.facts);
    const step = this.nameFor('candidates');
    const speaksOfEnd = JSON.stringify(where).includes('"periodEnd"');
    const periods = literal(this.periodEnds.length);
    if (speaksOfEnd) {
      const ends = this.nameFor('ends');
      const values = this.periodEnds.map((end, p) => [p, end] as const);
      this.add({ name: ends, columns: ['p', 'end'], values });
      rows.join({ kind: 'inner', table: ends, as: 'period', on: TRUE });
      rows.keep('p', column('period', 'p'));
    }
    const inner = new Build(this.metric, rows, this.facts, {
      step,
      rawPeriodEnd: speaksOfEnd ? column('period', 'end') : NULL,
      periodEnds: this.periodEnds,
      names: this.names,
    });
    const key = (self: Expr, p: Expr): Expr => (speaksOfEnd ? plus(times(self, periods), p) : self);
    rows.keep('k', key(rows.rawSelf, column('period', 'p')));
    const met = inner.own().predicate(where);
    const name = this.nameFor('met');
    const columns = [['k', column('b', 'k')]] as const;
    for (const made of [rows.step(step), ...inner.steps]) this.add(made);
    this.add({ name, query: { columns, from: step, as: 'b', joins: needsOf(met), where: met.x } });
    const on = equal(column(name, 'k'), key(selfOf(fact, 'e'), column('b', 'p')));
    return { condition: null, joins: [{ kind: 'inner', table: name, as: name, on }] };
  }

  predicate(of: Predicate, subject: Subject): Term {
    switch (of.kind) {
      case 'and':
      case 'or': {
        const parts = of.parts.map((part) => this.predicate(part, subject));
        return combine((of.kind === 'and' ? and : or)(...parts.map((part) => part.x)), parts);
      }
      case 'not': {
        const part = this.predicate(of.part, subject);
        return { ...part, x: not(part.x) };
      }
      case 'concept':
        return this.predicate(of.means, subject);
      case 'has': {
        const { x, ...rest } = this.count(of.related);
        return { ...rest, x: more(x, literal(0)) };
      }
      case 'valid': {
        const left = this.value(of.left, subject);
        return {
          x: of.valid ? not(isNull(left.x)) : isNull(left.x),
          negative: null,
          unrecorded: null,
          needs: left.needs,
        };
      }
      case 'contains':
        return this.contains(of.left, of.element, subject);
      case 'oneOf': {
        const left = this.value(of.left, subject);
        const encoded = of.values.map((value) => this.literal(value, of.left, subject));
        const x = encoded.every((value) => typeof value === 'number')
          ? oneOf(left.x, encoded)
          : or(...encoded.map((value) => equal(left.x, this.constant(value))));
        return { ...left, x };
      }
      case 'compare': {
        const left = this.value(of.left, subject);
        const right = this.operand(of.right, of.left, subject);
        const compare = { equal, lt: less, lte: atMost, gt: more, gte: atLeast }[of.op];
        return combine(compare(left.x, right.x), [left, right]);
      }
    }
  }

  private contains(of: Value, element: string, subject: Subject): Term {
    const left = this.value(of, subject);
    const place = of.kind === 'field' ? subject.place(of.field) : null;
    switch (place?.lie) {
      case 'mask': {
        const bit = TEXT_ELEMENTS.indexOf(element as never);
        return { ...left, x: bit < 0 ? choose([[isNull(left.x), NULL]], literal(false)) : hasBits(left.x, 2 ** bit) };
      }
      case 'code':
        return { ...left, x: oneOf(left.x, this.facts.codesContaining(element)) };
      case 'fixed': {
        const words = place.field.oneOf ?? [];
        return {
          ...left,
          x: oneOf(
            left.x,
            words.flatMap((word, i) => (word.includes(element) ? [i + 1] : [])),
          ),
        };
      }
      default:
        return { ...left, x: contains(left.x, element) };
    }
  }

  private operand(of: Operand, left: Value, subject: Subject): Term {
    switch (of.kind) {
      case 'field':
        return subject.field(of.field);
      case 'periodEnd':
        return term(this.periodEnd);
      case 'duration':
        return term(literal(of.duration.micros));
      case 'literal':
        return term(this.constant(this.literal(of.value, left, subject)));
    }
  }

  private constant(value: number | string | boolean | Expr): Expr {
    return typeof value === 'object' ? value : literal(value);
  }

  private literal(value: string | number | boolean, left: Value, subject: Subject): number | string | boolean | Expr {
    const place = left.kind === 'field' ? subject.place(left.field) : null;
    if (!place) return value;
    switch (place.lie) {
      case 'micros': {
        const read = parseInstant(String(value), { zone: this.facts.zone, edge: place.field.edge });
        return read.ok ? read.micros : refuse('metric.notAnInstant', { got: String(value) });
      }
      case 'caseNo':
        return { kind: 'lookup', dictionary: 'case_id', text: String(value) };
      case 'runNo':
        return { kind: 'lookup', dictionary: 'run_id', text: String(value) };
      case 'client':
        return { kind: 'lookup', dictionary: 'client_key', text: String(value) };
      default:
        return encode(value, place.field, place.lie, this.facts);
    }
  }

  /** The end of the row's period, or the horizon if earlier (facts.md § 4, Periods). */
  get periodEnd(): Expr {
    return this.rows.keep('period end', this.rawPeriodEnd);
  }

  value(of: Value, subject: Subject = this.own()): Term {
    switch (of.kind) {
      case 'field':
        return subject.field(of.field);
      case 'count':
        return this.count(of.related);
      case 'total': {
        const relation = this.relation(of.related, of.field);
        const cell = relation.cell(of.field);
        const sum = relation.column(`total ${of.field}`, aggregate('sum', cell));
        const nulls = relation.column(`unknown ${of.field}`, aggregate('count', isNull(cell)));
        return this.ofRelation(relation, choose([[more(nulls, literal(0)), NULL]], first(sum, literal(0))));
      }
      case 'distinct': {
        const relation = this.relation(of.related, of.field);
        const found = relation.column(`distinct ${of.field}`, aggregate('distinct', relation.cell(of.field)));
        return this.ofRelation(relation, first(found, literal(0)));
      }
      case 'time':
        return timeBetween(this, of);
      case 'spans':
        return spansBetween(this, of);
      case 'grade': {
        const [words, sentences, syllables] = ['words', 'sentences', 'syllables'].map(
          (name) => subject.field(name).x,
        ) as [Expr, Expr, Expr];
        const none = or(
          isNull(words),
          equal(words, literal(0)),
          isNull(sentences),
          equal(sentences, literal(0)),
          isNull(syllables),
        );
        const grade = minus(
          plus(times(literal(0.36), over(words, sentences)), times(literal(5.76), over(syllables, words))),
          literal(11.97),
        );
        return term(choose([[none, NULL]], grade));
      }
    }
  }

  private count(related: Related): Term {
    const relation = this.relation(related, null);
    return this.ofRelation(relation, first(column(relation.name, 'n'), literal(0)));
  }

  /** A value over a selection: null where the selection cannot be told. */
  ofRelation(relation: Relation, value: Expr): Term {
    const { unknown, unrecorded } = relation;
    const blind = [unrecorded, unknown].filter((one): one is Expr => one !== null);
    const x = blind.length
      ? choose(
          blind.map((one) => [one, NULL] as const),
          value,
        )
      : value;
    const needs = [...needsOf(term(NULL, relation.needs), term(NULL, this.extra))];
    return { x, negative: null, unrecorded, needs };
  }

  /** The step of a selection; the same selection again is the same step. `total`: the field that is summed or told apart. */
  relation(related: Related, total: string | null): Relation {
    const { at, ...shape } = related;
    const key = JSON.stringify([shape, total], (name, value) => (name === 'at' ? undefined : value));
    const known = this.relations.get(key);
    if (known) return known;
    const made = new Relation(this, related, total);
    this.relations.set(key, made);
    // Its columns are asked for later; printed once all are known.
    this.add({
      name: made.name,
      get query() {
        return made.finish();
      },
    });
    return made;
  }

  point(of: Point): Term {
    switch (of.kind) {
      case 'periodEnd':
        return term(this.periodEnd);
      case 'field':
        return this.own().field(of.field);
      case 'last': {
        const relation = this.relation(of.related, null);
        return this.ofRelation(relation, relation.column('last', aggregate('max', relation.moment)));
      }
      case 'first': {
        const relation = this.relation(of.related, null);
        const found = this.ofRelation(relation, relation.column('first', aggregate('min', relation.moment)));
        return of.orHorizon ? { ...found, x: this.bounded(found.x, relation) } : found;
      }
    }
  }

  /** `orHorizon`: the first such row not later than `mature` after the row, else the earliest of closing (where not
   *  before the row), horizon and the row's moment plus `mature` (facts.md § 4, Values). */
  private bounded(found: Expr, relation: Relation): Expr {
    const { rows } = this;
    const by = column('b', 'by');
    const limit = this.metric.mature ? plus(by, literal(this.metric.mature.micros)) : NULL;
    const closedAt = rows.ofCase('closedAt');
    const bound = smallest(choose([[atLeast(closedAt, by), closedAt]]), rows.horizon, limit);
    const inTime = this.metric.mature ? and(not(isNull(found)), atMost(found, limit)) : not(isNull(found));
    const blind = [relation.unrecorded, relation.unknown].filter((one): one is Expr => one !== null);
    return choose([...blind.map((one) => [one, NULL] as const), [inTime, found] as const], bound);
  }

  /** Who gave the answer that an `orHorizon` point waits for, with the condition that there was one in time. */
  answerer(of: Related): { readonly employee: Expr; readonly needs: readonly Join[] } {
    // Rows that are left out have an answerer too: a split puts each reason into its group.
    const { source } = this;
    this.source = { ...source, filter: null };
    const relation = this.relation(of, 'employee');
    this.source = source;
    const found = relation.column('first', aggregate('min', relation.moment));
    const employee = relation.column('first employee', {
      kind: 'aggregate',
      fn: 'firstOf',
      of: [relation.cell('employee')],
      order: relation.order,
    });
    const by = column('b', 'by');
    const limit = this.metric.mature ? plus(by, literal(this.metric.mature.micros)) : null;
    const inTime = limit ? atMost(found, limit) : not(isNull(found));
    return { employee: choose([[inTime, employee]]), needs: relation.needs };
  }
}

/** Whether a predicate reads the row's own fields only. */
function isPlain(of: Predicate): boolean {
  switch (of.kind) {
    case 'and':
    case 'or':
      return of.parts.every(isPlain);
    case 'not':
      return isPlain(of.part);
    case 'concept':
      return isPlain(of.means);
    case 'has':
      return false;
    case 'valid':
    case 'contains':
    case 'oneOf':
    case 'compare':
      return of.left.kind === 'field' || of.left.kind === 'grade';
  }
}
