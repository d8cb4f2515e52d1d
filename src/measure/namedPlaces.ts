import type { Engine } from './measure.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { aggregate, column, equal, literal, real } from './query.ts';

// What pages ask of the facts besides figures: which journeys and services there are, whose a place is, its name.

/** How many runs the facts tell of in a journey: where there are none, its cases stand for themselves. */
export async function countRuns(journey: string, facts: FactKnowledge, engine: Engine): Promise<number> {
  const code = facts.codeOf(journey);
  if (code === null) return 0;
  const [found] = await engine.rows<{ n: number }>(
    engine.print([], {
      columns: [['n', aggregate('count')]],
      from: 'run',
      as: 'r',
      where: equal(column('r', 'journey'), literal(code)),
    }),
  );
  return found?.n ?? 0;
}

/** Codes that the rows of cases or runs name in a field, most rows first; null: rows that name none. */
export async function namedIn(
  table: 'case' | 'run',
  field: 'journey' | 'service',
  facts: FactKnowledge,
  engine: Engine,
): Promise<readonly { readonly value: string | null; readonly n: number }[]> {
  const value = column('r', field);
  const rows = await engine.rows<{ value: number | null; n: number }>(
    engine.print([], {
      columns: [
        ['value', value],
        ['n', aggregate('count')],
      ],
      from: table === 'case' ? 'case_row' : 'run',
      as: 'r',
      where: table === 'case' ? column('r', 'live') : null,
      groupBy: [value],
    }),
  );
  return rows
    .sort((a, b) => b.n - a.n || (a.value ?? 0) - (b.value ?? 0))
    .map(({ value: no, n }) => ({ value: no === null ? null : facts.textOf(no), n }));
}

/** The body at or above a place at a moment; the place itself where none is known. By codes; 0 is none. */
export async function bodyLookup(engine: Engine): Promise<(place: number, at: number) => number> {
  const rows = await engine.rows<{ place: number; body: number; from: number; to: number }>(
    engine.print([], {
      columns: (['place', 'body', 'from', 'to'] as const).map((name) => [name, real(column('b', name))]),
      from: 'body_of',
      as: 'b',
    }),
  );
  const bodies = new Map<number, (typeof rows)[number][]>();
  for (const row of rows) bodies.set(row.place, [...(bodies.get(row.place) ?? []), row]);
  return (place, at) => bodies.get(place)?.find(({ from, to }) => from <= at && at < to)?.body ?? place;
}

/** Names of places as the organisation has them, by codes. */
export async function placeLabels(engine: Engine): Promise<ReadonlyMap<number, string>> {
  const o = (name: string) => column('o', name);
  const rows = await engine.rows<{ id: number; name: string | null }>(
    engine.print([], {
      columns: [
        ['id', o('id')],
        ['name', aggregate('max', o('name'))],
      ],
      from: 'organisation_row',
      as: 'o',
      where: o('live'),
      groupBy: [o('id')],
    }),
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
