import { Document, type FileChild, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { say } from '#words';
import type { Block, Paper, Section } from '../paper.ts';
import { typeset } from '../typeset.ts';
import { type PageOptions, sectionOn, textWidth, twips } from './page.ts';
import { FONT, STAND_IN, stylesIn } from './styles.ts';
import { signaturesOf, tableOf } from './table.ts';

/** A paper as the bytes of a DOCX. */
export async function printDocx(paper: Paper, options: PageOptions = {}): Promise<Buffer> {
  const document = new Document({
    title: typeset(paper.title),
    creator: 'Luchshe',
    styles: stylesIn(paper.lang),
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              style: { paragraph: { indent: { left: 1069, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: paper.sections.map((section, index) => ({
      ...sectionOn(section.page, { ...options, first: index === 0 }),
      children: childrenOf(section, paper, options),
    })),
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]);
}

/** Where the font is not installed, its stand-in is taken: both are as wide as Times New Roman. */
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${FONT}"><w:altName w:val="${STAND_IN}"/><w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

function childrenOf(section: Section, { lang }: Paper, options: PageOptions): FileChild[] {
  const width = textWidth(section.page, options);
  return section.blocks.flatMap((block, index) => {
    const next = section.blocks[index + 1];
    const children = printed(block, width, { sign: say(lang, 'paper.sign'), name: say(lang, 'paper.signName') });
    // Two tables that touch would become one; the last thing of a section must be a paragraph.
    const tail = isTable(block) && (next === undefined || isTable(next)) ? [gap(120)] : [];
    return [...children, ...tail];
  });
}
const isTable = ({ kind }: Block): boolean => kind === 'table' || kind === 'signatures';
/** An empty line as low as `height` twentieths of a point. */
const gap = (height: number) =>
  new Paragraph({ spacing: { line: height, lineRule: 'exact' }, children: [new TextRun({ text: '', size: 2 })] });

function printed(block: Block, width: number, words: { readonly sign: string; readonly name: string }): FileChild[] {
  switch (block.kind) {
    case 'corner':
      return cornerOf(block.groups, width);
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          spacing: { before: 280, after: 280 },
          children: block.lines.map((line, index) => new TextRun({ text: typeset(line), break: index === 0 ? 0 : 1 })),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          pageBreakBefore: block.newPage ?? false,
          ...(block.newPage ? { spacing: { before: 0, after: 120 } } : {}),
          children: [new TextRun(typeset(block.text))],
        }),
      ];
    case 'text':
      return linesIn('Body', block.text);
    case 'note':
      return linesIn('Note', block.text);
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'Items',
            numbering: { reference: 'items', level: 0 },
            children: [new TextRun(typeset(item.replace(/\s*\n\s*/g, ' ')))],
          }),
      );
    case 'table':
      return [tableOf(block, width)];
    case 'signatures':
      return [gap(240), signaturesOf(block.signers, width, words)];
  }
}

const linesIn = (style: string, text: string): FileChild[] =>
  text.split(/\r?\n/).map((line) => new Paragraph({ style, children: [new TextRun(typeset(line))] }));

/** The right half of the page. */
const cornerOf = (groups: readonly (readonly string[])[], width: number): FileChild[] =>
  groups.flatMap((lines, group) =>
    lines.map(
      (line, index) =>
        new Paragraph({
          style: 'Corner',
          indent: { left: twips(width / 2 + 5) },
          spacing: { before: group > 0 && index === 0 ? 200 : 0 },
          children: [new TextRun(typeset(line))],
        }),
    ),
  );
