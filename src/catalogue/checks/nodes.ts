import type { RowType } from '#facts';
import type { Measure, Metric, Point, Predicate, Related, Value } from '../tree.ts';

/** A node of the tree with the row that it stands on. */
export type Node =
  | { readonly node: 'predicate'; readonly row: RowType; readonly predicate: Predicate }
  | { readonly node: 'value'; readonly row: RowType; readonly value: Value }
  | { readonly node: 'related'; readonly row: RowType; readonly related: Related }
  | { readonly node: 'point'; readonly row: RowType; readonly point: Point }
  | { readonly node: 'measure'; readonly row: RowType; readonly measure: Measure; readonly inside: Measure | null };

/** Every node, outermost first. The insides of concepts are left out: they are not the author's. */
export function nodesOf(metric: Pick<Metric, 'of' | 'where' | 'measure'>): readonly Node[] {
  const found: Node[] = [];

  const point = (one: Point | null, row: RowType): void => {
    if (one === null) return;
    found.push({ node: 'point', row, point: one });
    if (one.kind === 'first' || one.kind === 'last') related(one.related, row);
  };

  const related = (one: Related, row: RowType): void => {
    found.push({ node: 'related', row, related: one });
    if (one.where !== null) predicate(one.where, one.fact);
    point(one.after, row);
    point(one.before, row);
  };

  const value = (one: Value, row: RowType): void => {
    found.push({ node: 'value', row, value: one });
    if (one.kind === 'count' || one.kind === 'total' || one.kind === 'distinct') related(one.related, row);
    if (one.kind === 'time') {
      point(one.from, row);
      point(one.to, row);
    }
  };

  const predicate = (one: Predicate, row: RowType): void => {
    found.push({ node: 'predicate', row, predicate: one });
    if (one.kind === 'and' || one.kind === 'or') for (const part of one.parts) predicate(part, row);
    if (one.kind === 'not') predicate(one.part, row);
    if (one.kind === 'has') related(one.related, row);
    if ('left' in one) value(one.left, row);
  };

  const measure = (one: Measure, inside: Measure | null): void => {
    found.push({ node: 'measure', row: metric.of, measure: one, inside });
    if (one.kind === 'share') predicate(one.of, metric.of);
    if (one.kind === 'mean' || one.kind === 'quantile' || one.kind === 'sum') value(one.of, metric.of);
    if (one.kind === 'ratio') {
      value(one.top, metric.of);
      value(one.bottom, metric.of);
    }
    if (one.kind === 'rate') predicate(one.where, one.of);
    if (one.kind === 'worst') measure(one.measure, one);
  };

  if (metric.where !== null) predicate(metric.where, metric.of);
  measure(metric.measure, null);
  return found;
}
