import { type Fact, FIELDS, type Refusal, Refused } from '#facts';
import { fold } from './fold.ts';
import type { Act, ColumnRule, DateOrder, EventColumn, Mapping, Rule, TableMapping } from './schema.ts';

/** Where a field's text comes from. Evaluated in this order: (1) `when` fails → null; (2) the text of `column`, joined
 *  with the columns of `and` by one space (null where `column` is empty or holds one of the view's `empty` texts; empty
 *  ones of `and` are passed over); (3) `values`, keys compared as `fold` gives, an empty target is null; a value that
 *  it does not name goes by `otherwise`: kept, null, or the row is refused (`row.codeUnknown`); (4) null → `else`.
 *  What remains is text, cast by the field's type with `dateOrder`, `excelSerial`, `decimal`. */
export interface ColumnSource {
  readonly column: string;
  readonly and?: readonly string[];
  readonly when?: { readonly column: string; readonly values: readonly string[] };
  readonly values?: Readonly<Record<string, string>>;
  readonly otherwise: 'keep' | 'null' | 'refuse';
  readonly dateOrder: DateOrder;
  readonly decimal: ',' | '.';
  readonly excelSerial?: true;
  readonly else?: Source;
}
export type Source = ColumnSource | { readonly constant: string };

/** One fact read from a table: a row of the table gives at most one row of the view. */
export interface View {
  readonly fact: Fact;
  readonly table: string;
  /** Rows where this column is empty (or one of `empty`) give nothing. */
  readonly whenFilled?: string;
  /** Several rows of the table repeat one row of the fact: rows alike in every field are one. */
  readonly distinct?: true;
  /** Folded texts that mean: no value. */
  readonly empty: readonly string[];
  /** Fields of FIELDS[fact] and attributes `x:NAME`, in the order of the mapping. */
  readonly fields: Readonly<Record<string, Source>>;
  /** For events: a row with such a value ends its case: `closedAt` is the latest such `at`, the outcome the value's
   *  (empty: none known). Only where the case has no `closedAt` of its own. */
  readonly closes?: { readonly column: string; readonly values: Readonly<Record<string, string>> };
}

export interface NamedColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The machine form of a mapping for one table. Throws Refused: `mapping.tableUnknown`, `mapping.columnMissing`. */
export const viewsOf = (mapping: Mapping, table: NamedColumns): View[] => {
  const chosen = tableMapping(mapping, table);
  const missing = columnsOf(chosen).filter((column) => !table.columns.includes(column));
  if (missing.length > 0)
    throw new Refused(missing.map((field) => ({ code: 'mapping.columnMissing', file: table.name, field, got: field })));
  return new Printer(mapping, chosen, table.name).views();
};

const tableMapping = (mapping: Mapping, table: NamedColumns): TableMapping => {
  const named = mapping.tables.filter((one) => fold(one.table) === fold(table.name));
  // Of several for any name the one that reads most of the table: another's columns may be a part of it.
  const others = mapping.tables
    .filter((one) => one.table === '*')
    .sort((a, b) => columnsOf(b).length - columnsOf(a).length);
  const candidates = [...named, ...others];
  const fitting = candidates.find((one) => columnsOf(one).every((column) => table.columns.includes(column)));
  const chosen = fitting ?? candidates[0];
  if (!chosen) throw new Refused([{ code: 'mapping.tableUnknown', file: table.name, got: table.name }]);
  return chosen;
};

/** Mistakes that a person can make in a mapping: fields that the fact does not have, required ones that are missing,
 *  codes that do not exist. Columns are checked against the table by `viewsOf`. */
export const checkMapping = (mapping: Mapping): Refusal[] =>
  mapping.tables.flatMap((table) => {
    if (table.rows === 'none') return [];
    return new Printer(mapping, table, table.table).views().flatMap((view) => checkView(view));
  });

