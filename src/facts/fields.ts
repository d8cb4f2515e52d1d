import {
  CASE_KINDS,
  CLIENT_STATUSES,
  EVENT_KINDS,
  INITIATORS,
  ORGANISATION_KINDS,
  OUTCOME_CLASSES,
  OUTCOMES,
  REFUSAL_GROUNDS,
  SPAN_KINDS,
  TEXT_ELEMENTS,
  TEXT_KINDS,
  YES_NO,
} from './codes.ts';

/** How a field's text becomes a value.
 *  `id` row ids · `code` free codes (unit, service …) · `key` a personal key, hashed at import · `person` an employee,
 *  pseudonymised at import · `text` free text · `instant` (a bare date means 00:00 of the day, or its last microsecond
 *  where `edge` is `end`) · `integer`, `number` · `list` codes separated by spaces. */
export type FieldType = 'id' | 'code' | 'key' | 'person' | 'text' | 'instant' | 'integer' | 'number' | 'list';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required?: true;
  readonly default?: string;
  readonly oneOf?: readonly string[];
  /** `end`: a date without time is the last microsecond of that local day (planned moments). */
  readonly edge?: 'end';
  /** A planned moment may lie after the import's own clock and never moves a horizon. */
  readonly planned?: true;
}

export const FACTS = ['case', 'event', 'answer', 'invitation', 'text', 'reading', 'organisation'] as const;
export type Fact = (typeof FACTS)[number];

/** The file or sheet name that tells a canonical fact. */
export const FACT_FILES: Readonly<Record<Fact, string>> = {
  case: 'cases',
  event: 'events',
  answer: 'answers',
  invitation: 'invitations',
  text: 'texts',
  reading: 'readings',
  organisation: 'organisation',
};

const code = (name: string, more: Partial<Field> = {}): Field => ({ name, type: 'code', ...more });
const instant = (name: string, more: Partial<Field> = {}): Field => ({ name, type: 'instant', ...more });
const planned = (name: string): Field => ({ name, type: 'instant', edge: 'end', planned: true });

