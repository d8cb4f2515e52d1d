import { OUTCOMES, type RowType, refuse } from '#facts';
import {
  and,
  choose,
  column,
  type Expr,
  equal,
  first,
  isNull,
  type Join,
  literal,
  NULL,
  not,
  oneOf,
  type Query,
  type Step,
} from '../query.ts';
import type { FactKnowledge } from './facts.ts';
import { type Placed, placed, TABLES } from './layout.ts';

/** The first step of a plan: the metric's own rows beside their case. Columns enter as they are asked for, so that the
 *  printed step reads no more than the metric needs. */
export class Rows {
  readonly of: RowType;
  /** Alias of the row's case in the first step; null for rows without one. */
  readonly caseAlias: 'r' | 'c' | null;
  private readonly columns = new Map<string, Expr>();
  private readonly joins: Join[] = [];
  private readonly filters: Expr[] = [];
  private readonly facts: FactKnowledge;

  constructor(of: RowType, facts: FactKnowledge) {
    this.of = of;
    this.facts = facts;
    const layout = TABLES[of];
    this.caseAlias = of === 'case' ? 'r' : layout.ofCase ? 'c' : null;
    if (this.caseAlias === 'c') {
      const on = and(equal(column('c', 'caseNo'), column('r', 'caseNo')), column('c', 'live'));
      this.joins.push({ kind: of === 'text' ? 'left' : 'inner', table: 'case_row', as: 'c', on });
    }
    if (layout.live) this.filters.push(column('r', 'live'));
  }

  /** A column of the step under a name of its own; asked for again, it is the same. */
  keep(name: string, value: Expr): Expr {
    if (!this.columns.has(name)) this.columns.set(name, value);
    return column('b', name);
  }

  /** What tells the row from others of its fact. */
  get rawSelf(): Expr {
    return selfOf(this.of, 'r');
  }

  get self(): Expr {
    return this.keep('self', this.rawSelf);
  }

  /** The row's own field, as the later steps see it. */
  own(name: string): Expr {
    return this.keep(`own ${name}`, this.rawOwn(name));
  }

  rawOwn(name: string): Expr {
    const place = this.place(name) ?? refuse('metric.unknownField', { field: name });
    return this.raw('r', place, this.of === 'case');
  }

  place(name: string): Placed | null {
    return placed(this.of, name);
  }

  /** A field of the row's case. */
  ofCase(name: string): Expr {
    return this.keep(`case ${name}`, this.rawCase(name));
  }

  rawCase(name: string): Expr {
    const place = placed('case', name);
    if (!this.caseAlias || !place) return NULL;
    return this.raw(this.caseAlias, place, true);
  }

  caseColumn(name: string): Expr {
    return this.caseAlias ? this.keep(`case ${name}`, column(this.caseAlias, name)) : NULL;
  }

  get caseNo(): Expr {
    return this.caseAlias ? this.keep('caseNo', column('r', 'caseNo')) : NULL;
  }

  get rawHorizon(): Expr {
    // Events and spans know as much as their case: the batch that told of it last (facts.md § 1, Horizon).
    return column(this.of === 'span' || this.of === 'event' ? 'c' : 'r', 'horizon');
  }

  get horizon(): Expr {
    return this.keep('horizon', this.rawHorizon);
  }

  filter(condition: Expr): void {
    this.filters.push(condition);
  }

  join(join: Join): void {
    if (!this.joins.some((known) => known.as === join.as)) this.joins.push(join);
  }

  private raw(alias: string, place: Placed, isCase: boolean): Expr {
    if (place.field.name.startsWith('x:'))
      return { kind: 'attribute', of: column(alias, 'extra'), name: place.field.name.slice(2) };
    const value = column(alias, place.column);
    return isCase && place.field.name === 'outcome' ? this.outcomeOf(alias) : value;
  }

  /** A closed case of a source that records no outcomes is `completed` (facts.md § 1). */
  outcomeOf(alias: string): Expr {
    const given = column(alias, 'outcome');
    const silent = this.facts.sources.filter((source) => !source.outcomes).map((source) => source.no);
    if (silent.length === 0) return given;
    const assumed = and(not(isNull(column(alias, 'closedAt'))), oneOf(column(alias, 'source'), silent));
    return first(given, choose([[assumed, literal(OUTCOMES.indexOf('completed') + 1)]]));
  }

  step(name: string): Step {
    const query: Query = {
      columns: [...this.columns],
      from: TABLES[this.of].table,
      as: 'r',
      joins: this.joins,
      where: and(...this.filters),
    };
    return { name, query };
  }
}

/** The number of a row among those of its fact. */
export function selfOf(of: RowType, alias: string): Expr {
  if (of === 'case') return column(alias, 'caseNo');
  return of === 'run' ? column(alias, 'runNo') : { kind: 'rowId', of: alias };
}
