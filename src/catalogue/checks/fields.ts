import { type Field, ROW_FIELDS, type RowType } from '#facts';
import { CONCEPTS } from '../concepts.ts';
import type { Metric, Operand, Predicate, Value } from '../tree.ts';
import { PERIOD_END } from '../words-of-grammar.ts';
import { type Node, nodesOf } from './nodes.ts';
import { refusal, type SpecRefusal } from './refusal.ts';

// Fields: does the row have it, may it be compared so, is the code one of its codes.

const fieldOf = (row: RowType, name: string): Field | null =>
  name.startsWith('x:') ? { name, type: 'text' } : (ROW_FIELDS[row].find((field) => field.name === name) ?? null);

const known = (row: RowType, name: string, at: string): readonly SpecRefusal[] => {
  if (fieldOf(row, name) !== null) return [];
  const allowed = ROW_FIELDS[row].map((field) => field.name).join(', ');
  return [refusal('metric.unknownField', at, { got: name, with: { row, allowed } })];
};

const instant = (row: RowType, name: string, at: string): readonly SpecRefusal[] => {
  const field = fieldOf(row, name);
  if (field === null) return known(row, name, at);
  if (field.type === 'instant') return [];
  const allowed = ROW_FIELDS[row].flatMap(({ name: other, type }) => (type === 'instant' ? [other] : [])).join(', ');
  return [refusal('metric.notATime', at, { got: name, with: { row, allowed } })];
};

const NUMBERS: readonly Field['type'][] = ['integer', 'number'];

export function fieldRefusals(metric: Metric): readonly SpecRefusal[] {
  return [...byRefusals(metric), ...nodesOf(metric).flatMap(ofNode)];
}

function byRefusals({ by, of, measure }: Metric): readonly SpecRefusal[] {
  const own =
    by !== PERIOD_END ? instant(of, by, 'by') : of === 'case' ? [] : [refusal('metric.stockOfRow', 'by', { got: of })];
  return measure.kind === 'rate' ? [...own, ...instant(measure.of, measure.by, `${measure.at}.rate.by`)] : own;
}

function ofNode(node: Node): readonly SpecRefusal[] {
  switch (node.node) {
    case 'point':
      return node.point.kind === 'field' ? instant(node.row, node.point.field, node.point.at) : [];
    case 'value':
      return ofValue(node.value, node.row);
    case 'predicate':
      return ofPredicate(node.predicate, node.row);
    case 'measure':
      if (node.measure.kind === 'distinct') return known(node.row, node.measure.field, `${node.measure.at}.distinct`);
      if (node.measure.kind !== 'worst') return [];
      return known(node.row, node.measure.by, `${node.measure.at}.worst.by`);
    case 'related':
      return [];
  }
}

function ofValue(value: Value, row: RowType): readonly SpecRefusal[] {
  if (value.kind === 'field') return known(row, value.field, `${value.at}.field`);
  if (value.kind !== 'total' && value.kind !== 'distinct') return [];
  const at = `${value.at}.${value.kind}`;
  const unknown = known(value.related.fact, value.field, at);
  if (unknown.length > 0 || value.kind === 'distinct') return unknown;
  const field = fieldOf(value.related.fact, value.field);
  return field !== null && NUMBERS.includes(field.type) ? [] : [refusal('metric.notANumber', at, { got: value.field })];
}

function ofPredicate(predicate: Predicate, row: RowType): readonly SpecRefusal[] {
  if (predicate.kind === 'concept') {
    const { on } = CONCEPTS[predicate.name];
    return on === row
      ? []
      : [refusal('metric.conceptOnOtherRow', `${predicate.at}.is`, { got: predicate.name, with: { on, row } })];
  }
  if (!('left' in predicate)) return [];
  const { left } = predicate;
  if (predicate.kind === 'valid') return [];
  const field = left.kind === 'field' ? fieldOf(row, left.field) : null;
  if (left.kind === 'field' && field === null) return [];
  // A value that is no field is a number (counts, totals, grades) or a length of time.
  const type: Field['type'] | 'duration' =
    field?.type ?? (left.kind === 'time' || left.kind === 'spans' ? 'duration' : 'number');
  const wrong = (at: string, got: string) => [refusal('metric.wrongType', at, { got, with: { type } })];

  if (predicate.kind === 'contains') {
    if (type !== 'list') return wrong(`${predicate.at}.contains`, predicate.element);
    return ofCodes(field, [predicate.element], `${predicate.at}.contains`);
  }
  if (predicate.kind === 'oneOf') {
    const misfit = predicate.values.find((value) => !fits({ kind: 'literal', value }, type));
    if (misfit !== undefined || type === 'list') return wrong(`${predicate.at}.oneOf`, String(misfit ?? 'oneOf'));
    return ofCodes(field, predicate.values.map(String), `${predicate.at}.oneOf`);
  }
  const at = `${predicate.at}.${predicate.op}`;
  const { right } = predicate;
  if (right.kind === 'field') {
    const other = fieldOf(row, right.field);
    if (other === null) return known(row, right.field, at);
    const both = NUMBERS.includes(other.type) ? NUMBERS : [other.type];
    if (type === 'duration' || !both.includes(type)) return wrong(at, right.field);
  }
  const ordered = type === 'instant' || type === 'duration' || NUMBERS.includes(type as Field['type']);
  if (!fits(right, type) || type === 'list' || (predicate.op !== 'equal' && !ordered)) return wrong(at, word(right));
  return right.kind === 'literal' ? ofCodes(field, [String(right.value)], at) : [];
}

function fits(right: Operand, type: Field['type'] | 'duration'): boolean {
  if (right.kind === 'field') return true;
  if (right.kind === 'periodEnd') return type === 'instant';
  if (right.kind === 'duration') return type === 'duration';
  // An instant is compared with another moment, never with a date written into a spec.
  if (type === 'instant' || type === 'duration') return false;
  return NUMBERS.includes(type) ? typeof right.value === 'number' : typeof right.value === 'string';
}

const ofCodes = (field: Field | null, values: readonly string[], at: string): readonly SpecRefusal[] => {
  const codes = field?.oneOf;
  const foreign = codes === undefined ? undefined : values.find((value) => !codes.includes(value));
  return codes === undefined || foreign === undefined
    ? []
    : [refusal('metric.unknownCode', at, { got: foreign, with: { allowed: codes.join(', ') } })];
};

const word = (right: Operand): string => {
  switch (right.kind) {
    case 'literal':
      return String(right.value);
    case 'field':
      return right.field;
    case 'duration':
      return String(right.duration.micros);
    case 'periodEnd':
      return PERIOD_END;
  }
};
