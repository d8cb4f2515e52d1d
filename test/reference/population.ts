import { type Micros, parseDuration } from './instants.ts';
import { isMissing, type Missing, NULL, reasonOf, together } from './logic.ts';
import { answerWithin } from './points.ts';
import { holds, type Looking, lookingAt, type Part, partsOf, valueIn } from './predicate.ts';
import type { Cell, Row } from './rows.ts';
import { own } from './scope.ts';
import { type Measure, named, nodes, type Related, type Spec, type Value } from './spec.ts';
import type { World } from './world.ts';

/** Whether a metric's rows look different at the end of each period. */
export const speaksOfPeriodEnd = (spec: Spec): boolean =>
  spec.by === 'periodEnd' || JSON.stringify([spec.where, spec.measure]).includes('"periodEnd"');

/** What a used row adds to its figure. */
export interface Contribution {
  /** The value; a share's hit as 1 or 0; of a net +1, 0, −1; of a ratio the upper part. Durations in microseconds. */
  readonly x: number;
  /** Lower part of a ratio. */
  readonly y: number;
  readonly key: Cell;
  /** What was counted, where the value is a sum over rows. */
  readonly parts: readonly Part[];
  /** The group of `worst`. */
  readonly group: string;
}

export type Reason = 'otherKind' | 'otherClient' | 'withdrawn' | 'null' | 'immature' | 'negative' | 'unrecorded';

/** A row whose `where` is not false, with what can be said of it before period, scope and split are known. */
export interface Judged {
  readonly row: Row;
  readonly by: Micros;
  readonly otherKind: boolean;
  readonly withdrawn: boolean;
  readonly clientStatus: string | null;
  /** Where the row is used its contribution, else the first reason of those that follow `withdrawn`. */
  readonly result: Contribution | Reason;
  /** Who answered, of a metric that waits for an answer (`orHorizon`). */
  readonly answeredBy: string | null | undefined;
}

const DEFAULT_KINDS = ['application', 'appeal', 'interagency', 'internalRequest'];
const GONE = ['withdrawn', 'terminated'];

export function rowsOf(world: World, of: string): readonly Row[] {
  switch (of) {
    case 'case':
      return [...world.cases.values()];
    case 'event':
      return [...world.cases.values()].flatMap((row) => row.events);
    case 'span':
      return [...world.cases.values()].flatMap((row) => row.spans);
    case 'run':
      return [...world.runs.values()];
    case 'answer':
      return world.answers;
    case 'invitation':
      return world.invitations;
    case 'text':
      return world.texts;
    case 'reading':
      return world.readings;
    default:
      throw new Error(`no such fact: ${of}`);
  }
}

/** `periodEnd`: of the figure's period; null where the metric does not speak of it. */
export function judge(world: World, spec: Spec, periodEnd: Micros | null): Judged[] {
  const looking = lookingAt(world, spec, periodEnd);
  const stock = spec.by === 'periodEnd' ? periodEnd : null;
  const naming = { kinds: named(spec.where, 'kind'), outcomes: named(spec.where, 'outcome') };
  const graded = [...nodes([spec.where, spec.measure])].some((node) => node.text === 'gradeRu');
  const judged: Judged[] = [];
  for (const row of rowsOf(world, spec.of)) {
    if (spec.ask !== undefined && row.fields.question !== spec.ask) continue;
    const by = stock ?? (row.fields[spec.by] as Micros | null | undefined) ?? null;
    if (by === null || by > row.horizon) continue;
    if (stock !== null && !isOpenAt(row, stock)) continue;
    const where = spec.where === undefined ? true : holds(spec.where, row, looking);
    if (where === false) continue;
    judged.push({
      row,
      by,
      otherKind: isOtherKind(row, naming.kinds) || (graded && row.fields.language !== 'ru'),
      withdrawn: stock === null && isGone(row, [...naming.outcomes, ...(spec.keep ?? [])]),
      clientStatus: (row.fields.clientStatus ?? row.of?.fields.clientStatus ?? null) as string | null,
      result: isMissing(where) ? 'null' : isImmature(row, by, looking) ? 'immature' : worth(row, looking),
      answeredBy: answererOf(row, looking),
    });
  }
  return judged;
}

function isOpenAt(row: Row, moment: Micros): boolean {
  const closedAt = row.fields.closedAt as Micros | null;
  const registeredAt = row.fields.registeredAt as Micros | null;
  return registeredAt !== null && registeredAt < moment && (closedAt === null || closedAt >= moment);
}

