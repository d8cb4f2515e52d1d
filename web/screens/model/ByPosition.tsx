import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language.tsx';
import type { Column, Layout, Row } from './layout.ts';
import { SeatSign } from './Matrix.tsx';
import { Meter } from './Meter.tsx';
import type { Namer } from './words.ts';

/** The same as a list, for a narrow screen: position by position. */
export const ByPosition = ({
  id,
  columns,
  rows,
  layout,
  most,
  names,
  onOpenPosition,
  onOpenIndicator,
}: {
  /** Of the model. */
  readonly id: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly layout: Layout;
  readonly most: number;
  readonly names: Namer;
  readonly onOpenPosition: (id: string) => void;
  readonly onOpenIndicator: (id: string) => void;
}) => {
  const { say } = useLanguage();
  const unheld = rows.filter((row) => row.seats.size === 0);
  return (
    <div className="narrow">
      {columns.map(({ position, held }) => (
        <article key={position.id}>
          <h3>
            <button type="button" className="name" onClick={() => onOpenPosition(position.id)}>
              {position.name}
            </button>{' '}
            {position.unit !== null && <span className="mute">{names.unit(position.unit)}</span>}
          </h3>
          <p className={`small ${held.length > most ? 'w' : 'mute'}`}>
            <Meter held={held.length} most={most} /> {say('seat.of', { held: held.length, most })}{' '}
            <Link to="/model/$id/cards" params={{ id }} search={{ position: position.id }}>
              {say('pos.card')}
            </Link>
          </p>
          <ol>
            {held.map((seat) => (
              <li key={seat.indicator} className={seat.over ? 'bad' : undefined}>
                <SeatSign seat={seat} />
                <button type="button" className="name" onClick={() => onOpenIndicator(seat.indicator)}>
                  {nameOf(layout, names, seat.indicator)}
                </button>
              </li>
            ))}
          </ol>
        </article>
      ))}
      {unheld.length > 0 && (
        <article>
          <h3>{say('model.unheld')}</h3>
          <ol>
            {unheld.map((row) => (
              <li key={row.key}>
                <button
                  type="button"
                  className={`name ${row.head ? 'hd' : ''}`}
                  onClick={() => onOpenIndicator(row.indicators[0]!.id)}
                >
                  {names.row(row)}
                </button>
                {row.head && row.group && <span className="side">{say(`side.${row.group}`)}</span>}
              </li>
            ))}
          </ol>
        </article>
      )}
    </div>
  );
};

const nameOf = (layout: Layout, names: Namer, indicator: string): string => {
  const row = layout.row.get(indicator);
  return row ? names.row(row) : indicator;
};
