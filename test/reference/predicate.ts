import { ROW_FIELDS, type RowType } from '#facts';
import { type Micros, parseDuration, parseInstant } from './instants.ts';
import { and, isMissing, type Missing, NULL, not, or, type Tri, together } from './logic.ts';
import { lengthOf, spansOf, time } from './points.ts';
import { related } from './related.ts';
import type { Cell, Row } from './rows.ts';
import { CONCEPTS, type Point, type Predicate, type Related, type Spec, type Value } from './spec.ts';
import type { World } from './world.ts';

/** What an evaluation of one row looks at beside the row. */
export interface Looking {
  readonly world: World;
  readonly spec: Spec;
  readonly periodEnd: Micros | null;
  /** `$name` → its parameter; anything else as it is. */
  readonly param: <T>(literal: T) => T;
}

export function lookingAt(world: World, spec: Spec, periodEnd: Micros | null): Looking {
  const param = <T>(literal: T): T =>
    typeof literal === 'string' && literal.startsWith('$') ? (spec.params?.[literal.slice(1)] as T) : literal;
  return { world, spec, periodEnd, param };
}

export function holds(predicate: Predicate, row: Row, looking: Looking): Tri {
  if (predicate === true) return true;
  if ('and' in predicate) return and((predicate.and as Predicate[]).map((part) => holds(part, row, looking)));
  if ('or' in predicate) return or((predicate.or as Predicate[]).map((part) => holds(part, row, looking)));
  if ('not' in predicate) return not(holds(predicate.not as Predicate, row, looking));
  if ('is' in predicate) return holds(CONCEPTS[predicate.is as string]!, row, looking);
  if ('has' in predicate) {
    const rows = related(predicate.has as Related, row, looking);
    return isMissing(rows) ? rows : rows.length > 0;
  }
  return compare(predicate, row, looking);
}

function compare(predicate: Value, row: Row, looking: Looking): Tri {
  const left = valueIn(predicate, row, looking);
  if ('valid' in predicate) return isMissing(left) ? !predicate.valid : Boolean(predicate.valid);
  if ('contains' in predicate) {
    if (isMissing(left)) return left;
    const part = predicate.contains as string;
    return Array.isArray(left) ? left.includes(part) : String(left).includes(part);
  }
  if ('oneOf' in predicate) {
    if (isMissing(left)) return left;
    return (predicate.oneOf as unknown[]).some((literal) => literalOf(literal, predicate, row, looking) === left);
  }
  const comparator = (['equal', 'lt', 'lte', 'gt', 'gte'] as const).find((name) => name in predicate)!;
  const right = rightOf(predicate[comparator], predicate, row, looking);
  if (isMissing(left) || isMissing(right)) return together([left, right]);
  switch (comparator) {
    case 'equal':
      return left === right;
    case 'lt':
      return left! < right!;
    case 'lte':
      return left! <= right!;
    case 'gt':
      return left! > right!;
    case 'gte':
      return left! >= right!;
  }
}

function rightOf(right: unknown, left: Value, row: Row, looking: Looking): Cell | Missing {
  if (typeof right === 'object' && right !== null) {
    const { field, point } = right as { field?: string; point?: 'periodEnd' };
    if (point !== undefined) return looking.periodEnd ?? NULL;
    return row.fields[field!] ?? NULL;
  }
  return literalOf(right, left, row, looking);
}

function literalOf(literal: unknown, left: Value, row: Row, looking: Looking): Cell {
  const given = looking.param(literal) as Cell;
  if (typeof given !== 'string') return given;
  if ('time' in left || 'spans' in left) return parseDuration(given);
  const isInstant = ROW_FIELDS[row.type as RowType].find((one) => one.name === left.field)?.type === 'instant';
  return isInstant ? parseInstant(given, looking.world.zone) : given;
}

/** A value of the grammar: durations in microseconds. */
export function valueIn(value: Value, row: Row, looking: Looking): NonNullable<Cell> | Missing {
  if ('field' in value) return row.fields[value.field as string] ?? NULL;
  if ('text' in value) return gradeRu(row);
  if ('time' in value) {
    const less = (value.less ?? []) as string[];
    return time(value.time as [Point, Point], value.clock as string, less, row, looking);
  }
  if ('distinct' in value) {
    const field = value.distinct as string;
    const rows = related(value.in as Related, row, looking, field);
    if (isMissing(rows)) return rows;
    return new Set(
      rows
        .map((one) => one.fields[field] ?? null)
        .filter((one) => one !== null)
        .map(String),
    ).size;
  }
  const parts = partsOf(value, row, looking);
  return isMissing(parts) ? parts : parts.reduce((sum, part) => sum + part.amount, 0);
}

/** What a counted row adds: `count` one, `total` its field, `spans` its length. */
export interface Part {
  readonly row: Row;
  readonly amount: number;
}

export function partsOf(value: Value, row: Row, looking: Looking): readonly Part[] | Missing {
  if ('spans' in value) {
    if (row.of !== null && row.of.registeredAt === null) return NULL;
    return spansOf(row)
      .filter((span) => (value.spans as string[]).includes(span.fields.kind as string))
      .map((span) => ({ row: span, amount: lengthOf(span, value.clock as string, row, looking) }));
  }
  if ('count' in value) {
    const rows = related(value.count as Related, row, looking);
    return isMissing(rows) ? rows : rows.map((one) => ({ row: one, amount: 1 }));
  }
  const field = value.total as string;
  const rows = related(value.in as Related, row, looking, field);
  if (isMissing(rows)) return rows;
  const amounts = rows.map((one) => one.fields[field] ?? null);
  if (amounts.includes(null)) return NULL;
  return rows.map((one, i) => ({ row: one, amount: amounts[i] as number }));
}

/** Solovyev, Ivanov, Solnyshkina 2018: 0.36·words/sentence + 5.76·syllables/word − 11.97 (grammar B.4, 8a). */
function gradeRu(row: Row): number | Missing {
  const { words, sentences, syllables } = row.fields as Record<string, number | null>;
  if (!words || !sentences || syllables === null || syllables === undefined) return NULL;
  return 0.36 * (words / sentences) + 5.76 * (syllables / words) - 11.97;
}
