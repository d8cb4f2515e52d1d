import type { MetricPassport, ModelPassportsView } from '#acts';
import type { Indicator, Model, Place, Position } from '#model';
import { type Lang, say } from '#words';
import type { CardIndicator, CardInput } from './card.ts';
import type { Passport } from './passport.ts';
import type { Order } from './requisites.ts';
import type { SheetInput } from './sheets.ts';

// From a model and what the catalogue says of its metrics to what stands on its papers.

/** The order as the model names it; `issuer` instead of the body's own name. */
export const orderOf = ({ model, names }: ModelPassportsView, issuer?: string): Order => ({
  issuer: issuer ?? bodyName(model, names),
  number: model.order?.number ?? null,
  date: model.order?.date ?? null,
});
const bodyName = ({ body }: Model, names: ModelPassportsView['names']): string =>
  body === null ? '________________________' : (names[body] ?? body);

/** A passport for each indicator that is counted in its own way: one that several positions hold alike has one, with all
 *  of them as owners. In the order of the KPIs, then as the model has them. */
export function passportsOf(view: ModelPassportsView, lang: Lang): readonly Passport[] {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of view.model.indicators) {
    const key = countedAlike(indicator);
    groups.set(key, [...(groups.get(key) ?? []), indicator]);
  }
  return [...groups.values()]
    .map((alike) => passportOf(alike, view, lang))
    .toSorted((a, b) => KPI_ORDER.indexOf(a.kpi) - KPI_ORDER.indexOf(b.kpi));
}
const KPI_ORDER: readonly Passport['kpi'][] = ['informing', 'effort', 'speed', 'resolution', 'culture', null];

const countedAlike = ({ metric, params, place, period, target, baseline, norm, name, watch }: Indicator): string =>
  JSON.stringify([metric, params, place, period, target, baseline, norm, name, watch]);

function passportOf(alike: readonly Indicator[], view: ModelPassportsView, lang: Lang): Passport {
  const { model, names, metrics } = view;
  const first = alike[0]!;
  const metric = metrics[first.id] ?? null;
  const named = <T extends { readonly id: string }>(list: readonly T[], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id));
  const owners = named(
    model.positions,
    alike.flatMap(({ owner }) => owner ?? []),
  );
  const limits = named(
    model.specifics,
    alike.flatMap((indicator) => indicator.limits),
  );
  const values = named(
    model.values,
    alike.flatMap((indicator) => indicator.values),
  );
  const goals = named(
    model.goals,
    alike.flatMap((indicator) => goalsAbove(indicator, model)),
  );
  return {
    name: nameOf(first, metric, lang),
    kpi: metric?.kpi ?? null,
    level: first.level,
    place: placeText(first.place, model, names),
    definition: [metric?.definition[lang] ?? '', first.reason].filter((text) => text !== '').join('\n'),
    unit: metric?.unit ?? null,
    better: metric?.better ?? null,
    formula: metric?.formula[lang] ?? '',
    variables: metric?.variables.map((text) => text[lang]) ?? [],
    source: metric === null ? '' : sourceText(metric, lang),
    collected: metric?.provenance ?? null,
    period: first.period,
    due: metric === null || metric.provenance !== 'log' ? null : dueText(metric, lang),
    dataResponsible: alike.find(({ data }) => data.responsible !== '')?.data.responsible ?? '',
    owners: owners.map(({ name }) => name),
    baseline: first.baseline,
    targets: first.target === null ? [] : [first.target],
    agreed: alike.every(({ agreed }) => agreed),
    watch: first.watch,
    norm: first.norm,
    limits: [
      ...(metric?.leaves.map((text) => text[lang]) ?? []),
      ...limits.map(({ name, note }) => (note === '' ? name : say(lang, 'paper.own', { name, note }))),
    ],
    counters: metric?.counters.map((text) => text[lang]) ?? [],
    reviseMonths: model.reviseMonths,
    values: values.map(({ name, source }) => (source === '' ? name : `${name} (${source})`)),
    goals: goals.map(({ name, document }) => (document === '' ? name : `${name} (${document})`)),
  };
}

/** Cards of all positions that hold something, or of one. */
export const cardsOf = (view: ModelPassportsView, lang: Lang, only?: string): readonly CardInput[] =>
  view.model.positions
    .filter(({ id }) => only === undefined || id === only)
    .map((position) => ({ position, held: view.model.indicators.filter(({ owner }) => owner === position.id) }))
    .filter(({ held }) => only !== undefined || held.length > 0)
    .map(({ position, held }) => ({
      position: position.name,
      place: [position.unit, position.body].flatMap((id) => (id === null ? [] : (view.names[id] ?? id)))[0] ?? '',
      model: view.model.name,
      talkTo: talkTo(position, view.model),
      indicators: held.map((indicator) => cardIndicator(indicator, position, view, lang)),
    }));