/** Events and spans are taken through their case, with `contact` besides; texts are not tested. */
function isOtherKind(row: Row, namedKinds: ReadonlySet<string>): boolean {
  if (!['case', 'event', 'span'].includes(row.type) || row.of === null) return false;
  if (DEFAULT_KINDS.includes(row.of.kind) || namedKinds.has(row.of.kind)) return false;
  return row.type === 'case' || row.of.kind !== 'contact';
}

function isGone(row: Row, kept: readonly string[]): boolean {
  const outcome = (row.of?.fields.outcome ?? null) as string | null;
  return outcome !== null && GONE.includes(outcome) && !kept.includes(outcome);
}

function isImmature(row: Row, by: Micros, looking: Looking): boolean {
  const { mature } = looking.spec;
  return mature !== undefined && by + parseDuration(looking.param(mature)) > row.horizon;
}

function worth(row: Row, looking: Looking): Contribution | Reason {
  const contribution = contributionOf(looking.spec.measure, row, looking);
  return isMissing(contribution) ? reasonOf(contribution) : contribution;
}

const NOTHING: Contribution = { x: 0, y: 0, key: null, parts: [], group: '' };

function contributionOf(measure: Measure, row: Row, looking: Looking): Contribution | Missing {
  if ('count' in measure || 'rate' in measure) return NOTHING;
  if ('distinct' in measure) return { ...NOTHING, key: row.fields[measure.distinct as string] ?? null };
  if ('share' in measure) {
    const hit = holds(measure.share as Value, row, looking);
    return isMissing(hit) ? hit : { ...NOTHING, x: hit ? 1 : 0 };
  }
  if ('topBox' in measure || 'net' in measure) {
    const given = row.fields.value as number | null;
    if (given === null) return NULL;
    if ('topBox' in measure) return { ...NOTHING, x: (measure.topBox as number[]).includes(given) ? 1 : 0 };
    const { up, down } = measure.net as { up: number[]; down: number[] };
    return { ...NOTHING, x: up.includes(given) ? 1 : down.includes(given) ? -1 : 0 };
  }
  if ('ratio' in measure) {
    const [upper, lower] = (measure.ratio as [Value, Value]).map((value) => valueIn(value, row, looking));
    if (isMissing(upper) || isMissing(lower)) return together([upper, lower]);
    return { ...NOTHING, x: upper as number, y: lower as number };
  }
  if ('worst' in measure) {
    const worst = measure.worst as { by: string; measure: Measure };
    const inner = contributionOf(worst.measure, row, looking);
    const by = looking.spec.by === 'periodEnd' ? looking.periodEnd! : (row.fields[looking.spec.by] as Micros);
    const group = own(row, worst.by, by, looking.world) ?? NULL;
    if (isMissing(inner) || isMissing(group)) return together([inner, group]);
    return { ...inner, group };
  }
  const value = innerValue(measure)!;
  if (isSumOfRows(value)) {
    const parts = partsOf(value, row, looking);
    return isMissing(parts) ? parts : { ...NOTHING, parts, x: parts.reduce((sum, part) => sum + part.amount, 0) };
  }
  const x = valueIn(value, row, looking);
  return isMissing(x) ? x : { ...NOTHING, x: x as number };
}

/** The value of a mean, median, quantile or sum. */
export const innerValue = (measure: Measure): Value | undefined =>
  (measure.mean ?? measure.median ?? measure.sum ?? measure.of) as Value | undefined;

export const isSumOfRows = (value: Value | undefined): boolean =>
  value !== undefined && ('count' in value || 'total' in value || 'spans' in value);

function answererOf(row: Row, looking: Looking): string | null | undefined {
  if (row.type !== 'event') return undefined;
  const waiting = [...nodes(looking.spec.measure)].find((node) => node.orHorizon === true);
  if (waiting === undefined) return undefined;
  const answer = answerWithin(waiting.first as Related, row, looking);
  return isMissing(answer) || answer === null ? null : ((answer.fields.employee ?? null) as string | null);
}

/** The rows that a rate counts; the defaults hold for them as for any metric of their fact. */
export function rateRows(world: World, spec: Spec, periodEnd: Micros | null): Judged[] {
  const { of, where, by } = spec.measure.rate as { of: string; where: Value; by: string };
  const { id, unit, clients, roll, group, better, params } = spec;
  const counted = { id, unit, clients, roll, group, better, params, of, where, by, measure: { count: true } };
  return judge(world, counted, periodEnd).filter(
    (row) => typeof row.result === 'object' && !row.otherKind && !row.withdrawn,
  );
}
