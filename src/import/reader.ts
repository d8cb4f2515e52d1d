import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FieldSource,
  type Guessed,
  type IngestView,
  type InputFile,
  misfits,
  type Prepared,
  type ReaderPort,
  type ReadOptions,
  type RowRefusal,
} from '#acts';
import { type Fact, type Refusal, Refused } from '#facts';
import { say } from '#words';
import { factOfName, isCanonical, missingFields } from './formats/canonical.ts';
import { explainRows, sampleRows } from './formats/explain.ts';
import { stageFile, tableName } from './formats/stage.ts';
import type { Staged, StagedTable } from './formats/staged.ts';
import { type Guess, guessMapping } from './guess/guess.ts';
import { Mapping } from './mapping/schema.ts';
import { checkMapping, type Source, type View, viewsOf } from './mapping/views.ts';
import { otherOrder } from './otherOrder.ts';
import { textCounts } from './textCounts.ts';

const SAMPLE_SHOWN = 20;

/** A staged table with the file that it came from. */
interface Opened {
  readonly file: string;
  readonly staged: Staged;
  readonly table: StagedTable;
  /** The canonical fact that the table is, by its name or as the person said. */
  readonly fact: Fact | null;
}

/** Files → views: canonical tables as they are, all others through the given mapping or a guess that is sure. */
export const reader: ReaderPort = {
  guess: async (files, options) => {
    const opened = await openAll(files, options);
    return guessed(opened, await guessFor(opened, options));
  },
  prepare: async (files, options) => {
    const opened = await openAll(files, options);
    const foreign = opened.filter(({ fact }) => fact === null);
    const { mapping, notes } = foreign.length === 0 ? { mapping: null, notes: [] } : await mappingFor(foreign, options);
    const views = opened.flatMap((one) =>
      one.fact === null ? mappedViews(one, mapping!) : [canonicalView(one, one.fact)],
    );
    if (views.length === 0) throw new Refused([{ code: 'import.nothing', file: files[0]?.name }]);
    const tables = views.map(({ opened: from }) => from);
    return {
      views: views.map(({ view }) => view),
      mapping,
      request: {
        source: mapping?.source ?? 'canonical',
        zone: mapping?.zone ?? options.zone,
        digest: await digestOf(files, mapping && meaningOf(mapping, foreign), options.as),
        countText: textCounts,
        ...(mapping ? { earlierSubmit: true } : {}),
        ...(mapping?.events ? { events: mapping.events } : {}),
        ...(mapping?.horizon ? { horizon: mapping.horizon } : {}),
        ...(mapping?.records ? { declares: mapping.records } : {}),
      },
      notes: [...noticed(opened), ...notes],
      refusals: opened.flatMap(({ file, table }) => table.refused.map((refusal) => ({ file, ...refusal }))),
      refusedRows: refusedByFile(opened),
      explain: (refusals) =>
        explain(
          refusals,
          tables,
          views.map(({ view }) => view),
        ),
    } satisfies Prepared;
  },
};

/** What was seen in the files themselves. */
const noticed = (opened: readonly Opened[]): readonly Refusal[] =>
  opened.flatMap(({ file, staged, table }) => [...staged.notes, ...table.notes].map((note) => ({ file, ...note })));

const refusedByFile = (opened: readonly Opened[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { file, table } of opened) counts.set(file, (counts.get(file) ?? 0) + table.refusedRows);
  return counts;
};

async function openAll(files: readonly InputFile[], options: ReadOptions): Promise<readonly Opened[]> {
  const mapping = options.mapping === undefined ? null : parsedMapping(options.mapping);
  const opened: Opened[] = [];
  for (const [index, { name, path }] of files.entries()) {
    const tmpDir = join(options.folder, String(index));
    await mkdir(tmpDir, { recursive: true });
    const staged = await stageFile(path, {
      tmpDir,
      name,
      signal: options.signal,
      onProgress: options.progress,
      ...(mapping?.encoding ? { encoding: mapping.encoding } : {}),
    });
    for (const table of staged.tables)
      opened.push({ file: name, staged, table, fact: canonicalFact(table, name, mapping !== null, options.as) });
  }
  return opened;
}

