import { type Refusal, Refused } from '#facts';
import { formatUtc, parseInstant } from '#time';
import { type ActContext, defineAct } from './act.ts';
import type { IngestReport, StepProgress } from './factPort.ts';
import { importInput } from './inputs.ts';
import type { Prepared, RegisterTable } from './readerPort.ts';
import { registerOfSheets, writeRegister } from './registerDocument.ts';
import type { FileReport, ImportReport } from './views.ts';
import { sentenceOf, worded } from './worded.ts';

export const importFiles = defineAct({
  name: 'importFiles',
  summary: 'Takes files as one batch: all or nothing; the report names every refused row with its remedy.',
  input: importInput,
  changes: true,
  cancels: true,
  run: async (context, input): Promise<ImportReport> => {
    const { ports, signal, progress } = context;
    const files = await Promise.all(input.files.map((file) => ports.files.open(file)));
    const [{ zone }, { questions }] = [await ports.book.settings(), await ports.catalogue.load()];
    return ports.files.temporary(async (folder) => {
      const prepared = await ports.reader.prepare(files, {
        folder,
        as: input.as,
        mapping: await mappingOf(context, input.mapping),
        zone,
        lang: context.lang,
        questions: [...questions.values()],
        signal,
        progress: (done, total) => progress({ stage: 'read', done, total, unit: 'bytes' }),
      });
      // Looked at before anything is written: a fault in one sheet leaves all of the workbook untaken.
      const sheets = prepared.register.length > 0 ? await registerOfSheets(context, prepared.register) : null;
      const takeSheets = async () => {
        if (sheets && !same(sheets.register, sheets.before.register))
          await writeRegister(context, sheets.register, sheets.before.version);
      };
      if (prepared.views.length === 0) {
        if (!input.dryRun) await takeSheets();
        return sheetsAlone(prepared, input.dryRun ? 'dryRun' : 'taken');
      }
      const { horizon, ...request } = prepared.request;
      const stated = input.horizon ?? horizon;
      const rowsBefore = [...prepared.refusedRows.values()].reduce((sum, rows) => sum + rows, 0);
      const report = await ports.facts.ingest(
        {
          ...request,
          views: prepared.views,
          actor: context.actor,
          now: context.now(),
          dryRun: input.dryRun,
          allowRefused: input.allowRefused,
          refusedBefore: rowsBefore,
          ...(stated === undefined ? {} : { horizon: instantOf(stated, zone) }),
          ...(input.events ? { events: input.events } : {}),
          ...(input.replaces ? { replaces: input.replaces } : {}),
        },
        (step) => progress(stepOf(step)),
        signal,
      );
      if (report.result === 'taken') {
        await ports.book.forgetFigures();
        if (prepared.mapping) {
          await ports.book.saveMapping({
            source: request.source,
            mapping: prepared.mapping,
            actor: context.actor,
            at: context.now(),
          });
        }
      }
      if (report.result === 'taken' || report.result === 'unchanged') await takeSheets();
      return view(report, prepared);
    });
  },
});

async function mappingOf({ ports }: ActContext, given: unknown): Promise<unknown> {
  if (typeof given !== 'string') return given;
  const saved = await ports.book.mapping(given);
  if (saved) return saved.mapping;
  const known = (await ports.book.mappings()).map(({ source }) => source);
  throw new Refused([
    {
      code: 'mapping.unknown',
      got: given,
      with: { known: known.join(', '), saved: known.length > 0 ? 'some' : 'none' },
    },
  ]);
}

function instantOf(text: string, zone: string): number {
  const read = parseInstant(text, { zone, edge: 'end' });
  if (!read.ok) throw new Refused([{ code: 'input.horizon', field: 'horizon', got: text }]);
  return read.micros;
}

const STAGES: Readonly<Record<string, string>> = {
  read: 'read',
  check: 'check',
  encode: 'write',
  store: 'write',
  spans: 'spans',
  commit: 'commit',
};
const stepOf = ({ step, done, total }: StepProgress) => ({
  stage: STAGES[step] ?? 'write',
  done,
  total,
  unit: step === 'spans' ? ('cases' as const) : ('rows' as const),
});

async function view(report: IngestReport, prepared: Prepared): Promise<ImportReport> {
  const rows = await prepared.explain(report.refusals);
  const files = report.files.map((file): FileReport => {
    const unread = prepared.refusedRows.get(file.file) ?? 0;
    return { ...file, rowsRead: file.rowsRead + unread, refused: file.refused + unread };
  });
  const left =
    report.result !== 'refused' && report.leftWithCase > 0
      ? [{ code: 'note.leftWithCase', with: { count: report.leftWithCase } }]
      : [];
  return {
    batch: report.batch,
    result: report.result,
    files,
    cases: report.cases,
    events: report.events,
    repeated: report.repeated,
    // An organisation alone tells of no moment: its horizon is 0.
    horizon: report.horizon ? formatUtc(report.horizon) : null,
    refusals: [...prepared.refusals, ...once(rows)].sort(byPlace(files)).map(worded),
    notes: [...prepared.notes, ...left, ...(report.result === 'refused' ? [] : sheetNotes(prepared.register))].map(
      sentenceOf,
    ),
    more: report.more,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Sheets of the register are no facts: they are told beside the report's rows. */
const sheetNotes = (tables: readonly RegisterTable[]) =>
  tables.map(({ file, sheet, rows }) => ({ code: `note.register.${sheet}`, file, with: { count: rows.length } }));

/** Files that hold nothing but the register: no batch comes of them. */
const sheetsAlone = (prepared: Prepared, result: 'taken' | 'dryRun'): ImportReport => ({
  batch: null,
  result,
  files: [...new Set(prepared.register.map(({ file }) => file))].map((file) => {
    const rows = prepared.register.filter((one) => one.file === file).reduce((sum, one) => sum + one.rows.length, 0);
    return { file, fact: null, rowsRead: rows, taken: rows, refused: 0 };
  }),
  cases: 0,
  events: 0,
  repeated: 0,
  horizon: null,
  refusals: [],
  notes: [...prepared.notes, ...sheetNotes(prepared.register)].map(sentenceOf),
  more: 0,
});

/** In the order in which a person goes through the files. */
const byPlace = (files: readonly FileReport[]) => {
  const order = new Map(files.map(({ file }, index) => [file, index]));
  const of = ({ file, line }: Refusal) => [order.get(file ?? '') ?? files.length, line ?? 0] as const;
  return (a: Refusal, b: Refusal) => of(a)[0] - of(b)[0] || of(a)[1] - of(b)[1];
};

/** A cell from which two facts are read is wrong once. */
const once = (refusals: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(refusals.map((one) => [[one.code, one.file, one.line, one.field, one.got].join('\n'), one])).values(),
];
