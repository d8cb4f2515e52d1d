import { type Lang, say } from '#words';
import type { Cell, Paper } from './paper.ts';
import { genitive, type Order, orderDated } from './requisites.ts';

/** What a sheet with signatures is about: the order and the document that it brings. */
export interface SheetInput {
  readonly order: Order;
  /** Title of the order or of the draft: «Об утверждении показателей …». */
  readonly about: string;
  /** Rows to be signed; people are entered by hand where a name is not known. */
  readonly people: readonly {
    readonly position: string;
    readonly name: string;
  }[];
}

/** Лист ознакомления: who has read the order. */
export const acknowledgementPaper = (input: SheetInput, lang: Lang): Paper => sheet('acknowledge', input, lang);

/** Лист согласования: who has agreed to the draft, and with what remarks. */
export const approvalPaper = (input: SheetInput, lang: Lang): Paper => sheet('approve', input, lang);

const COLUMNS = {
  acknowledge: [
    { name: 'no', share: 10 },
    { name: 'person', share: 55 },
    { name: 'office', share: 60 },
    { name: 'date', share: 25 },
    { name: 'signature', share: 30 },
  ],
  approve: [
    { name: 'no', share: 10 },
    { name: 'office', share: 50 },
    { name: 'person', share: 42 },
    { name: 'remarks', share: 30 },
    { name: 'date', share: 23 },
    { name: 'signature', share: 25 },
  ],
} as const;

function sheet(kind: keyof typeof COLUMNS, { order, about, people }: SheetInput, lang: Lang): Paper {
  const title = say(lang, `paper.${kind}.title`);
  const issuer = lang === 'ru' ? genitive(order.issuer) : order.issuer;
  const cell = (name: string, row: number): Cell =>
    name === 'no'
      ? String(row + 1)
      : name === 'person'
        ? (people[row]?.name ?? '')
        : name === 'office'
          ? (people[row]?.position ?? '')
          : '';
  return {
    title: `${title}. ${about}`,
    lang,
    sections: [
      {
        page: 'a4',
        blocks: [
          {
            kind: 'title',
            lines: [
              title.toLocaleUpperCase(lang),
              say(lang, `paper.${kind}.of`, { issuer }),
              ...(kind === 'acknowledge' ? [orderDated(lang, order)] : []),
              `«${about}»`,
            ],
          },
          {
            kind: 'table',
            rowHeight: ROW_HEIGHT,
            columns: COLUMNS[kind].map(({ name, share }) => ({ title: say(lang, `paper.column.${name}`), share })),
            rows: Array.from({ length: Math.max(people.length, LEAST_ROWS) }, (_, row) =>
              COLUMNS[kind].map(({ name }) => cell(name, row)),
            ),
          },
        ],
      },
    ],
  };
}
const LEAST_ROWS = 10;
/** Millimetres: room for a hand. */
const ROW_HEIGHT = 10;
