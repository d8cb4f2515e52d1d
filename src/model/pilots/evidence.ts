import type { Group, Kpi, Unit } from '#catalogue';
import { type BehaviourChart, changeThatMatters } from '#judge';
import type { Indicator } from '../model.ts';
import type { Pilot, Voice } from './pilot.ts';

/** What facts and people say of one indicator under trial. */
export interface PilotFacts {
  readonly indicator: Indicator;
  readonly metric: string;
  readonly kpi: Kpi;
  readonly group: Group;
  readonly unit: Unit;
  readonly better: 'up' | 'down';
  /** Of readings a person types the value. */
  readonly typed: boolean;
  /** Metrics that would get worse if this one were gamed, by the catalogue, and those of them that the model holds. */
  readonly counters: readonly string[];
  readonly countersHeld: readonly string[];
  /** Its own past up to the pilot's end, judged. */
  readonly chart: BehaviourChart;
  /** Coverage of the newest figure, 0…1; null: no figure. */
  readonly coverage: number | null;
}

export interface Stability {
  /** Half the width of the natural limits: how far it moves by chance from one period to the next. Null: under 12. */
  readonly noise: number | null;
  /** The change that matters, in the metric's unit. */
  readonly matters: number | null;
  /** noise ÷ matters: above 1 a change that matters is lost in the noise. */
  readonly ratio: number | null;
  /** Periods with a value that can be judged. */
  readonly points: number;
  /** Periods with a value of too few cases to be judged. */
  readonly faint: number;
}

/** Whether words follow deeds: Spearman's rank correlation of an objective series with its subjective partner over the
 *  periods that both have, with the 95 % interval of Fisher's z (standard error 1.03 ÷ √(n − 3), Fieller, Hartley,
 *  Pearson 1957), signed so that above 0 is: better deeds, better words. Null under 8 pairs. */
export interface Relation {
  readonly partner: string;
  readonly pairs: number;
  readonly rank: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface Exposure {
  readonly code: 'noCounter' | 'typed' | 'ceiling';
}

export interface Heard {
  readonly asked: number;
  readonly clear: number;
  readonly influences: number;
  readonly unclearWhy: readonly string[];
  readonly hinderedBy: readonly string[];
}

export interface PilotEvidence {
  readonly indicator: string;
  readonly coverage: number | null;
  readonly stability: Stability;
  /** Hours of people's work in a period; null: not told. 0 where the log gives it. */
  readonly costHours: number | null;
  readonly relation: Relation | null;
  readonly exposure: readonly Exposure[];
  readonly heard: Heard;
  readonly comments: readonly string[];
}

/** Fewest pairs of periods of which a relation is told. */
const FEWEST_PAIRS = 8;
/** Fewest periods, all at the best value that there is, of which a ceiling is told. */
const CEILING_PERIODS = 12;

export function pilotEvidence(
  pilot: Pick<Pilot, 'voices' | 'comments'>,
  facts: readonly PilotFacts[],
): readonly PilotEvidence[] {
  return facts.map((one) => ({
    indicator: one.indicator.id,
    coverage: one.coverage,
    stability: stabilityOf(one),
    costHours: one.indicator.data.hoursPerPeriod ?? (one.typed || one.group === 'subjective' ? null : 0),
    relation: relationOf(one, facts),
    exposure: exposureOf(one),
    heard: heardOf(pilot.voices.filter(({ indicator }) => indicator === one.indicator.id)),
    comments: pilot.comments.filter(({ indicator }) => indicator === one.indicator.id).map(({ text }) => text),
  }));
}

function stabilityOf({ chart, unit }: PilotFacts): Stability {
  const values = valuesOf(chart);
  const segment = chart.segments.at(-1);
  const noise = segment?.unclippedUpper == null ? null : (segment.unclippedUpper - segment.unclippedLower!) / 2;
  const last = segment?.centre ?? values.at(-1)?.[1] ?? null;
  const matters = last === null ? null : changeThatMatters(last, { unit });
  const ratio = noise === null || matters === null || matters === 0 ? null : noise / matters;
  const faint = chart.points.filter(({ value, hollow }) => value !== null && hollow).length;
  return { noise, matters, ratio, points: values.length, faint };
}

const valuesOf = (chart: BehaviourChart): readonly (readonly [string, number])[] =>
  chart.points.flatMap(({ period, value, hollow }) => (value === null || hollow ? [] : [[period, value] as const]));

/** The partner is of the same KPI, of the other group, at the same level; at the same place before any other. */
function relationOf(one: PilotFacts, all: readonly PilotFacts[]): Relation | null {
  const alike = all.filter(
    (other) => other.kpi === one.kpi && other.group !== one.group && other.indicator.level === one.indicator.level,
  );
  const place = JSON.stringify(one.indicator.place);
  const partner = alike.find((other) => JSON.stringify(other.indicator.place) === place) ?? alike[0];
  if (!partner) return null;
  const theirs = new Map(valuesOf(partner.chart));
  const pairs = valuesOf(one.chart).flatMap(([period, value]) => {
    const other = theirs.get(period);
    return other === undefined ? [] : [[value, other] as const];
  });
  const told = { partner: partner.indicator.id, pairs: pairs.length };
  if (pairs.length < FEWEST_PAIRS) return { ...told, rank: null, interval: null };
  const raw = pearson(ranks(pairs.map(([mine]) => mine)), ranks(pairs.map(([, other]) => other)));
  if (raw === null) return { ...told, rank: null, interval: null };
  const rank = one.better === partner.better ? raw : -raw;
  return { ...told, rank, interval: fisher(rank, pairs.length) };
}

/** Ranks from 1, ties share their mean. */
function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const alike = values.filter((other) => other === value).length;
    return below + (alike + 1) / 2;
  });
}

/** Null where one side never moves. */
function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, x] of xs.entries()) {
    const y = ys[index]!;
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function fisher(rank: number, pairs: number): readonly [number, number] {
  // A perfect order has no finite z: it is told as it is on that side.
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, rank)));
  const reach = (1.959963984540054 * 1.03) / Math.sqrt(pairs - 3);
  return [Math.tanh(z - reach), Math.tanh(z + reach)];
}

function exposureOf({ counters, countersHeld, typed, chart, unit, better }: PilotFacts): readonly Exposure[] {
  const found: Exposure[] = [];
  if (counters.length > 0 && countersHeld.length === 0) found.push({ code: 'noCounter' });
  if (typed) found.push({ code: 'typed' });
  const best = unit === '%' && better === 'up' ? 99.5 : null;
  const recent = valuesOf(chart).slice(-CEILING_PERIODS);
  if (best !== null && recent.length === CEILING_PERIODS && recent.every(([, value]) => value >= best))
    found.push({ code: 'ceiling' });
  return found;
}

const heardOf = (voices: readonly Voice[]): Heard => ({
  asked: voices.length,
  clear: voices.filter(({ clear }) => clear).length,
  influences: voices.filter(({ influences }) => influences).length,
  unclearWhy: voices.flatMap(({ clear, unclearWhy }) => (clear || unclearWhy === '' ? [] : [unclearWhy])),
  hinderedBy: voices.flatMap(({ influences, hinderedBy }) => (influences || hinderedBy === '' ? [] : [hinderedBy])),
});
