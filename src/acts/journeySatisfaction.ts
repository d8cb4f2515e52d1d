import type { MetricSpec } from '#catalogue';
import type { PathMap } from '#judge';
import { type AnswersAt, answersAt, type Engine, wilsonInterval } from '#measure';
import type { Journey } from '#model';
import type { ActContext } from './act.ts';
import type { FactContext } from './factPort.ts';
import { scopeOf } from './figures.ts';
import type { JourneyRequest } from './journeyPopulation.ts';
import type { TouchpointFacts } from './journeyViews.ts';
import type { ScopeView } from './views.ts';

type Satisfaction = TouchpointFacts['satisfaction'][number];

/** Answers by touchpoint: on the map by its id, else by the facts' touchpoint (`?NAME`). */
export type SatisfactionAt = ReadonlyMap<string, readonly Satisfaction[]>;

const SHOW = 5;

/** What clients say at the touchpoints in the period: shares of the best answers, question by question. Answers are cut
 *  by their own fields; those of a life situation name it, those of a service path its services. */
export async function satisfactionOf(
  { ports }: ActContext,
  facts: FactContext,
  engine: Engine,
  { journey, request, map }: { readonly journey: Journey; readonly request: JourneyRequest; readonly map: PathMap },
): Promise<SatisfactionAt> {
  const scope = scopeOf(answerScope(journey, request.scope), facts);
  const answers = await answersAt({ period: request.period, scope }, facts, engine);
  const state = (facts.horizons.answer ?? Number.NEGATIVE_INFINITY) >= request.period.to ? 'final' : 'preliminary';
  const found = new Map<string, Satisfaction[]>();
  for (const spec of (await ports.catalogue.load()).metrics.values()) {
    const counted = countOf(spec, answers, map);
    const show = Math.max(spec.min?.show ?? SHOW, SHOW);
    const hidden = hiddenOf(counted, show);
    for (const [place, { n, tops }] of counted) {
      if (place === '') continue;
      const question = spec.ask ?? '';
      const figure = hidden.has(place)
        ? { value: null, n: null, interval: null, state: 'tooFew' as const }
        : { value: (100 * tops) / n, n, interval: wilsonInterval(tops, n), state: state as Satisfaction['state'] };
      found.set(place, [...(found.get(place) ?? []), { metric: spec.id, question, ...figure }]);
    }
  }
  return found;
}

interface Count {
  readonly n: number;
  readonly tops: number;
}

/** Answers to a metric's question by place; '' is no touchpoint. Empty where the metric is no share of best answers. */
function countOf(spec: MetricSpec, answers: readonly AnswersAt[], map: PathMap): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  if (spec.of !== 'answer' || !spec.ask || !('topBox' in spec.measure)) return counts;
  const best = new Set(spec.measure.topBox);
  const outcomeClass = outcomeClassOf(spec.where);
  if (outcomeClass === undefined) return counts;
  for (const { question, touchpoint, value, n, ...answer } of answers) {
    if (question !== spec.ask || (outcomeClass !== null && answer.outcomeClass !== outcomeClass)) continue;
    const place = touchpoint === null ? '' : (map.touchpointOf(touchpoint) ?? `?${touchpoint}`);
    const before = counts.get(place) ?? { n: 0, tops: 0 };
    counts.set(place, { n: before.n + n, tops: before.tops + (best.has(value) ? n : 0) });
  }
  return counts;
}

/** The class of outcome that a metric is about; null: any; undefined: it asks for something else besides. */
function outcomeClassOf(where: unknown): string | null | undefined {
  const parts = where && typeof where === 'object' && 'and' in where ? (where.and as unknown[]) : [where];
  const others = parts.filter((part) => JSON.stringify(part) !== '{"is":"answered"}');
  if (others.length === 0) return null;
  const [one] = others as { readonly field?: string; readonly equal?: string }[];
  return others.length === 1 && one?.field === 'outcomeClass' ? one.equal : undefined;
}

/** Small groups, and with exactly one of them the next smallest too, so that none is told by subtraction (facts.md § 4). */
function hiddenOf(counts: ReadonlyMap<string, Count>, show: number): ReadonlySet<string> {
  const groups = [...counts].sort(([a, x], [b, y]) => x.n - y.n || (a < b ? -1 : 1));
  const small = groups.filter(([, { n }]) => n < show);
  const next = small.length === 1 ? groups.slice(1, 2) : [];
  return new Set([...small, ...next].map(([place]) => place));
}

/** An answer has no case: only the fields that it has itself can cut it. */
function answerScope({ factsJourney, services }: Journey, scope: ScopeView): ScopeView {
  const own = ['clientStatus', 'segment', 'channel', 'unit', 'body', 'service'] as const;
  const cut = Object.fromEntries(own.flatMap((field) => (field in scope ? [[field, scope[field]!] as const] : [])));
  return factsJourney !== null
    ? { ...cut, journey: [factsJourney] }
    : { ...cut, ...(services.length && !('service' in cut) ? { service: services } : {}) };
}
