// The JSON of a metric as the grammar (B.2) has it, and the concepts of its table written out as predicates.

export interface Spec {
  readonly id: string;
  readonly of: string;
  readonly where?: Predicate;
  readonly keep?: readonly string[];
  readonly measure: Measure;
  readonly by: string;
  readonly mature?: string;
  readonly unit: string;
  readonly min?: { readonly show: number; readonly judge: number };
  readonly clients: readonly string[];
  readonly roll: string;
  readonly group: string;
  readonly better: string;
  readonly ask?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Measure = Readonly<Record<string, unknown>>;
export type Value = Readonly<Record<string, unknown>>;
/** A predicate is a connective or a value with one comparator; both are walked as plain JSON. */
export type Predicate = Readonly<Record<string, unknown>> | true;
export type Point = string | { readonly first?: Related; readonly last?: Related; readonly orHorizon?: true };
export interface Related {
  readonly event?: Predicate;
  readonly case?: Predicate;
  readonly span?: Predicate;
  readonly text?: Predicate;
  readonly link: string;
  readonly after?: Point;
  readonly before?: Point;
  readonly within?: string;
}

const field = (name: string, more: Record<string, unknown>): Predicate => ({ field: name, ...more });
const notByClient: Predicate = { not: field('initiator', { equal: 'client' }) };
const asksClient: Predicate[] = [field('kind', { equal: 'request' }), notByClient, field('asked', { equal: 'client' })];

export const CONCEPTS: Readonly<Record<string, Predicate>> = {
  closed: field('closedAt', { valid: true }),
  decided: field('outcome', { oneOf: ['granted', 'partly', 'refused', 'explained', 'measuresTaken', 'completed'] }),
  positive: field('outcome', { oneOf: ['granted', 'partly', 'measuresTaken'] }),
  refusal: field('outcome', { equal: 'refused' }),
  byClient: field('initiator', { equal: 'client' }),
  clientAction: {
    and: [
      field('initiator', { equal: 'client' }),
      field('kind', { oneOf: ['submit', 'receive', 'visit', 'contact', 'sign', 'pay'] }),
    ],
  },
  statusAsk: {
    and: [
      field('initiator', { equal: 'client' }),
      field('kind', { equal: 'contact' }),
      field('subject', { equal: 'status' }),
    ],
  },
  docRequest: { and: [...asksClient, field('items', { gte: 1 })] },
  clarification: { and: asksClient },
  upheld: {
    and: [field('outcome', { oneOf: ['granted', 'partly', 'measuresTaken'] }), field('kind', { equal: 'complaint' })],
  },
  answered: field('value', { valid: true }),
};

/** The values that a predicate names for a field of the row itself (not inside a related selection). */
export function named(predicate: Predicate | undefined, name: string): Set<string> {
  if (predicate === undefined || predicate === true) return new Set();
  const { and, or, not, is } = predicate as { and?: Predicate[]; or?: Predicate[]; not?: Predicate; is?: string };
  if (and !== undefined || or !== undefined) return new Set((and ?? or)!.flatMap((part) => [...named(part, name)]));
  if (not !== undefined) return named(not, name);
  if (is !== undefined) return named(CONCEPTS[is], name);
  if (predicate.field !== name) return new Set();
  const values = predicate.oneOf ?? (predicate.equal === undefined ? [] : [predicate.equal]);
  return new Set((values as unknown[]).filter((value): value is string => typeof value === 'string'));
}

/** Every JSON node below, concepts written out. */
export function* nodes(tree: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(tree)) for (const part of tree) yield* nodes(part);
  else if (typeof tree === 'object' && tree !== null) {
    const node = tree as Readonly<Record<string, unknown>>;
    yield node;
    if (typeof node.is === 'string') yield* nodes(CONCEPTS[node.is]);
    for (const part of Object.values(node)) yield* nodes(part);
  }
}
