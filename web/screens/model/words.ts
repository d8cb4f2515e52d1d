import type { Bilingual, IndicatorResolved, MetricView, ModelShowView } from '../../client/types.ts';
import type { Language } from '../../language.tsx';
import type { Link } from './edits.ts';
import type { Indicator, Metrics, Model, Row } from './layout.ts';

/** How things of a model are called on these pages. */
export interface Namer {
  readonly row: (row: Pick<Row, 'name' | 'metric'>) => string;
  readonly indicator: (indicator: Pick<Indicator, 'name' | 'metric'>) => string;
  readonly metric: (id: string) => string;
  readonly unit: (unit: string) => string;
}

export const namerOf = (metrics: Metrics, { pick }: Language): Namer => {
  const metric = (id: string): string => {
    const known = metrics.get(id);
    return known ? pick(known.name) : id;
  };
  const own = (thing: { readonly name: string; readonly metric: string }): string => thing.name || metric(thing.metric);
  return { row: own, indicator: own, metric, unit: (unit) => unit };
};

/** How a row hangs on what stands above it, in a few words. */
export const linkWords = (
  row: Row,
  up: ReadonlyMap<string, readonly Link[]>,
  metric: MetricView | undefined,
  { say, format }: Language,
): string => {
  const links = row.indicators.flatMap(({ id }) => up.get(id) ?? []);
  const kinds = [...new Set(links.map(({ kind }) => kind))];
  if (kinds.length === 0)
    return row.indicators.some(({ goals }) => goals.length > 0) ? say('link.goal') : say('link.none');
  if (kinds.length > 1) return say('link.several', { count: kinds.length });
  const [kind] = kinds as [Link['kind']];
  if (kind === 'shared') return say('link.sharedBy', { count: row.seats.size });
  const budget = links.length === 1 ? links[0]!.budget : null;
  if (kind === 'budget' && budget !== null)
    return say('link.budgetOf', { amount: amountOf(budget, metric?.unit ?? '', format) });
  return say(`link.${kind}`);
};

/** A number that a person gave, with its unit. */
export const amountOf = (value: number, unit: string, format: Language['format']): string => {
  const decimals = Math.min(3, String(value).split('.')[1]?.length ?? 0);
  return format.value(value, unit, decimals);
};

/** «не больше 15 дней», «не меньше 80 %». */
export const boundOf = (
  value: number,
  metric: Pick<MetricView, 'unit' | 'better'> | undefined,
  { say, format }: Language,
): string => {
  const amount = amountOf(value, metric?.unit ?? '', format);
  if (!metric) return amount;
  return say(metric.better === 'down' ? 'facts.atMost' : 'facts.atLeast', { value: amount });
};

/** One sentence for the holder of an indicator: the body's own, else what the metric tells. */
export const sentenceOf = (shown: ModelShowView, { sentence, told }: IndicatorResolved): Bilingual =>
  sentence ?? shown.metricsTold[told]!.sentence;

/** The steps above an indicator, up to its goal, by name. */
export const chainWords = (
  { indicatorsResolved, model }: ModelShowView,
  { chain }: IndicatorResolved,
  { say, pick }: Language,
): readonly string[] =>
  chain.slice(1).map(({ of, id }) => {
    if (of === 'goal') return say('ind.goalNamed', { name: model.goals.find((goal) => goal.id === id)?.name ?? id });
    const above = indicatorsResolved.find((one) => one.id === id);
    return above ? pick(above.name) : id;
  });

/** What ids of these models stand for: indicators, positions, goals, values, peculiarities. The first model that knows
 *  an id names it; null: none does. */
export const callerOf = (models: readonly Model[], names: Namer): ((id: string) => string | null) => {
  const known = new Map<string, string>();
  for (const model of models) {
    const things = [...model.positions, ...model.goals, ...model.values, ...model.specifics];
    const indicators = model.indicators.map((one) => ({ id: one.id, name: names.indicator(one) }));
    for (const { id, name } of [...indicators, ...things]) if (!known.has(id)) known.set(id, name);
  }
  return (id) => known.get(id) ?? null;
};

export const linksUp = (model: Model): ReadonlyMap<string, readonly Link[]> => {
  const up = new Map<string, Link[]>();
  for (const link of model.links) {
    const list = up.get(link.lower);
    if (list) list.push(link);
    else up.set(link.lower, [link]);
  }
  return up;
};

/** A decimal comma is as good as a point. */
export const NUMBER = '\\s*[\\-−]?\\d+([.,]\\d+)?\\s*';
export const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.').replace('−', '-'));
export const textOfNumber = (value: number | null | undefined, { lang }: Language): string =>
  value === null || value === undefined ? '' : lang === 'ru' ? String(value).replace('.', ',') : String(value);

/** Letters and digits of any script, words joined by a hyphen: an id made from a name. */
export const idFrom = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'model';

/** Long words with places to break, for a narrow column: browsers without a dictionary break nothing. */
export const breakable = (name: string): string =>
  name.replace(/\p{L}{12,}/gu, (word) => word.replace(SYLLABLE, '$&\u00AD'));

/** A syllable that another follows: up to its vowel, and the first of several consonants after it. */
const SYLLABLE =
  /(?<=\p{L}{2})[аеёиоуыэюяaeiouy](?:[^аеёиоуыэюяaeiouy](?=[^аеёиоуыэюяaeiouyьъ])[ьъ]?|[йь])?(?=[^аеёиоуыэюяaeiouyйьъ]+[аеёиоуыэюяaeiouy]\p{L})/giu;
