import { CASE_KINDS, EVENT_KINDS, FACT_FIELDS, FIELD_CODES } from '../imports/vocabulary.ts';
import type { MetricForm, MetricSpec, RowName } from './form.ts';

/** What lists of the form offer, by the row that is counted. */
export const CONCEPTS: Readonly<Record<RowName, readonly string[]>> = {
  case: ['closed', 'decided', 'positive', 'refusal', 'upheld'],
  event: ['byClient', 'clientAction', 'statusAsk', 'docRequest', 'clarification'],
  answer: ['answered'],
  reading: [],
};

/** Free texts and keys of persons are nothing to count by. */
const NOT_OFFERED = new Set(['id', 'caseId', 'clientKey', 'text', 'content', 'evidence', 'seq']);
export const fieldsOf = (row: RowName): readonly string[] =>
  (FACT_FIELDS[row] ?? []).filter((name) => !NOT_OFFERED.has(name));

const INSTANTS = new Set(['startedAt', 'registeredAt', 'dueAt', 'closedAt', 'at', 'promisedFor']);
export const isInstant = (field: string): boolean => INSTANTS.has(field);
export const instantsOf = (row: RowName): readonly string[] => fieldsOf(row).filter(isInstant);

const NUMBERS = new Set(['items', 'known', 'amount', 'value', 'max', 'words', 'sentences', 'syllables']);
export const isNumber = (field: string): boolean => NUMBERS.has(field);
export const numbersOf = (row: RowName): readonly string[] => fieldsOf(row).filter(isNumber);

/** Codes of a field with a closed vocabulary; empty: any text. */
export const codesOf = (row: RowName, field: string): readonly string[] =>
  field === 'kind' ? (row === 'case' ? CASE_KINDS : row === 'event' ? EVENT_KINDS : []) : (FIELD_CODES[field] ?? []);

/** What a measure may be counted in. */
export const unitsFor = ({ measure }: MetricForm): readonly MetricSpec['unit'][] => {
  if (measure.kind === 'count') return ['count'];
  if (measure.kind !== 'amount') return ['%'];
  const { amount } = measure;
  if (amount.of !== 'time' && amount.of !== 'spans') return ['count', 'rub'];
  return amount.clock === 'working' ? ['workingHours'] : ['days', 'hours', 'minutes'];
};

/** How the figures of parts make that of the whole. */
export const rollFor = ({ measure }: MetricForm): MetricSpec['roll'] => {
  if (measure.kind === 'count') return 'sumOfParts';
  if (measure.kind !== 'amount') return 'weightedParts';
  if (measure.how === 'median' || measure.how === 'p90') return 'pooled';
  if (measure.how === 'sum') return 'sumOfParts';
  return measure.amount.of === 'time' || measure.amount.of === 'field' ? 'weightedParts' : 'sumOfParts';
};

export const BEGINNINGS: Readonly<Record<RowName, Pick<MetricForm, 'of' | 'where' | 'measure'>>> = {
  case: {
    of: 'case',
    where: [{ what: 'concept', not: false, concept: 'decided' }],
    measure: {
      kind: 'share',
      those: [{ what: 'field', not: false, field: 'closedAt', op: 'lte', values: [], other: 'dueAt' }],
    },
  },
  event: {
    of: 'event',
    where: [{ what: 'field', not: false, field: 'kind', op: 'equal', values: ['contact'], other: null }],
    measure: {
      kind: 'share',
      those: [
        {
          what: 'event',
          not: false,
          those: [{ what: 'field', not: false, field: 'kind', op: 'equal', values: ['reply'], other: null }],
          after: 'at',
          before: null,
          within: 'P3D',
          times: null,
        },
      ],
    },
  },
  answer: {
    of: 'answer',
    where: [{ what: 'concept', not: false, concept: 'answered' }],
    measure: { kind: 'marks', marks: [4, 5] },
  },
  reading: { of: 'reading', where: [], measure: { kind: 'ratio', fields: ['value', 'max'] } },
};

/** When a row belongs to a period. */
export const datesOf = (row: RowName): readonly string[] =>
  row === 'case' ? ['closedAt', 'registeredAt'] : row === 'event' ? ['at', 'promisedFor'] : ['at'];

export const emptyForm = (): MetricForm => ({
  ...BEGINNINGS.case,
  rest: {
    id: '',
    kpi: 'speed',
    group: 'objective',
    name: { ru: '', en: '' },
    better: 'up',
    by: 'closedAt',
    unit: '%',
    levels: ['body', 'unit'],
    clients: ['citizen', 'organisation'],
    roll: 'weightedParts',
    counter: ['repeat-30'],
  },
});

/** A form whose measure or row was changed: what hangs on it follows. */
export const settled = (form: MetricForm): MetricForm => {
  const units = unitsFor(form);
  const dates = datesOf(form.of);
  const { rest } = form;
  return {
    ...form,
    rest: {
      ...rest,
      unit: units.includes(rest.unit) ? rest.unit : units[0]!,
      by: dates.includes(rest.by) ? rest.by : dates[0]!,
      roll: rollFor(form),
      group: form.of === 'answer' ? 'subjective' : 'objective',
    },
  };
};

/** A short name from an English one: `Decided within a week` → `decided-within-a-week`. */
export const idFrom = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** What is looked at before it has a name: the wording and the figures do not wait for one. */
export const named = (form: MetricForm): MetricForm => ({
  ...form,
  rest: {
    ...form.rest,
    id: form.rest.id === '' ? 'metric-without-name' : form.rest.id,
    name: { ru: form.rest.name.ru || '…', en: form.rest.name.en || '…' },
  },
});
