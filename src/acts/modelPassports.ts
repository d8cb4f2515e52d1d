import { z } from 'zod';
import {
  type Catalogue,
  definition,
  formulaParts,
  leavesOut,
  type Metric,
  type MetricSpec,
  mainSentence,
  normalise,
  type Params,
} from '#catalogue';
import { Refused } from '#facts';
import { type ActContext, defineAct } from './act.ts';
import { both } from './cards.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import type { MetricPassport, ModelPassportsView } from './passportViews.ts';
import { readRegister } from './registerDocument.ts';
import type { Bilingual } from './views.ts';

const DAY_MICROS = 86_400_000_000;

export const modelPassports = defineAct({
  name: 'modelPassports',
  summary: 'What the papers of a model say of its indicators: definitions, formulas, variables, what is left out.',
  input: z.strictObject({ id: z.string().min(1), version: z.number().int().min(1).optional() }),
  run: async (context, { id, version }): Promise<ModelPassportsView> => {
    const { saved, model } = await readModelDocument(context.ports.book, id, version);
    const catalogue = await context.ports.catalogue.load();
    return {
      model,
      version: saved.version,
      names: await namesOf(context),
      metrics: Object.fromEntries(
        model.indicators.map(({ id: indicator, metric, params }) => [
          indicator,
          passportOf(catalogue, catalogue.metrics.get(metric), params),
        ]),
      ),
    };
  },
});

async function namesOf({ ports: { book, facts } }: ActContext): Promise<ModelPassportsView['names']> {
  const { rows } = await facts.organisation();
  const { register } = await readRegister(book);
  const journeys = [...(await journeysOf(book)).values()];
  const touchpoints = journeys.flatMap(({ asIs, toBe }) => [...(toBe?.design.touchpoints ?? []), ...asIs.touchpoints]);
  return Object.fromEntries([
    ...touchpoints.flatMap(({ facts: values, name }) => values.map((value) => [value, name] as const)),
    ...register.services.map(({ id, name }) => [id, name] as const),
    ...rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])),
    ...journeys.map(({ id, name }) => [id, name] as const),
  ]);
}

function passportOf(
  catalogue: Catalogue,
  spec: MetricSpec | undefined,
  params: Params | undefined,
): MetricPassport | null {
  const metric = spec && readable(spec, params);
  if (!metric) return null;
  const said = (word: (metric: Metric, lang: 'ru' | 'en', catalogue: Catalogue) => string): Bilingual =>
    both((lang) => word(metric, lang, catalogue));
  const formula = both((lang) => formulaParts(metric, lang, catalogue));
  const paired = (lists: { readonly ru: readonly string[]; readonly en: readonly string[] }): readonly Bilingual[] =>
    lists.ru.map((ru, index) => ({ ru, en: lists.en[index] ?? '' }));
  const question = metric.ask === null ? undefined : catalogue.questions.get(metric.ask);
  return {
    name: metric.name,
    kpi: metric.kpi,
    group: metric.group,
    unit: metric.unit,
    better: metric.better,
    of: metric.of,
    provenance: metric.of === 'reading' ? 'typed' : metric.of === 'answer' ? 'survey' : 'log',
    sentence: said(mainSentence),
    definition: said(definition),
    formula: { ru: formula.ru.rule, en: formula.en.rule },
    variables: paired({ ru: formula.ru.variables, en: formula.en.variables }),
    leaves: paired(both((lang) => leavesOut(metric, lang, catalogue))),
    question: question ? { ru: question.ru, en: question.en } : null,
    matureDays: metric.mature === null ? null : Math.ceil((metric.mature.micros ?? 0) / DAY_MICROS),
    counters: metric.counter.map((other) => catalogue.metrics.get(other)?.name ?? { ru: other, en: other }),
  };
}

/** A body may have given parameters that the metric does not take (any more): that is the checks' to tell. */
function readable(spec: MetricSpec, params: Params | undefined): Metric | null {
  try {
    return normalise(spec, params);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
