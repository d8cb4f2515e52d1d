import type { CaseKind, EventKind, RowType, SpanKind } from '#facts';
import type { ConceptName } from '../../words-of-grammar.ts';
import type { Noun } from '../language.ts';

// English nouns of the language of metrics, singular and plural.

const noun = (sg: string, pl: string, bare?: true): Noun => ({
  gender: 'n',
  forms: { nomSg: sg, genSg: sg, accSg: sg, nomPl: pl, genPl: pl, prepPl: pl },
  ...(bare === undefined ? {} : { bare }),
});

export const ROWS: Readonly<Record<RowType, Noun>> = {
  case: noun('case', 'cases'),
  event: noun('event', 'events'),
  span: noun('span', 'spans'),
  run: noun('client journey', 'client journeys'),
  answer: noun('respondent', 'respondents'),
  invitation: noun('survey invitation', 'survey invitations'),
  text: noun('text', 'texts'),
  reading: noun('check', 'checks'),
};

export const CASES: Readonly<Record<CaseKind, Noun>> = {
  application: noun('application', 'applications'),
  appeal: noun('appeal', 'appeals'),
  complaint: noun('complaint', 'complaints'),
  interagency: noun('inter-agency request', 'inter-agency requests'),
  internalRequest: noun('internal request', 'internal requests'),
  feedback: noun('piece of feedback', 'pieces of feedback'),
  obstacle: noun('obstacle', 'obstacles'),
  contact: noun('separate contact', 'separate contacts'),
};

export const EVENTS: Readonly<Record<EventKind, Noun>> = {
  step: noun('step', 'steps'),
  start: noun('start of work', 'starts of work'),
  complete: noun('completion of work', 'completions of work'),
  draft: noun('draft', 'drafts'),
  submit: noun('submission', 'submissions'),
  register: noun('registration', 'registrations'),
  request: noun('request', 'requests'),
  receive: noun('receipt of documents', 'receipts of documents'),
  visit: noun('visit', 'visits'),
  contact: noun('contact', 'contacts'),
  reply: noun('reply', 'replies'),
  notify: noun('notice to the client', 'notices to the client'),
  transfer: noun('transfer', 'transfers'),
  suspend: noun('suspension', 'suspensions'),
  resume: noun('resumption', 'resumptions'),
  queue: noun('queue ticket', 'queue tickets'),
  call: noun('call to the counter', 'calls to the counter'),
  decide: noun('decision', 'decisions'),
  issue: noun('result handed over', 'results handed over'),
  promise: noun('promised date', 'promised dates'),
  return: noun('return for rework', 'returns for rework'),
  confirm: noun('confirmation of completion', 'confirmations of completion'),
  sign: noun('signing of documents', 'signings of documents'),
  pay: noun('payment', 'payments'),
  extend: noun('extension of the term', 'extensions of the term'),
};

export const SPANS: Readonly<Record<SpanKind, Noun>> = {
  work: noun('time in hand', 'stretches in hand', true),
  gap: noun("nobody's time", "stretches of nobody's time", true),
  client: noun('waiting for the client', 'waits for the client', true),
  agency: noun('waiting for another body', 'waits for other bodies', true),
  suspension: noun('suspension', 'suspensions'),
};

export const TEXTS: Readonly<Record<string, Noun>> = {
  reply: noun('reply', 'replies'),
  refusal: noun('refusal', 'refusals'),
  notice: noun('notice', 'notices'),
  page: noun('page', 'pages'),
};

/** Concepts that are nouns of their own. */
export const CONCEPT_NOUNS: Partial<Record<ConceptName, Noun>> = {
  answered: ROWS.answer,
  refusal: noun('refusal', 'refusals'),
  upheld: CASES.complaint,
  clientAction: noun('client action', 'client actions'),
  statusAsk: noun("client's question about progress", "client's questions about progress"),
  docRequest: noun('request for documents from the client', 'requests for documents from the client'),
  clarification: noun('clarifying request to the client', 'clarifying requests to the client'),
};
