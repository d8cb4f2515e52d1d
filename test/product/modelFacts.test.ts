import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecompositionView, LinkProofsView, ModelCheckView, ModelComparisonView, ModelSavedView } from '#acts';
import { FACT_FILES } from '#facts';
import { type Model, modelSchema } from '#model';
import { conformanceFolder, readExpected } from '../reference/conformance.ts';
import { type Bench, openBench } from './import/kit.ts';

// Models held against facts: the made cases of test/conformance.

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input);
beforeAll(async () => {
  bench = await openBench();
  const paths = Object.values(FACT_FILES).map((name) => join(conformanceFolder, `${name}.csv`));
  const { horizon } = readExpected();
  const report = await bench.takePaths(paths, { horizon }, { now: Date.UTC(2026, 10, 24) * 1000 });
  expect(report.result).toBe('taken');
}, 120_000);
afterAll(() => bench.close());

const goal = { id: 'g', name: 'Решить с первого раза' };
const model = (over: Partial<Record<keyof Model, unknown>>): Model =>
  modelSchema.parse({ id: 'm', name: 'Модель', clients: ['citizen', 'organisation'], goals: [goal], ...over });
const top = (metric: string, more: object = {}) => ({ id: metric, metric, level: 'body', goals: ['g'], ...more });

describe('proofs', () => {
  const proofsOf = async (given: Model) =>
    (await act<LinkProofsView>('linkProofs', { model: given, from: '2024', to: '2025' })).proofs;

  it('parts of counted rows, and parts of the cases weighted, give the whole to 1e-9', async () => {
    const given = model({
      indicators: [
        top('documents-asked'),
        { id: 'd1', metric: 'documents-asked', level: 'touchpoint', place: { touchpoint: 'counter' } },
        top('nobodys-time'),
        { id: 'n1', metric: 'nobodys-time', level: 'touchpoint', place: { touchpoint: 'counter' } },
        top('on-time'),
        { id: 'o1', metric: 'on-time', level: 'unit', place: { unit: 'МСП-1' } },
        top('easy'),
        { id: 'e1', metric: 'easy', level: 'unit', place: { unit: 'МСП-1' } },
      ],
      links: [
        { upper: 'documents-asked', lower: 'd1', kind: 'sumOfParts' },
        { upper: 'nobodys-time', lower: 'n1', kind: 'sumOfParts' },
        { upper: 'on-time', lower: 'o1', kind: 'weightedParts' },
        { upper: 'easy', lower: 'e1', kind: 'weightedParts' },
      ],
    });
    for (const { upper, outcome, identity } of await proofsOf(given)) {
      expect([upper, outcome]).toEqual([upper, 'holds']);
      expect(Math.abs(identity!.difference)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(identity!.whole)));
      expect(identity!.whole).toBeGreaterThan(0);
    }
  });

  it('cases that pass several touchpoints do not add up, and that is said', async () => {
    const given = model({
      indicators: [top('on-time'), { id: 'o', metric: 'on-time', level: 'unit', place: { touchpoint: 'counter' } }],
      links: [{ upper: 'on-time', lower: 'o', kind: 'weightedParts' }],
    });
    const [proof] = await proofsOf(given);
    expect(proof?.outcome).toBe('fails');
  });

  it('a median shows the mean beside; a budget how many past cases would have met the target', async () => {
    const given = model({
      indicators: [
        top('time-to-result', { target: { value: 20 } }),
        { id: 't1', metric: 'time-to-result', level: 'unit', place: { unit: 'МСП-1' } },
        { id: 'gap', metric: 'nobodys-time', level: 'body' },
      ],
      links: [
        { upper: 'time-to-result', lower: 't1', kind: 'pooled' },
        { upper: 'time-to-result', lower: 'gap', kind: 'budget', budget: 1 },
      ],
    });
    const [pooled, budget] = await proofsOf(given);
    expect(pooled?.outcome).toBe('notAdditive');
    expect(pooled?.beside?.unit).toBe('days');
    const { metThen, metWithBudgets, cases } = budget!.backtest!;
    expect(cases).toBeGreaterThan(50);
    expect(metWithBudgets!).toBeGreaterThanOrEqual(metThen);
  });

  it('a driver is told with its interval, or that months are too few', async () => {
    const given = model({
      indicators: [top('on-time'), { id: 'p', metric: 'pause-share', level: 'body' }],
      links: [{ upper: 'on-time', lower: 'p', kind: 'driver' }],
    });
    const [proof] = await proofsOf(given);
    expect(['holds', 'weak', 'fails', 'unknown']).toContain(proof?.outcome);
    expect(proof?.relation?.months).toBeGreaterThan(0);
  });
});

