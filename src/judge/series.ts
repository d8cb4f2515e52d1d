import { parse } from 'csv-parse/sync';
import type { Refusal } from '#facts';
import { parsePeriod } from '#time';
import type { Judgement, Reason, SeriesPoint, TargetJudgement } from './types.ts';

/** Reads `period,value[,n]`, oldest first: comma or semicolon, with or without a header; an empty value is a missing
 *  period; a decimal comma is understood where semicolons separate. Refusals name the line; with any, judge nothing. */
export function parseSeries(text: string): { points: SeriesPoint[]; refusals: Refusal[] } {
  const rows = rowsOf(text);
  if ('code' in rows) return { points: [], refusals: [rows] };
  const points: SeriesPoint[] = [];
  const refusals: Refusal[] = [];
  const lines = new Map<string, number>();
  for (const { record, info } of rows.records.slice(isHeader(rows.records[0]?.record) ? 1 : 0)) {
    const line = info.lines;
    const [period = '', value = '', n = ''] = record.map((cell) => cell.trim());
    const refuse = (code: string, field: string, got: string, more: Record<string, string | number> = {}) =>
      refusals.push({ code, line, field, got: got.slice(0, 200), with: more });
    if (period === '') refuse('series.noPeriod', 'period', record.join(rows.delimiter));
    else if (lines.has(period)) refuse('series.repeated', 'period', period, { first: lines.get(period)! });
    else if (before(period, points.at(-1)?.period))
      refuse('series.order', 'period', period, { after: points.at(-1)!.period });
    if (record.length > 3) refuse('series.columns', 'value', record.join(rows.delimiter), { columns: record.length });
    const number = value === '' ? null : numberOf(value, rows.delimiter);
    if (number === undefined) refuse('series.value', 'value', value);
    const size = n === '' ? null : numberOf(n, rows.delimiter);
    if (size === undefined || (size !== null && (size < 0 || !Number.isInteger(size)))) refuse('series.n', 'n', n);
    lines.set(period, line);
    points.push({ period, value: number ?? null, n: size ?? null });
  }
  if (points.length === 0) refusals.push({ code: 'series.empty' });
  return { points, refusals };
}

/** Refuses a baseline that the series does not have: both its periods must stand there, the first one first. */
export function baselineRefusal(points: readonly SeriesPoint[], [from, to]: readonly [string, string]): Refusal | null {
  const [first, last] = [from, to].map((name) => points.findIndex(({ period }) => period === name));
  if (first === -1 || last === -1) return { code: 'series.baseline', got: first === -1 ? from : to };
  return first! > last! ? { code: 'series.baselineOrder', got: `${from}..${to}` } : null;
}

/** The JSON of `luchshe judge`: numbers of the current (last) segment, limits as shown, words from outside. */
export function judgementJson(
  judgement: Judgement,
  words: (reason: Reason) => { readonly ru: string; readonly en: string },
) {
  const { chart, verdict, target, norm } = judgement;
  const current = chart.segments.at(-1);
  return {
    centre: current?.centre ?? null,
    lower: current?.lower ?? null,
    upper: current?.upper ?? null,
    meanMovingRange: current?.meanMovingRange ?? null,
    excludedRanges: current?.excludedRanges ?? [],
    points: chart.points.map(({ period, value, rules }) => ({ period, value, rules })),
    verdict: { kind: verdict.kind, reason: words(verdict.reason) },
    target: lineJson(target),
    norm: lineJson(norm),
  };
}

const lineJson = (line: TargetJudgement | null) =>
  line && { value: line.value, class: line.class, proposal: line.proposal };

interface Rows {
  readonly delimiter: ',' | ';';
  readonly records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
}

function rowsOf(text: string): Rows | Refusal {
  const firstLine = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const delimiter = firstLine.includes(';') ? ';' : ',';
  try {
    const records = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true });
    return { delimiter, records: records as unknown as Rows['records'] };
  } catch (error) {
    return {
      code: 'series.csv',
      ...((error as { lines?: number }).lines ? { line: (error as { lines: number }).lines } : {}),
    };
  }
}

/** A header has words where a row has a period and a number. */
const isHeader = (record: readonly string[] | undefined): boolean =>
  record !== undefined && /\p{L}/u.test(record[1] ?? '') && !/\d/.test(record[0] ?? '');

/** Undefined: no number. Spaces group thousands; a decimal comma only where commas do not separate. */
function numberOf(text: string, delimiter: ',' | ';'): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  const point = delimiter === ';' ? plain.replace(',', '.') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(point) && Number.isFinite(Number(point))
    ? Number(point)
    : undefined;
}

/** Whether a period stands before its predecessor; periods of unknown form keep the order of the file. */
function before(period: string, previous: string | undefined): boolean {
  if (previous === undefined) return false;
  const [a, b] = [parsePeriod(period), parsePeriod(previous)];
  return a !== null && b !== null && 12 * a.year + a.month < 12 * b.year + b.month;
}
