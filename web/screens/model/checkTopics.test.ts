import { expect, it } from 'vitest';
import { type Messages, modelWords } from '#words';
import type { FindingView } from '../../client/types.ts';
import { byTopic, passedTopics, TOPICS, totalsOf } from './checkTopics.ts';

const finding = (rule: string, severity: FindingView['severity'], id = 'x'): FindingView => ({
  rule,
  severity,
  place: id,
  at: { of: 'indicator', id },
  reason: { ru: rule, en: rule },
  remedy: { ru: '', en: '' },
});

it('each check belongs to one topic of the page, and no topic names a check that is not', () => {
  const told = TOPICS.flatMap(({ rules }) => rules).toSorted();
  expect(told).toEqual(Object.keys(modelWords.ru.modelCheck as Messages).toSorted());
  expect(new Set(told).size).toBe(told.length);
});

it('hard stops stand first, a topic with both is said twice', () => {
  const found = byTopic([
    finding('targetMissing', 'warning'),
    finding('noGoals', 'error'),
    finding('noWayToGoal', 'warning'),
  ]);
  expect(found.map(({ severity, topic }) => [severity, topic?.name])).toEqual([
    ['error', 'goal'],
    ['warning', 'goal'],
    ['warning', 'target'],
  ]);
});

it('what only facts can tell has not passed before they were asked', () => {
  const names = (onFacts: boolean) => passedTopics([finding('noGoals', 'error')], onFacts).map(({ name }) => name);
  expect(names(true)).toContain('measurable');
  expect(names(false)).not.toContain('measurable');
  expect(names(true)).not.toContain('goal');
});

it('a cut list is counted whole', () => {
  const listed = [
    finding('targetMissing', 'warning', 'a'),
    finding('targetMissing', 'warning', 'b'),
    finding('noGoals', 'error'),
  ];
  expect(totalsOf(listed, { targetMissing: 250 })).toEqual({ stops: 1, warnings: 250 });
});
