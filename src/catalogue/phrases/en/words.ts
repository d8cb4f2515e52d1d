import type { SpanKind } from '#facts';
import type { Duration } from '#time';
import type { CompareOp } from '../../tree.ts';
import type { Unit } from '../../words-of-grammar.ts';

// English words that are not nouns of rows: moments, codes, numbers, durations.

/** A time field: its name with article, the participle of rows that have passed it, how "by its date" is said. */
export interface Moment {
  readonly name: string;
  readonly bare: string;
  readonly participle: string | null;
  readonly before: string;
  readonly byDate: string;
}
const moment = (
  bare: string,
  article: string,
  participle: string | null,
  byDate: string,
  before = `before ${article}${bare}`,
): Moment => ({
  name: `${article}${bare}`,
  bare,
  participle,
  before,
  byDate,
});
export const MOMENTS: Readonly<Record<string, Moment>> = {
  registeredAt: moment('registration', '', 'registered', 'by registration date'),
  closedAt: moment('closing', '', 'closed', 'by closing date'),
  startedAt: moment('start', 'the ', 'started', 'by start date'),
  endedAt: moment('end', 'the ', 'finished', 'by end date'),
  dueAt: moment('deadline', 'the ', null, 'by date of deadline', 'no later than the deadline'),
  promisedFor: moment('promised date', 'the ', null, 'by promised date', 'no later than the promised date'),
  at: moment('event', 'the ', null, 'by date of event'),
  from: moment('beginning', 'the ', null, 'by date of beginning'),
  to: moment('end', 'the ', null, 'by date of end'),
};
export const PERIOD_END_WORDS = { name: "the period's end", byDate: "at the period's end" };

/** Participles of documents by the event that carried them. */
export const CARRIED: Readonly<Record<string, string>> = {
  submit: 'submitted',
  receive: 'handed in',
  request: 'requested',
  issue: 'issued',
};

export const SUBJECTS: Readonly<Record<string, { readonly about: string; readonly against: string }>> = {
  status: { about: 'about progress', against: 'about unknown progress' },
  delay: { about: 'about a delay', against: 'about a delay' },
  decision: { about: 'about a decision', against: 'against a decision' },
  conduct: { about: 'about staff conduct', against: 'about staff conduct' },
};
export const OUTCOMES: Readonly<Record<string, string>> = {
  granted: 'granted',
  partly: 'granted in part',
  refused: 'refused',
  explained: 'explained',
  measuresTaken: 'measures taken',
  redirected: 'redirected',
  returned: 'returned',
  withdrawn: 'withdrawn by the client',
  terminated: 'terminated',
  completed: 'completed',
};
export const ELEMENTS: Readonly<Record<string, string>> = {
  reason: 'the reason',
  norm: 'the rule',
  nextStep: 'the next step',
  appealWay: 'the way to appeal',
  contact: 'a contact',
  date: 'the date',
};
export const CLIENTS = {
  citizen: { sg: 'a citizen', pl: 'citizens' },
  organisation: { sg: 'an organisation', pl: 'organisations' },
  internal: { sg: 'an internal client', pl: 'internal clients' },
} as const;

/** Where time is spent, after "time …", and what is taken out of it, after "without …". */
export const SPAN_PLACES: Readonly<Record<SpanKind, string>> = {
  work: 'in hand',
  gap: 'between hands',
  client: 'waiting for the client',
  agency: 'waiting for other bodies',
  suspension: 'suspended',
};
export const SPAN_LESS: Readonly<Record<SpanKind, string>> = {
  work: 'time in hand',
  gap: "nobody's time",
  client: 'waiting for the client',
  agency: 'waiting for other bodies',
  suspension: 'suspensions',
};

export const FIELDS: Readonly<
  Record<string, { readonly label: string; readonly plural?: string; readonly before?: string }>
