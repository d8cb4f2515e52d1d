import { CONCEPTS } from './concepts.ts';
import { sha256 } from './sha256.ts';
import type { MetricSpec } from './spec.ts';
import { CONCEPT_NAMES } from './words-of-grammar.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** JSON with sorted keys and no spaces; keys without a value are left out. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one as Json)).join(',')}]`;
  const entries = Object.entries(value as { readonly [key: string]: Json | undefined })
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** What decides a figure. A new name, counter, level or KPI does not change what was counted. */
const DECIDING = [
  'id',
  'better',
  'of',
  'ask',
  'where',
  'keep',
  'measure',
  'by',
  'mature',
  'unit',
  'min',
  'clients',
  'roll',
] as const;

/** Of all that a record says, names too: whether two people saw the same one. */
export const recordHash = (spec: MetricSpec): string => sha256(canonicalJson(spec as unknown as Json)).slice(0, 12);

/** First 12 hex digits of the sha256 of the canonical JSON of what decides the figure, with the parameters in effect and
 *  the meaning of every concept used: a body that re-maps a concept gets another hash. */
export function specHash(
  spec: MetricSpec,
  params: Readonly<Record<string, string | number>> = spec.params ?? {},
): string {
  const deciding = Object.fromEntries(DECIDING.map((key) => [key, spec[key]])) as Json;
  const text = canonicalJson(deciding);
  const concepts = CONCEPT_NAMES.filter((name) => text.includes(`{"is":"${name}"}`));
  const meanings = Object.fromEntries(concepts.map((name) => [name, CONCEPTS[name].means])) as Json;
  return sha256(canonicalJson({ metric: deciding, params, concepts: meanings } as Json)).slice(0, 12);
}
