import { demoInMemory } from '../memory.ts';
import { Random } from '../random.ts';
import type { CaseRow, EventRow } from '../rows.ts';

/** One benefit as three bodies saw it, and what went wrong when it was exported. */
export interface ExampleCase {
  readonly row: CaseRow;
  readonly events: readonly EventRow[];
}

/** A fixed stretch of the demo: two months of the two benefits, in order of registration. The files lie in the
 *  repository, so neither the day nor the seed is asked for. */
export function exampleCases(): readonly ExampleCase[] {
  const { cases } = demoInMemory(560, 21, '2026-06-10', 2);
  return cases
    .map(({ row, events }) => ({ row: asExample(row), events }))
    .filter(({ row }) => /пособие$/.test(row.service ?? '') && row.registeredAt !== undefined)
    .sort((one, other) => (one.row.registeredAt as number) - (other.row.registeredAt as number))
    .slice(0, 220);
}

/** Cases and clients of their own: numbers that the demo has too would be taken for corrections of it. */
const asExample = (row: CaseRow): CaseRow => ({
  ...row,
  id: row.id.replace(/^Д-/, 'П-'),
  ...(row.clientKey === undefined ? {} : { clientKey: row.clientKey.replace(/^К-/, 'ПК-') }),
});

export const exampleRandom = (): Random => new Random(2_026);

const SURNAMES = [
  'Берёзкина А. П.',
  'Лаптев С. И.',
  'Морошкина О. В.',
  'Тихонов Е. Н.',
  'Щукина Л. Д.',
  'Ёлкин Г. Р.',
  'Зорина М. К.',
];

/** Invented names of the staff, one for each employee id, written as carelessly as real exports write them. */
export function staffName(employee: string | undefined, random: Random): string {
  if (!employee) return 'не указано';
  let sum = 0;
  for (const letter of employee) sum += letter.charCodeAt(0);
  const name = SURNAMES[sum % SURNAMES.length] as string;
  if (random.chance(0.1)) return name.toUpperCase();
  if (random.chance(0.1)) return name.replace('. ', '.');
  return random.chance(0.06) ? `${name} ` : name;
}

export const first = (events: readonly EventRow[], test: (event: EventRow) => boolean): EventRow | undefined =>
  events.find(test);

/** Marks which rows bear a planted fault: `count` of `length`, spread evenly, none at the ends. */
export function faults(length: number, count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * length) / count)));
}
