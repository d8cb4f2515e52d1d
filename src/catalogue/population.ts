import type { CaseKind, RowType } from '#facts';
import type { MetricSpec } from './spec.ts';
import type { Measure, Population, Predicate } from './tree.ts';
import { allValues, leaves } from './walk.ts';
import { GRADE_LANGUAGE, LEFT_OUTCOMES, PERIOD_END } from './words-of-grammar.ts';

/** Kinds that a population of cases has without being named (grammar B.2, Defaults). */
export const DEFAULT_KINDS: readonly CaseKind[] = ['application', 'appeal', 'interagency', 'internalRequest'];

/** Rows whose case's kind is tested, and the kinds that they add to the default ones. */
const TESTED: Partial<Record<RowType, readonly CaseKind[]>> = { case: [], event: ['contact'], span: ['contact'] };
/** Rows whose case's outcome is tested. */
const WITH_OUTCOME: readonly RowType[] = ['case', 'event', 'span', 'text'];

/** Literals that `where` compares a field of the metric's own row with, concepts included. */
export function namedValues(where: Predicate | null, field: string): readonly string[] {
  if (where === null) return [];
  return leaves(where).flatMap((leaf) => {
    if (!('left' in leaf) || leaf.left.kind !== 'field' || leaf.left.field !== field) return [];
    if (leaf.kind === 'oneOf') return leaf.values.map(String);
    return leaf.kind === 'compare' && leaf.right.kind === 'literal' ? [String(leaf.right.value)] : [];
  });
}

/** The defaults after naming (a value that stands in `where` or in a concept used there lifts them) and `keep`. */
export function population(
  spec: Pick<MetricSpec, 'of' | 'by' | 'clients' | 'keep'>,
  where: Predicate | null,
  measure: Measure,
): Population {
  const more = TESTED[spec.of];
  const ownKind = spec.of === 'case' ? (namedValues(where, 'kind') as readonly CaseKind[]) : [];
  const kept = [...(spec.keep ?? []), ...(spec.of === 'case' ? namedValues(where, 'outcome') : [])];
  const graded = allValues({ where, measure }).some((value) => value.kind === 'grade');
  const internal = spec.clients.includes('internal');
  return {
    caseKinds: more === undefined ? null : [...new Set([...DEFAULT_KINDS, ...more, ...ownKind])],
    leftOutcomes:
      spec.by === PERIOD_END || !WITH_OUTCOME.includes(spec.of)
        ? []
        : LEFT_OUTCOMES.filter((outcome) => !kept.includes(outcome)),
    language: graded ? GRADE_LANGUAGE : null,
    clients: spec.clients,
    splitClients: internal && spec.clients.length > 1,
  };
}
