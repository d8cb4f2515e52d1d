import { type Field, ROW_FIELDS } from '#facts';
import type { Measure, Metric, Value } from '../tree.ts';
import type { Roll, Unit } from '../words-of-grammar.ts';
import { nodesOf } from './nodes.ts';
import { refusal, type SpecRefusal } from './refusal.ts';

// Measures: which row, unit, clock and roll each may have, and what may not stand in what.

export function measureRefusals(metric: Metric): readonly SpecRefusal[] {
  return [
    ...unitRefusals(metric),
    ...rollRefusals(metric),
    ...nestingRefusals(metric),
    ...rowRefusals(metric),
    ...numberRefusals(metric),
  ];
}

/** Units of an aggregated value; the clock decides for lengths of time (facts.md § 3). */
function unitsOfValue(value: Value): readonly Unit[] {
  switch (value.kind) {
    case 'count':
    case 'distinct':
      return ['count'];
    case 'time':
    case 'spans':
      return value.clock === 'working' ? ['workingHours', 'minutes'] : ['days', 'hours', 'minutes'];
    case 'grade':
      return ['grade'];
    case 'total':
      return value.field === 'amount' ? ['rub'] : ['count'];
    case 'field':
      if (value.field === 'amount') return ['rub'];
      // The number that an answer or a reading holds is in whatever its question or instrument asks for.
      return value.field === 'value' ? ['count', 'hours', 'minutes', 'days', 'rub', 'points', 'grade'] : ['count'];
  }
}

function unitsOf(measure: Measure): readonly Unit[] {
  switch (measure.kind) {
    case 'share':
    case 'topBox':
    case 'ratio':
      return ['%'];
    case 'net':
      return ['points'];
    case 'rate':
      return ['per1000'];
    case 'count':
    case 'distinct':
      return ['count'];
    case 'mean':
    case 'quantile':
    case 'sum':
      return unitsOfValue(measure.of);
    case 'worst':
      return unitsOf(measure.measure);
  }
}

function unitRefusals({ measure, unit }: Metric): readonly SpecRefusal[] {
  const allowed = unitsOf(measure);
  if (!allowed.includes(unit)) {
    return [refusal('metric.unitMisfit', 'unit', { got: unit, with: { allowed: allowed.join(', ') } })];
  }
  return measure.kind === 'rate' && measure.per !== 1000
    ? [refusal('metric.unitMisfit', 'measure.per', { got: String(measure.per), with: { allowed: '1000' } })]
    : [];
}

/** Which identity a measure obeys (grammar B.3): a median adds up in neither way. */
function rollsOf(measure: Measure): readonly Roll[] {
  switch (measure.kind) {
    case 'count':
    case 'sum':
      return ['sumOfParts', 'shared', 'none'];
    case 'mean':
      return ['sumOfParts', 'weightedParts', 'shared', 'none'];
    case 'share':
    case 'ratio':
    case 'rate':
    case 'topBox':
    case 'net':
      return ['weightedParts', 'shared', 'none'];
    case 'quantile':
      return ['pooled', 'shared', 'none'];
    case 'distinct':
    case 'worst':
      return ['pooled', 'shared', 'none'];
  }
}

const rollRefusals = ({ measure, roll }: Metric): readonly SpecRefusal[] =>
  rollsOf(measure).includes(roll)
    ? []
    : [refusal('metric.rollMisfit', 'roll', { got: roll, with: { allowed: rollsOf(measure).join(', ') } })];

const nestingRefusals = (metric: Metric): readonly SpecRefusal[] =>
  nodesOf(metric).flatMap((node) =>
    node.node === 'measure' && node.inside !== null && (node.measure.kind === 'worst' || node.measure.kind === 'rate')
      ? [refusal('metric.nestedMeasure', node.measure.at, { got: node.measure.kind })]
      : [],
  );

function rowRefusals(metric: Metric): readonly SpecRefusal[] {
  const misplaced = (at: string, got: string, allowed: string) => [
    refusal('metric.notOfThisRow', at, { got, with: { row: metric.of, allowed } }),
  ];
  return nodesOf(metric).flatMap((node) => {
    if (node.node === 'measure' && (node.measure.kind === 'topBox' || node.measure.kind === 'net')) {
      return node.row === 'answer' ? [] : misplaced(node.measure.at, node.measure.kind, 'answer');
    }
    if (node.node !== 'value') return [];
    const { value, row } = node;
    if (value.kind === 'grade' && row !== 'text') return misplaced(value.at, 'gradeRu', 'text');
    if (value.kind === 'spans' && row !== 'case' && row !== 'run') return misplaced(value.at, 'spans', 'case, run');
    return [];
  });
}

const NUMBERS: readonly Field['type'][] = ['integer', 'number'];

function numberRefusals(metric: Metric): readonly SpecRefusal[] {
  const check = (value: Value): readonly SpecRefusal[] => {
    // A field that the row does not have is refused elsewhere.
    const listed = value.kind === 'field' && ROW_FIELDS[value.row].some((field) => field.name === value.field);
    if (value.kind !== 'field' || (!listed && !value.field.startsWith('x:'))) return [];
    return NUMBERS.includes(value.type)
      ? []
      : [refusal('metric.notANumber', `${value.at}.field`, { got: value.field })];
  };
  return nodesOf(metric).flatMap((node) => {
    if (node.node !== 'measure') return [];
    const { measure } = node;
    if (measure.kind === 'ratio') return [...check(measure.top), ...check(measure.bottom)];
    return measure.kind === 'mean' || measure.kind === 'quantile' || measure.kind === 'sum' ? check(measure.of) : [];
  });
}
