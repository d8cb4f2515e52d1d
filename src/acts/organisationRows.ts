import { createHash } from 'node:crypto';
import { FIELDS, Refused, refuse } from '#facts';
import type { OrganisationRow } from '#organisation';
import { formatLocal, localDate, type Micros, parseInstant, startOfDay } from '#time';
import { say } from '#words';
import type { ActContext } from './act.ts';
import type { UnitsSavedView } from './organisationViews.ts';

// Rows of the organisation as people write them, and their way into the facts: the same as that of a file.

/** The source of all changes made in the app. */
export const ORGANISATION_SOURCE = 'organisation';

/** A row as canonical text: days or instants, null for an empty cell. */
export type RowText = Readonly<Partial<Record<keyof OrganisationRow, string | null>>>;

/** A whole day where the instant is its edge, else the instant: either reads back as the same microsecond. */
export function dayText(micros: Micros | null, zone: string, edge: 'start' | 'end'): string | null {
  if (micros === null) return null;
  const day = localDate(micros, zone);
  const read = parseInstant(day, { zone, edge });
  return read.ok && read.micros === micros ? day : formatLocal(micros, zone);
}

export const rowText = (row: OrganisationRow, zone: string): RowText => ({
  ...row,
  validFrom: dayText(row.validFrom, zone, 'start'),
  validTo: dayText(row.validTo, zone, 'end'),
});

/** First and last microsecond of a day that a person named; the schema has looked at its shape. */
export const firstOf = (day: string, zone: string): Micros => startOfDay(day, zone);
export const lastOf = (day: string, zone: string): Micros => {
  const read = parseInstant(day, { zone, edge: 'end' });
  return read.ok ? read.micros : refuse('input.invalid', { field: 'to', got: day });
};

/** Names the rows that somebody saw. */
export const stampOf = (rows: readonly OrganisationRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);

interface Saving {
  readonly rows: readonly RowText[];
  /** Why: it stands in the list of imports. */
  readonly reason: string;
  /** What the person saw; refused where the rows are others by now. */
  readonly stamp?: string | undefined;
}

/** Takes rows as one batch of the source `organisation`, with every check of an import: all of them or none. */
export async function takeRows(context: ActContext, { rows, reason, stamp }: Saving): Promise<UnitsSavedView> {
  const { ports, signal, progress, now, actor, lang } = context;
  const [{ zone }, kept] = [await ports.book.settings(), await ports.facts.organisation()];
  const { version } = await ports.facts.context();
  if (stamp !== undefined && stamp !== stampOf(kept.rows)) refuse('organisation.changedMeanwhile');
  return ports.files.temporary(async (folder) => {
    const name = reason.trim() || say(lang, 'organisationEdit.file');
    const file = await ports.files.write(folder, name, canonicalCsv(rows));
    const prepared = await ports.reader.prepare([file], {
      folder,
      as: 'organisation',
      zone,
      lang,
      questions: [],
      signal,
      progress: () => undefined,
    });
    const { horizon: _, ...request } = prepared.request;
    const report = await ports.facts.ingest(
      {
        ...request,
        source: ORGANISATION_SOURCE,
        // A name may be given, taken back and given again: three changes, though the first and the last are alike.
        digest: `${request.digest} ${version}`,
        views: prepared.views,
        actor,
        now: now(),
      },
      ({ step, done, total }) =>
        progress({
          stage: step === 'spans' ? 'spans' : 'write',
          done,
          total,
          unit: step === 'spans' ? 'cases' : 'rows',
        }),
      signal,
    );
    if (report.result === 'refused') {
      const refusals = await prepared.explain(report.refusals);
      // There is no file whose line a person could look up: the row is told by what was found.
      throw new Refused([...prepared.refusals, ...refusals].map(({ file: _file, line: _line, ...refusal }) => refusal));
    }
    await ports.book.forgetFigures();
    return { batch: report.batch, rows: rows.length };
  });
}

const COLUMNS = FIELDS.organisation.map((field) => field.name as keyof OrganisationRow);

const canonicalCsv = (rows: readonly RowText[]): string =>
  [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(cellText).join(',')}\n`)
    .join('');

const cellText = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