describe('checks on facts', () => {
  it('finds people who are not there, places that are unknown, and noise with what would make it readable', async () => {
    const given = model({
      positions: [{ id: 'p', name: 'Эксперт', unit: 'МСП-1', employees: ['нет такого'] }],
      indicators: [
        top('on-time'),
        { id: 'o', metric: 'on-time', level: 'unit', place: { unit: 'МСП-1' }, owner: 'p' },
        { id: 'x', metric: 'on-time', level: 'unit', place: { unit: 'НЕТ' } },
      ],
      links: ['o', 'x'].map((lower) => ({ upper: 'on-time', lower, kind: 'weightedParts' })),
    });
    const { errors, warnings } = await act<ModelCheckView>('modelCheckOnFacts', { model: given });
    expect(errors.map(({ rule }) => rule)).toEqual(['unknownPlace']);
    const rules = warnings.map(({ rule }) => rule);
    expect(rules).toContain('positionAbsent');
    const noise = warnings.filter(({ rule }) => rule === 'noise');
    expect(noise.length + rules.filter((rule) => rule === 'notMeasurable').length).toBeGreaterThan(0);
    for (const { reason } of noise) expect(reason.ru).toMatch(/При [\d\s]+случ.+ ±/u);
  });

  it('say of a link that does not stand its proof, and keep silent of one that does', async () => {
    const given = model({
      indicators: [
        top('on-time'),
        { id: 'o', metric: 'on-time', level: 'unit', place: { touchpoint: 'counter' } },
        { id: 'u', metric: 'on-time', level: 'unit', place: { unit: 'МСП-1' } },
        top('easy'),
        { id: 'e', metric: 'easy', level: 'unit', place: { unit: 'МСП-1' } },
      ],
      links: [
        { upper: 'on-time', lower: 'o', kind: 'weightedParts' },
        { upper: 'easy', lower: 'e', kind: 'weightedParts' },
      ],
    });
    const { warnings } = await act<ModelCheckView>('modelCheckOnFacts', { model: given });
    const unproved = warnings.filter(({ rule }) => rule === 'linkNotProved');
    expect(unproved.map(({ at }) => at.id)).toEqual(['on-time → o']);
    expect(unproved[0]!.reason.ru).toContain('не держится');
  });
});

describe('decomposing', () => {
  it('proposes for each position the shared figure first, and for places what facts can tell', async () => {
    const given = model({
      positions: [{ id: 'p', name: 'Эксперт', level: 'position', employees: ['МСП-1/1'] }],
      indicators: [top('time-to-result')],
    });
    const { places } = await act<DecompositionView>('proposeDecomposition', {
      model: given,
      indicator: 'time-to-result',
    });
    expect(new Set(places.map(({ of }) => of))).toEqual(new Set(['unit', 'touchpoint', 'position']));
    const own = places.find(({ of }) => of === 'position')!;
    expect(own.proposals[0]!.link).toMatchObject({ upper: 'time-to-result', kind: 'shared' });
    expect(own.proposals[0]!.reasons.map(({ code }) => code)).toContain('worksHere');
    for (const { proposals } of places) {
      for (const { reasons, cautions } of proposals)
        expect([...reasons, ...cautions].every(({ text }) => text.ru !== '' && !text.ru.startsWith('model'))).toBe(
          true,
        );
    }
    // Whatever is proposed may be taken: nothing of it is a hard stop.
    const taken = places.flatMap(({ proposals }) => proposals.slice(0, 2));
    const adapted = {
      ...given,
      indicators: [...given.indicators, ...taken.map(({ indicator }) => indicator)],
      links: taken.map(({ link }) => link),
    };
    expect((await act<ModelCheckView>('modelCheckOnFacts', { model: adapted, measured: false })).errors).toEqual([]);
  });
});

it('a comparison says what a change does to figures', async () => {
  const given = model({ indicators: [top('on-time')] });
  const first = await act<ModelSavedView>('saveModel', { model: given });
  const changed = {
    ...given,
    indicators: [{ ...given.indicators[0]!, level: 'unit', place: { ...given.indicators[0]!.place, unit: 'МСП-1' } }],
  };
  const second = await act<ModelSavedView>('saveModel', { model: changed, version: first.version });
  const { figures } = await act<ModelComparisonView>('compareModels', {
    before: { id: 'm', version: first.version },
    after: { id: 'm', version: second.version },
  });
  expect(figures?.rows).toHaveLength(1);
  const [row] = figures!.rows;
  expect([row!.same, row!.before!.n! > (row!.after!.n ?? 0)]).toEqual([false, true]);
});
