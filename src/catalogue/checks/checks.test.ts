import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Vocabulary } from '../asked.ts';
import { checkMetric, loadCatalogue, type MetricSpec, type PredicateSpec } from '../index.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../catalogue/${file}`, import.meta.url), 'utf8'));
const spec = (id: string) => read(`metrics/${id}.json`) as MetricSpec;
const vocabulary: Vocabulary = loadCatalogue(
  ['questions.json', 'instruments.json'].map((file) => ({ file, json: read(file) })),
);
const metrics = new Set(
  readdirSync(new URL('../../../catalogue/metrics/', import.meta.url)).map((name) => name.slice(0, -5)),
);

const onTime = spec('on-time');
const share = (predicate: unknown, more: object = {}) => ({ ...onTime, measure: { share: predicate }, ...more });
const has = (related: object) => share({ has: { event: true, link: 'sameCase', ...related } });
const notice: PredicateSpec = { field: 'kind', equal: 'notify' };
const longList = Array.from({ length: 8 }, (_, index) => ({
  field: `x:Признак ${index}`,
  equal: 'длинное значение из слов',
}));

/** code · the place · a spec that earns it. The table is the list of refusals. */
const examples: readonly (readonly [code: string, at: string, json: unknown])[] = [
  ['metric.shape', 'id', { ...onTime, id: 'On Time' }],
  ['metric.missing', 'kpi', { ...onTime, kpi: undefined }],
  ['metric.wrongKind', 'levels', { ...onTime, levels: 'body' }],
  ['metric.unknownKey', '', { ...onTime, sql: 'select 1' }],
  ['metric.notOneOf', 'unit', { ...onTime, unit: 'percent' }],
  ['metric.exactlyOne', 'measure.share', share({ field: 'dueAt', valid: true, equal: 'x' })],
  ['metric.repeated', 'levels', { ...onTime, levels: ['body', 'body'] }],
  ['metric.nameTooLong', 'name.ru', { ...onTime, name: { ru: 'Доля дел, закрытых точно в срок', en: 'On time' } }],
  ['metric.unknownParameter', 'mature', { ...onTime, mature: '$window' }],
  ['metric.idleParameter', 'params.window', { ...onTime, params: { window: 'P1D' } }],
  [
    'metric.notADuration',
    'measure.share.lte',
    share({ time: ['registeredAt', 'closedAt'], clock: 'calendar', lte: 'P1M' }),
  ],
  ['metric.unknownField', 'measure.share.field', share({ field: 'deadline', valid: true })],
  ['metric.notATime', 'by', { ...onTime, by: 'unit' }],
  ['metric.notANumber', 'measure.mean.field', { ...onTime, measure: { mean: { field: 'unit' } }, unit: 'count' }],
  ['metric.wrongType', 'measure.share.lte', share({ field: 'closedAt', lte: '2024-01-01' })],
  ['metric.unknownCode', 'measure.share.equal', share({ field: 'kind', equal: 'aplication' })],
  ['metric.unknownConcept', 'where.is', { ...onTime, where: { is: 'done' } }],
  ['metric.conceptOnOtherRow', 'measure.share.is', share({ is: 'byClient' })],
  ['metric.withinWithoutAfter', 'measure.share.has.within', { ...has({ within: 'P1D' }), mature: 'P1D' }],
  ['metric.workingWindow', 'measure.share.has.within', { ...has({ after: 'closedAt', within: 'W1D' }), mature: 'P1D' }],
  [
    'metric.clockMisfit',
    'measure.share.lte',
    share({ time: ['registeredAt', 'closedAt'], clock: 'calendar', lte: 'W5D' }),
  ],
  ['metric.immature', 'measure.share.has.within', has({ after: 'closedAt', within: 'P30D' })],
  ['metric.horizonWithoutMature', 'measure.median.time[1]', { ...spec('first-response'), mature: undefined }],
  [
    'metric.nestedHorizon',
    'measure.share.has.event',
    {
      ...has({ after: 'closedAt', within: 'P1D' }),
      mature: 'P1D',
      measure: {
        share: {
          has: {
            event: {
              time: ['at', { first: { event: true, link: 'sameCase', after: 'at' }, orHorizon: true }],
              clock: 'calendar',
              lte: 'P1D',
            },
            link: 'sameCase',
          },
        },
      },
    },
  ],
  ['metric.linkMisfit', 'measure.share.has.link', { ...share({ has: { case: true, link: 'sameCase' } }) }],
  ['metric.unitMisfit', 'unit', { ...onTime, unit: 'days' }],
  ['metric.rollMisfit', 'roll', { ...spec('time-to-result'), roll: 'weightedParts' }],
  [
    'metric.nestedMeasure',
    'measure.worst.measure',
    {
      ...spec('upheld-complaints'),
      roll: 'none',
      measure: { worst: { by: 'unit', measure: spec('upheld-complaints').measure, min: 5 } },
    },
  ],
  [
    'metric.notOfThisRow',
    'measure.median',
    { ...spec('reply-readability'), of: 'event', where: undefined, measure: { median: { text: 'gradeRu' } } },
  ],
  ['metric.stockOfRow', 'by', { ...spec('queue-15'), by: 'periodEnd' }],
  ['metric.askMissing', 'ask', { ...spec('easy'), ask: undefined }],
  ['metric.askOfAnswersOnly', 'of', { ...onTime, ask: 'easy' }],
  ['metric.unknownQuestion', 'ask', { ...spec('easy'), ask: 'happy' }],
  [
    'metric.unknownInstrument',
    'where',
    { ...spec('visit-standard'), where: { field: 'instrument', equal: 'own-check' } },
  ],
  ['metric.noPeople', 'levels', { ...spec('easy'), levels: ['position'] }],
  ['metric.minOrder', 'min', { ...onTime, min: { show: 30, judge: 5 } }],
  ['metric.ownCounter', 'counter[0]', { ...onTime, counter: ['on-time'] }],
  ['metric.unknownCounter', 'counter[0]', { ...onTime, counter: ['no-such'] }],
  ['metric.longSentence', '', { ...onTime, where: { and: longList } }],
];

