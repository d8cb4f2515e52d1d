import { type CSSProperties, useState } from 'react';
import type { OrganisationView, PlaceView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { NewPlace } from './NewPlace.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';

/** So many rows stand before somebody asks for the rest. */
const FIRST = 150;

/** The tree as a table: each place under the one above it, by name, with its hours and its people. */
export const Tree = ({
  view,
  onStaff,
}: {
  readonly view: OrganisationView;
  readonly onStaff: (unit: string) => void;
}) => {
  const { say } = useLanguage();
  const [sought, setSought] = useState('');
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const text = sought.trim().toLowerCase();
  const found = view.places.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(text));
  const shown = all ? found : found.slice(0, FIRST);
  const place = [...view.places].find(({ id }) => id === opened);
  return (
    <section className="sec first" aria-labelledby="h-tree">
      <header>
        <h2 id="h-tree">{say('org.tree')}</h2>
        <p>{say('org.treeWhy')}</p>
        <div className="do">
          <button type="button" className="plain" onClick={() => setAdding(true)}>
            {say('org.add')}
          </button>
        </div>
      </header>
      {view.places.length > 20 && (
        <form className="filters" aria-label={say('org.find')} onSubmit={(event) => event.preventDefault()}>
          <label>
            {say('org.find')}
            <input type="text" value={sought} onChange={(event) => setSought(event.target.value)} />
          </label>
        </form>
      )}
      {view.places.length > 0 && (
        <table className="stack places">
          <thead>
            <tr>
              <th scope="col">{say('org.name')}</th>
              <th scope="col">{say('org.clock')}</th>
              <th scope="col">{say('org.since')}</th>
              <th scope="col" className="num">
                {say('org.positions')}
              </th>
              <th scope="col" className="num">
                {say('org.employees')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <PlaceRow key={one.id} place={one} view={view} flat={text !== ''} onOpen={() => setOpened(one.id)} />
            ))}
          </tbody>
        </table>
      )}
      {text !== '' && found.length === 0 && <p className="state">{say('org.notFound')}</p>}
      {found.length > shown.length && (
        <p className="acts after">
          <button type="button" className="btn" onClick={() => setAll(true)}>
            {say('org.showAll', { count: found.length })}
          </button>
        </p>
      )}
      {view.away.length > 0 && <Away view={view} />}
      {place && <PlaceDialog view={view} place={place} onStaff={onStaff} onClose={() => setOpened(null)} />}
      {adding && <NewPlace view={view} onClose={() => setAdding(false)} />}
    </section>
  );
};

const PlaceRow = ({
  place,
  view,
  flat,
  onOpen,
}: {
  readonly place: PlaceView;
  readonly view: OrganisationView;
  /** Of a search: the rows between are not there. */
  readonly flat: boolean;
  readonly onOpen: () => void;
}) => {
  const { say, format } = useLanguage();
  const row = place.rows[place.row]!;
  const above = view.places.find(({ id }) => id === row.parent)?.name ?? row.parent;
  const depth = { '--depth': flat ? 0 : place.depth } as CSSProperties;
  const body = view.register.bodies.find(({ id }) => id === place.id);
  const ownClock = place.depth === 0 || row.schedule !== null || row.zone !== null || row.calendar !== null;
  return (
    <tr className={place.kind}>
      <th scope="row" style={depth}>
        <button type="button" className="plain" onClick={onOpen}>
          {place.name}
        </button>
        {place.name !== place.id && <span className="code"> {place.id}</span>}
        {place.kind === 'body' && <span className="code"> {say(`org.bodyKind.${body?.kind ?? 'executive'}`)}</span>}
        {row.parent !== null && <span className={flat ? 'code' : 'sr'}> {say('org.under', { above })}</span>}
      </th>
      <td data-l={say('org.clock')} className={ownClock ? undefined : 'none'}>
        {ownClock ? (
          <>
            {place.clock.schedule}
            <br />
            {place.clock.zone}
            {place.clock.calendar !== 'ru' && `, ${place.clock.calendar}`}
          </>
        ) : (
          <span className="mute">{say('org.asAbove')}</span>
        )}
      </td>
      <td data-l={say('org.since')} className={row.validFrom ? undefined : 'none'}>
        {row.validFrom ? format.day(row.validFrom) : '—'}
      </td>
      <Staffed label={say('org.positions')} own={place.positions} below={place.below.positions} />
      <Staffed label={say('org.employees')} own={place.employees} below={place.below.employees} />
    </tr>
  );
};

/** Its own people; with those below, where there are any. */
const Staffed = ({ label, own, below }: { readonly label: string; readonly own: number; readonly below: number }) => {
  const { say, format } = useLanguage();
  if (below === 0) return <td className="num none">—</td>;
  return (
    <td className="num" data-l={label}>
      {format.number(own)}
      {below > own && <span className="mute"> {say('org.withBelow', { below })}</span>}
    </td>
  );
};

const Away = ({ view }: { readonly view: OrganisationView }) => {
  const { say, format } = useLanguage();
  return (
    <details className="away">
      <summary>{say('org.away', { count: view.away.length })}</summary>
      <ul className="small">
        {view.away.map(({ id, name, rows }) => (
          <li key={id}>
            {name}
            {rows.map(({ validFrom, validTo }) => (
              <span key={validFrom} className="mute">
                {' '}
                {validFrom && say('org.from', { day: format.day(validFrom) })}{' '}
                {validTo && say('org.to', { day: format.day(validTo) })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};
