import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { FACT_FILES, FACTS, type Fact, FIELDS } from '#facts';
import { instant } from './clock.ts';
import type { Sink } from './rows.ts';

const FLUSH_CHARACTERS = 1 << 20;

export interface CsvFiles {
  readonly sink: Sink;
  /** Rows written so far. */
  readonly rows: Readonly<Record<Fact, number>>;
  readonly isFull: () => boolean;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Canonical CSV files in `dir`, one a kind of fact; rows gather in memory up to about a megabyte a file. */
export async function openCsvFiles(dir: string): Promise<CsvFiles> {
  await mkdir(dir, { recursive: true });
  const handles = new Map<Fact, Awaited<ReturnType<typeof open>>>();
  const waiting = {} as Record<Fact, string>;
  const rows = {} as Record<Fact, number>;
  for (const fact of FACTS) {
    handles.set(fact, await open(path.join(dir, `${FACT_FILES[fact]}.csv`), 'w'));
    waiting[fact] = `${columnsOf(fact)
      .map(({ name }) => name)
      .join(',')}\n`;
    rows[fact] = 0;
  }
  const put = (fact: Fact) => {
    const columns = columnsOf(fact);
    return (row: object) => {
      waiting[fact] += lineOf(columns, row as Record<string, unknown>);
      rows[fact]++;
    };
  };
  const putCase = put('case');
  const putEvent = put('event');
  const flush = async () => {
    for (const fact of FACTS) {
      if (waiting[fact] === '') continue;
      const text = waiting[fact];
      waiting[fact] = '';
      await handles.get(fact)?.writeFile(text);
    }
  };
  return {
    rows,
    sink: {
      case(row, events) {
        putCase(row);
        for (const event of events) putEvent({ caseId: row.id, ...event });
      },
      answer: put('answer'),
      invitation: put('invitation'),
      text: put('text'),
      reading: put('reading'),
      organisation: put('organisation'),
    },
    isFull: () => waiting.event.length > FLUSH_CHARACTERS || waiting.answer.length > FLUSH_CHARACTERS,
    flush,
    close: async () => {
      await flush();
      for (const handle of handles.values()) await handle.close();
    },
  };
}

interface Column {
  readonly name: string;
  readonly isInstant: boolean;
}

/** The demo counts its texts itself and keeps no content; its events need no `seq`. */
const LEFT_OUT: ReadonlySet<string> = new Set(['content', 'seq']);

const columnsOf = (fact: Fact): readonly Column[] =>
  FIELDS[fact]
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, type }) => ({ name, isInstant: type === 'instant' }));

function lineOf(columns: readonly Column[], row: Readonly<Record<string, unknown>>): string {
  let line = '';
  let isFirst = true;
  for (const { name, isInstant } of columns) {
    if (isFirst) isFirst = false;
    else line += ',';
    const value = row[name];
    if (value === undefined) continue;
    if (isInstant) line += instant(value as number);
    else if (typeof value === 'number') line += value;
    else line += quoted(Array.isArray(value) ? value.join(' ') : (value as string));
  }
  return `${line}\n`;
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