/** A canonical table is told by `--as`, or by its name together with its header; a given mapping goes before the name. */
function canonicalFact(table: StagedTable, file: string, mapped: boolean, as: Fact | undefined): Fact | null {
  const named = as ?? factOfName(table.name) ?? factOfName(file);
  // Tables of a log bear canonical names, yet their activities have meanings to be guessed.
  if (named === undefined || mapped || table.format === 'xes') return null;
  if (isCanonical(table, named)) {
    const missing = missingFields(table, named, file);
    if (missing.length === 0) return named;
    if (as !== undefined || factOfName(table.name) === named) throw new Refused(missing);
  }
  return null;
}

function parsedMapping(raw: unknown): Mapping {
  const parsed = Mapping.safeParse(raw);
  if (!parsed.success) {
    throw new Refused(misfits('mapping.shape', parsed.error, raw));
  }
  const faults = checkMapping(parsed.data);
  if (faults.length) throw new Refused(faults);
  return parsed.data;
}

/** The given mapping, or a guess with what it noticed. */
async function mappingFor(
  foreign: readonly Opened[],
  options: ReadOptions,
): Promise<{ readonly mapping: Mapping; readonly notes: readonly Refusal[] }> {
  if (options.mapping !== undefined) return { mapping: parsedMapping(options.mapping), notes: [] };
  const guess = await guessFor(foreign, options);
  if (guess.sure) return guess;
  const fileOf = (name: string) => foreign.find(({ table }) => table.name === name)?.file ?? name;
  const place = (table: string, column: string | undefined) => ({
    code: 'import.unsettled',
    file: fileOf(table),
    ...(column === undefined ? {} : { field: column }),
  });
  const open = guess.unsettled.map(({ code, table, column, values, candidates }) => ({
    ...place(table, column),
    with: {
      question: code,
      table,
      column: column ?? '',
      values: (values ?? []).join(', '),
      candidates: candidates.join(', '),
    },
  }));
  const unsure = guess.decisions
    .filter((decision) => decision.sure < 0.8)
    .map(({ table, column, is }) => ({
      ...place(table, column),
      with: { question: 'ask.sure', table, column: column ?? table, values: is, candidates: '' },
    }));
  throw new Refused(open.length ? open : unsure);
}

async function guessFor(opened: readonly Opened[], options: ReadOptions): Promise<Guess> {
  const tables = await Promise.all(
    opened.map(async ({ table, staged, file }) => ({
      name: table.name,
      file: tableName(file),
      columns: table.columns,
      rows: await sampleRows(table),
      format: staged.format,
      // A file of one table comes again under another name: its mapping fits any.
      alone: opened.filter((other) => other.file === file).length === 1,
    })),
  );
  const encoding = opened[0]?.staged.encoding;
  return guessMapping(tables, options.questions.map(asked), {
    zone: options.zone,
    words: (code) => say(options.lang, code),
    ...(encoding ? { encoding } : {}),
  });
}

const asked = ({ id, ru, en, forOrganisation }: ReadOptions['questions'][number]) => ({
  id,
  wordings: [ru, en, ...(forOrganisation ? [forOrganisation.ru, forOrganisation.en] : [])],
});

async function guessed(opened: readonly Opened[], guess: Guess): Promise<Guessed> {
  const tables = await Promise.all(
    opened.map(async ({ file, table, fact }) => ({
      file,
      table: table.name,
      columns: table.columns,
      sample: (await sampleRows(table, { first: SAMPLE_SHOWN, places: 0 })).slice(0, SAMPLE_SHOWN),
      rows: table.rows,
      fact,
      canonical: fact !== null,
    })),
  );
  return {
    tables,
    mapping: guess.mapping,
    sure: guess.sure || tables.every((table) => table.canonical),
    unsettled: tables.every((table) => table.canonical)
      ? []
      : guess.unsettled.map(({ code, what, table, column, values, candidates }) => ({
          code,
          what,
          where: { table, column: column ?? null },
          values: values ?? [],
          candidates,
        })),
    decisions: guess.decisions,
    notes: [...noticed(opened), ...guess.notes],
  };
}

