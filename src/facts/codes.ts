/** Closed vocabularies of facts. Order is stable: a code's position is its number in column form (1-based; 0 is null).
 *  Source: grammar B.1, facts.md § 1. */
export const CASE_KINDS = [
  'application',
  'appeal',
  'complaint',
  'interagency',
  'internalRequest',
  'feedback',
  'obstacle',
  'contact',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CLIENT_STATUSES = ['citizen', 'organisation', 'internal'] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

export const OUTCOMES = [
  'granted',
  'partly',
  'refused',
  'explained',
  'measuresTaken',
  'redirected',
  'returned',
  'withdrawn',
  'terminated',
  'completed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const REFUSAL_GROUNDS = ['fixable', 'substantive'] as const;
/** Subjects that the catalogue's metrics name; sources may record others. */
export const SUBJECTS = ['status', 'delay', 'decision', 'conduct'] as const;

export const EVENT_KINDS = [
  'step',
  'start',
  'complete',
  'draft',
  'submit',
  'register',
  'request',
  'receive',
  'visit',
  'contact',
  'reply',
  'notify',
  'transfer',
  'suspend',
  'resume',
  'queue',
  'call',
  'decide',
  'issue',
  'promise',
  'return',
  'confirm',
  'sign',
  'pay',
  'extend',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const INITIATORS = ['client', 'body', 'system'] as const;
export type Initiator = (typeof INITIATORS)[number];

export const SPAN_KINDS = ['work', 'gap', 'client', 'agency', 'suspension'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export const OUTCOME_CLASSES = ['granted', 'refused', 'other'] as const;
export const TEXT_KINDS = ['reply', 'refusal', 'notice', 'page'] as const;
export const TEXT_ELEMENTS = ['reason', 'norm', 'nextStep', 'appealWay', 'contact', 'date'] as const;
export const ORGANISATION_KINDS = ['unit', 'body'] as const;
export const YES_NO = ['yes', 'no'] as const;

/** Kinds of event that never move a case (facts.md § 2). */
export const STILL_KINDS: readonly EventKind[] = ['contact', 'call', 'queue', 'draft', 'promise'];
/** Kinds whose initiator is the client unless the source says otherwise (facts.md § 1). */
export const CLIENT_KINDS: readonly EventKind[] = ['draft', 'submit', 'visit', 'queue'];
/** Kinds of case whose client is internal unless the source says otherwise (facts.md § 1). */
export const INTERNAL_KINDS: readonly CaseKind[] = ['interagency', 'internalRequest', 'obstacle'];
