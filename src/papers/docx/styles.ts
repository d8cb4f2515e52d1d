import { AlignmentType, type IStylesOptions } from 'docx';
import type { Lang } from '#words';

// Styles of every document (ГОСТ Р 7.0.97): body 13 pt, spacing 1.15, first line indented by 1.25 cm, justified.

/** Free, drawn for state papers, of the same widths as Times New Roman and Liberation Serif. */
export const FONT = 'PT Astra Serif';
/** Metric-compatible fonts that stand in where it is not installed. */
export const STAND_IN = 'Liberation Serif';

export const BODY_POINTS = 13;
export const TABLE_POINTS = 11;
/** 1 cm is 567 twentieths of a point. */
const FIRST_LINE = 709;
/** 240 is a single line. */
const LINE = 276;

export const stylesIn = (lang: Lang): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: BODY_POINTS * 2, language: { value: lang === 'ru' ? 'ru-RU' : 'en-GB' } },
      paragraph: { spacing: { line: 240, after: 0 } },
    },
    heading1: {
      run: { size: (BODY_POINTS + 1) * 2, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 240 }, keepNext: true, keepLines: true },
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
        spacing: { line: LINE, after: 60 },
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
      paragraph: { alignment: AlignmentType.BOTH, spacing: { line: LINE, after: 60 } },
    },
    {
      id: 'Cell',
      name: 'Luchshe Cell',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: TABLE_POINTS * 2 },
      paragraph: { alignment: AlignmentType.LEFT },
    },
    {
      id: 'Note',
      name: 'Luchshe Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 22 },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 80, after: 80 } },
    },
  ],
});
