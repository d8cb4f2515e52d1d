import type { Register } from './register.ts';

/** Sheets (or CSV files) of a register in canonical form: columns of each, `id` required. They travel in one workbook
 *  with the sheet `organisation`. */
export const REGISTER_SHEETS = {
  bodies: ['id', 'kind', 'level'],
  positions: ['id', 'name', 'unit', 'from', 'to'],
  employees: ['id', 'name', 'position', 'unit', 'from', 'to'],
  services: ['id', 'name', 'kind', 'body', 'curator', 'from', 'to'],
  segments: ['id', 'name', 'clientStatus', 'needs', 'channels', 'barriers', 'from', 'to'],
} as const satisfies Readonly<Record<keyof Register, readonly string[]>>;
export type RegisterSheet = keyof typeof REGISTER_SHEETS;

const PROFILE: readonly string[] = ['needs', 'channels', 'barriers'];

/** A row of a sheet as the register's schema takes it; empty cells are left out. */
export function registerRow(columns: readonly string[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  const profile: Record<string, string> = {};
  columns.forEach((column, at) => {
    const cell = cells[at]?.trim() ?? '';
    if (cell === '') return;
    if (PROFILE.includes(column)) profile[column] = cell;
    else row[column] = column === 'from' || column === 'to' ? wholeDay(cell) : cell;
  });
  return Object.keys(profile).length > 0 ? { ...row, profile } : row;
}

/** A spreadsheet's date comes with its midnight. */
const wholeDay = (text: string): string => text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');

/** Told rows take the place of those of the same id and beginning; all others stay. An employee told of without a name
 *  keeps the known one. */
export function mergedRegister(before: Register, told: Register): Register {
  const names = new Map(before.employees.map(({ id, name }) => [id, name]));
  const employees = told.employees.map((one) => ({ ...one, name: one.name ?? names.get(one.id) ?? null }));
  return {
    bodies: over(before.bodies, told.bodies, ({ id }) => id),
    positions: over(before.positions, told.positions, start),
    employees: over(before.employees, employees, start),
    services: over(before.services, told.services, start),
    segments: over(before.segments, told.segments, start),
  };
}

const start = ({ id, from }: { readonly id: string; readonly from: string | null }): string =>
  JSON.stringify([id, from]);

function over<Row>(before: readonly Row[], told: readonly Row[], key: (row: Row) => string): Row[] {
  const rows = new Map(before.map((row) => [key(row), row]));
  // Two rows told of one beginning are both kept: their overlap is a fault that says so.
  const twice: Row[] = [];
  const seen = new Set<string>();
  for (const row of told) {
    const at = key(row);
    if (seen.has(at)) twice.push(row);
    else rows.set(at, row);
    seen.add(at);
  }
  return [...rows.values(), ...twice];
}
