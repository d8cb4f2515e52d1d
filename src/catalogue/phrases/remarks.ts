import { CASE_KINDS, type CaseKind, type ClientStatus, type RowType, type SpanKind } from '#facts';
import type { Duration } from '#time';
import type { Instrument, Scale, Vocabulary } from '../asked.ts';
import { kindsOf } from '../normalise.ts';
import type { Metric, Predicate } from '../tree.ts';
import { allValues, leaves, measuredPredicates, measuredValues, relatedOf } from '../walk.ts';
import type { ClockName, LeftOutcome } from '../words-of-grammar.ts';

/** One sentence of "what is left out", as data; both languages word the same list in the same order. */
export type Remark =
  | { readonly kind: 'otherKinds'; readonly of: RowType; readonly kinds: readonly CaseKind[] }
  | { readonly kind: 'leftOutcomes'; readonly of: RowType; readonly outcomes: readonly LeftOutcome[] }
  | { readonly kind: 'keptOutcomes'; readonly of: RowType }
  | { readonly kind: 'clients'; readonly external: readonly ClientStatus[]; readonly internal: boolean }
  | { readonly kind: 'russianOnly' }
  | { readonly kind: 'noAnswer'; readonly scale: Scale | null }
  | { readonly kind: 'missing'; readonly of: RowType; readonly fields: readonly string[] }
  | { readonly kind: 'unrecorded' }
  | { readonly kind: 'negative' }
  | { readonly kind: 'waits'; readonly of: RowType; readonly mature: Duration }
  | { readonly kind: 'clock'; readonly clock: ClockName }
  | { readonly kind: 'pausesIncluded' }
  | { readonly kind: 'stops'; readonly spans: readonly SpanKind[] }
  | { readonly kind: 'bounded'; readonly most: Duration }
  | { readonly kind: 'sameMatter' }
  | { readonly kind: 'grade' }
  | { readonly kind: 'scale'; readonly scale: Scale }
  | { readonly kind: 'gap' }
  | { readonly kind: 'instrument'; readonly instrument: Instrument }
  | { readonly kind: 'small'; readonly of: RowType; readonly show: number; readonly judge: number };

/** Fields that every row has after import, or whose absence is a state and no gap. */
const FILLED: readonly string[] = ['kind', 'answered', 'instrument', 'initiator', 'outcomeClass', 'closedAt', 'at'];

/** Nulls, defaults, maturity, clocks and small numbers of a metric (facts.md § 4), from its tree alone. */
export function remarks(metric: Metric, vocabulary: Vocabulary): readonly Remark[] {
  return [
    ...ofPopulation(metric),
    ...ofNulls(metric, vocabulary),
    ...(metric.mature === null ? [] : [{ kind: 'waits', of: metric.of, mature: metric.mature } as const]),
    ...ofClocks(metric),
    ...ofMeanings(metric, vocabulary),
    { kind: 'small', of: metric.of, show: metric.min.show, judge: metric.min.judge },
  ];
}

function ofPopulation({ of, where, stock, population }: Metric): readonly Remark[] {
  const { caseKinds, leftOutcomes, clients, language } = population;
  const out: Remark[] = [];
  // A population that names its kinds has said them in the main sentence.
  const told = of === 'case' && where !== null && kindsOf(where, of) !== null;
  const others = CASE_KINDS.filter((kind) => caseKinds !== null && !caseKinds.includes(kind));
  if (others.length > 0 && !told) out.push({ kind: 'otherKinds', of, kinds: others });
  if (leftOutcomes.length > 0) out.push({ kind: 'leftOutcomes', of, outcomes: leftOutcomes });
  const hasOutcome = of === 'case' || of === 'event' || of === 'span' || of === 'text';
  if (leftOutcomes.length === 0 && hasOutcome && !stock) out.push({ kind: 'keptOutcomes', of });
  const external = clients.filter((client) => client !== 'internal');
  out.push({ kind: 'clients', external, internal: clients.includes('internal') });
  if (language !== null) out.push({ kind: 'russianOnly' });
  return out;
}

