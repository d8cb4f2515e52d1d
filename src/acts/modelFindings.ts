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
  { prefix = '', most = Number.POSITIVE_INFINITY }: { readonly prefix?: string; readonly most?: number } = {},
): ModelCheckView {
  const counts: Record<string, number> = {};
  const listed = findings.filter(({ rule }) => {
    counts[rule] = (counts[rule] ?? 0) + 1;
    return counts[rule] <= most;
  });
  const indicators = new Map(model.indicators.map((one) => [one.id, one.metric]));
  const name = (lang: 'ru' | 'en') => (id: string) => metrics.get(indicators.get(id) ?? '')?.name[lang] ?? id;
  const names = { ru: name('ru'), en: name('en') };
  return apart(
    listed.map(({ rule, severity, place, at, with: params }): FindingView => {
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
    counts,
  );
}

/** Checks whatever a file holds; a list gives the findings of all its models, each with the model's name in the place. */
export function checkFile(
  json: unknown,
  knowledge: ModelKnowledge,
  lang: 'ru' | 'en',
  most = Number.POSITIVE_INFINITY,
): ModelCheckView {
  const read = readModels(json, knowledge.metrics, lang);
  if (read.length === 0) return apart([notModel('$', 'list')]);
  const views = read.map((one) =>
    one.model === null
      ? apart(faultsOf(one))
      : findingsView(checkModel(one.model, knowledge, one.paths), one.model, knowledge.metrics, {
          prefix: one.prefix,
          most,
        }),
  );
  const counts: Record<string, number> = {};
  for (const view of views) {
    for (const [rule, n] of Object.entries(view.counts ?? {})) counts[rule] = (counts[rule] ?? 0) + n;
  }
  return apart(
    views.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
    counts,
  );
}

/** What stands in the way of reading one model at all. */
function faultsOf({ fault, raw, prefix }: ReadModel): readonly FindingView[] {
  if (fault === null) return [];
  if (fault === 'notModel') return [notModel(prefix.trim() || '$', 'other')];
  return misfitViews(fault, raw, prefix);
}

const misfitViews = (error: z.ZodError, raw: unknown, prefix: string): readonly FindingView[] =>
  misfits('model.shape', error, raw).map((refusal) => refusalView(refusal, `${prefix}${pathOf(refusal.field ?? '$')}`));

const notModel = (place: string, found: 'list' | 'other'): FindingView =>
  refusalView({ code: 'model.notModel', with: { found } }, place);

function refusalView(refusal: Refusal, place: string): FindingView {
  const { reason, remedy } = worded(refusal);
  const got = refusal.got === undefined ? place : `${place} "${refusal.got}"`;
  return { rule: refusal.code, severity: 'error', place: got, at: { of: 'model', id: null }, reason, remedy };
}

/** `positions.0.set` as `positions[0].set`. */
const pathOf = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, '[$1]').replace(/^(\d+)(?=\.|$)/, '[$1]');

function apart(views: readonly FindingView[], counts?: Readonly<Record<string, number>>): ModelCheckView {
  return {
    errors: views.filter(({ severity }) => severity === 'error'),
    warnings: views.filter(({ severity }) => severity === 'warning'),
    counts:
      counts ?? Object.fromEntries(views.map(({ rule }) => [rule, views.filter((one) => one.rule === rule).length])),
  };
}
