import type { z } from 'zod';
import type { Refusal } from '#facts';
import {
  checkModel,
  type Finding,
  type Model,
  type ModelKnowledge,
  type ReadModel,
  readModels,
  withNames,
} from '#model';
import { say } from '#words';
import { both } from './cards.ts';
import type { FindingView, ModelCheckView } from './modelViews.ts';
import { misfits } from './shape.ts';
import { worded } from './worded.ts';

/** Findings with their sentences, hard stops apart from warnings; indicators without a name of their own go by their
 *  metric's. */
export function findingsView(
  findings: readonly Finding[],
  model: Model,
  metrics: ModelKnowledge['metrics'],
  prefix = '',
): ModelCheckView {
  const indicators = new Map(model.indicators.map((one) => [one.id, one.metric]));
  const name = (lang: 'ru' | 'en') => (id: string) => metrics.get(indicators.get(id) ?? '')?.name[lang] ?? id;
  const names = { ru: name('ru'), en: name('en') };
  return apart(
    findings.map(({ rule, severity, place, at, with: params }): FindingView => {
      const said = (part: string, lang: 'ru' | 'en') =>
        withNames(say(lang, `modelCheck.${rule}.${part}`, params), names[lang]);
      return {
        rule,
        severity,
        place: `${prefix}${place}`,
        at,
        reason: both((lang) => said('reason', lang)),
        remedy: both((lang) => said('remedy', lang)),
      };
    }),
  );
}

/** Checks whatever a file holds; a list gives the findings of all its models, each with the model's name in the place. */
export function checkFile(json: unknown, knowledge: ModelKnowledge, lang: 'ru' | 'en'): ModelCheckView {
  const read = readModels(json, knowledge.metrics, lang);
  if (read.length === 0) return apart([notModel('$', 'list')]);
  const views = read.map((one) =>
    one.model === null
      ? apart(faultsOf(one))
      : findingsView(checkModel(one.model, knowledge, one.paths), one.model, knowledge.metrics, one.prefix),
  );
  return apart(views.flatMap(({ errors, warnings }) => [...errors, ...warnings]));
}

/** What stands in the way of reading one model at all. */
export function faultsOf({ fault, raw, prefix }: ReadModel): readonly FindingView[] {
  if (fault === null) return [];
  if (fault === 'notModel') return [notModel(prefix.trim() || '$', 'other')];
  return misfitViews(fault, raw, prefix);
}

const misfitViews = (error: z.ZodError, raw: unknown, prefix: string): readonly FindingView[] =>
  misfits('model.shape', error, raw).map((refusal) => refusalView(refusal, `${prefix}${pathOf(refusal.field ?? '$')}`));

const notModel = (place: string, found: 'list' | 'json' | 'other'): FindingView =>
  refusalView({ code: 'model.notModel', with: { found } }, place);

function refusalView(refusal: Refusal, place: string): FindingView {
  const { reason, remedy } = worded(refusal);
  const got = refusal.got === undefined ? place : `${place} "${refusal.got}"`;
  return { rule: refusal.code, severity: 'error', place: got, at: { of: 'model', id: null }, reason, remedy };
}

/** `positions.0.set` as `positions[0].set`. */
const pathOf = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, '[$1]').replace(/^(\d+)(?=\.|$)/, '[$1]');

const apart = (views: readonly FindingView[]): ModelCheckView => ({
  errors: views.filter(({ severity }) => severity === 'error'),
  warnings: views.filter(({ severity }) => severity === 'warning'),
});
