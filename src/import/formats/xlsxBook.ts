import { SaxesParser } from 'saxes';
import { inflatedPart, type ZipEntry, zipPart } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Book {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** By the index that a cell names: shows its number as a date or a time. */
  readonly dateStyles: readonly boolean[];
}

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** What all sheets share. The workbook and its parts are found by their relations, as other writers name them freely. */
export const readBook = async (file: Buffer, entries: readonly ZipEntry[]): Promise<Book> => {
  const main = relations(file, entries, '_rels/.rels', '').find((one) => one.type.endsWith('/officeDocument'));
  if (!main) throw new Error('no workbook');
  const folder = main.target.slice(0, main.target.lastIndexOf('/') + 1);
  const base = main.target.slice(folder.length);
  const related = relations(file, entries, `${folder}_rels/${base}.rels`, folder);
  const partOf = (kind: string): string | undefined => related.find((one) => one.type.endsWith(kind))?.target;
  const targets = new Map(related.map((one) => [one.id, one.target]));
  const sheets: Sheet[] = [];
  let date1904 = false;
  parseXml(zipPart(file, entries, main.target)?.toString('utf8') ?? '', ({ name, attributes }) => {
    if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const part = targets.get(id);
    if (part && entries.some((entry) => entry.name === part))
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', part });
  });
  const styles = partOf('/styles');
  return {
    sheets,
    date1904,
    strings: await sharedStrings(file, entries, partOf('/sharedStrings')),
    dateStyles: styles ? dateStyles(zipPart(file, entries, styles)?.toString('utf8') ?? '') : [],
  };
};

const relations = (file: Buffer, entries: readonly ZipEntry[], part: string, folder: string) => {
  const found: { id: string; type: string; target: string }[] = [];
  parseXml(zipPart(file, entries, part)?.toString('utf8') ?? '', ({ name, attributes }) => {
    if (name !== 'Relationship') return;
    const target = attributes.Target ?? '';
    const path = target.startsWith('/') ? target.slice(1) : new URL(target, `zip:///${folder}`).pathname.slice(1);
    found.push({ id: attributes.Id ?? '', type: attributes.Type ?? '', target: decodeURI(path) });
  });
  return found;
};

/** Elements by their local names. A document type is no part of a workbook and is refused by the error. */
export const xmlParser = (): SaxesParser => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('document type');
  });
  return parser;
};

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const parseXml = (xml: string, open: (tag: Tag) => void): void => {
  if (xml === '') return;
  const parser = xmlParser();
  parser.on('opentag', ({ name, attributes }) => open({ name: localName(name), attributes }));
  parser.write(xml.replace(/^\ufeff/, '')).close();
};

const sharedStrings = async (
  file: Buffer,
  entries: readonly ZipEntry[],
  part: string | undefined,
): Promise<readonly string[]> => {
  const entry = entries.find((one) => one.name === part);
  if (!entry) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  const parser = xmlParser();
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (name === 'si') text = '';
    else if (name === 'rPh') phonetic = true;
    else if (name === 't') inText = !phonetic;
  });
  parser.on('text', (piece) => {
    if (inText) text += piece;
  });
  parser.on('closetag', (tag) => {
    const name = localName(tag.name);
    if (name === 'si') strings.push(unescapeText(text));
    else if (name === 'rPh') phonetic = false;
    else if (name === 't') inText = false;
  });
  for await (const piece of inflatedPart(file, entry)) parser.write(piece);
  parser.close();
  return strings;
};

/** `_x000D_` is how a workbook writes signs that XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format of days, months, years, hours, minutes or seconds, once texts, colours and locales are taken off. */
export const isDateFormat = (code: string): boolean => {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0] as string;
  return /[dmyhs]/i.test(bare) && !/general|[#?]|0(?!0*$)/i.test(bare.replace(/s\.0+/i, 's'));
};

const dateStyles = (xml: string): readonly boolean[] => {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  const parser = xmlParser();
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (local === 'numFmt') custom.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
    else if (local === 'cellXfs') inCells = true;
    else if (local === 'xf' && inCells) {
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(custom.get(id) ?? isBuiltInDate(id));
    }
  });
  parser.on('closetag', ({ name }) => {
    if (localName(name) === 'cellXfs') inCells = false;
  });
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return styles;
};
