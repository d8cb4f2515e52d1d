import { FIELDS } from '#facts';
import { REGISTER_SHEETS, type RegisterSheet } from '#organisation';
import { say } from '#words';
import type { Table } from './figureTable.ts';

type Lang = 'ru' | 'en';
type Row = Readonly<Record<string, string>>;

/** Two rows each that hold together across the sheets: they import as they are. */
const EXAMPLES: Readonly<Record<'organisation' | RegisterSheet, readonly Row[]>> = {
  organisation: [
    {
      id: 'МСП',
      kind: 'body',
      name: 'Министерство социальной поддержки',
      zone: 'Europe/Moscow',
      schedule: 'Mo-Th 09:00-18:00; Fr 09:00-16:45',
      calendar: 'ru',
    },
    { id: 'МСП-2', kind: 'unit', name: 'Отдел назначений № 2', parent: 'МСП', validFrom: '2025-01-01' },
  ],
  bodies: [{ id: 'МСП', kind: 'executive', level: 'regional' }],
  positions: [{ id: 'специалист-2', name: 'Специалист отдела назначений № 2', unit: 'МСП-2', from: '2025-01-01' }],
  employees: [{ id: '1042', position: 'специалист-2', from: '2025-01-01' }],
  services: [{ id: 'Ежемесячное пособие', name: 'Ежемесячное пособие', kind: 'support', body: 'МСП' }],
  segments: [
    { id: 'многодетные', name: 'Многодетные семьи', clientStatus: 'citizen', needs: 'Один визит на всех детей' },
  ],
};

/** The form that a body fills in: the organisation first, then the sheets of the register; last what the columns mean.
 *  Names of sheets and columns are codes, the same in every language. */
export function organisationTemplate(lang: Lang): readonly Table[] {
  const sheets = [
    { title: 'organisation', columns: FIELDS.organisation.map(({ name }) => name) },
    ...Object.entries(REGISTER_SHEETS).map(([title, columns]) => ({ title, columns })),
  ].map(({ title, columns }): Table => {
    const examples = EXAMPLES[title as keyof typeof EXAMPLES];
    return { title, columns, rows: examples.map((row) => columns.map((column) => row[column] ?? null)) };
  });
  return [...sheets, about(sheets, lang)];
}

function about(sheets: readonly Table[], lang: Lang): Table {
  const word = (code: string) => say(lang, `paper.organisation.${code}`);
  const rows = sheets.flatMap(({ title, columns, rows: examples }) =>
    columns.map((column, at) => [
      title,
      column,
      word(`${title}.${column}`),
      examples.map((cells) => cells[at]).find((cell) => cell !== null) ?? null,
    ]),
  );
  return {
    title: 'about',
    columns: ['sheet', 'column', 'meaning', 'example'].map(word),
    rows: [...rows, [null, null, word('note'), null]],
  };
}
