import {
  AlignmentType,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { PageKind } from '../paper.ts';

// Sheets and margins of ГОСТ Р 7.0.97: left 20 (30 for papers kept longer than ten years), right 10, top and bottom 20 mm;
// pages are numbered from the second on, in the middle of the top margin, not less than 10 mm from the edge.

/** Twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

const SHEETS: Readonly<Record<PageKind, { readonly width: number; readonly height: number; readonly wide: boolean }>> =
  {
    a4: { width: 210, height: 297, wide: false },
    a4Wide: { width: 210, height: 297, wide: true },
    a5: { width: 148, height: 210, wide: false },
  };
const MARGIN = { left: 20, leftKept: 30, right: 10, top: 20, bottom: 20, header: 10 } as const;

export interface PageOptions {
  /** For keeping over ten years: the left margin is wider. */
  readonly longKept?: boolean;
  /** Name of the font, `PT Astra Serif`; else `FONT` of styles.ts. */
  readonly font?: string;
}

/** Width between the margins, millimetres. */
export const textWidth = (page: PageKind, { longKept }: PageOptions): number => {
  const { width, height, wide } = SHEETS[page];
  return (wide ? height : width) - (longKept ? MARGIN.leftKept : MARGIN.left) - MARGIN.right;
};

export function sectionOn(
  page: PageKind,
  { first, longKept }: PageOptions & { readonly first: boolean },
): Omit<ISectionOptions, 'children'> {
  const { width, height, wide } = SHEETS[page];
  const numbered = page !== 'a5';
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: numbered && first,
      page: {
        size: {
          width: twips(width),
          height: twips(height),
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(longKept ? MARGIN.leftKept : MARGIN.left),
          right: twips(MARGIN.right),
          top: twips(MARGIN.top),
          bottom: twips(MARGIN.bottom),
          header: twips(MARGIN.header),
          footer: twips(MARGIN.header),
        },
      },
    },
    ...(numbered
      ? { headers: { default: pageNumber(), ...(first ? { first: new Header({ children: [] }) } : {}) } }
      : {}),
  };
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
      }),
    ],
  });
