import { useState } from 'react';
import type { OrganisationView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField } from '../model/Fields.tsx';
import { placeOptions } from './placeFields.tsx';
import { RowDialog } from './RowDialog.tsx';
import { calledBy, type Employee, type Position, standsOn } from './register.ts';

const FIRST = 60;

type Opened =
  | { readonly list: 'positions'; readonly row: Position; readonly known: boolean }
  | { readonly list: 'employees'; readonly row: Employee; readonly known: boolean };

/** Positions and the people in them, unit by unit. */
export const Staff = ({
  view,
  unit,
  onUnit,
}: {
  readonly view: OrganisationView;
  readonly unit: string | null;
  readonly onUnit: (unit: string | null) => void;
}) => {
  const { say, format } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [all, setAll] = useState(false);
  const positions = view.register.positions.filter((row) => standsOn(row, view.day));
  const of = new Map(positions.map((position) => [position.id, position]));
  const placed = view.register.employees
    .filter((row) => standsOn(row, view.day))
    .map((row) => ({ row, unit: row.unit ?? of.get(row.position ?? '')?.unit ?? null }));
  const nameOf = (id: string | null) => view.places.find((place) => place.id === id)?.name ?? id ?? '—';
  const here = positions
    .filter((position) => unit === null || position.unit === unit)
    .toSorted((a, b) => format.compare(a.name, b.name));
  const people = placed
    .filter((one) => unit === null || one.unit === unit)
    .toSorted((a, b) => format.compare(calledBy(a.row), calledBy(b.row)));
  const position: Position = { id: '', name: '', unit, from: null, to: null };
  const employee: Employee = { id: '', name: null, position: null, unit, from: null, to: null };
  return (
    <section className="sec" id="staff" aria-labelledby="h-staff">
      <header>
        <h2 id="h-staff">{say('org.staff')}</h2>
        <p>{say('org.staffWhy')}</p>
        <div className="do">
          <button
            type="button"
            className="plain"
            onClick={() => setOpened({ list: 'positions', row: position, known: false })}
          >
            {say('org.new.positions')}
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => setOpened({ list: 'employees', row: employee, known: false })}
          >
            {say('org.new.employees')}
          </button>
        </div>
      </header>
      <form className="filters" aria-label={say('org.unit')} onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label={say('org.unit')}
          value={unit}
          none={say('org.allUnits')}
          options={placeOptions(view)}
          onChange={onUnit}
        />
      </form>
      <div className="columns">
        <div>
          <h3>{say('org.positionsOf', { count: here.length })}</h3>
          {here.length === 0 && <p className="small soft">{say('org.noPositions')}</p>}
          <ul className="rows">
            {(all ? here : here.slice(0, FIRST)).map((row) => (
              <li key={`${row.id} ${row.from}`}>
                <button
                  type="button"
                  className="plain"
                  onClick={() => setOpened({ list: 'positions', row, known: true })}
                >
                  {row.name}
                </button>
                {unit === null && <span className="code"> {nameOf(row.unit)}</span>}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{say('org.employeesOf', { count: people.length })}</h3>
          {people.length === 0 && <p className="small soft">{say('org.noEmployees')}</p>}
          <ul className="rows">
            {(all ? people : people.slice(0, FIRST)).map(({ row, unit: at }) => (
              <li key={`${row.id} ${row.from}`}>
                <button
                  type="button"
                  className="plain"
                  onClick={() => setOpened({ list: 'employees', row, known: true })}
                >
                  {calledBy(row)}
                </button>
                <span className="code">
                  {' '}
                  {[row.position && (of.get(row.position)?.name ?? row.position), unit === null && nameOf(at)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {!all && Math.max(here.length, people.length) > FIRST && (
        <p className="acts after">
          <button type="button" className="btn" onClick={() => setAll(true)}>
            {say('org.showAll', { count: Math.max(here.length, people.length) })}
          </button>
        </p>
      )}
      {opened?.list === 'positions' && (
        <RowDialog
          list="positions"
          given={opened.row}
          known={opened.known ? opened.row : null}
          view={view}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.list === 'employees' && (
        <RowDialog
          list="employees"
          given={opened.row}
          known={opened.known ? opened.row : null}
          view={view}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
};