> = {
  id: { label: 'number' },
  kind: { label: 'kind' },
  service: { label: 'service', plural: 'services', before: 'for service' },
  topic: { label: 'topic', plural: 'topics', before: 'on topic' },
  subject: { label: 'subject' },
  journey: { label: 'journey', plural: 'journeys', before: 'on journey' },
  journeyRun: { label: 'client journey', plural: 'client journeys' },
  clientStatus: { label: 'client status', plural: 'client statuses' },
  segment: { label: 'client group', plural: 'client groups', before: 'of group' },
  clientKey: { label: 'client', plural: 'clients' },
  channel: { label: 'channel', plural: 'channels', before: 'by channel' },
  startedAt: { label: 'start date' },
  registeredAt: { label: 'registration date' },
  dueAt: { label: 'deadline' },
  closedAt: { label: 'closing date' },
  endedAt: { label: 'end date' },
  outcome: { label: 'outcome' },
  refusalGround: { label: 'ground of refusal' },
  unit: { label: 'unit', plural: 'units', before: 'of unit' },
  employee: { label: 'employee', plural: 'employees', before: 'of employee' },
  body: { label: 'body', plural: 'bodies', before: 'of body' },
  reopenedFrom: { label: 'earlier case' },
  parentCase: { label: 'parent case' },
  caseId: { label: 'case', plural: 'cases' },
  at: { label: 'date' },
  seq: { label: 'order' },
  activity: { label: 'activity', plural: 'activities' },
  touchpoint: { label: 'touchpoint', plural: 'touchpoints', before: 'at touchpoint' },
  initiator: { label: 'who acts' },
  asked: { label: 'whom it asks', plural: 'addressees' },
  items: { label: 'number of documents' },
  known: { label: 'number of documents already known' },
  amount: { label: 'amount' },
  promisedFor: { label: 'promised date' },
  question: { label: 'question' },
  value: { label: 'value' },
  max: { label: 'greatest value' },
  text: { label: 'comment' },
  outcomeClass: { label: "case's outcome" },
  answered: { label: 'answer to the invitation' },
  language: { label: 'language' },
  content: { label: 'text' },
  words: { label: 'number of words' },
  sentences: { label: 'number of sentences' },
  syllables: { label: 'number of syllables' },
  elements: { label: 'parts of the text' },
  instrument: { label: 'kind of check', plural: 'kinds of check' },
  by: { label: 'who checked' },
  evidence: { label: 'evidence' },
  giver: { label: 'giver', plural: 'givers' },
  taker: { label: 'taker', plural: 'takers' },
  recorded: { label: 'record of the hand-off' },
  from: { label: 'beginning' },
  to: { label: 'end' },
};
export const labelOf = (field: string): string =>
  field.startsWith('x:') ? field.slice(2) : (FIELDS[field]?.label ?? field);
export const pluralOf = (field: string): string => FIELDS[field]?.plural ?? `values of “${labelOf(field)}”`;

export const UNITS: Readonly<Record<Unit, string>> = {
  '%': '',
  points: '',
  days: 'in days',
  workingHours: 'in working hours',
  minutes: 'in minutes',
  hours: 'in hours',
  count: '',
  per1000: '',
  grade: '',
  rub: 'in roubles',
};

export const AT_MOST: Readonly<Record<CompareOp, string>> = {
  lte: 'at most',
  lt: 'fewer than',
  gte: 'at least',
  gt: 'more than',
  equal: 'exactly',
};
export const BY_WHEN: Readonly<Record<CompareOp, string>> = {
  lte: 'by',
  lt: 'before',
  gte: 'on or after',
  gt: 'after',
  equal: 'at',
};

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
export const numberWord = (value: number): string => WORDS[value] || number(value);
export const number = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);

const UNITS_OF_TIME = [
  { micros: 86_400e6, name: 'day' },
  { micros: 3_600e6, name: 'hour' },
  { micros: 60e6, name: 'minute' },
  { micros: 1e6, name: 'second' },
] as const;
/** "30 days", "1 day", "15 minutes", "5 working days". */
export const duration = ({ clock, micros }: Duration, calendar: '' | 'calendar ' = ''): string => {
  // A working day is eight hours of the working clock.
  const scaled = clock === 'working' ? micros * 3 : micros;
  const unit = UNITS_OF_TIME.find((candidate) => scaled % candidate.micros === 0) ?? UNITS_OF_TIME[3];
  const count = scaled / unit.micros;
  const word = clock === 'working' ? 'working ' : unit.name === 'day' ? calendar : '';
  return `${number(count)} ${word}${unit.name}${count === 1 ? '' : 's'}`;
};

/** Concepts as things that a row had: "that had a decision on the merits". */
export const STATES: Readonly<Record<string, string>> = {
  closed: 'closing',
  decided: 'decision on the merits',
  positive: 'positive decision',
  refusal: 'refusal',
  upheld: 'upheld complaint',
  byClient: 'move by the client',
  answered: 'answer',
  clientAction: 'client action',
  statusAsk: "client's question about progress",
  docRequest: 'request for documents from the client',
  clarification: 'clarifying request to the client',
};
