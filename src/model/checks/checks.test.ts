import { describe, expect, it } from 'vitest';
import { bilingual } from '#words';
import { modelSchema } from '../model.ts';
import { CHECKS, checkModel } from './index.ts';
import { sound } from './sound.ts';

const rulesIn = (example: { model: unknown; knowledge: typeof sound.knowledge }) =>
  checkModel(modelSchema.parse(example.model), example.knowledge);

it('the sound example passes every check', () => {
  expect(rulesIn(sound)).toEqual([]);
});

describe.each(CHECKS.map((check) => [check.rule, check] as const))('%s', (rule, check) => {
  const found = rulesIn(check.spoil(sound)).filter((finding) => finding.rule === rule);

  it('finds its failing example', () => {
    expect(found.length).toBeGreaterThan(0);
    for (const { severity, place } of found) {
      expect(severity).toBe(check.severity);
      expect(place).not.toBe('');
    }
  });

  it('says what is wrong and what to do, in both languages, with nothing left empty', () => {
    for (const finding of found) {
      for (const part of ['reason', 'remedy']) {
        const said = bilingual(`modelCheck.${rule}.${part}`, finding.with);
        for (const sentence of [said.ru, said.en]) {
          expect(sentence).toMatch(/[.?]$/);
          expect(sentence).not.toMatch(/«»|“”|undefined|null|NaN|\{/);
        }
      }
    }
  });
});

it('noise is what moves a figure further than what matters; of a zero, a tenth of which is none, nothing is said', () => {
  const noisyAt = (value: number, chance: number) => {
    const measured = new Map([...sound.knowledge.facts!.measured].map(([id, one]) => [id, { ...one, value, chance }]));
    const knowledge = { ...sound.knowledge, facts: { ...sound.knowledge.facts!, measured } };
    const inDays = sound.model.indicators.find(({ metric }) => sound.knowledge.metrics.get(metric)?.unit === 'days')!;
    return checkModel(sound.model, knowledge).some(({ rule, at }) => rule === 'noise' && at.id === inDays.id);
  };
  expect(noisyAt(60, 16)).toBe(true);
  expect(noisyAt(0, 16)).toBe(false);
});

it('every rule has a name of its own', () => {
  const rules = CHECKS.map(({ rule }) => rule);
  expect(new Set(rules).size).toBe(rules.length);
});
