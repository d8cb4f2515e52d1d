import type { FindingView, MetricView, ModelShowView } from '../../client/types.ts';

/** Where a model's indicators stand in the matrix: rows by KPI, columns by position, numbered seats in the cells. */

export type Model = ModelShowView['model'];
export type Indicator = Model['indicators'][number];
export type Position = Model['positions'][number];
type Kpi = MetricView['kpi'];
export type Metrics = ReadonlyMap<string, MetricView>;

/** One of the places (five at most) of a position. */
export interface Seat {
  readonly indicator: string;
  readonly position: string;
  /** From 1: its number on the position's card. */
  readonly no: number;
  readonly shared: boolean;
  /** Beyond what a position may hold. */
  readonly over: boolean;
}

/** Indicators of one metric that differ only in who answers for them. */
export interface Row {
  readonly key: string;
  readonly kpi: Kpi | null;
  readonly metric: string;
  /** The body's own name; empty: the metric's. */
  readonly name: string;
  readonly group: MetricView['group'] | null;
  /** Of the pair that stands for its KPI. */
  readonly head: boolean;
  readonly watch: boolean;
  readonly indicators: readonly Indicator[];
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
}

export interface Column {
  readonly position: Position;
  readonly held: readonly Seat[];
}

export interface Layout {
  readonly rows: readonly Row[];
  /** By unit, then by name. */
  readonly columns: readonly Column[];
  readonly row: ReadonlyMap<string, Row>;
  readonly column: ReadonlyMap<string, Column>;
}

export const KPIS: readonly Kpi[] = ['informing', 'effort', 'speed', 'resolution', 'culture'];

export const layoutOf = (model: Model, metrics: Metrics, most: number, compare: Compare): Layout => {
  const seats = seatsOf(model, most);
  const heads = headsOf(model, metrics);
  const groups = new Map<string, Indicator[]>();
  for (const indicator of model.indicators) {
    const key = keyOf(indicator);
    const group = groups.get(key);
    if (group) group.push(indicator);
    else groups.set(key, [indicator]);
  }
  const rows = [...groups].map(([key, indicators]): Row => {
    const [first] = indicators as [Indicator];
    const metric = metrics.get(first.metric);
    const own = new Map<string, Seat[]>();
    for (const { id } of indicators) {
      const seat = seats.byIndicator.get(id);
      if (seat) own.set(seat.position, [...(own.get(seat.position) ?? []), seat]);
    }
    return {
      key,
      kpi: metric?.kpi ?? null,
      metric: first.metric,
      name: first.name,
      group: metric?.group ?? null,
      head: indicators.some(({ id }) => heads.has(id)),
      watch: indicators.every(({ watch }) => watch),
      indicators,
      seats: own,
    };
  });
  const ordered = rows
    .map((row, no) => ({ row, no }))
    .sort((a, b) => rankOf(a.row) - rankOf(b.row) || a.no - b.no)
    .map(({ row }) => row);
  const columns = [...model.positions]
    .sort((a, b) => compare(a.unit ?? '', b.unit ?? '') || compare(a.name, b.name))
    .map((position): Column => ({ position, held: seats.byPosition.get(position.id) ?? [] }));
  return {
    rows: ordered,
    columns,
    row: new Map(ordered.flatMap((row) => row.indicators.map(({ id }) => [id, row]))),
    column: new Map(columns.map((column) => [column.position.id, column])),
  };
};

type Compare = (a: string, b: string) => number;

/** Shared ones first, as on the card; then as the model lists them. */
const seatsOf = (model: Model, most: number) => {
  const held = new Map<string, Indicator[]>();
  for (const indicator of model.indicators) {
    if (indicator.owner === null) continue;
    const list = held.get(indicator.owner);
    if (list) list.push(indicator);
    else held.set(indicator.owner, [indicator]);
  }
  const byPosition = new Map<string, readonly Seat[]>();
  const byIndicator = new Map<string, Seat>();
  for (const [position, list] of held) {
    const ordered = [...list.filter(({ shared }) => shared), ...list.filter(({ shared }) => !shared)];
    const seats = ordered.map(({ id, shared }, at): Seat => {
      const seat = { indicator: id, position, no: at + 1, shared, over: at >= most };
      byIndicator.set(id, seat);
      return seat;
    });
    byPosition.set(position, seats);
  }
  return { byPosition, byIndicator };
};

/** The first of each side of each KPI that stands right under a goal: the pair of design § 3. */
const headsOf = (model: Model, metrics: Metrics): ReadonlySet<string> => {
  const found = new Map<string, string>();
  for (const { id, goals, watch, metric: metricId } of model.indicators) {
    const metric = metrics.get(metricId);
    if (!metric || watch || goals.length === 0) continue;
    const side = `${metric.kpi} ${metric.group}`;
    if (!found.has(side)) found.set(side, id);
  }
  return new Set(found.values());
};

const keyOf = ({ metric, params, name, place }: Indicator): string =>
  JSON.stringify([metric, params ?? null, name, place.service, place.clientStatus]);

