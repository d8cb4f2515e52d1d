import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const csv = (name: string, lines: readonly string[]): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});
const two = (value: number): string => String(value).padStart(2, '0');
const cases = Array.from({ length: 12 }, (_, at) => at + 1);

/** Twelve cases of four steps each, and nothing but events. */
export const eventsOnly: Upload = csv('events.csv', [
  'case;activity;timestamp;resource',
  ...cases.flatMap((number) =>
    ['Заявление подано', 'Дело принято', 'Решение принято', 'Результат выдан'].map(
      (activity, step) =>
        `A-${number};${activity};2026-0${3 + (number % 3)}-${two(1 + number + 2 * step)}T${two(9 + step)}:15:00+03:00;С-${number % 3}`,
    ),
  ),
]);

/** English names and slashes: no day above twelve tells the day from the month. */
export const undecidedDates: Upload = csv('undecided.csv', [
  'case id,created,closed,status,unit',
  ...cases.map(
    (number) =>
      `Q-${number},0${(number % 9) + 1}/0${(number % 5) + 1}/2026,0${(number % 9) + 1}/0${(number % 5) + 3}/2026,granted,U-1`,
  ),
]);

/** The service centre's export: Windows-1251, wide, with 14 dates that no calendar has (examples/README.md). */
export const wideCp1251: Upload = {
  name: 'mfc-cases.csv',
  mimeType: 'text/csv',
  buffer: readFileSync(fileURLToPath(new URL('../../examples/mfc-cases.csv', import.meta.url))),
};
export const FAULTY_DATES = 14;
