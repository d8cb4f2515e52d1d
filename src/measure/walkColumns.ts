import type { Engine } from './measure.ts';
import type { Query } from './query.ts';

/** Columns in which null is not 0. */
const NULLABLE = new Set<string>(['items', 'known']);

export interface ReadColumns {
  readonly count: number;
  readonly columns: readonly Float64Array[];
}

/** A result as whole columns. */
export async function columnsOf(engine: Engine, query: Query): Promise<ReadColumns> {
  const width = query.columns.length;
  const parts: Float64Array[][] = Array.from({ length: width }, () => []);
  let count = 0;
  await engine.read(engine.print([], query), width, (size, columns) => {
    count += size;
    columns.forEach((cells, i) => {
      parts[i]!.push(cells.slice(0, size));
    });
  });
  return { count, columns: parts.map((pieces) => joined(pieces, count)) };
}

function joined(parts: readonly Float64Array[], length: number): Float64Array {
  const whole = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Rows that begin with the number of their owner, in the owners' order, as named columns with a beginning per owner. */
export function grouped(
  owners: Float64Array,
  names: readonly string[],
  { count, columns }: ReadColumns,
): { readonly starts: Int32Array } & Readonly<Record<string, Float64Array | Int32Array>> {
  const starts = new Int32Array(owners.length + 1);
  let at = 0;
  owners.forEach((owner, place) => {
    starts[place] = at;
    while (at < count && columns[0]![at] === owner) at += 1;
  });
  starts[owners.length] = at;
  const named = names.map((name, i) => {
    const cells = columns[i + 1]!;
    if (!NULLABLE.has(name)) for (let row = 0; row < count; row += 1) if (Number.isNaN(cells[row]!)) cells[row] = 0;
    return [name, cells] as const;
  });
  return { ...Object.fromEntries(named), starts };
}
