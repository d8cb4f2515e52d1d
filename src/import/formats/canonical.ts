import { FACT_FILES, FACTS, type Fact, FIELDS, type Refusal } from '#facts';
import { REGISTER_SHEETS, type RegisterSheet } from '#organisation';

const namesOf = (fact: Fact): ReadonlySet<string> => new Set(FIELDS[fact].map((field) => field.name));

/** The header holds only field names of the fact and attributes `x:NAME`: such a table needs no mapping. */
export const isCanonical = (table: { readonly columns: readonly string[] }, fact: Fact): boolean => {
  const names = namesOf(fact);
  return (
    table.columns.some((column) => names.has(column)) && table.columns.every((c) => names.has(c) || isAttribute(c))
  );
};

/** Canonical for some fact, or of some sheet of the register, whichever. */
export const hasCanonicalHeader = (columns: readonly string[]): boolean =>
  FACTS.some((fact) => isCanonical({ columns }, fact) && missingFields({ columns }, fact, '').length === 0) ||
  REGISTER_NAMES.some((sheet) => isOfRegister(columns, sheet));

/** Required fields that the header does not have, as refusals `header.fieldMissing`. */
export const missingFields = (
  table: { readonly columns: readonly string[]; readonly headerLine?: number },
  fact: Fact,
  file: string,
): Refusal[] =>
  FIELDS[fact]
    .filter((field) => field.required && !table.columns.includes(field.name))
    .map((field) => ({ code: 'header.fieldMissing', file, line: table.headerLine ?? 1, field: field.name }));

/** The fact that a file's or sheet's name tells; a path and an ending are allowed, letter case is ignored. */
export const factOfName = (name: string): Fact | undefined => {
  const base = name.split(/[\\/]/).pop() ?? '';
  const bare = base.replace(/(\.(csv|txt|tsv|xlsx|xes|gz))+$/i, '').toLowerCase();
  return FACTS.find((fact) => FACT_FILES[fact] === bare);
};

const REGISTER_NAMES = Object.keys(REGISTER_SHEETS) as readonly RegisterSheet[];

const isOfRegister = (columns: readonly string[], sheet: RegisterSheet): boolean => {
  const known: readonly string[] = REGISTER_SHEETS[sheet];
  return columns.includes('id') && columns.every((column) => known.includes(column));
};

/** A sheet of the register of the organisation, told by its name together with its header. */
export const registerSheetOf = ({ name, columns }: { readonly name: string; readonly columns: readonly string[] }) =>
  REGISTER_NAMES.find((sheet) => sheet === name.toLowerCase() && isOfRegister(columns, sheet)) ?? null;

/** The sheet of our own forms that explains the others: nothing to read. */
export const EXPLANATIONS = 'about';

const isAttribute = (column: string): boolean => column.length > 2 && column.startsWith('x:');
