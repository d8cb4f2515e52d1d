import type { z } from 'zod';
import type { Refusal } from '#facts';
import { hasWords } from '#words';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What does not fit a schema as refusals of `code`, each at the place that explains it. What is wrong there is a code as
 *  well (`with.question`, of `shape.…`), so that a sentence is of one language, whichever it is. */
export const misfits = (code: string, error: z.ZodError, raw: unknown): readonly Refusal[] =>
  error.issues
    .flatMap((issue) => explained(issue, []))
    .flatMap(({ issue, path }) => faults(issue, path, valueAt(raw, path)))
    .map(({ path, value, ...what }) => ({
      code,
      field: path.map(String).join('.') || '$',
      ...(value === undefined ? {} : { got: textOf(value) }),
      with: what,
    }));

interface Placed {
  readonly issue: Issue;
  readonly path: Path;
}

/** A union says only that nothing fits: the branch is meant whose kind of value is there and that has least to mend. */
function explained(issue: Issue, above: Path): readonly Placed[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const ofOtherKind = (branch: readonly Placed[]) =>
    branch.some(({ issue: inner, path: place }) => inner.code === 'invalid_type' && place.length === path.length);
  const [meant] = issue.errors
    .map((branch) => branch.flatMap((inner) => explained(inner as Issue, path)))
    .filter((branch) => branch.length > 0 && !ofOtherKind(branch))
    .toSorted((a, b) => a.length - b.length);
  return meant ?? [{ issue, path }];
}

interface Fault {
  readonly path: Path;
  readonly value: unknown;
  readonly question: string;
  readonly expected?: string;
  readonly limit?: string;
}

function faults(issue: Issue, path: Path, value: unknown): readonly Fault[] {
  const one = (question: string, more: Pick<Fault, 'expected' | 'limit'> = {}) => [{ path, value, question, ...more }];
  const needed = (expected: string, otherwise: string) =>
    one(value === undefined ? 'shape.missing' : otherwise, { expected });
  switch (issue.code) {
    case 'invalid_type':
      return needed(issue.expected, 'shape.kind');
    case 'invalid_value':
      return needed(issue.values.map(String).join(', '), 'shape.notOneOf');
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], value: undefined, question: 'shape.unknownKey' }));
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? one('shape.empty')
        : one('shape.tooSmall', { limit: String(issue.minimum) });
    case 'too_big':
      return one('shape.tooBig', { limit: String(issue.maximum) });
    default:
      // A schema's own message is the code of a sentence.
      return one(hasWords(`${issue.message}.reason`) ? issue.message : 'shape.other');
  }
}

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], raw);

/** As it was found, cut to 200 characters. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
