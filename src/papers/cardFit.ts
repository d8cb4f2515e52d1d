// A card is one page of A5, whatever its indicators are called: the type gets smaller, and at last sentences are cut (the
// whole one stands in the passport). Widths and heights are reckoned in points, a little larger than they are.

/** Shortens a sentence, or leaves it whole. */
export type Clip = (sentence: string) => string;
/** The paragraphs of each cell. */
export type CardRow = readonly (readonly string[])[];

export const NOTE_POINTS = 10;
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8] as const;
const LENGTHS = Array.from({ length: 27 }, (_, step) => 300 - 10 * step);
const POINTS_A_MILLIMETRE = 72 / 25.4;
/** The page between its margins, millimetres. */
const PAGE = { width: 118, height: 170 } as const;
/** Signatures and the gaps above and below them. */
const SIGNATURES = 70;
const LINE = 1.16;
/** Of a cell: its margins and its rule, along and across. */
const AROUND = { width: 10, height: 5 } as const;

/** The largest type in which the rows fit beside a heading and notes, and the rows as they are then. `columns`:
 *  millimetres. */
export function fitted(
  heading: string,
  notes: readonly string[],
  columns: readonly { readonly share: number }[],
  rowsWith: (clip: Clip) => readonly CardRow[],
): { readonly size: number; readonly rows: readonly CardRow[] } {
  const room = roomBeside(heading, notes);
  const height = (rows: readonly CardRow[], size: number) =>
    rows.reduce((sum, row) => sum + rowHeight(row, columns, size), size * LINE + AROUND.height);
  const whole = rowsWith((sentence) => sentence);
  const size = SIZES.find((one) => height(whole, one) <= room);
  if (size !== undefined) return { size, rows: whole };
  const smallest = SIZES.at(-1)!;
  const cut = LENGTHS.map((most) => rowsWith(clippedTo(most)));
  return { size: smallest, rows: cut.find((rows) => height(rows, smallest) <= room) ?? cut.at(-1)! };
}

const clippedTo =
  (most: number): Clip =>
  (text) =>
    text.length <= most ? text : `${text.slice(0, most).replace(/[\s,;:—–-]+\S*$/, '')}…`;

function roomBeside(heading: string, notes: readonly string[]): number {
  const width = PAGE.width * POINTS_A_MILLIMETRE;
  const above = linesOf(heading, width, 14) * 14 * LINE + 6;
  const around = notes.reduce((sum, note) => sum + linesOf(note, width, NOTE_POINTS) * NOTE_POINTS * LINE + 8, 0);
  return PAGE.height * POINTS_A_MILLIMETRE - SIGNATURES - above - around;
}

function rowHeight(row: CardRow, columns: readonly { readonly share: number }[], size: number): number {
  const lines = row.map((paragraphs, index) => {
    const width = columns[index]!.share * POINTS_A_MILLIMETRE - AROUND.width;
    return paragraphs.reduce((sum, text) => sum + linesOf(text, width, size), 0);
  });
  return Math.max(...lines) * size * LINE + AROUND.height;
}

/** Lines that a text takes, filled word by word. */
function linesOf(text: string, width: number, size: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word) * size;
    const space = filled === 0 ? 0 : SPACE * size;
    if (filled + space + wide <= width) filled += space + wide;
    else {
      lines += filled === 0 ? 0 : 1;
      // A word longer than the line is broken.
      lines += Math.floor(wide / width);
      filled = wide % width;
    }
  }
  return lines;
}

/** Widths of letters in a bold serif, parts of its size. */
const SPACE = 0.25;
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[.,;:!'’|ilІ]/, 0.31],
  [/[жшщюфымdwmДЖШЩЮФЫМW—…№%@]/, 0.78],
  [/\p{Lu}/u, 0.7],
];
const USUAL = 0.505;

const widthOf = (word: string): number =>
  [...word].reduce((sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL), 0);
