import type { FileReport, IngestReport, IngestRequest, RowRefusal } from '#acts';
import type { Fact } from '#facts';
import type { RefusedCounts } from './faults.ts';
import type { OrganisationFaults } from './places.ts';
import { rowOfOrder, type ViewPlace } from './stage.ts';

/** Rows are those of the source tables, however many facts each of them gave. */
export function fileReports(
  { views }: IngestRequest,
  read: readonly number[],
  { rows, withCase }: Pick<RefusedCounts, 'rows' | 'withCase'>,
): readonly FileReport[] {
  const reports = new Map<
    string,
    { file: string; facts: Set<Fact>; rowsRead: number; left: number; refused: number }
  >();
  const tables = new Map<string, { file: string; facts: Set<Fact>; rowsRead: number }>();
  for (const [index, { table, fact }] of views.entries()) {
    const one = tables.get(table.csv.path) ?? { file: table.file, facts: new Set(), rowsRead: table.rows ?? 0 };
    one.facts.add(fact);
    one.rowsRead = Math.max(one.rowsRead, read[index]!);
    tables.set(table.csv.path, one);
  }
  for (const [path, { file, facts, rowsRead }] of tables) {
    const report = reports.get(file) ?? { file, facts: new Set(), rowsRead: 0, left: 0, refused: 0 };
    for (const fact of facts) report.facts.add(fact);
    report.rowsRead += rowsRead;
    report.refused += rows.get(path) ?? 0;
    report.left += withCase.get(path) ?? 0;
    reports.set(file, report);
  }
  return [...reports.values()].map(({ file, facts, rowsRead, left, refused }) => ({
    file,
    fact: facts.size === 1 ? [...facts][0]! : null,
    rowsRead,
    taken: rowsRead - refused - left,
    refused,
  }));
}

/** Faults of the organisation show only when all its rows are there: those of this batch lead back to their lines. */
export function organisationRefused(
  { faults }: OrganisationFaults,
  batch: number,
  { views }: IngestRequest,
  places: readonly ViewPlace[],
  files: readonly FileReport[],
): Pick<IngestReport, 'files' | 'refusals'> {
  const refusals = faults.map(({ batch: of, ord, code, field, got, with: more }): RowRefusal => {
    const found = of === batch ? rowOfOrder(places, 'organisation', ord) : undefined;
    const named = { code, field, got, ...(more ? { with: more } : {}) };
    if (!found) return { ...named, table: -1, row: -1 };
    return { ...named, table: found.view, row: found.row, file: views[found.view]!.table.file };
  });
  const rowsOf = (file: string) => new Set(refusals.filter((one) => one.file === file).map((one) => one.row)).size;
  return {
    refusals,
    files: files.map((one) => {
      const refused = one.refused + rowsOf(one.file);
      return { ...one, refused, taken: one.rowsRead - refused };
    }),
  };
}
