import { z } from 'zod';
import {
  type Catalogue,
  checkMetric,
  definition,
  formulaLine,
  leavesOut,
  type MetricSpec,
  normalise,
  recordHash,
  specHash,
} from '#catalogue';
import { defineAct } from './act.ts';
import { both } from './cards.ts';
import { specOf } from './figures.ts';
import type { Bilingual } from './views.ts';
import { type WordedRefusal, worded } from './worded.ts';

/** A metric as the list shows it. */
export interface MetricView {
  readonly id: string;
  readonly kpi: MetricSpec['kpi'];
  readonly group: MetricSpec['group'];
  readonly core: boolean;
  /** Whether it is the body's own, or the body's in place of the product's. */
  readonly own: boolean;
  readonly name: Bilingual;
  readonly unit: string;
  readonly better: MetricSpec['better'];
  /** Where an indicator of it may stand. */
  readonly levels: MetricSpec['levels'];
  /** How its figures add up to those of the whole. */
  readonly roll: MetricSpec['roll'];
}

export interface MetricDetail extends MetricView {
  readonly definition: Bilingual;
  readonly formula: Bilingual;
  /** What the figure leaves out and why, one sentence each. */
  readonly leaves: { readonly ru: readonly string[]; readonly en: readonly string[] };
  readonly specification: MetricSpec;
  /** Hash of the spec, as figures carry it. */
  readonly spec: string;
  /** Hash of the whole record, name included: what a saving says that it saw. */
  readonly record: string;
}

export interface CheckView {
  readonly ok: boolean;
  /** `field` is the place in the spec's JSON; empty: the whole. */
  readonly refusals: readonly WordedRefusal[];
  /** Worth knowing; they do not stop the metric. */
  readonly warnings: readonly WordedRefusal[];
}

export const catalogueList = defineAct({
  name: 'catalogueList',
  summary: 'All metrics of the catalogue, the own ones of the body included, in the order of the catalogue.',
  input: z.object({}),
  storeless: true,
  run: async ({ ports }) => {
    const { metrics, own } = await ports.catalogue.load();
    return [...metrics.values()].map((metric) => metricView(metric, own));
  },
});

export const catalogueFaults = defineAct({
  name: 'catalogueFaults',
  summary: "What is wrong in the body's own metric files: these metrics are left out of the catalogue until mended.",
  input: z.object({}),
  storeless: true,
  run: async ({ ports }): Promise<readonly WordedRefusal[]> => (await ports.catalogue.load()).faults.map(worded),
});

export const catalogueShow = defineAct({
  name: 'catalogueShow',
  summary: 'One metric: its definition, its formula and its spec.',
  input: z.object({ metric: z.string().min(1) }),
  storeless: true,
  run: async ({ ports }, { metric }): Promise<MetricDetail> => {
    const catalogue = await ports.catalogue.load();
    const specification = specOf(catalogue, metric);
    return {
      ...metricView(specification, catalogue.own),
      ...metricWords(specification, catalogue),
      specification,
      spec: specHash(specification),
      record: recordHash(specification),
    };
  },
});

export const catalogueCheck = defineAct({
  name: 'catalogueCheck',
  summary: 'Checks a metric that a body has written: every fault with its place and its remedy.',
  input: z.object({ spec: z.unknown() }),
  storeless: true,
  run: async ({ ports }, { spec }): Promise<CheckView> => checkView(spec, await ports.catalogue.load()),
});

/** Every fault of a spec that may not be one at all, with its place and its remedy. */
export function checkView(spec: unknown, catalogue: Catalogue): CheckView {
  const own = typeof spec === 'object' && spec !== null && 'id' in spec ? String(spec.id) : '';
  const found = checkMetric(spec, { metrics: new Set([...catalogue.metrics.keys(), own]), vocabulary: catalogue });
  const those = (warning: boolean) =>
    found
      .filter((each) => each.warning === warning)
      .map(({ at, warning: _, ...fault }) => worded({ ...fault, field: at }));
  const refusals = those(false);
  return { ok: refusals.length === 0, refusals, warnings: those(true) };
}

/** What a metric is, in words that come from its spec alone. */
export function metricWords(
  specification: MetricSpec,
  catalogue: Catalogue,
): Pick<MetricDetail, 'definition' | 'formula' | 'leaves'> {
  const tree = normalise(specification);
  return {
    definition: both((lang) => definition(tree, lang, catalogue)),
    formula: both((lang) => formulaLine(tree, lang, catalogue)),
    leaves: both((lang) => leavesOut(tree, lang, catalogue)),
  };
}

const metricView = (
  { id, kpi, group, core, name, unit, better, levels, roll }: MetricSpec,
  own: ReadonlySet<string>,
): MetricView => ({
  id,
  kpi,
  group,
  core: core ?? false,
  own: own.has(id),
  name,
  unit,
  better,
  levels,
  roll,
});
