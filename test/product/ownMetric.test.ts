import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FigureView, MetricPreview, MetricSaved, MetricView, ModelSavedView } from '#acts';
import { FACT_FILES, Refused } from '#facts';
import { modelSchema } from '#model';
import { conformanceFolder, readExpected } from '../reference/conformance.ts';
import { type Bench, openBench } from './import/kit.ts';

// Metrics that a body writes itself, through the acts.

const NOW = Date.UTC(2026, 10, 24) * 1000;
const SPEC = {
  id: 'quick-decision',
  kpi: 'speed',
  group: 'objective',
  name: { ru: 'Решили за неделю', en: 'Decided within a week' },
  better: 'up',
  of: 'case',
  where: { is: 'decided' },
  measure: { share: { time: ['registeredAt', 'closedAt'], clock: 'calendar', lte: 'P7D' } },
  by: 'closedAt',
  unit: '%',
  levels: ['body', 'unit'],
  clients: ['citizen', 'organisation'],
  roll: 'weightedParts',
  counter: ['repeat-30'],
};

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input, { now: NOW });
const refused = async (name: string, input: unknown) => {
  const error = await act(name, input).catch((thrown: unknown) => thrown);
  return error instanceof Refused ? error.refusals.map(({ code, field }) => [code, field]) : error;
};
const fileOf = (id: string) => join(bench.data, `catalogue/metrics/${id}.json`);
const listed = async (id: string) =>
  (await act<readonly MetricView[]>('catalogueList', {})).find((metric) => metric.id === id);
const measured = (metric: unknown) =>
  act<readonly FigureView[]>('measure', { metrics: [metric], from: '2024', to: '2025', by: 'quarter' });

beforeAll(async () => {
  bench = await openBench();
  const paths = Object.values(FACT_FILES).map((name) => join(conformanceFolder, `${name}.csv`));
  const report = await bench.takePaths(paths, { horizon: readExpected().horizon }, { now: NOW });
  expect(report.result).toBe('taken');
}, 120_000);
afterAll(() => bench.close());

it('is looked at before it is saved: wording and figures, or faults with place and remedy', async () => {
  const preview = await act<MetricPreview>('metricPreview', { spec: SPEC });
  expect(preview.ok).toBe(true);
  expect(preview.told!.definition.ru).toContain('7');
  expect(preview.figures!.length).toBe(12);
  const faulty = await act<MetricPreview>('metricPreview', { spec: { ...SPEC, unit: 'days' } });
  expect([faulty.ok, faulty.told, faulty.figures]).toEqual([false, null, null]);
  expect(faulty.refusals[0]!.remedy.ru).not.toBe('');
  expect(await listed(SPEC.id)).toBe(undefined);
});

it('once saved is in the catalogue and measured as its file is', async () => {
  const before = await measured(SPEC);
  const { spec } = await act<MetricSaved>('saveMetric', { spec: SPEC });
  expect(await listed(SPEC.id)).toMatchObject({ own: true, name: SPEC.name });
  expect(JSON.parse(readFileSync(fileOf(SPEC.id), 'utf8'))).toEqual(SPEC);
  expect(await measured(SPEC.id)).toEqual(before);
  expect(before.some(({ value }) => value !== null)).toBe(true);
  expect(before[0]!.spec).toBe(spec);
  expect(readdirSync(join(bench.data, 'catalogue/metrics'))).toEqual([`${SPEC.id}.json`]);
});

it('is changed by whom saw it as it stands, and by nobody else', async () => {
  const [{ spec: seen }] = (await measured(SPEC.id)) as [FigureView];
  const changed = { ...SPEC, name: { ru: 'Решили за семь дней', en: 'Decided in seven days' } };
  expect(await refused('saveMetric', { spec: changed })).toEqual([['metric.changedMeanwhile', 'spec.id']]);
  const { spec } = await act<MetricSaved>('saveMetric', { spec: changed, seen });
  expect(await refused('saveMetric', { spec: SPEC, seen: 'другой' })).toEqual([['metric.changedMeanwhile', 'spec.id']]);
  expect((await listed(SPEC.id))!.name.ru).toBe('Решили за семь дней');
  expect(spec).not.toBe('');
});

it('is refused where it is faulty or takes a name of the catalogue, and nothing is written', async () => {
  const faulty = { ...SPEC, id: 'faulty', measure: { share: { field: 'closedAtt', valid: true } } };
  const codes = (await refused('saveMetric', { spec: faulty })) as [string, string][];
  expect(codes[0]![1]).toMatch(/^spec\.measure/);
  expect(await refused('saveMetric', { spec: { ...SPEC, id: 'on-time' } })).toEqual([['metric.taken', 'spec.id']]);
  expect(existsSync(fileOf('faulty')) || existsSync(fileOf('on-time'))).toBe(false);
  await act('saveMetric', { spec: { ...SPEC, id: 'on-time' }, inPlace: true });
  expect((await listed('on-time'))!.own).toBe(true);
  const { spec } = (await act<{ spec: string }>('catalogueShow', { metric: 'on-time' })) as { spec: string };
  await act('removeMetric', { metric: 'on-time', seen: spec });
  expect(await listed('on-time')).toMatchObject({ own: false, name: { ru: 'В срок' } });
});

it('stays while a model counts by it', async () => {
  const { spec: seen } = await act<{ spec: string }>('catalogueShow', { metric: SPEC.id });
  const model = modelSchema.parse({
    id: 'user',
    name: 'Пользователь',
    goals: [{ id: 'g', name: 'Цель' }],
    indicators: [{ id: 'i', metric: SPEC.id, level: 'body', goals: ['g'] }],
  });
  await act<ModelSavedView>('saveModel', { model, version: 0 });
  expect(await refused('removeMetric', { metric: SPEC.id, seen })).toEqual([['metric.inUse', 'metric']]);
  expect(await refused('removeMetric', { metric: 'easy' })).toEqual([['metric.notOwn', 'metric']]);
  await act('removeModel', { id: 'user', version: 1 });
  await act('removeMetric', { metric: SPEC.id, seen });
  expect(await listed(SPEC.id)).toBe(undefined);
  expect(readdirSync(join(bench.data, 'catalogue/metrics'))).toEqual([]);
});
