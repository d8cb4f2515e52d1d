import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  FigureView,
  MetricDetail,
  MetricPreview,
  MetricSaved,
  MetricUse,
  MetricView,
  ModelSavedView,
} from '#acts';
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
  const { record: seen } = await act<MetricDetail>('catalogueShow', { metric: SPEC.id });
  const changed = { ...SPEC, name: { ru: 'Решили за семь дней', en: 'Decided in seven days' } };
  expect(await refused('saveMetric', { spec: changed })).toEqual([['metric.changedMeanwhile', 'spec.id']]);
  const { spec, record } = await act<MetricSaved>('saveMetric', { spec: changed, seen });
  expect(spec, 'a name decides no figure').toBe((await measured(SPEC.id))[0]!.spec);
  expect(record, 'and yet is not overwritten unseen').not.toBe(seen);
  expect(await refused('saveMetric', { spec: SPEC, seen: 'другой' })).toEqual([['metric.changedMeanwhile', 'spec.id']]);
  expect((await listed(SPEC.id))!.name.ru).toBe('Решили за семь дней');
});

it('is refused where it is faulty or takes a name of the catalogue, and nothing is written', async () => {
  const faulty = { ...SPEC, id: 'faulty', measure: { share: { field: 'closedAtt', valid: true } } };
  const codes = (await refused('saveMetric', { spec: faulty })) as [string, string][];
  expect(codes[0]![1]).toMatch(/^spec\.measure/);
  expect(await refused('saveMetric', { spec: { ...SPEC, id: 'on-time' } })).toEqual([['metric.taken', 'spec.id']]);
  expect(existsSync(fileOf('faulty')) || existsSync(fileOf('on-time'))).toBe(false);
  await act('saveMetric', { spec: { ...SPEC, id: 'on-time' }, inPlace: true });
  expect((await listed('on-time'))!.own).toBe(true);
  const { record } = await act<MetricDetail>('catalogueShow', { metric: 'on-time' });
  await act('removeMetric', { metric: 'on-time', seen: record });
  expect(await listed('on-time')).toMatchObject({ own: false, name: { ru: 'В срок' } });
});

it('is saved once where two save over the same at once', async () => {
  const { record: seen } = await act<MetricDetail>('catalogueShow', { metric: SPEC.id });
  const both = ['Первый', 'Второй'].map((ru) =>
    refused('saveMetric', { spec: { ...SPEC, name: { ru, en: 'Either' } }, seen }),
  );
  const answers = await Promise.all(both);
  expect(answers.filter((answer) => Array.isArray(answer))).toEqual([[['metric.changedMeanwhile', 'spec.id']]]);
});

it('tells who wrote it and when, and who counts by it', async () => {
  const use = await act<MetricUse>('metricUse', { metric: SPEC.id });
  expect(use.savings.map(({ version, stands }) => [version, stands])).toEqual([
    [3, true],
    [2, true],
    [1, true],
  ]);
  for (const { actor, savedAt } of use.savings)
    expect([actor, savedAt]).toEqual(['test', '2026-11-24T00:00:00.000000Z']);
  expect([use.models, use.counterOf]).toEqual([[], []]);
  const shipped = await act<MetricUse>('metricUse', { metric: 'repeat-30' });
  expect(shipped.counterOf.map(({ id }) => id)).toContain(SPEC.id);
  expect(shipped.savings).toEqual([]);
});

it('leaves neither a file nor a line where the file cannot be written', async () => {
  const folder = join(bench.data, 'catalogue/metrics');
  mkdirSync(fileOf('blocked'));
  writeFileSync(join(fileOf('blocked'), 'full'), '');
  const before = readdirSync(folder);
  await expect(act('saveMetric', { spec: { ...SPEC, id: 'blocked' }, inPlace: true })).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(before);
  rmSync(fileOf('blocked'), { recursive: true });
  await act<MetricSaved>('saveMetric', { spec: { ...SPEC, id: 'blocked' } });
  expect((await act<MetricUse>('metricUse', { metric: 'blocked' })).savings.length).toBe(1);
  const { record: seen } = await act<MetricDetail>('catalogueShow', { metric: 'blocked' });
  await act('removeMetric', { metric: 'blocked', seen });
});

it('does not overwrite a faulty file that somebody laid down, unless that is said', async () => {
  writeFileSync(fileOf('by-hand'), '{"id": "by-hand"}');
  const spec = { ...SPEC, id: 'by-hand' };
  expect(await refused('saveMetric', { spec })).toEqual([['metric.fileFaulty', 'spec.id']]);
  expect(readFileSync(fileOf('by-hand'), 'utf8')).toBe('{"id": "by-hand"}');
  const { record: seen } = await act<MetricSaved>('saveMetric', { spec, inPlace: true });
  await act('removeMetric', { metric: 'by-hand', seen });
});

it('stays while another metric of one’s own has it for a counter', async () => {
  const watched = { ...SPEC, id: 'watched', counter: [SPEC.id] };
  const { record: seen } = await act<MetricSaved>('saveMetric', { spec: watched });
  const { record: its } = await act<MetricDetail>('catalogueShow', { metric: SPEC.id });
  expect(await refused('removeMetric', { metric: SPEC.id, seen: its })).toEqual([['metric.isCounter', 'metric']]);
  await act('removeMetric', { metric: 'watched', seen });
});

it('stays while a model counts by it', async () => {
  const { record: seen } = await act<MetricDetail>('catalogueShow', { metric: SPEC.id });
  const model = modelSchema.parse({
    id: 'user',
    name: 'Пользователь',
    goals: [{ id: 'g', name: 'Цель' }],
    indicators: [SPEC.id, 'on-time'].map((metric) => ({ id: metric, metric, level: 'body', goals: ['g'] })),
  });
  await act<ModelSavedView>('saveModel', { model, version: 0 });
  expect(await refused('removeMetric', { metric: SPEC.id, seen })).toEqual([['metric.inUse', 'metric']]);
  expect(await refused('removeMetric', { metric: 'easy' })).toEqual([['metric.notOwn', 'metric']]);
  const inPlace = await act<MetricSaved>('saveMetric', { spec: { ...SPEC, id: 'on-time' }, inPlace: true });
  await act('removeMetric', { metric: 'on-time', seen: inPlace.record });
  expect(await listed('on-time'), 'the catalogue’s stands again').toMatchObject({ own: false });
  await act('removeModel', { id: 'user', version: 1 });
  await act('removeMetric', { metric: SPEC.id, seen });
  expect(await listed(SPEC.id)).toBe(undefined);
  expect(readdirSync(join(bench.data, 'catalogue/metrics'))).toEqual([]);
});

it('no figure comes of a field that no fact has, nor of a period that ends before it begins', async () => {
  const asked = { metrics: ['on-time'], from: '2024-01', to: '2024-03' };
  expect(await refused('measure', { ...asked, scope: { unti: 'МСП-1' } })).toEqual([
    ['scope.unknownField', 'scope.unti'],
  ]);
  expect(await refused('measure', { ...asked, split: ['zzz'] })).toEqual([['scope.unknownField', 'split.0']]);
  expect(await refused('measure', { ...asked, from: '2024-05' })).toEqual([['links.periodReversed', 'to']]);
  expect(await act<readonly FigureView[]>('measure', { ...asked, scope: { 'x:Район': 'Речной' } })).toHaveLength(3);
});
