import type { Level, MetricSpec } from '#catalogue';
import type { Journey, TouchpointKind } from './journey.ts';
import { linkKindOf } from './linkKinds.ts';
import { type Indicator, indicatorSchema, type Link, MOST_PER_POSITION, type Model } from './model.ts';
import { slug } from './shortForm.ts';

/** Why something is proposed, best first, and what speaks against it. */
export type ProposalReason =
  | 'shared'
  | 'sameMetric'
  | 'sameKpi'
  | 'counter'
  | 'clientsVoice'
  | 'factsThere'
  | 'worksHere';
export type ProposalCaution = 'noFacts' | 'tooFew' | 'cardFull' | 'nobodySeen' | 'belief';

export interface Proposal {
  readonly indicator: Indicator;
  readonly link: Link;
  readonly reasons: readonly ProposalReason[];
  readonly cautions: readonly ProposalCaution[];
  readonly chosen: boolean;
}

export interface ProposalPlace {
  readonly of: 'journey' | 'unit' | 'touchpoint' | 'position';
  readonly id: string;
  readonly name: string;
  readonly held: number | null;
  readonly proposals: readonly Proposal[];
}

/** What facts tell of places and metrics; a metric that is not in `measurable` was not looked at. */
export interface ProposalFacts {
  readonly touchpoints: readonly string[];
  readonly units: readonly string[];
  /** Whether an employee of the model was seen at one of these touchpoints (none: anywhere). */
  readonly seen: (employee: string, touchpoints: readonly string[]) => boolean;
  readonly measurable: ReadonlyMap<string, 'measured' | 'tooFew' | 'unmeasured' | 'absent'>;
}

const MOST_A_PLACE = 7;
/** Kinds of touchpoint at which a client meets somebody: there clients can be asked. */
const MEETS: readonly TouchpointKind[] = ['information', 'consultation', 'submit', 'visit', 'issue', 'notify'];

type Why = 'sameMetric' | 'counter' | 'sameKpi' | 'clientsVoice';

/** Metrics that may stand below a top one: the same, its counters, and those of its KPI. */
export function candidates(
  top: MetricSpec,
  metrics: ReadonlyMap<string, MetricSpec>,
): readonly { readonly metric: MetricSpec; readonly why: Why }[] {
  return [...metrics.values()].flatMap((metric): { metric: MetricSpec; why: Why }[] => {
    if (metric.id === top.id) return [{ metric, why: 'sameMetric' }];
    if (top.counter.includes(metric.id)) return [{ metric, why: 'counter' }];
    if (metric.kpi !== top.kpi || !metric.clients.some((one) => top.clients.includes(one))) return [];
    return [{ metric, why: metric.group === top.group ? 'sameKpi' : 'clientsVoice' }];
  });
}

/** Lower indicators for the places and positions of a journey, or of the whole body; people choose. */
export function propose(
  model: Model,
  top: Indicator,
  metrics: ReadonlyMap<string, MetricSpec>,
  journey: Journey | null,
  facts: ProposalFacts,
): readonly ProposalPlace[] {
  const spec = metrics.get(top.metric);
  if (!spec) return [];
  const found = candidates(spec, metrics);
  const at = (place: Spot): ProposalPlace => ({
    of: place.of,
    id: place.id,
    name: place.name,
    held: place.held,
    proposals: proposalsAt(place, { model, top, spec, found, facts }),
  });
  return [...spotsOf(model, top, journey, facts).map(at)].filter(({ proposals }) => proposals.length > 0);
}

interface Spot {
  readonly of: ProposalPlace['of'];
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly place: Partial<Indicator['place']>;
  readonly owner: string | null;
  readonly held: number | null;
  readonly meets: boolean;
  readonly cautions: readonly ProposalCaution[];
  readonly worksHere: boolean;
}

