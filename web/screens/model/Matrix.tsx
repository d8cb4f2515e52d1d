import { Fragment, type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from 'react';
import type { FindingView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { type Column, KPIS, type Row, type Seat, type Spoken } from './layout.ts';
import { Meter } from './Meter.tsx';
import { breakable, type Namer } from './words.ts';

export interface MatrixDeeds {
  readonly openRow: (row: Row) => void;
  readonly openPosition: (id: string) => void;
  /** Takes or leaves a place. */
  readonly take: (row: Row, column: Column) => void;
  readonly leave: (row: Row, seat: Seat) => void;
}

/** KPI → indicators × positions. One stop of the Tab key; arrows walk over the cells, Enter takes or leaves a place. */
export const Matrix = ({
  rows,
  columns,
  most,
  editable,
  names,
  linkOf,
  spoken,
  deeds,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly most: number;
  readonly editable: boolean;
  readonly names: Namer;
  readonly linkOf: (row: Row) => string;
  readonly spoken: Spoken;
  readonly deeds: MatrixDeeds;
}) => {
  const { say } = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const [refused, setRefused] = useState<{ readonly row: string; readonly column: string } | null>(null);
  useLayoutEffect(() => keepOneStop(table.current));
  const press = (row: Row, column: Column) => {
    const [seat] = row.seats.get(column.position.id) ?? [];
    if (seat) deeds.leave(row, seat);
    else if (column.held.length >= most) return setRefused({ row: row.key, column: column.position.id });
    else deeds.take(row, column);
    setRefused(null);
  };
  const groups = [...KPIS, null]
    .map((kpi) => ({ kpi, rows: rows.filter((row) => row.kpi === kpi) }))
    .filter((group) => group.rows.length > 0);
  const full = refused && columns.find(({ position }) => position.id === refused.column);
  return (
    <Scroll label={say('model.matrix')}>
      <table
        className="tree"
        ref={table}
        onKeyDown={(event) => walk(event, table.current)}
        onFocus={({ target }) => moveStop(table.current, target)}
      >
        <thead>
          <tr>
            <th scope="col">{say('model.rows')}</th>
            <th scope="col" className="lk">
              {say('model.link')}
            </th>
            {columns.map(({ position, held }) => (
              <th key={position.id} scope="col" className={`pos ${held.length > most ? 'over5' : ''}`}>
                <button
                  type="button"
                  className="name"
                  data-cell=""
                  tabIndex={-1}
                  onClick={() => deeds.openPosition(position.id)}
                >
                  {breakable(position.name)}
                </button>
                {position.unit !== null && <small>{names.unit(position.unit)}</small>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ kpi, rows: inside }, at) => (
          <tbody key={kpi ?? 'unknown'} className={at === groups.length - 1 ? 'lastk' : undefined}>
            <tr className="k">
              <th scope="rowgroup" colSpan={2}>
                <i />
                {kpi === null ? say('model.unknownMetrics') : say(`kpi.${kpi}`)}
              </th>
              {columns.length > 0 && <td colSpan={columns.length} />}
            </tr>
            {inside.map((row, no) => (
              <Fragment key={row.key}>
                <MatrixRow
                  row={row}
                  last={no === inside.length - 1}
                  columns={columns}
                  editable={editable}
                  name={names.row(row)}
                  link={linkOf(row)}
                  marked={row.indicators.some(({ id }) => spoken.indicators.get(id)?.some(isStop))}
                  onOpen={deeds.openRow}
                  onPress={press}
                />
                {refused?.row === row.key && full && (
                  <tr className="refused">
                    <td colSpan={columns.length + 2}>
                      <p role="alert">
                        <b>{say('seat.full', { position: full.position.name, most })}</b> {say('seat.fullWhy')}{' '}
                        {full.held.map(({ indicator, no: place }) => (
                          <span key={indicator} className="nb">
                            <span className="slot">{place}</span> {nameOfHeld(rows, names, indicator)}
                          </span>
                        ))}
                      </p>
                      <p className="acts">
                        <button type="button" className="btn" onClick={() => deeds.openPosition(full.position.id)}>
                          {say('seat.choose')}
                        </button>
                        <button type="button" className="btn" onClick={() => setRefused(null)}>
                          {say('seat.leaveAsIs')}
                        </button>
                      </p>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{say('model.seatsTaken')}</th>
            <td />
            {columns.map(({ position, held }) => (
              <td key={position.id} className={`c ${held.length > most ? 'w' : ''}`}>
                <Meter held={held.length} most={most} />
                <span>{say('seat.of', { held: held.length, most })}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
};

const nameOfHeld = (rows: readonly Row[], names: Namer, indicator: string): string => {
  const row = rows.find(({ indicators }) => indicators.some(({ id }) => id === indicator));
  return row ? names.row(row) : indicator;
};

const MatrixRow = memo(
  ({
    row,
    last,
    columns,
    editable,
    name,
    link,
    marked,
    onOpen,
    onPress,
  }: {
    readonly row: Row;
    readonly last: boolean;
    readonly columns: readonly Column[];
    readonly editable: boolean;
    readonly name: string;
    readonly link: string;
    readonly marked: boolean;
    readonly onOpen: (row: Row) => void;
    readonly onPress: (row: Row, column: Column) => void;
  }) => {
    const { say } = useLanguage();
    return (
      <tr className={`i ${last ? 'last' : ''}`} id={`row-${row.indicators[0]!.id}`}>
        <th scope="row">
          <i />
          <button
            type="button"
            className={`name ${row.head ? 'hd' : ''}`}
            data-cell=""
            tabIndex={-1}
            onClick={() => onOpen(row)}
          >
            {name}
          </button>
          {row.head && row.group && <span className="side">{say(`side.${row.group}`)}</span>}
          {row.watch && <span className="side">{say('side.watch')}</span>}
          {marked && <Flag label={say('model.marked')} />}
        </th>
        <td className="lk">{link}</td>
        {columns.map((column) => (
          <Cell
            key={column.position.id}
            row={row}
            name={name}
            column={column}
            seats={row.seats.get(column.position.id)}
            editable={editable}
            onPress={onPress}
          />
        ))}
      </tr>
    );
  },
);

const Cell = ({
  row,
  name,
  column,
  seats,
  editable,
  onPress,
}: {
  readonly row: Row;
  readonly name: string;
  readonly column: Column;
  readonly seats: readonly Seat[] | undefined;
  readonly editable: boolean;
  readonly onPress: (row: Row, column: Column) => void;
}) => {
  const { say } = useLanguage();
  const [seat] = seats ?? [];
  const position = column.position.name;
  const signs = seats?.map((one) => <SeatSign key={one.indicator} seat={one} />);
  if (!editable)
    return (
      <td className="c">
        {seat && <span className="sr">{say('seat.held', { position, no: seat.no })}</span>}
        {signs && <span aria-hidden="true">{signs}</span>}
      </td>
    );
  return (
    <td className="c">
      <button
        type="button"
        className="cell"
        data-cell=""
        tabIndex={-1}
        aria-label={
          seat ? say('seat.leaveNamed', { position, name, no: seat.no }) : say('seat.takeNamed', { position, name })
        }
        onClick={() => onPress(row, column)}
      >
        {signs}
      </button>
    </td>
  );
};

export const SeatSign = ({ seat }: { readonly seat: Pick<Seat, 'no' | 'shared' | 'over'> }) => (
  <span className={`slot ${seat.over ? 'bad' : seat.shared ? 'sh' : ''}`}>{seat.no}</span>
);

const isStop = ({ severity }: FindingView): boolean => severity === 'error';

/** A hard stop speaks of it. */
const Flag = ({ label }: { readonly label: string }) => (
  <svg className="v v-worse flag" role="img" aria-label={label} viewBox="0 0 18 18">
    <path d="M9 1l8 8-8 8-8-8z" fill="currentColor" />
  </svg>
);

// One cell of the table is a stop of the Tab key: the one that had the focus last, else the first.
const cellsOf = (table: HTMLTableElement): readonly HTMLElement[] => [
  ...table.querySelectorAll<HTMLElement>('[data-cell]'),
];
const keepOneStop = (table: HTMLTableElement | null) => {
  if (!table || table.querySelector('[data-cell][tabindex="0"]')) return;
  const first =
    table.querySelector<HTMLElement>('tbody [data-cell]') ?? table.querySelector<HTMLElement>('[data-cell]');
  if (first) first.tabIndex = 0;
};
const moveStop = (table: HTMLTableElement | null, target: HTMLElement) => {
  if (!table || target.dataset.cell === undefined) return;
  for (const stop of table.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) stop.tabIndex = -1;
  target.tabIndex = 0;
};

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const walk = (event: KeyboardEvent<HTMLElement>, table: HTMLTableElement | null) => {
  const from = event.target as HTMLElement;
  if (!table || from.dataset.cell === undefined) return;
  const to = targetOf(event.key, from, table);
  if (!to) return;
  event.preventDefault();
  to.focus();
};

const targetOf = (key: string, from: HTMLElement, table: HTMLTableElement): HTMLElement | undefined => {
  const cell = from.closest<HTMLTableCellElement>('td, th')!;
  const inRow = cellsOf(table).filter((other) => other.closest('tr') === cell.parentElement);
  if (key === 'Home') return inRow[0];
  if (key === 'End') return inRow.at(-1);
  const step = STEPS[key];
  if (!step) return undefined;
  const [down, right] = step;
  if (down === 0) return inRow[inRow.indexOf(from) + right];
  const rows = [...table.rows].filter((row) => row.querySelector('[data-cell]'));
  const next = rows[rows.indexOf(cell.parentElement as HTMLTableRowElement) + down];
  return next?.cells[cell.cellIndex]?.querySelector<HTMLElement>('[data-cell]') ?? undefined;
};
