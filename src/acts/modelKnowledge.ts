import type { Catalogue } from '#catalogue';
import type { ClientStatus } from '#facts';
import { type Figure, type SeenAtWork, seenAtWork } from '#measure';
import {
  type FactsKnown,
  type Indicator,
  isNoisy,
  type Journey,
  type Measured,
  type Model,
  type ModelKnowledge,
  type ProofOutcome,
  proofKey,
} from '#model';
import { localDate, periodsBetween } from '#time';
import type { ActContext } from './act.ts';
import { newestMonths } from './cards.ts';
import type { FactContext } from './factPort.ts';
import { journeysOf } from './journeyDocument.ts';
import { figuresAt, metricOf } from './modelFigures.ts';
import { type ProofFacts, proveLinks } from './proveLinks.ts';
import type { Granularity } from './views.ts';

/** What the installation knows around models: journeys, places, and what facts tell. With `measured` each indicator is
 *  measured at its place: long work for a large model. */
export async function knowledgeFor(
  context: ActContext,
  models: readonly Model[],
  { measured }: { readonly measured: boolean },
): Promise<ModelKnowledge> {
  const { ports, now } = context;
  const [catalogue, facts, journeys] = await Promise.all([
    ports.catalogue.load(),
    ports.facts.context(),
    journeysOf(ports.book),
  ]);
  const seen = facts.span && (await ports.facts.session((engine) => seenAtWork(facts, engine)));
  const codes = (list: readonly { readonly value: string }[]) => new Set(list.map(({ value }) => value));
  // Those of the organisation and of cases, and those that events alone name.
  const units = new Set([...codes(facts.choices.unit), ...(seen ? texts(seen.spans, 'unit') : [])]);
  return {
    metrics: catalogue.metrics,
    journeys: [...journeys.values()],
    places: seen
      ? {
          units,
          bodies: new Set([...units, ...texts(seen.spans, 'body')]),
          services: codes(facts.choices.service),
        }
      : null,
    facts: seen && {
      ...whoIsSeen(seen, facts),
      measured: measured ? await measuredOf(context, facts, catalogue, models, journeys) : new Map(),
      proofs: measured ? await proofsOf(context, { facts, catalogue, journeys }, models) : new Map(),
      statuses: statusesOf(seen),
    },
    today: localDate(now(), facts.zone),
  };
}

function whoIsSeen(seen: SeenAtWork, facts: FactContext): Omit<FactsKnown, 'measured' | 'proofs' | 'statuses'> {
  const pairs = seen.events.filter(({ touchpoint, employee }) => touchpoint !== null && employee !== null);
  return {
    touchpoints: new Set([...texts(seen.events, 'touchpoint'), ...texts(seen.spans, 'touchpoint')]),
    employees: texts(seen.events, 'employee'),
    worksAt: new Set(pairs.map(({ touchpoint, employee }) => `${touchpoint}\u0000${employee}`)),
    employeeKey: facts.pseudonymOf,
  };
}

function statusesOf({ cases }: SeenAtWork): FactsKnown['statuses'] {
  const found = new Map<string, Set<ClientStatus>>();
  for (const { service, clientStatus } of cases) {
    if (service === null || clientStatus === null) continue;
    found.set(service, (found.get(service) ?? new Set()).add(clientStatus));
  }
  return found;
}

const texts = <K extends string>(rows: readonly { readonly [key in K]: string | null }[], field: K): Set<string> =>
  new Set(rows.flatMap((row) => row[field] ?? []));

async function measuredOf(
  context: ActContext,
  facts: FactContext,
  catalogue: Catalogue,
  models: readonly Model[],
  journeys: ReadonlyMap<string, Journey>,
): Promise<ReadonlyMap<string, Measured>> {
  const found = new Map<string, Measured>();
  const all = models.flatMap((model) => model.indicators.map((indicator) => ({ model, indicator })));
  for (const [done, { model, indicator }] of all.entries()) {
    context.signal.throwIfAborted();
    context.progress({ stage: 'measure', done, total: all.length, unit: 'figures' });
    const at = async (one: Indicator, by: Granularity) =>
      summary((await figuresAt(context, facts, catalogue, model, one, { by, journeys }))?.figures ?? []);
    const own = await at(indicator, indicator.period);
    const unit = metricOf(catalogue, indicator)?.unit ?? '';
    const noisy = own.value !== null && own.chance !== null && isNoisy(own.chance, own.value, unit);
    const wider: Measured['wider'][number][] = [];
    if (noisy || own.state === 'tooFew') {
      for (const { by, place, one } of widerPlaces(model, indicator)) {
        const { n, chance } = await at(one, by);
        wider.push({ by, place, n, chance });
        if (chance !== null && own.value !== null && !isNoisy(chance, own.value, unit)) break;
      }
    }
    found.set(indicator.id, { ...own, by: indicator.period, wider });
  }
  return found;
}

const PROVED_MONTHS = 12;

/** How the links stand on the newest whole months; what cannot be told, or adds nothing up, is left out. */
async function proofsOf(
  context: ActContext,
  known: ProofFacts,
  models: readonly Model[],
): Promise<FactsKnown['proofs']> {
  const outcomes = new Map<string, ProofOutcome>();
  const newest = newestMonths(known.facts, PROVED_MONTHS);
  if (!newest) return outcomes;
  const months = periodsBetween(newest.from, newest.to, 'month', known.facts.zone);
  for (const model of models) {
    for (const { upper, lower: lowers, outcome } of await proveLinks(context, known, model, months)) {
      if (outcome === 'unknown' || outcome === 'notAdditive') continue;
      for (const lower of lowers) outcomes.set(proofKey(upper, lower), outcome);
    }
  }
  return outcomes;
}

const LONGER: Readonly<Record<Granularity, readonly Granularity[]>> = {
  month: ['quarter', 'year'],
  quarter: ['year'],
  year: [],
};

/** A longer period at the same place, then the place of the same metric above, in its own and in longer periods. */
function widerPlaces(
  model: Model,
  indicator: Indicator,
): readonly { by: Granularity; place: string | null; one: Indicator }[] {
  const longer = LONGER[indicator.period];
  const byId = new Map(model.indicators.map((one) => [one.id, one]));
  const upper = model.links
    .filter(({ lower }) => lower === indicator.id)
    .map((link) => byId.get(link.upper))
    .find((one) => one !== undefined && one.metric === indicator.metric && !indicator.shared);
  return [
    ...longer.map((by) => ({ by, place: null, one: indicator })),
    ...(upper ? [indicator.period, ...longer] : []).map((by) => ({ by, place: upper!.name || upper!.id, one: upper! })),
  ];
}

/** Medians over the periods that have a figure. */
export function summary(figures: readonly Figure[]): Omit<Measured, 'by' | 'wider'> {
  const whole = figures.filter(({ value, state }) => value !== null && state !== 'tooFew' && state !== 'unmeasured');
  if (whole.length === 0) {
    const has = (state: Figure['state']) => figures.some((figure) => figure.state === state);
    const state = has('tooFew') ? 'tooFew' : has('unmeasured') ? 'unmeasured' : 'absent';
    return { state, n: null, value: null, chance: null, coverage: null };
  }
  const half = whole.flatMap(({ interval }) => {
    const [lower, upper] = interval ?? [null, null];
    return lower === null || upper === null ? [] : [(upper - lower) / 2];
  });
  return {
    state: 'measured',
    n: median(whole.flatMap(({ n }) => n ?? [])),
    value: median(whole.flatMap(({ value }) => value ?? [])),
    chance: median(half),
    coverage: median(whole.flatMap(({ coverage }) => coverage ?? [])),
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
