import { AlignmentType, type IStylesOptions } from 'docx';
import type { Lang } from '#words';

// Styles of every document (ГОСТ Р 7.0.97): body 13 pt, spacing 1.15, first line indented by 1.25 cm, justified.

/** Free, as wide as Times New Roman and at hand wherever papers are opened: it comes with LibreOffice and its kin, and
 *  Word takes the stand-in. (PT Astra Serif, drawn for state papers, is an option: where it is missing, LibreOffice takes a
 *  wide sans and pages break anew.) */
export const FONT = 'Liberation Serif';
export const STAND_IN = 'Times New Roman';

export const BODY_POINTS = 13;
export const TABLE_POINTS = 11;
/** 1 cm is 567 twentieths of a point. */
const FIRST_LINE = 709;
/** 240 is a single line. */
const LINE = 276;

// A size is a style of its own: a line is at least as high as its style's type, whatever stands on it.
const CELL_SIZES = [8, 8.5, 9, 9.5, 10, 10.5, 11, 12] as const;
const NOTE_SIZES = [10, 11] as const;
export const cellStyle = (size: number): string => `Cell${size * 2}`;
export const noteStyle = (size: number): string => `Note${size * 2}`;

export const stylesIn = (lang: Lang, font: string): IStylesOptions => ({
  default: {
    document: {
      run: { font, size: BODY_POINTS * 2, language: { value: lang === 'ru' ? 'ru-RU' : 'en-GB' } },
      paragraph: { spacing: { line: 240, lineRule: 'auto', after: 0 } },
    },
    heading1: {
      run: { size: (BODY_POINTS + 1) * 2, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: LINE, lineRule: 'auto' },
        keepNext: true,
        keepLines: true,
      },
    },
    heading2: {
      run: { size: BODY_POINTS * 2, bold: true },
      paragraph: {
        alignment: AlignmentType.LEFT,
        spacing: { before: 280, after: 120 },
        keepNext: true,
        keepLines: true,
      },
    },
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: 'Luchshe Body',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { firstLine: FIRST_LINE },
        spacing: { line: LINE, lineRule: 'auto', after: 60 },
      },
    },
    {
      id: 'Corner',
      name: 'Luchshe Corner',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.LEFT, keepLines: true },
    },
    {
      id: 'Items',
      name: 'Luchshe Items',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, spacing: { line: LINE, lineRule: 'auto', after: 60 } },
    },
    ...CELL_SIZES.map((size) => ({
      id: cellStyle(size),
      name: `Luchshe Cell ${size}`,
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size * 2 },
      paragraph: { alignment: AlignmentType.LEFT },
    })),
    ...NOTE_SIZES.map((size) => ({
      id: noteStyle(size),
      name: `Luchshe Note ${size}`,
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size * 2 },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 80, after: 80 } },
    })),
  ],
});