function spotsOf(model: Model, top: Indicator, journey: Journey | null, facts: ProposalFacts): readonly Spot[] {
  const base = { owner: null, held: null, meets: false, cautions: [], worksHere: false };
  const drawn = (journey?.asIs.touchpoints ?? []).flatMap(({ facts: values, name, kind }) =>
    values.map((value) => ({ id: value, name, meets: MEETS.includes(kind) })),
  );
  const known = new Set(drawn.map(({ id }) => id));
  const others = journey
    ? []
    : facts.touchpoints.filter((id) => !known.has(id)).map((id) => ({ id, name: id, meets: true }));
  const inJourney = { journey: journey?.id ?? top.place.journey };
  const units = journey ? [...new Set(journey.asIs.touchpoints.flatMap(({ unit }) => unit ?? []))] : facts.units;
  return [
    ...(journey && top.level === 'body'
      ? [
          {
            ...base,
            of: 'journey' as const,
            id: journey.id,
            name: journey.name,
            level: 'journey' as const,
            place: inJourney,
            meets: true,
          },
        ]
      : []),
    ...units.map((id) => ({
      ...base,
      of: 'unit' as const,
      id,
      name: id,
      level: 'unit' as const,
      place: { ...inJourney, unit: id },
      meets: true,
    })),
    ...[...drawn, ...others].map(({ id, name, meets }) => ({
      ...base,
      of: 'touchpoint' as const,
      id,
      name,
      level: 'touchpoint' as const,
      place: { ...inJourney, touchpoint: id },
      meets,
    })),
    ...model.positions.map((position): Spot => {
      const held = model.indicators.filter(({ owner }) => owner === position.id).length;
      const seen = position.employees.some((one) => facts.seen(one, position.touchpoints));
      const cautions: ProposalCaution[] = [
        ...(held >= MOST_PER_POSITION ? (['cardFull'] as const) : []),
        ...(position.employees.length > 0 && !seen ? (['nobodySeen'] as const) : []),
      ];
      return {
        of: 'position',
        id: position.id,
        name: position.name,
        level: position.level,
        place: inJourney,
        owner: position.id,
        held,
        meets: drawn.some(({ id, meets }) => meets && position.touchpoints.includes(id)),
        cautions,
        worksHere: seen,
      };
    }),
  ];
}

interface Context {
  readonly model: Model;
  readonly top: Indicator;
  readonly spec: MetricSpec;
  readonly found: ReturnType<typeof candidates>;
  readonly facts: ProposalFacts;
}

function proposalsAt(spot: Spot, context: Context): readonly Proposal[] {
  const { top, spec, found } = context;
  // The figure of all comes first: whoever takes part shares it.
  const common = spot.of === 'position' && top.owner !== spot.id ? [proposal(spot, spec, 'shared', context)] : [];
  const own = found
    .filter(({ metric }) => metric.levels.includes(spot.level))
    .filter(({ metric, why }) => why !== 'sameMetric' || spot.level !== top.level || metric.roll !== 'shared')
    // Clients' opinion of whom they never meet would be unfair.
    .filter(({ metric }) => metric.group === 'objective' || spot.meets)
    .map(({ metric, why }) => proposal(spot, metric, why, context));
  return [...common, ...own].toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_A_PLACE);
}

const ORDER: readonly ProposalReason[] = ['shared', 'sameMetric', 'sameKpi', 'counter', 'clientsVoice'];
const rank = ({ reasons, cautions }: Proposal): number =>
  10 * Number(cautions.includes('noFacts')) +
  5 * Number(cautions.includes('tooFew')) +
  ORDER.findIndex((reason) => reasons.includes(reason));

function proposal(spot: Spot, metric: MetricSpec, why: ProposalReason, { model, top, facts }: Context): Proposal {
  const shared = why === 'shared';
  const kind = shared ? 'shared' : why === 'sameMetric' ? linkKindOf(metric, spot.level) : 'driver';
  const ids = new Set(model.indicators.map(({ id }) => id));
  const owner = spot.owner;
  const there = model.indicators.find(
    (one) =>
      one.metric === metric.id &&
      one.owner === owner &&
      (shared ||
        owner !== null ||
        (one.place.touchpoint === (spot.place.touchpoint ?? null) && one.place.unit === (spot.place.unit ?? null))) &&
      model.links.some(({ upper, lower }) => upper === top.id && lower === one.id),
  );
  let id = `${metric.id}.${slug(spot.id)}`;
  while (there === undefined && ids.has(id)) id = `${id}-2`;
  const indicator =
    there ??
    indicatorSchema.parse({
      id,
      metric: metric.id,
      level: shared ? top.level : spot.level,
      place: shared ? top.place : spot.place,
      owner,
      shared,
      watch: why === 'counter' && owner === null,
      period: top.period,
      ...(shared && top.params ? { params: top.params } : {}),
    });
  const state = facts.measurable.get(metric.id);
  return {
    indicator,
    link: { upper: top.id, lower: indicator.id, kind, budget: null, reason: '' },
    reasons: [
      why,
      ...(state === 'measured' ? (['factsThere'] as const) : []),
      ...(spot.worksHere ? (['worksHere'] as const) : []),
    ],
    cautions: [
      ...(state === 'tooFew' ? (['tooFew'] as const) : []),
      ...(state === 'unmeasured' || state === 'absent' ? (['noFacts'] as const) : []),
      ...(kind === 'driver' ? (['belief'] as const) : []),
      ...spot.cautions,
    ],
    chosen: there !== undefined,
  };
}
