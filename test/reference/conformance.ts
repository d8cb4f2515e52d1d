import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Figure, Period, Request } from './evaluate.ts';
import { startOfDay } from './instants.ts';
import type { Spec } from './spec.ts';

// The truths of test/conformance, and what it means to agree with them (facts.md, data/README.md).

const CONFORMANCE = new URL('../conformance/', import.meta.url).pathname;
const CATALOGUE = new URL('../../catalogue/', import.meta.url).pathname;

export interface Expected {
  readonly horizon: string;
  readonly zone: string;
  /** metric → period → `whole` or a split by name → group. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

export const conformanceFolder = CONFORMANCE;

export const readExpected = (): Expected =>
  JSON.parse(gunzipSync(readFileSync(`${CONFORMANCE}expected.json.gz`)).toString('utf8')) as Expected;

/** `spans.csv` or `runs.csv`: what must come out of tiling. */
export const readTruth = (file: string): Record<string, string>[] =>
  parse(readFileSync(`${CONFORMANCE}${file}`, 'utf8'), { columns: true, bom: true });

/** The catalogue's metrics and the made ones, by id. */
export function readSpecs(): Map<string, Spec> {
  const folder = `${CATALOGUE}metrics`;
  const catalogue: unknown[] = existsSync(folder)
    ? readdirSync(folder).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
    : JSON.parse(readFileSync(`${CATALOGUE}metrics.source.json`, 'utf8'));
  const made: unknown[] = JSON.parse(readFileSync(`${CONFORMANCE}made-specs.json`, 'utf8'));
  return new Map([...(catalogue as Spec[]), ...(made as Spec[])].map((spec) => [spec.id, spec]));
}

/** `2025`, `2025-Q2`, `2025-06` in the reporting zone. */
export function periodOf(name: string, zone: string): Period {
  const [year, part] = name.split('-');
  const [month, months] =
    part === undefined ? [1, 12] : part.startsWith('Q') ? [3 * +part.slice(1) - 2, 3] : [+part, 1];
  const first = (at: number): string => {
    const y = +year! + Math.floor((at - 1) / 12);
    return `${y}-${String(((at - 1) % 12) + 1).padStart(2, '0')}-01`;
  };
  return { name, from: startOfDay(first(month!), zone), to: startOfDay(first(month! + months!), zone) };
}

export interface Comparison {
  readonly request: Request;
  readonly split: string;
  readonly wanted: ReadonlyMap<string, Figure>;
}

/** Every request that the expected figures of one metric and period answer. */
export function* requests(period: Period, splits: Readonly<Record<string, unknown>>): Generator<Comparison> {
  for (const [split, wanted] of Object.entries(splits)) {
    if (split === 'whole') {
      yield { request: { period }, split, wanted: new Map([['', wanted as Figure]]) };
    } else if (split === 'unitTree') {
      for (const [unit, figure] of Object.entries(wanted as Record<string, Figure>)) {
        const request = { period, scope: { unit: [unit] } };
        yield { request, split: `${split} ${unit}`, wanted: new Map([['', figure]]) };
      }
    } else {
      yield { request: { period, split }, split, wanted: new Map(Object.entries(wanted as Record<string, Figure>)) };
    }
  }
}

/** What differs, in words; null where the figures agree. Counts exactly, all else to 1e-9 relative, bounds of an
 *  interval of nearly no width to 1e-7 of the value. */
export function difference(got: Figure, wanted: Figure): string | null {
  for (const field of ['n', 'state', 'group', 'complementary'] as const) {
    if ((got[field] ?? null) !== (wanted[field] ?? null)) return `${field}: ${got[field]} for ${wanted[field]}`;
  }
  const [left, right] = [got.leftOut, wanted.leftOut] as Record<string, number>[];
  for (const reason of new Set([...Object.keys(left!), ...Object.keys(right!)])) {
    if (left![reason] !== right![reason]) return `leftOut ${reason}: ${left![reason]} for ${right![reason]}`;
  }
  for (const field of ['value', 'numerator', 'denominator', 'coverage'] as const) {
    if (!near(got[field], wanted[field], 1e-9, 0)) return `${field}: ${got[field]} for ${wanted[field]}`;
  }
  const [mine, theirs] = [got.interval ?? null, wanted.interval ?? null];
  if ((mine === null) !== (theirs === null)) return `interval: ${mine} for ${theirs}`;
  if (mine === null || theirs === null) return null;
  const width = (theirs[1] ?? Infinity) - (theirs[0] ?? -Infinity);
  const value = Math.abs(wanted.value ?? 0);
  const far = Math.max(Math.abs(theirs[0] ?? 0), Math.abs(theirs[1] ?? 0));
  const slack = width <= 1e-6 * value ? 1e-7 * value : 1e-12 * far;
  for (const side of [0, 1] as const) {
    if (!near(mine[side], theirs[side], 1e-9, slack)) return `interval: ${mine} for ${theirs}`;
  }
  return null;
}

function near(a: number | null | undefined, b: number | null | undefined, relative: number, slack: number): boolean {
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  return a === b || Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), slack);
}