interface Read {
  readonly view: IngestView;
  readonly opened: Opened;
}

function canonicalView(opened: Opened, fact: Fact): Read {
  const { table, file } = opened;
  const columns = table.columns.filter((name) => name !== lineColumn(table));
  const fields = Object.fromEntries(
    columns.map((name): [string, FieldSource] => [
      name,
      { column: name, otherwise: 'keep', dateOrder: 'ymd', decimal: '.' },
    ]),
  );
  return {
    opened,
    view: {
      fact,
      table: { file, columns: staged(table), rows: table.rows, csv: table.csv },
      verbatim: true,
      empty: [],
      fields,
    },
  };
}

function mappedViews(opened: Opened, mapping: Mapping): readonly Read[] {
  const { table, file } = opened;
  return viewsOf(mapping, table).map((view) => ({ opened, view: ingestView(view, table, file) }));
}

const ingestView = (
  { fact, whenFilled, distinct, empty, fields, closes }: View,
  table: StagedTable,
  file: string,
): IngestView => ({
  fact,
  table: { file, columns: staged(table), rows: table.rows, csv: table.csv },
  verbatim: false,
  empty,
  fields: fields as Readonly<Record<string, Source>>,
  ...(whenFilled === undefined ? {} : { whenFilled }),
  ...(distinct ? { distinct } : {}),
  ...(closes ? { closes } : {}),
});

const lineColumn = (table: StagedTable): string | null => (table.lineOf.by === 'column' ? table.lineOf.column : null);
/** Columns as the staged CSV holds them, the line's last. */
const staged = (table: StagedTable): readonly string[] => {
  const line = lineColumn(table);
  return line === null || table.columns.includes(line) ? table.columns : [...table.columns, line];
};

async function explain(
  refusals: readonly RowRefusal[],
  tables: readonly Opened[],
  views: readonly IngestView[],
): Promise<readonly Refusal[]> {
  const byTable = new Map<StagedTable, Set<number>>();
  for (const { table, row } of refusals) {
    if (table < 0) continue;
    const { table: from } = tables[table]!;
    byTable.set(from, (byTable.get(from) ?? new Set()).add(row));
  }
  const rows = new Map<
    StagedTable,
    Map<number, { readonly line: number; readonly cells: Readonly<Record<string, string>> }>
  >();
  for (const [table, wanted] of byTable) {
    const found = await explainRows(
      table,
      [...wanted].sort((a, b) => a - b),
    );
    rows.set(table, new Map(found.map((row) => [row.index, row])));
  }
  return refusals.map(({ table, row, ...refusal }) => {
    if (table < 0) return refusal;
    const found = rows.get(tables[table]!.table)?.get(row);
    const source = refusal.field === undefined ? undefined : views[table]!.fields[refusal.field];
    const column = source && 'column' in source ? source.column : refusal.field;
    const got = found && column !== undefined ? found.cells[column] : undefined;
    const order =
      refusal.code === 'row.dateImpossible' && got !== undefined && source && 'dateOrder' in source
        ? otherOrder(got, source.dateOrder)
        : undefined;
    return {
      ...refusal,
      ...(found ? { line: found.line } : {}),
      ...(column === undefined ? {} : { field: column }),
      ...(got === undefined ? {} : { got: got.slice(0, 200) }),
      ...(order === undefined ? {} : { with: { ...refusal.with, order } }),
    };
  });
}

/** What a mapping does to these tables: its words for people and tables that it does not meet change nothing. */
const meaningOf = (mapping: Mapping, foreign: readonly Opened[]): unknown => ({
  ...mapping,
  tables: foreign.map(({ table }) => viewsOf(mapping, table).map(({ table: _name, ...view }) => view)),
});

/** The same bytes with the same mapping are the same import. */
async function digestOf(files: readonly InputFile[], mapping: unknown, as: Fact | undefined): Promise<string> {
  const all = createHash('sha256').update(JSON.stringify([mapping, as ?? null]));
  for (const { path } of files) {
    const one = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) one.update(chunk as Buffer);
    all.update(one.digest());
  }
  return all.digest('hex');
}