const rankOf = ({ kpi, head, watch, group }: Row): number => {
  const section = kpi === null ? KPIS.length : KPIS.indexOf(kpi);
  return section * 10 + (head ? (group === 'objective' ? 0 : 1) : watch ? 3 : 2);
};

/** Columns that stand beside each other at once. */
export const MOST_COLUMNS = 12;

export interface Page {
  readonly columns: readonly Column[];
  /** Units on it, in order. */
  readonly units: readonly string[];
}

/** Unit by unit: a unit begins a new page where it does not fit into what is left of the last one. */
export const pagesOf = (columns: readonly Column[], most = MOST_COLUMNS): readonly Page[] => {
  const pages: Column[][] = [];
  let at = 0;
  while (at < columns.length) {
    const unit = columns[at]!.position.unit;
    let end = at;
    while (end < columns.length && columns[end]!.position.unit === unit && end - at < most) end += 1;
    const last = pages.at(-1);
    if (last && last.length + (end - at) <= most) last.push(...columns.slice(at, end));
    else pages.push(columns.slice(at, end));
    at = end;
  }
  return pages.map((page) => ({
    columns: page,
    units: [...new Set(page.flatMap(({ position }) => (position.unit === null ? [] : [position.unit])))],
  }));
};

export interface Filter {
  readonly kpi?: string | undefined;
  readonly position?: string | undefined;
  readonly unit?: string | undefined;
  readonly text?: string | undefined;
  /** Only what a check speaks of. */
  readonly findings?: boolean | undefined;
}

/** What checks speak of, by the thing. */
export interface Spoken {
  readonly indicators: ReadonlyMap<string, readonly FindingView[]>;
  readonly positions: ReadonlyMap<string, readonly FindingView[]>;
}

export const spokenOf = (findings: readonly FindingView[]): Spoken => {
  const indicators = new Map<string, FindingView[]>();
  const positions = new Map<string, FindingView[]>();
  const note = (map: Map<string, FindingView[]>, id: string, finding: FindingView) => {
    const list = map.get(id);
    if (list) list.push(finding);
    else map.set(id, [finding]);
  };
  for (const finding of findings) {
    const { of, id } = finding.at;
    if (id === null) continue;
    if (of === 'position') note(positions, id, finding);
    if (of === 'indicator') note(indicators, id, finding);
    if (of === 'link') for (const end of id.split(' → ')) note(indicators, end, finding);
  }
  return { indicators, positions };
};

export interface Names {
  readonly row: (row: Row) => string;
  readonly unit: (unit: string) => string;
}

/** Rows and columns that the filter leaves. A text is looked for in both: rows that it names come with those who hold
 *  them, positions that it names with what they hold. */
export const filtered = (
  layout: Layout,
  filter: Filter,
  spoken: Spoken,
  names: Names,
): { readonly rows: readonly Row[]; readonly columns: readonly Column[] } => {
  let rows = filter.kpi ? layout.rows.filter(({ kpi }) => kpi === filter.kpi) : layout.rows;
  let columns = layout.columns;
  if (filter.unit) columns = columns.filter(({ position }) => position.unit === filter.unit);
  if (filter.position) columns = columns.filter(({ position }) => position.id === filter.position);
  if (filter.unit || filter.position) rows = heldBy(layout, rows, columns);
  const narrow = (isRow: (row: Row) => boolean, isColumn: (column: Column) => boolean) => {
    const named = new Set(rows.filter(isRow));
    const people = new Set(columns.filter(isColumn));
    const theirs = new Set(heldBy(layout, rows, [...people]));
    columns = columns.filter((column) => people.has(column) || holdsAny(layout, column, named));
    rows = rows.filter((row) => named.has(row) || theirs.has(row));
  };
  const text = folded(filter.text ?? '');
  if (text !== '')
    narrow(
      (row) => folded(`${names.row(row)} ${row.metric}`).includes(text),
      ({ position: { name, unit } }) => folded(`${name} ${unit === null ? '' : names.unit(unit)}`).includes(text),
    );
  if (filter.findings)
    narrow(
      (row) => row.indicators.some(({ id }) => spoken.indicators.has(id)),
      ({ position }) => spoken.positions.has(position.id),
    );
  return { rows, columns };
};

const heldBy = (layout: Layout, rows: readonly Row[], columns: readonly Column[]): readonly Row[] => {
  const held = new Set(columns.flatMap(({ held }) => held.map(({ indicator }) => layout.row.get(indicator))));
  return rows.filter((row) => held.has(row));
};

const holdsAny = (layout: Layout, { held }: Column, rows: ReadonlySet<Row>): boolean =>
  held.some(({ indicator }) => rows.has(layout.row.get(indicator)!));

const folded = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е');

/** A model that long shows at once only rows that the shown positions hold, and the headline pairs. */
const MANY_ROWS = 120;

export const rowsOf = (layout: Layout, rows: readonly Row[], columns: readonly Column[]): readonly Row[] => {
  if (rows.length <= MANY_ROWS) return rows;
  const theirs = new Set(heldBy(layout, rows, columns));
  return rows.filter((row) => row.head || theirs.has(row));
};
