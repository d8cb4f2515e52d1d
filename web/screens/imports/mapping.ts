import type { Bilingual } from '../../client/types.ts';

// The mapping as the import reads and writes it, and the corrections that a person makes on the page. Pure: a correction
// gives a new mapping. Whatever the page does not speak of stays as it was.

export interface ColumnRule {
  readonly column: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
}
export type Rule = string | ColumnRule | { readonly constant: string };

export interface Act {
  readonly kind?: string;
  readonly [more: string]: unknown;
}
export interface EventColumn {
  readonly column: string;
  readonly kind?: string;
  readonly status?: { readonly column: string; readonly values: Readonly<Record<string, Act>> };
  readonly [more: string]: unknown;
}
export interface AnswerColumn {
  readonly column: string;
  readonly question: string;
  readonly [more: string]: unknown;
}
export interface TableMapping {
  readonly table: string;
  readonly rows: string;
  readonly fields: Readonly<Record<string, Rule>>;
  readonly events?: readonly EventColumn[];
  readonly activities?: { readonly column: string; readonly values: Readonly<Record<string, Act>> };
  readonly cases?: Readonly<Record<string, Rule>>;
  readonly answers?: readonly AnswerColumn[];
  readonly ignored?: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
}
export interface Mapping {
  readonly source: string;
  readonly dateOrder: string;
  readonly zone: string;
  readonly tables: readonly TableMapping[];
  readonly [more: string]: unknown;
}

/** What `guessMapping` answers. */
export interface Guess {
  readonly tables: readonly GuessedTable[];
  readonly mapping: Mapping | null;
  readonly sure: boolean;
  readonly unsettled: readonly Unsettled[];
  readonly notes: readonly Bilingual[];
}
/** A question that only a person can answer. */
export interface Unsettled {
  readonly code: string;
  readonly what: string;
  readonly where: { readonly table: string; readonly column: string | null };
  readonly values: readonly string[];
  readonly candidates: readonly string[];
  readonly reason: Bilingual;
}
export interface GuessedTable {
  readonly file: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly fact: string | null;
  readonly canonical: boolean;
  /** A sheet of the register of the organisation. */
  readonly register?: string;
}

/** What a column is: `field:NAME`, `case:NAME` (of rows that are events), `event`, `activity`, `answer:QUESTION`, or ''
 *  where it is left out. */
export type Role = string;

const columnOf = (rule: Rule): string | null =>
  typeof rule === 'string' ? rule : 'column' in rule ? (rule as ColumnRule).column : null;

const entryOf = (rules: Readonly<Record<string, Rule>> | undefined, column: string): string | undefined =>
  Object.entries(rules ?? {}).find(([, rule]) => columnOf(rule) === column)?.[0];

export const roleOf = (table: TableMapping, column: string): Role => {
  if (table.activities?.column === column) return 'activity';
  if (table.events?.some((event) => event.column === column)) return 'event';
  const answer = table.answers?.find((one) => one.column === column);
  if (answer) return `answer:${answer.question}`;
  const field = entryOf(table.fields, column);
  if (field) return `field:${field}`;
  const ofCase = entryOf(table.cases, column);
  return ofCase ? `case:${ofCase}` : '';
};

/** The same table with the column in another role; a field that another column fed is handed over. */
export const withRole = (table: TableMapping, column: string, role: Role): TableMapping => {
  const before = roleOf(table, column);
  if (role === before) return table;
  const kept = free(table, column);
  const [kind, name = ''] = role.split(/:(.*)/s);
  switch (kind) {
    case 'field':
      return { ...kept, fields: { ...kept.fields, [name]: column } };
    case 'case':
      return { ...kept, cases: { ...kept.cases, [name]: column } };
    case 'event':
      return { ...kept, events: [...(kept.events ?? []), { column, kind: 'step' }] };
    case 'activity':
      return { ...kept, activities: { column, values: {} } };
    case 'answer':
      return { ...kept, answers: [...(kept.answers ?? []), { column, question: name }] };
    default:
      return { ...kept, ignored: { ...kept.ignored, [column]: 'person' } };
  }
};