describe('a spec is refused', () => {
  it.each(examples)('%s at "%s"', (code, at, json) => {
    const found = checkMetric(json, { metrics, vocabulary });
    expect(found.map((fault) => [fault.code, fault.at])).toContainEqual([code, at]);
  });

  it('at the deepest place that explains it, not where the union failed', () => {
    const deep = share({ and: [notice, { has: { event: { field: 'kind', equals: 'notify' }, link: 'sameCase' } }] });
    const [first] = checkMetric(deep);
    expect(first?.at.startsWith('measure.share.and[1].has.event')).toBe(true);
  });

  it('with every fault at once', () => {
    const codes = checkMetric({ ...onTime, unit: 'days', by: 'unit', counter: ['on-time'] }).map((fault) => fault.code);
    expect(codes).toEqual(['metric.notATime', 'metric.unitMisfit', 'metric.ownCounter']);
  });

  it('for an unknown counter-metric only where the others are known; alone it is a warning', () => {
    const alone = { ...onTime, counter: ['no-such'] };
    expect(checkMetric(alone).map(({ code, warning }) => [code, warning])).toEqual([['metric.unknownCounter', true]]);
    expect(checkMetric(alone, { metrics }).map(({ warning }) => warning)).toEqual([false]);
  });

  it('never for attributes: x:NAME is text on any row', () => {
    expect(checkMetric(share({ field: 'x:Район', oneOf: ['Северный'] }), { metrics })).toEqual([]);
    expect(checkMetric(share({ field: 'x:Район', gte: 3 }), { metrics }).map(({ code }) => code)).toEqual([
      'metric.wrongType',
    ]);
  });
});

describe('the table of refusals', () => {
  const source = readdirSync(new URL('.', import.meta.url))
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('\n');
  const codes = [...new Set([...source.matchAll(/'(metric\.\w+)'/g)].map((match) => match[1] as string))].sort();

  it('has a failing example of each code', () => {
    expect([...new Set(examples.map(([code]) => code))].sort()).toEqual([...codes, 'metric.notADuration'].sort());
  });
});
