import type { RowType } from '#facts';
import type { PredicateSpec } from './spec.ts';
import type { ConceptName } from './words-of-grammar.ts';

export interface Concept {
  /** The row that it speaks of. */
  readonly on: RowType;
  readonly means: PredicateSpec;
}

const by = (initiator: string): PredicateSpec => ({ field: 'initiator', equal: initiator });
const kind = (equal: string): PredicateSpec => ({ field: 'kind', equal });
// A request without a known initiator is the body's: `initiator` has a default at import, so `not` never meets null there.
const toClient: readonly PredicateSpec[] = [
  kind('request'),
  { not: by('client') },
  { field: 'asked', equal: 'client' },
];
const positiveOutcome: PredicateSpec = { field: 'outcome', oneOf: ['granted', 'partly', 'measuresTaken'] };

/** Named predicates of the grammar (B.2, table of concepts). Their word forms are in phrases/, so that a body can re-map
 *  the codes here without touching a metric; specHash covers the definitions of the concepts that a spec uses. */
export const CONCEPTS: Readonly<Record<ConceptName, Concept>> = {
  closed: { on: 'case', means: { field: 'closedAt', valid: true } },
  decided: {
    on: 'case',
    means: { field: 'outcome', oneOf: ['granted', 'partly', 'refused', 'explained', 'measuresTaken', 'completed'] },
  },
  positive: { on: 'case', means: positiveOutcome },
  refusal: { on: 'case', means: { field: 'outcome', equal: 'refused' } },
  byClient: { on: 'event', means: by('client') },
  clientAction: {
    on: 'event',
    means: {
      and: [by('client'), { field: 'kind', oneOf: ['submit', 'receive', 'visit', 'contact', 'sign', 'pay'] }],
    },
  },
  statusAsk: {
    on: 'event',
    means: { and: [by('client'), kind('contact'), { field: 'subject', equal: 'status' }] },
  },
  docRequest: { on: 'event', means: { and: [...toClient, { field: 'items', gte: 1 }] } },
  clarification: { on: 'event', means: { and: toClient } },
  upheld: { on: 'case', means: { and: [kind('complaint'), positiveOutcome] } },
  answered: { on: 'answer', means: { field: 'value', valid: true } },
};
