import { type Catalogue, type Metric, normalise } from '#catalogue';
import { Refused } from '#facts';
import type { Figure } from '#measure';
import { type Indicator, type Journey, type Model, placeScope } from '#model';
import type { ActContext } from './act.ts';
import { stretchOf } from './cards.ts';
import type { FactContext } from './factPort.ts';
import { figuresOf } from './figures.ts';
import type { Granularity } from './views.ts';

/** How many whole periods tell how an indicator is measured. */
const RECENT: Readonly<Record<Granularity, number>> = { month: 12, quarter: 8, year: 4 };

export interface MeasuredPlace {
  readonly metric: Metric;
  readonly figures: readonly Figure[];
}

/** Figures of an indicator at its place over its newest whole periods; null: no such metric, or no facts. */
export async function figuresAt(
  context: ActContext,
  facts: FactContext,
  catalogue: Catalogue,
  model: Pick<Model, 'journey' | 'clients' | 'positions'>,
  indicator: Indicator,
  { by, journeys }: { readonly by: Granularity; readonly journeys: ReadonlyMap<string, Journey> },
): Promise<MeasuredPlace | null> {
  const metric = metricOf(catalogue, indicator);
  const stretch = stretchOf(facts, by, undefined);
  if (!metric || !stretch) return null;
  const last = stretch.periods.indexOf(stretch.period);
  const from = stretch.periods[Math.max(0, last - RECENT[by] + 1)]!;
  const scope = placeScope(model, indicator, journeys);
  const figures = await figuresOf(context, facts, { metric, from, to: stretch.period, by, scope });
  return { metric, figures };
}

/** The metric of an indicator with its parameters; null where there is none, or where it does not take them. */
export function metricOf(
  catalogue: Pick<Catalogue, 'metrics'>,
  { metric, params }: Pick<Indicator, 'metric' | 'params'>,
): Metric | null {
  const spec = catalogue.metrics.get(metric);
  if (!spec) return null;
  try {
    return normalise(spec, params ?? {});
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