function cardIndicator(indicator: Indicator, holder: Position, view: ModelPassportsView, lang: Lang): CardIndicator {
  const metric = view.metrics[indicator.id] ?? null;
  const keeper = indicator.shared ? keeperOf(indicator, view.model) : null;
  return {
    name: nameOf(indicator, metric, lang),
    sentence: indicator.sentence || (metric?.sentence[lang] ?? ''),
    unit: metric?.unit ?? null,
    better: metric?.better ?? null,
    shared: indicator.shared,
    watch: indicator.watch,
    baseline: indicator.baseline,
    target: indicator.target,
    talkTo: keeper === null || keeper.id === holder.id ? '' : keeper.name,
  };
}

const talkTo = ({ contact, reportsTo }: Position, { positions }: Model): string =>
  contact || (positions.find(({ id }) => id === reportsTo)?.name ?? '');

/** Who answers for the indicator that a shared one is a copy of. */
function keeperOf(indicator: Indicator, model: Model): Position | null {
  const above = uppersOf(indicator, model, ({ kind }) => kind === 'shared').at(-1);
  return model.positions.find(({ id }) => id === above?.owner) ?? null;
}

const goalsAbove = (indicator: Indicator, model: Model): readonly string[] =>
  [indicator, ...uppersOf(indicator, model)].flatMap(({ goals }) => goals);

/** All indicators above one, nearest first; a circle is walked once. */
function uppersOf(
  indicator: Indicator,
  { indicators, links }: Model,
  takes: (link: Model['links'][number]) => boolean = () => true,
): readonly Indicator[] {
  const seen = new Set([indicator.id]);
  for (const lower of seen) for (const link of links) if (link.lower === lower && takes(link)) seen.add(link.upper);
  return [...seen].slice(1).flatMap((id) => indicators.find((other) => other.id === id) ?? []);
}

/** A sheet for everybody whose position the model names: as many rows as it has employees. */
export const acknowledgementOf = (view: ModelPassportsView, lang: Lang, asked: PaperAsked = {}): SheetInput => ({
  order: orderOf(view, asked.issuer),
  about: asked.about || say(lang, 'paper.orderAbout'),
  people: view.model.positions.flatMap(({ name, employees }) =>
    Array.from({ length: Math.max(1, employees.length) }, () => ({ position: name, name: '' })),
  ),
});

/** Those above single positions agree to a draft, and the services that every order passes. */
export const approvalOf = (view: ModelPassportsView, lang: Lang, asked: PaperAsked = {}): SheetInput => ({
  order: orderOf(view, asked.issuer),
  about: asked.about || say(lang, 'paper.orderAbout'),
  people: [
    ...view.model.positions
      .filter(({ level }) => level !== 'position' && level !== 'touchpoint')
      .map(({ name }) => name),
    say(lang, 'paper.approve.legal'),
    say(lang, 'paper.approve.staff'),
  ].map((position) => ({ position, name: '' })),
});

export interface PaperAsked {
  readonly issuer?: string;
  /** Title of the order. */
  readonly about?: string;
}

export const nameOf = (indicator: Indicator, metric: MetricPassport | null, lang: Lang): string =>
  indicator.name || (metric?.name[lang] ?? indicator.metric);

/** «Рождение ребёнка · Отдел назначений» */
export function placeText(place: Place, { positions }: Model, names: ModelPassportsView['names']): string {
  const { body, journey, unit, touchpoint, position, service } = place;
  const own = position === null ? [] : [positions.find(({ id }) => id === position)?.name ?? position];
  return [
    ...[body, journey, unit, touchpoint, service].flatMap((id) => (id === null ? [] : [names[id] ?? id])),
    ...own,
  ].join(' · ');
}

const sourceText = ({ of, question }: MetricPassport, lang: Lang): string =>
  question === null ? say(lang, `paper.source.${of}`) : say(lang, 'paper.source.asked', { question: question[lang] });

const dueText = ({ matureDays }: MetricPassport, lang: Lang): string =>
  matureDays === null ? say(lang, 'paper.due.atOnce') : say(lang, 'paper.due.mature', { days: matureDays });
