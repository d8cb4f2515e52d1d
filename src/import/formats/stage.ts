import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refused, refuse } from '#facts';
import { stageCsv } from './csv.ts';
import { unpacked } from './gunzip.ts';
import { LIMITS, type Staged, type StageOptions } from './staged.ts';
import { stageXes } from './xes.ts';
import { stageXlsx } from './xlsx.ts';

/** Reads a file of any known format into staged tables; memory does not grow with the file. The format is told by the
 *  content, not by the ending. Throws Refused with `file.*`, `header.*`, `xml.*`, `xes.*`, `gzip.*`, `xlsx.*`,
 *  `xls.*` codes; aborts with the signal's reason. */
export const stageFile = async (path: string, options: StageOptions): Promise<Staged> => {
  const file = options.name ?? basename(path);
  const head = await firstBytes(path, file);
  if (head.length === 0) refuse('file.empty', { file });
  if (head[0] === 0x1f && head[1] === 0x8b) return stagePacked(path, file, options);
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    const { tables, notes } = await stageXlsx(path, file, options);
    return { file, format: 'xlsx', encoding: 'utf-8', tables, notes };
  }
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) refuse('xls.old', { file });
  const start = asText(head);
  if (/^<(!doctype html|html|table|meta|style)/i.test(start) || /^<\?xml[^>]*>\s*(<\?mso|<html|<workbook)/i.test(start))
    refuse('xls.html', { file });
  if (start.startsWith('<')) {
    return { file, format: 'xes', encoding: 'utf-8', tables: await stageXes(path, file, false, options), notes: [] };
  }
  const { table, encoding } = await stageCsv(path, file, tableName(file), options);
  return { file, format: 'csv', encoding, tables: [table], notes: [] };
};

const firstBytes = async (path: string, file: string): Promise<Buffer> => {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return refuse('file.missing', { file });
    throw error;
  }
  try {
    if ((await handle.stat()).isDirectory()) return refuse('file.notAFile', { file });
    const buffer = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** The beginning without byte order mark and blanks; of UTF-16 every other byte is dropped. */
const asText = (head: Buffer): string =>
  head
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart();

/** A file's name without folder and endings: the name of its only table, and of its source. */
export const tableName = (file: string): string => basename(file).replace(/(\.(csv|txt|tsv|xes|xlsx|gz))+$/i, '');

/** Gzip: a log is read as it unpacks; anything else is unpacked beside and staged from there. */
const stagePacked = async (path: string, file: string, options: StageOptions): Promise<Staged> => {
  const limits = { ...LIMITS, ...options.limits };
  let start = '';
  for await (const { bytes } of unpacked(path, file, true, limits, options.signal)) {
    start = asText(bytes.subarray(0, 4096));
    if (start !== '') break;
  }
  if (start.startsWith('<')) {
    return { file, format: 'xes', encoding: 'utf-8', tables: await stageXes(path, file, true, options), notes: [] };
  }
  const to = join(options.tmpDir, `${crypto.randomUUID()}.unpacked`);
  await pipeline(
    unpacked(path, file, true, limits, options.signal),
    async function* (pieces) {
      for await (const { bytes } of pieces) yield bytes;
    },
    createWriteStream(to),
  );
  const staged = await stageFile(to, { ...options, name: file });
  if (staged.format === 'xes') throw new Refused([{ code: 'gzip.broken', file }]);
  return staged;
};