/** Fields of each fact in canonical order (facts.md § 1). */
export const FIELDS: Readonly<Record<Fact, readonly Field[]>> = {
  case: [
    { name: 'id', type: 'id', required: true },
    code('kind', { oneOf: CASE_KINDS, default: 'application' }),
    code('service'),
    code('topic'),
    code('subject'),
    code('journey'),
    { name: 'journeyRun', type: 'id' },
    code('clientStatus', { oneOf: CLIENT_STATUSES }),
    code('segment'),
    { name: 'clientKey', type: 'key' },
    code('channel'),
    instant('startedAt'),
    instant('registeredAt'),
    planned('dueAt'),
    instant('closedAt'),
    code('outcome', { oneOf: OUTCOMES }),
    code('refusalGround', { oneOf: REFUSAL_GROUNDS }),
    code('unit'),
    { name: 'employee', type: 'person' },
    code('body'),
    { name: 'reopenedFrom', type: 'id' },
    { name: 'parentCase', type: 'id' },
  ],
  event: [
    { name: 'caseId', type: 'id', required: true },
    instant('at', { required: true }),
    { name: 'seq', type: 'integer' },
    code('activity'),
    code('kind', { oneOf: EVENT_KINDS, default: 'step' }),
    code('touchpoint'),
    code('initiator', { oneOf: INITIATORS }),
    code('asked'),
    { name: 'employee', type: 'person' },
    code('unit'),
    code('body'),
    code('channel'),
    code('subject'),
    { name: 'items', type: 'integer' },
    { name: 'known', type: 'integer' },
    { name: 'amount', type: 'number' },
    planned('promisedFor'),
  ],
  answer: [
    code('question', { required: true }),
    { name: 'value', type: 'number' },
    { name: 'text', type: 'text' },
    instant('at', { required: true }),
    code('channel'),
    code('touchpoint'),
    code('unit'),
    code('body'),
    code('service'),
    code('journey'),
    code('clientStatus', { oneOf: CLIENT_STATUSES, default: 'citizen' }),
    code('segment'),
    code('outcomeClass', { oneOf: OUTCOME_CLASSES, default: 'other' }),
  ],
  invitation: [
    instant('at', { required: true }),
    code('answered', { oneOf: YES_NO, default: 'no' }),
    code('touchpoint'),
    code('unit'),
    code('body'),
    code('channel'),
    code('outcomeClass', { oneOf: OUTCOME_CLASSES, default: 'other' }),
  ],
  text: [
    { name: 'caseId', type: 'id' },
    code('kind', { oneOf: TEXT_KINDS, required: true }),
    instant('at', { required: true }),
    code('touchpoint'),
    code('unit'),
    code('body'),
    { name: 'employee', type: 'person' },
    code('clientStatus', { oneOf: CLIENT_STATUSES }),
    code('language', { default: 'ru' }),
    { name: 'content', type: 'text' },
    { name: 'words', type: 'integer' },
    { name: 'sentences', type: 'integer' },
    { name: 'syllables', type: 'integer' },
    { name: 'elements', type: 'list', oneOf: TEXT_ELEMENTS },
  ],
  reading: [
    code('instrument', { required: true }),
    instant('at', { required: true }),
    { name: 'value', type: 'number', required: true },
    { name: 'max', type: 'number' },
    code('unit'),
    code('body'),
    code('service'),
    code('touchpoint'),
    { name: 'by', type: 'text' },
    { name: 'evidence', type: 'text' },
  ],
  organisation: [
    { name: 'id', type: 'code', required: true },
    code('kind', { oneOf: ORGANISATION_KINDS, default: 'unit' }),
    { name: 'name', type: 'text' },
    code('parent'),
    { name: 'zone', type: 'text' },
    { name: 'schedule', type: 'text' },
    // An empty cell inherits: the parent's, else the installation's, which is `ru`.
    { name: 'calendar', type: 'text' },
    instant('validFrom'),
    planned('validTo'),
  ],
};

/** Event fields of which a source may say that it never records them (facts.md § 1). */
export const RECORDABLE_FIELDS = ['items', 'known', 'amount', 'subject'] as const;
export type RecordableField = (typeof RECORDABLE_FIELDS)[number];

/** Rows that a metric may be `of` (grammar B.1): imported facts and the derived span and run. */
export const ROW_TYPES = ['case', 'event', 'span', 'run', 'answer', 'invitation', 'text', 'reading'] as const;
export type RowType = (typeof ROW_TYPES)[number];

const SPAN_FIELDS: readonly Field[] = [
  { name: 'caseId', type: 'id' },
  code('kind', { oneOf: SPAN_KINDS }),
  code('touchpoint'),
  code('unit'),
  code('body'),
  { name: 'employee', type: 'person' },
  code('giver'),
  code('taker'),
  code('recorded', { oneOf: YES_NO }),
  instant('from'),
  instant('to'),
];
const RUN_FIELDS: readonly Field[] = [
  { name: 'id', type: 'id' },
  code('journey'),
  code('clientStatus', { oneOf: CLIENT_STATUSES }),
  code('segment'),
  code('unit'),
  code('body'),
  code('service'),
  instant('startedAt'),
  instant('endedAt'),
];

/** Fields that a metric of this row may name. */
export const ROW_FIELDS: Readonly<Record<RowType, readonly Field[]>> = {
  case: FIELDS.case,
  event: FIELDS.event,
  span: SPAN_FIELDS,
  run: RUN_FIELDS,
  answer: FIELDS.answer,
  invitation: FIELDS.invitation,
  // A text's `content` is counted at import and dropped: no metric can name it.
  text: FIELDS.text.filter((field) => field.name !== 'content'),
  reading: FIELDS.reading,
};
