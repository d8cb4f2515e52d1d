import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { Cell, Column, Signer, Table } from '../paper.ts';
import { typeset } from '../typeset.ts';
import { twips } from './page.ts';
import { TABLE_POINTS } from './styles.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A ruled table over the whole width: its head repeats on each page, no row is broken between two. */
export function tableOf({ columns, rows, size = TABLE_POINTS, rowHeight }: Table, width: number): WordTable {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twips((width * share) / whole));
  const cellOf = (cell: Cell, column: Column, index: number) => {
    const { text, bold = false, more = [] } = typeof cell === 'string' ? { text: cell } : cell;
    const alignment = ALIGN[column.align ?? 'left'];
    return new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      children: [
        ...linesOf(text, { size, bold, alignment }),
        ...more.flatMap((one) => linesOf(one, { size, bold: false, alignment })),
      ],
    });
  };
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 85, right: 85 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cellOf({ text: title, bold: true }, HEAD, index)),
      }),
      ...rows.map((row) =>
        'across' in row
          ? new TableRow({
              cantSplit: true,
              keepNext: true,
              children: [
                new TableCell({
                  columnSpan: columns.length,
                  children: linesOf(row.across, { size, bold: true, alignment: AlignmentType.LEFT }),
                }),
              ],
            })
          : new TableRow({
              cantSplit: true,
              ...(rowHeight === undefined ? {} : { height: { value: twips(rowHeight), rule: 'atLeast' as const } }),
              children: columns.map((column, index) => cellOf(row[index] ?? '', column, index)),
            }),
      ),
    ],
  });
}
const HEAD: Column = { title: '', share: 1, align: 'center' };

interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly alignment: (typeof ALIGN)[keyof typeof ALIGN];
}

const linesOf = (text: string, { size, bold, alignment }: Look): Paragraph[] =>
  text.split(/\r?\n/).map(
    (line) =>
      new Paragraph({
        style: 'Cell',
        alignment,
        children: [new TextRun({ text: typeset(line), size: size * 2, bold })],
      }),
  );

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const OPEN = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** Who signs: the office at left, a line for the hand, the name at right. Stays on one page. */
export function signaturesOf(
  signers: readonly Signer[],
  width: number,
  words: { readonly sign: string; readonly name: string },
): WordTable {
  const parts = [0.42, 0.04, 0.24, 0.04, 0.26].map((share) => twips(width * share));
  const cell = (index: number, text: string, { ruled = false, small = false } = {}) =>
    new TableCell({
      width: { size: parts[index]!, type: WidthType.DXA },
      borders: ruled ? { ...OPEN, bottom: { style: BorderStyle.SINGLE, size: 4, color: 'auto' } } : OPEN,
      verticalAlign: small ? 'top' : 'bottom',
      children: linesOf(text, {
        size: small ? 9 : TABLE_POINTS,
        bold: false,
        alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
      }),
    });
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: parts,
    borders: { ...OPEN, insideHorizontal: NONE, insideVertical: NONE },
    rows: signers.flatMap(({ role, name }) => [
      new TableRow({
        cantSplit: true,
        keepNext: true,
        height: { value: 560, rule: 'atLeast' },
        children: [
          cell(0, role),
          cell(1, ''),
          cell(2, '', { ruled: true }),
          cell(3, ''),
          cell(4, name ?? '', { ruled: true }),
        ],
      }),
      new TableRow({
        cantSplit: true,
        children: ['', '', words.sign, '', words.name].map((text, index) => cell(index, text, { small: true })),
      }),
    ]),
  });
}