const free = (table: TableMapping, column: string): TableMapping => {
  const without = (rules: Readonly<Record<string, Rule>>): Readonly<Record<string, Rule>> =>
    Object.fromEntries(Object.entries(rules).filter(([, rule]) => columnOf(rule) !== column));
  const { activities, ...rest } = table;
  const ignored = Object.fromEntries(Object.entries(table.ignored ?? {}).filter(([name]) => name !== column));
  return {
    ...rest,
    ...(activities && activities.column !== column ? { activities } : {}),
    fields: without(table.fields),
    ...(table.cases ? { cases: without(table.cases) } : {}),
    ...(table.events ? { events: table.events.filter((event) => event.column !== column) } : {}),
    ...(table.answers ? { answers: table.answers.filter((answer) => answer.column !== column) } : {}),
    ...(table.ignored ? { ignored } : {}),
  };
};

export const eventKindOf = (table: TableMapping, column: string): string =>
  table.events?.find((event) => event.column === column)?.kind ?? 'step';

export const withEventKind = (table: TableMapping, column: string, kind: string): TableMapping => ({
  ...table,
  events: (table.events ?? []).map((event) => (event.column === column ? { ...event, kind } : event)),
});

/** A dictionary of found values: of a field (value → code) or of activities (value → kind of event). */
export interface Dictionary {
  readonly of: 'field' | 'case' | 'activity' | 'status';
  /** The field, or the column of the activities. */
  readonly name: string;
  readonly column: string;
  readonly values: Readonly<Record<string, string>>;
}

export const dictionariesOf = (table: TableMapping): readonly Dictionary[] => {
  const ofRules = (of: 'field' | 'case', rules: Readonly<Record<string, Rule>> | undefined): Dictionary[] =>
    Object.entries(rules ?? {}).flatMap(([name, rule]) =>
      typeof rule === 'object' && 'column' in rule && (rule as ColumnRule).values
        ? [{ of, name, column: (rule as ColumnRule).column, values: (rule as ColumnRule).values ?? {} }]
        : [],
    );
  const kinds = (values: Readonly<Record<string, Act>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(values).map(([value, act]) => [value, act.kind ?? 'step']));
  return [
    ...ofRules('field', table.fields),
    ...ofRules('case', table.cases),
    ...(table.activities
      ? [
          {
            of: 'activity' as const,
            name: table.activities.column,
            column: table.activities.column,
            values: kinds(table.activities.values),
          },
        ]
      : []),
    ...(table.events ?? []).flatMap((event) =>
      event.status
        ? [
            {
              of: 'status' as const,
              name: event.column,
              column: event.status.column,
              values: kinds(event.status.values),
            },
          ]
        : [],
    ),
  ];
};

export const withMeaning = (
  table: TableMapping,
  dictionary: Dictionary,
  value: string,
  meaning: string,
): TableMapping => {
  const set = (rules: Readonly<Record<string, Rule>> | undefined): Readonly<Record<string, Rule>> => {
    const rule = rules?.[dictionary.name];
    if (typeof rule !== 'object' || !('column' in rule)) return rules ?? {};
    const values = { ...(rule as ColumnRule).values, [value]: meaning };
    return { ...rules, [dictionary.name]: { ...(rule as ColumnRule), values } };
  };
  const setKind = (values: Readonly<Record<string, Act>>): Readonly<Record<string, Act>> => ({
    ...values,
    [value]: { ...values[value], kind: meaning },
  });
  switch (dictionary.of) {
    case 'field':
      return { ...table, fields: set(table.fields) };
    case 'case':
      return { ...table, cases: set(table.cases) };
    case 'activity':
      return table.activities
        ? { ...table, activities: { ...table.activities, values: setKind(table.activities.values) } }
        : table;
    case 'status':
      return {
        ...table,
        events: (table.events ?? []).map((event) =>
          event.column === dictionary.name && event.status
            ? { ...event, status: { ...event.status, values: setKind(event.status.values) } }
            : event,
        ),
      };
  }
};

/** The part of the mapping that speaks of a table; `*` speaks of any other. */
export const tableIndexOf = (mapping: Mapping, name: string): number => {
  const exact = mapping.tables.findIndex((table) => table.table === name);
  return exact >= 0 ? exact : mapping.tables.findIndex((table) => table.table === '*');
};

export const withTable = (mapping: Mapping, index: number, table: TableMapping): Mapping => ({
  ...mapping,
  tables: mapping.tables.map((one, k) => (k === index ? table : one)),
});