const checkView = (view: View): Refusal[] => {
  const known = new Map(FIELDS[view.fact].map((field) => [field.name, field]));
  const at = { file: view.table };
  const unknown = Object.keys(view.fields)
    .filter((name) => !known.has(name) && !/^x:./.test(name))
    .map((field) => ({ code: 'mapping.fieldUnknown', ...at, field, got: field, with: { fact: view.fact } }));
  const missing = FIELDS[view.fact]
    .filter((field) => field.required && view.fields[field.name] === undefined)
    .map((field) => ({ code: 'mapping.fieldMissing', ...at, field: field.name, with: { fact: view.fact } }));
  const codes = Object.entries(view.fields).flatMap(([name, source]) => {
    const oneOf = known.get(name)?.oneOf;
    if (!oneOf) return [];
    return targets(source)
      .filter((code) => code !== '' && !code.split(' ').every((part) => oneOf.includes(part)))
      .map((got) => ({ code: 'mapping.codeUnknown', ...at, field: name, got }));
  });
  return [...unknown, ...missing, ...codes];
};

const targets = (source: Source): string[] => {
  if ('constant' in source) return [source.constant];
  return [...Object.values(source.values ?? {}), ...(source.else ? targets(source.else) : [])];
};

class Printer {
  private readonly mapping: Mapping;
  private readonly table: TableMapping;
  private readonly name: string;

  constructor(mapping: Mapping, table: TableMapping, name: string) {
    this.mapping = mapping;
    this.table = table;
    this.name = name;
  }

  views(): View[] {
    const { rows, events, cases } = this.table;
    if (rows === 'none') return [];
    const answers = this.answers();
    if (rows === 'answer' && (this.table.answers?.length ?? 0) > 0) return answers;
    const main = rows === 'event' ? this.eventRows() : this.view(rows, this.sources(this.table.fields, rows));
    const own = cases ? [{ ...this.view('case', this.caseFields(cases)), distinct: true as const }] : [];
    const columns = (events ?? []).map((event, index) => this.eventColumn(event, index));
    if (!this.table.repeats) return [...own, main, ...columns, ...answers];
    return [...own, ...[main, ...columns].map((view) => ({ ...view, distinct: true as const })), ...answers];
  }

  private view(fact: Fact, fields: Readonly<Record<string, Source>>): View {
    return { fact, table: this.name, empty: this.mapping.empty.map(fold), fields };
  }

  private caseFields(cases: Readonly<Record<string, Rule>>): Record<string, Source> {
    const id = this.table.fields.caseId;
    return { ...(id ? { id: this.source(id, false) } : {}), ...this.sources(cases, 'case') };
  }

