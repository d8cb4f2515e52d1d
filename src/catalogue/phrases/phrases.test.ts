import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodesOf } from '../checks/nodes.ts';
import {
  checkMetric,
  definition,
  leavesOut,
  type MetricSpec,
  normalise,
  type PredicateSpec,
  phrasesOf,
} from '../index.ts';
import { list, typeset } from './typeset.ts';

const nothing = { questions: new Map(), scales: new Map(), instruments: new Map() };

// Conditions that a body may write of its cases, beyond those of the catalogue.
const event = fc.constantFrom<PredicateSpec>(
  { field: 'kind', equal: 'notify' },
  { field: 'kind', oneOf: ['visit', 'contact', 'extend'] },
  { and: [{ is: 'byClient' }, { field: 'kind', equal: 'submit' }] },
  {
    and: [
      { field: 'kind', oneOf: ['reply', 'issue'] },
      { field: 'initiator', equal: 'body' },
    ],
  },
  {
    and: [
      { field: 'kind', equal: 'notify' },
      { field: 'subject', equal: 'delay' },
    ],
  },
  {
    and: [
      { field: 'kind', equal: 'request' },
      { field: 'asked', equal: 'client' },
      { field: 'items', gte: 2 },
    ],
  },
  { and: [{ field: 'kind', equal: 'visit' }, { not: { field: 'channel', equal: 'портал' } }] },
  {
    or: [
      { field: 'touchpoint', equal: 'окно' },
      { field: 'employee', valid: false },
    ],
  },
  { is: 'statusAsk' },
  { is: 'docRequest' },
  { not: { is: 'clientAction' } },
);
const related = fc
  .record({
    chosen: fc.oneof(
      event.map((one) => ({ event: one, link: 'sameCase' as const })),
      event.map((one) => ({ event: one, link: 'sameJourney' as const })),
      fc
        .constantFrom('sameMatter' as const, 'child' as const, 'reopened' as const, 'parent' as const)
        .map((link) => ({ case: true as const, link })),
      fc.constant({ case: { is: 'refusal' as const }, link: 'sameMatter' as const }),
      fc.constant({ span: { field: 'kind', equal: 'client' }, link: 'sameCase' as const }),
      fc.constant({ text: { field: 'kind', oneOf: ['reply', 'refusal'] }, link: 'sameCase' as const }),
    ),
    window: fc.constantFrom(
      {},
      { after: 'registeredAt' },
      { before: 'dueAt' },
      { after: 'closedAt', within: 'P3D' },
      { after: 'registeredAt', before: 'closedAt' },
    ),
  })
  .map(({ chosen, window }) => ({ ...chosen, ...window }));
const leaf: fc.Arbitrary<PredicateSpec> = fc.oneof(
  related.map((has) => ({ has })),
  related.map((count) => ({ count, gte: 3 })),
  related.map((count) => ({ count, lt: 1 })),
  fc.constantFrom<PredicateSpec>(
    { is: 'closed' },
    { is: 'decided' },
    { is: 'positive' },
    { is: 'refusal' },
    { field: 'kind', oneOf: ['application', 'complaint'] },
    { field: 'clientStatus', equal: 'organisation' },
    { field: 'service', oneOf: ['Пособие', 'Льгота'] },
    { field: 'outcome', oneOf: ['granted', 'partly'] },
    { field: 'closedAt', gt: { field: 'dueAt' } },
    { field: 'dueAt', lte: { field: 'closedAt' } },
    { field: 'employee', valid: true },
    { field: 'x:Район', equal: 'Южный' },
    { time: ['registeredAt', 'closedAt'], clock: 'working', gt: 'W3D' },
    {
      time: ['startedAt', { first: { event: { field: 'kind', equal: 'issue' }, link: 'sameCase' } }],
      clock: 'calendar',
      lte: 'PT4H',
    },
    { spans: ['suspension'], clock: 'calendar', gte: 'P1D' },
    { field: 'subject', equal: 'conduct' },
    { total: 'items', in: { event: { is: 'byClient' }, link: 'sameCase' }, lte: 4 },
  ),
);
const predicate: fc.Arbitrary<PredicateSpec> = fc.letrec<{ node: PredicateSpec }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((or) => ({ or })),
    tie('node').map((not) => ({ not })),
  ),
})).node;

const specOf = (where: PredicateSpec, share: PredicateSpec): MetricSpec => ({
  id: 'own',
  kpi: 'speed',
  group: 'objective',
  name: { ru: 'Свой', en: 'Own' },
  better: 'up',
  of: 'case',
  where,
  measure: { share },
  by: 'closedAt',
  mature: 'P5D',
  unit: '%',
  levels: ['body'],
  clients: ['citizen'],
  roll: 'weightedParts',
  counter: ['easy'],
});

it("whatever a body's own metric asks, each of its conditions is in the sentence", () => {
  fc.assert(
    fc.property(predicate, predicate, (where, share) => {
      const spec = specOf(where, share);
      expect(checkMetric(spec).filter((fault) => !fault.warning)).toEqual([]);
      const metric = normalise(spec);
      for (const lang of ['ru', 'en'] as const) {
        const said = [definition(metric, lang, nothing), ...leavesOut(metric, lang, nothing)].join(' ').toLowerCase();
        expect(said).not.toMatch(/undefined|\[object|\ue000| {2}/);
        const spoken = phrasesOf(metric, lang, nothing);
        for (const node of nodesOf(metric)) {
          if (node.node !== 'predicate' || ['and', 'or', 'not'].includes(node.predicate.kind)) continue;
          const { at } = node.predicate;
          const texts = spoken.filter((one) => one.path === at).map((one) => one.text);
          expect(
            texts.some((text) => text !== '' && said.includes(text.toLowerCase())),
            `${lang} ${at} ${said}`,
          ).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('an inserted phrase has its comma only where the sentence goes on', () => {
  expect(typeset('дел, решённых по существу\ue000 среди')).toBe('дел, решённых по существу, среди');
  expect(typeset('дел, решённых по существу\ue000, открытых\ue000.')).toBe('дел, решённых по существу, открытых.');
});

it('numbers cling to their words, lists end in their joint', () => {
  expect(typeset('30 дней — 5 %')).toBe('30\u00a0дней\u00a0— 5\u00a0%');
  expect(list(['a', 'b', 'c'], 'и')).toBe('a, b и c');
});
