import type { Field, Lie } from '#facts';

/** What planning knows of the stored facts: dictionaries, sources, the organisation's tree, horizons. A port: the store
 *  gives it, nothing here reads. */
export interface FactKnowledge {
  /** Number of a code in the dictionary; null where no fact holds it. */
  readonly codeOf: (text: string) => number | null;
  readonly textOf: (no: number) => string | null;
  readonly codesContaining: (text: string) => readonly number[];
  /** The zone of literals without an offset and of reporting periods. */
  readonly zone: string;
  readonly sources: readonly {
    readonly no: number;
    readonly kinds: readonly string[];
    readonly fields: readonly string[];
    readonly outcomes: boolean;
  }[];
  /** Places at or below a place, with the stretch of time [from, to) in which they are. */
  readonly below: (place: string) => readonly { readonly place: number; readonly from: number; readonly to: number }[];
  /** Numbers of the places that are units. */
  readonly units: readonly number[];
  readonly horizons: Readonly<Partial<Record<string, number>>>;
}

/** A code that no row holds: equal to nothing, and not null. */
const NOWHERE = -1;

/** A literal of a spec as it lies in the column of a field. */
export function encode(
  value: string | number | boolean,
  field: Field,
  lie: Lie,
  facts: FactKnowledge,
): number | string | boolean {
  switch (lie) {
    case 'fixed': {
      const place = field.oneOf?.indexOf(String(value)) ?? -1;
      return place < 0 ? NOWHERE : place + 1;
    }
    case 'code':
      return facts.codeOf(String(value)) ?? NOWHERE;
    default:
      return value;
  }
}

/** The text that a stored number stands for. */
export function decode(value: number | string | null, field: Field, lie: Lie, facts: FactKnowledge): string | null {
  if (value === null) return null;
  switch (lie) {
    case 'fixed':
      return field.oneOf?.[Number(value) - 1] ?? null;
    case 'code':
      return facts.textOf(Number(value));
    default:
      return String(value);
  }
}
