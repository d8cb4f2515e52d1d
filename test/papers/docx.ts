import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Programs of the machine, not of the package. */
const OFFICE = 'soffice';
const INFO = 'pdfinfo';

const CENTRAL = 0x02014b50;
const STORED = 0;

/** One part of a DOCX as text: found by the archive's table of contents. */
export function partOf(file: Buffer, part: string): string {
  for (let at = file.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0 && file.readUInt32LE(at) === CENTRAL; ) {
    const [method, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    if (file.toString('utf8', at + 46, at + 46 + name) === part) {
      const local = file.readUInt32LE(at + 42);
      const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const bytes = file.subarray(begin, begin + packed);
      return (method === STORED ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`the archive has no ${part}`);
}

/** What a person reads in a document: a paragraph a line, no-break spaces as spaces. */
export const textOf = (file: Buffer): string =>
  partOf(file, 'word/document.xml')
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const runs = (program: string, argument: string): boolean => {
  try {
    execFileSync(program, [argument], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
};

/** Whether pages can be looked at on this machine. */
export const canRender = (): boolean => runs(OFFICE, '--version') && runs(INFO, '-v');

/** Pages of each document as LibreOffice lays it out. */
export function pagesOf(files: Readonly<Record<string, Buffer>>): Readonly<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'luchshe-papers-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name]!);
    const options = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ];
    const paths = names.map((name) => join(folder, `${name}.docx`));
    execFileSync(OFFICE, [...options, ...paths], { stdio: 'ignore', timeout: 170_000 });
    const pages = (name: string) => {
      const told = execFileSync(INFO, [join(folder, `${name}.pdf`)], { encoding: 'utf8' });
      return Number(/Pages:\s+(\d+)/.exec(told)?.[1]);
    };
    return Object.fromEntries(names.map((name) => [name, pages(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