  private sources(rules: Readonly<Record<string, Rule>>, fact: Fact): Record<string, Source> {
    const coded = new Set(FIELDS[fact].filter((field) => field.oneOf).map((field) => field.name));
    return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, this.source(rule, coded.has(name))]));
  }

  private source(rule: Rule, coded: boolean): Source {
    if (typeof rule === 'string') return this.column({ column: rule }, coded);
    return 'constant' in rule ? { constant: rule.constant } : this.column(rule, coded);
  }

  private column(rule: ColumnRule, coded: boolean): ColumnSource {
    return {
      column: rule.column,
      ...(rule.and ? { and: rule.and } : {}),
      ...(rule.when ? { when: { column: rule.when.column, values: rule.when.values.map(fold) } } : {}),
      ...(rule.values ? { values: folded(rule.values) } : {}),
      otherwise: rule.otherwise ?? (rule.values && coded ? 'refuse' : 'keep'),
      dateOrder: rule.dateOrder ?? this.mapping.dateOrder,
      decimal: rule.decimal ?? this.mapping.decimal,
      ...(rule.excel ? { excelSerial: true as const } : {}),
      ...(rule.else ? { else: this.source(rule.else, coded) } : {}),
    };
  }

  /** Rows that are events: what the activity means stands in the dictionary, then in the lifecycle. */
  private eventRows(): View {
    const { fields, activities } = this.table;
    const own = this.sources(fields, 'event');
    if (!activities) return this.view('event', own);
    const lifecycle = activities.lifecycle;
    const kindElse: Rule | undefined = lifecycle
      ? { column: lifecycle, values: LIFECYCLE, otherwise: 'null' }
      : undefined;
    const meant = this.actSources(activities.column, activities.values, kindElse);
    return { ...this.view('event', { ...own, ...meant }), ...closing(activities.column, activities.values) };
  }

  private eventColumn(event: EventColumn, index: number): View {
    const id = this.table.fields.id ?? this.table.fields.caseId;
    const at: ColumnRule = { column: event.column, and: event.and, dateOrder: event.dateOrder, excel: event.excel };
    const constants = (['kind', 'initiator', 'touchpoint'] as const).flatMap((name) => {
      const constant = event[name];
      return constant === undefined ? [] : [[name, { constant }] as const];
    });
    const fields: Record<string, Source> = {
      ...(id ? { caseId: this.source(id, false) } : {}),
      at: this.column(at, false),
      // Dates without time keep the order of the columns.
      seq: { constant: String(index + 1) },
      activity: event.status
        ? this.column({ column: event.status.column }, false)
        : { constant: event.activity ?? event.column },
      ...Object.fromEntries(constants),
      ...(event.status ? this.actSources(event.status.column, event.status.values) : {}),
      ...(event.asked ? { asked: this.source(event.asked, false) } : {}),
      ...this.sources(event.fields ?? {}, 'event'),
    };
    const closes = event.status ? closing(event.status.column, event.status.values) : {};
    return { ...this.view('event', fields), whenFilled: event.column, ...closes };
  }

  private actSources(column: string, values: Readonly<Record<string, Act>>, kindElse?: Rule): Record<string, Source> {
    const found: Record<string, Source> = {};
    for (const name of ['kind', 'initiator', 'asked', 'touchpoint', 'subject'] as const) {
      const given = Object.entries(values).flatMap(([value, act]) => (act[name] ? [[value, act[name]] as const] : []));
      const next = name === 'kind' ? kindElse : undefined;
      if (given.length > 0)
        found[name] = this.column(
          { column, values: Object.fromEntries(given), otherwise: 'null', ...(next ? { else: next } : {}) },
          true,
        );
      else if (next) found[name] = this.source(next, true);
    }
    return found;
  }

  private answers(): View[] {
    const shared = this.sources(this.table.answerFields ?? this.answerFieldsOfRows(), 'answer');
    return (this.table.answers ?? []).map((answer) => ({
      ...this.view('answer', {
        question: { constant: answer.question },
        [answer.as ?? 'value']: this.column({ column: answer.column, values: answer.values }, false),
        ...shared,
      }),
      whenFilled: answer.column,
    }));
  }

  private answerFieldsOfRows(): Readonly<Record<string, Rule>> {
    return this.table.rows === 'answer' ? this.table.fields : {};
  }
}

/** XES: the standard lifecycle's transitions that have a kind of their own. */
const LIFECYCLE: Readonly<Record<string, string>> = {
  complete: 'complete',
  start: 'start',
  suspend: 'suspend',
  resume: 'resume',
};

const closing = (column: string, values: Readonly<Record<string, Act>>): Pick<View, 'closes'> => {
  const ends = Object.entries(values).flatMap(([value, act]) =>
    act.closes === undefined ? [] : [[fold(value), act.closes] as const],
  );
  return ends.length > 0 ? { closes: { column, values: Object.fromEntries(ends) } } : {};
};

const folded = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([value, code]) => [fold(value), code]));

/** Every column that a table's mapping reads. */
const columnsOf = (table: TableMapping): string[] => {
  const found = new Set<string>();
  const visit = (rule: Rule | undefined): void => {
    if (rule === undefined || (typeof rule === 'object' && 'constant' in rule)) return;
    if (typeof rule === 'string') {
      found.add(rule);
      return;
    }
    for (const column of [rule.column, ...(rule.and ?? []), ...(rule.when ? [rule.when.column] : [])])
      found.add(column);
    visit(rule.else);
  };
  for (const rules of [table.fields, table.cases ?? {}, table.answerFields ?? {}]) Object.values(rules).forEach(visit);
  for (const event of table.events ?? []) {
    for (const column of [event.column, ...(event.and ?? []), ...(event.status ? [event.status.column] : [])])
      found.add(column);
    visit(event.asked);
    Object.values(event.fields ?? {}).forEach(visit);
  }
  for (const answer of table.answers ?? []) found.add(answer.column);
  if (table.activities) {
    found.add(table.activities.column);
    if (table.activities.lifecycle) found.add(table.activities.lifecycle);
  }
  return [...found];
};
