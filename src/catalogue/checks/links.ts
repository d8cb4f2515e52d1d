import type { RowType } from '#facts';
import type { Metric, Related } from '../tree.ts';
import { LINKS, type Link, type RelatedFact } from '../words-of-grammar.ts';
import { nodesOf } from './nodes.ts';
import { refusal, type SpecRefusal } from './refusal.ts';

// Links and windows of related selections, and what `mature` must cover.

const ALL: readonly RelatedFact[] = ['event', 'case', 'span', 'text'];
/** A case is never related to itself, so from a case `sameCase` reaches everything but cases. */
const ofCase = (link: Link): readonly RelatedFact[] => (link === 'sameCase' ? ['event', 'span', 'text'] : ALL);
/** What a link reaches from a row; a run knows only its own cases, and answers, readings, invitations know no case. */
const REACH: Readonly<Record<RowType, (link: Link) => readonly RelatedFact[]>> = {
  case: ofCase,
  event: () => ALL,
  span: () => ALL,
  text: () => ALL,
  run: (link) => (link === 'sameJourney' ? ALL : []),
  answer: () => [],
  invitation: () => [],
  reading: () => [],
};

export const linkRefusals = (metric: Metric): readonly SpecRefusal[] =>
  nodesOf(metric).flatMap((node) => {
    if (node.node !== 'related') return [];
    return [...reach(node.related, node.row), ...window(node.related), ...waits(node.related)];
  });

function reach({ at, fact, link }: Related, row: RowType): readonly SpecRefusal[] {
  if (REACH[row](link).includes(fact)) return [];
  const allowed = LINKS.filter((other) => REACH[row](other).includes(fact)).join(', ') || '–';
  return [refusal('metric.linkMisfit', `${at}.link`, { got: link, with: { row, fact, allowed } })];
}

/** Only the row that is counted has the moment and `mature` that bound its waiting. */
const waits = ({ where, at, fact }: Related): readonly SpecRefusal[] =>
  where !== null && JSON.stringify(where).includes('"orHorizon":true')
    ? [refusal('metric.nestedHorizon', `${at}.${fact}`)]
    : [];

function window({ at, after, within }: Related): readonly SpecRefusal[] {
  if (within === null) return [];
  if (after === null) return [refusal('metric.withinWithoutAfter', `${at}.within`)];
  return within.clock === 'working' ? [refusal('metric.workingWindow', `${at}.within`)] : [];
}

/** A window that opens before the row's moment may close after it: the row waits for the longest. */
export function matureRefusals(metric: Metric): readonly SpecRefusal[] {
  const { mature, by } = metric;
  if (mature?.clock === 'working') return [refusal('metric.workingWindow', 'mature')];
  const waits = mature?.micros ?? 0;
  return nodesOf(metric).flatMap((node) => {
    if (node.node === 'point' && node.point.kind === 'first' && node.point.orHorizon && mature === null) {
      return [refusal('metric.horizonWithoutMature', node.point.at)];
    }
    if (node.node === 'related' && node.related.within !== null && node.related.before === null) {
      return node.related.within.micros > waits ? [refusal('metric.immature', `${node.related.at}.within`)] : [];
    }
    if (node.node !== 'predicate' || node.predicate.kind !== 'compare') return [];
    const { left, right, at } = node.predicate;
    const fromRow = left.kind === 'time' && left.from.kind === 'field' && left.from.field === by;
    const short = right.kind === 'duration' && right.duration.clock === 'calendar' && right.duration.micros > waits;
    return fromRow && short ? [refusal('metric.immature', at)] : [];
  });
}

/** A duration is written on the clock of what it is compared with: `W5D` for the working clock, `P5D`, `PT4H` for the
 *  calendar one. Hours and minutes may be compared with either. */
export const durationClockRefusals = (metric: Metric): readonly SpecRefusal[] =>
  nodesOf(metric).flatMap((node) => {
    if (node.node !== 'predicate' || node.predicate.kind !== 'compare') return [];
    const { left, right, at, op } = node.predicate;
    if (right.kind !== 'duration' || (left.kind !== 'time' && left.kind !== 'spans')) return [];
    const whole = right.duration.micros % DAY_MICROS === 0;
    const misfit =
      left.clock === 'calendar' ? right.duration.clock === 'working' : right.duration.clock === 'calendar' && whole;
    return misfit ? [refusal('metric.clockMisfit', `${at}.${op}`, { with: { clock: left.clock } })] : [];
  });

const DAY_MICROS = 86_400_000_000;