function ofNulls(metric: Metric, { questions, scales }: Vocabulary): readonly Remark[] {
  const out: Remark[] = [];
  if (metric.of === 'answer') {
    const question = questions.get(metric.ask ?? '');
    out.push({ kind: 'noAnswer', scale: (question && scales.get(question.scale)) ?? null });
  } else {
    const fields = [...new Set([...comparedFields(metric), ...moments(metric)])].filter(
      (field) => !FILLED.includes(field),
    );
    if (fields.length > 0) out.push({ kind: 'missing', of: metric.of, fields });
  }
  if (relatedOf(metric).some((related) => related.fact === 'event')) out.push({ kind: 'unrecorded' });
  if (allValues(metric).some((value) => value.kind === 'time')) out.push({ kind: 'negative' });
  return out;
}

/** What is tested on the metric's own rows, concepts included. */
const ownLeaves = ({ where, measure }: Metric): readonly Predicate[] =>
  [...(where === null ? [] : [where]), ...(measure.kind === 'rate' ? [] : measuredPredicates(measure))].flatMap(leaves);

/** Own fields that are compared or aggregated; `valid` never meets null. */
const comparedFields = (metric: Metric): readonly string[] => {
  const compared = ownLeaves(metric).flatMap((leaf) => ('left' in leaf && leaf.kind !== 'valid' ? [leaf.left] : []));
  return [...compared, ...measuredValues(metric.measure)].flatMap((value) =>
    value.kind === 'field' && value.row === metric.of ? [value.field] : [],
  );
};

/** Own fields on the right of comparisons and at the ends of times and windows. */
function moments(metric: Metric): readonly string[] {
  const ends = allValues(metric).flatMap((value) => (value.kind === 'time' ? [value.from, value.to] : []));
  const windows = relatedOf(metric).flatMap((related) => [related.after, related.before]);
  return [
    ...[...ends, ...windows].flatMap((point) =>
      point?.kind === 'field' && point.row === metric.of ? [point.field] : [],
    ),
    ...ownLeaves(metric).flatMap((leaf) =>
      leaf.kind === 'compare' && leaf.right.kind === 'field' ? [leaf.right.field] : [],
    ),
  ];
}

function ofClocks(metric: Metric): readonly Remark[] {
  const timed = allValues(metric).filter((value) => value.kind === 'time' || value.kind === 'spans');
  const clocks = (['calendar', 'working'] as const).filter((clock) => timed.some((value) => value.clock === clock));
  const whole = timed.some((value) => value.kind === 'time' && value.less.length === 0);
  const bounded = timed.some((value) => value.kind === 'time' && value.to.kind === 'first' && value.to.orHorizon);
  return [
    ...clocks.map((clock) => ({ kind: 'clock', clock }) as const),
    ...(whole && (metric.of === 'case' || metric.of === 'run') ? [{ kind: 'pausesIncluded' } as const] : []),
    ...timed.flatMap((value) =>
      value.kind === 'time' && value.less.length > 0 ? [{ kind: 'stops', spans: value.less } as const] : [],
    ),
    ...(bounded && metric.mature !== null ? [{ kind: 'bounded', most: metric.mature } as const] : []),
  ];
}

function ofMeanings(metric: Metric, { questions, scales, instruments }: Vocabulary): readonly Remark[] {
  const out: Remark[] = [];
  if (relatedOf(metric).some((related) => related.link === 'sameMatter')) out.push({ kind: 'sameMatter' });
  const values = allValues(metric);
  if (values.some((value) => value.kind === 'grade')) out.push({ kind: 'grade' });
  const question = questions.get(metric.ask ?? '');
  const scale = question && scales.get(question.scale);
  if (metric.measure.kind === 'net' && scale !== undefined) out.push({ kind: 'scale', scale });
  if (values.some((value) => value.kind === 'spans' && value.spans.includes('gap'))) out.push({ kind: 'gap' });
  const named = ownLeaves(metric).flatMap((leaf) =>
    leaf.kind === 'compare' && leaf.right.kind === 'literal' ? [String(leaf.right.value)] : [],
  );
  for (const code of metric.of === 'reading' ? named : []) {
    const instrument = instruments.get(code);
    if (instrument !== undefined) out.push({ kind: 'instrument', instrument });
  }
  return out;
}
