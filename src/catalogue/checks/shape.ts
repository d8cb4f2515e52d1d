import type { z } from 'zod';
import { CONCEPT_NAMES } from '../words-of-grammar.ts';
import { refusal, type SpecRefusal } from './refusal.ts';

type Issue = z.core.$ZodIssue;

/** zod's issues as refusals, each at the deepest place that explains it. */
export function shapeRefusals(error: z.ZodError, json: unknown): readonly SpecRefusal[] {
  return error.issues.flatMap((issue) => deepest(issue, [])).map(({ issue, path }) => said(issue, path, json));
}

interface Placed {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** A union says only "nothing fits": of its branches the one is meant whose keys are there and that fails deepest. */
function deepest(issue: Issue, above: readonly PropertyKey[]): readonly Placed[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const branches = issue.errors.map((issues) => issues.flatMap((inner) => deepest(inner as Issue, path)));
  const foreign = (branch: readonly Placed[]) =>
    branch.filter(({ issue: inner, path: place }) => {
      const here = place.length === path.length;
      const missing = inner.code === 'invalid_type' && inner.input === undefined && place.length === path.length + 1;
      return missing || (here && (inner.code === 'unrecognized_keys' || inner.code === 'invalid_type'));
    }).length;
  const depth = (branch: readonly Placed[]) => Math.max(...branch.map(({ path: place }) => place.length));
  const [best] = branches.toSorted((a, b) => foreign(a) - foreign(b) || depth(b) - depth(a) || a.length - b.length);
  return best === undefined || foreign(best) > 1 ? [{ issue, path }] : best;
}

function said(issue: Issue, path: readonly PropertyKey[], json: unknown): SpecRefusal {
  const at = jsonPath(path);
  const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], json);
  const got = value === undefined ? undefined : cut(JSON.stringify(value) ?? String(value));
  switch (issue.code) {
    case 'unrecognized_keys':
      return refusal('metric.unknownKey', at, { got: issue.keys.join(', ') });
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      if (value === undefined) return refusal('metric.missing', at, { with: { expected: allowed } });
      const concept = issue.values.length === CONCEPT_NAMES.length && path.at(-1) === 'is';
      return refusal(concept ? 'metric.unknownConcept' : 'metric.notOneOf', at, { got, with: { allowed } });
    }
    case 'invalid_type':
      return value === undefined
        ? refusal('metric.missing', at, { with: { expected: issue.expected } })
        : refusal('metric.wrongKind', at, { got, with: { expected: issue.expected } });
    case 'custom': {
      const keys = (issue.params as { exactlyOneOf?: string } | undefined)?.exactlyOneOf;
      return keys === undefined
        ? refusal('metric.repeated', at, { got })
        : refusal('metric.exactlyOne', at, { got, with: { allowed: keys } });
    }
    default:
      return refusal('metric.shape', at, { got });
  }
}

const jsonPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
