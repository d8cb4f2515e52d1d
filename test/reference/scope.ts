import type { Micros } from './instants.ts';
import type { Judged } from './population.ts';
import type { Part } from './predicate.ts';
import type { Row } from './rows.ts';
import type { World } from './world.ts';

// Which scope and which group of a split a row, or a counted part of it, lies in (facts.md § 4, Scope).

export type Key = string | null;
const field = (row: Row | null, name: string): Key => (row?.fields[name] ?? null) as Key;
const OF_A_CASE = ['event', 'span', 'text'];

/** A row's own value, else its case's. */
export function own(row: Row, name: string, by: Micros, world: World): Key {
  if (name === 'body') return bodyOf(row, by, world);
  const value = field(row, name);
  if (value !== null || !OF_A_CASE.includes(row.type) || name === 'touchpoint' || name === 'employee') return value;
  if (name === 'unit' && field(row, 'body') !== null) return null;
  return field(row.of, name);
}

function bodyOf(row: Row, by: Micros, world: World): Key {
  const [unit, body] = [field(row, 'unit'), field(row, 'body')];
  const found = body ?? (unit === null ? null : world.organisation.bodyAbove(unit, by));
  if (found !== null || !OF_A_CASE.includes(row.type) || row.of === null) return found;
  return bodyOf(row.of, by, world);
}

/** The groups of a whole row. */
export function groups(judged: Judged, name: string, world: World): readonly Key[] {
  const { row, by } = judged;
  if (row.type === 'case' && name === 'touchpoint') {
    const passed = row.of!.events.map((event) => field(event, 'touchpoint')).filter((key) => key !== null);
    return [...new Set(passed)];
  }
  if (row.type === 'case' && name === 'employee') return [holder(judged, world).employee];
  if (row.type === 'event' && name === 'employee' && judged.answeredBy !== undefined) return [judged.answeredBy];
  if (row.type === 'span' && (name === 'unit' || name === 'body'))
    return partGroups({ row, amount: 0 }, name, by, world);
  return [own(row, name, by, world)];
}

/** Who a case counts for: its employee, who holds at least half of all its `work`; `unworked` where it has none. */
export function holder({ row }: Judged, world: World): { employee: Key; unworked: boolean } {
  const employee = field(row, 'employee');
  if (employee === null) return { employee, unworked: false };
  let [all, theirs] = [0, 0];
  for (const span of row.of!.spans) {
    if (span.fields.kind !== 'work') continue;
    const clock = world.clock(field(span, 'unit'), field(span, 'body'), field(row, 'unit'), field(row, 'body'));
    const length = clock.working(span.fields.from as Micros, span.fields.to as Micros);
    all += length;
    if (span.fields.employee === employee) theirs += length;
  }
  if (all === 0) return { employee, unworked: true };
  return { employee: 2 * theirs >= all ? employee : null, unworked: false };
}

/** A counted row of a rate takes unit, body, service, journey, client status from its parent case, else its own. */
export function rateGroups(judged: Judged, name: string, world: World): readonly Key[] {
  if (['unit', 'body', 'service', 'journey', 'clientStatus'].includes(name)) {
    const parent = world.cases.get(judged.row.of?.fields.parentCase as string) ?? null;
    const theirs = parent === null ? null : own(parent, name, judged.by, world);
    return [theirs ?? own(judged.row, name, judged.by, world)];
  }
  if (name === 'employee') return [field(judged.row, name)];
  return groups(judged, name, world);
}

/** The groups of a counted event or span where the population is kept. */
export function partGroups(part: Part, name: string, by: Micros, world: World): readonly Key[] {
  const { row } = part;
  if (name === 'touchpoint' || name === 'employee') return [field(row, name)];
  if (row.fields.kind !== 'gap') return [own(row, name, by, world)];
  const { organisation } = world;
  const ends = [field(row, 'giver'), field(row, 'taker')].filter((place) => place !== null);
  const isUnit = (place: string): boolean => organisation.kind(place) === 'unit';
  const keys =
    name === 'unit'
      ? ends.filter(isUnit)
      : ends.map((end) => (isUnit(end) ? organisation.bodyAbove(end, by) : end)).filter((key) => key !== null);
  return keys.length === 0 ? [null] : [...new Set(keys)];
}

/** Whether a key lies in a scope; a unit takes all below it, as they stood at `by`. */
export function within(key: Key, name: string, values: readonly Key[], by: Micros, world: World): boolean {
  if (values.includes(key)) return true;
  if (name !== 'unit' || key === null) return false;
  return world.organisation.chain(key, by).some((above) => values.includes(above));
}
