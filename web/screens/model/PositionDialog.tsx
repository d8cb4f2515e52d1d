import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { LEVELS, type Level } from './edits.ts';
import { FormActs, SelectField, TextField } from './Fields.tsx';
import type { Places } from './IndicatorDialog.tsx';
import type { Column, Layout, Position, Row, Seat } from './layout.ts';
import { SeatSign } from './Matrix.tsx';
import type { Namer } from './words.ts';

/** A position: its places, who talks to it, where it works. Places are given and taken here too, as on the matrix. */
export const PositionDialog = ({
  column,
  position: given,
  layout,
  model,
  names,
  places,
  most,
  editable,
  deeds,
  onDone,
  onRemove,
  onClose,
}: {
  /** Null: a new one. */
  readonly column: Column | null;
  readonly position: Position;
  readonly layout: Layout;
  readonly model: { readonly id: string; readonly positions: readonly Position[] };
  readonly names: Namer;
  readonly places: Places;
  readonly most: number;
  readonly editable: boolean;
  readonly deeds: {
    readonly take: (row: Row, column: Column) => void;
    readonly leave: (row: Row, seat: Seat) => void;
    readonly openIndicator: (id: string) => void;
  };
  readonly onDone: (position: Position) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  return (
    <Dialog title={given.name || say('pos.new')} onClose={onClose} wide>
      {column && (
        <section className="seats" aria-label={say('pos.seats')}>
          <p className="small soft">
            {say('seat.of', { held: column.held.length, most })}.{' '}
            <Link to="/model/$id/cards" params={{ id: model.id }} search={{ position: given.id }}>
              {say('pos.card')}
            </Link>
          </p>
          <ol>
            {column.held.map((seat) => {
              const row = layout.row.get(seat.indicator);
              if (!row) return null;
              return (
                <li key={seat.indicator} className={seat.over ? 'bad' : undefined}>
                  <SeatSign seat={seat} />
                  <button type="button" className="plain" onClick={() => deeds.openIndicator(seat.indicator)}>
                    {names.row(row)}
                  </button>
                  {editable && (
                    <button
                      type="button"
                      className="plain"
                      aria-label={say('seat.freeNamed', { name: names.row(row) })}
                      onClick={() => deeds.leave(row, seat)}
                    >
                      {say('seat.free')}
                    </button>
                  )}
                </li>
              );
            })}
          </ol>
          {editable && <TakeHere column={column} layout={layout} names={names} most={most} take={deeds.take} />}
        </section>
      )}
      <PositionForm
        key={given.id}
        given={given}
        model={model}
        places={places}
        editable={editable}
        known={column !== null}
        onDone={onDone}
        onRemove={onRemove}
        onClose={onClose}
      />
    </Dialog>
  );
};

const TakeHere = ({
  column,
  layout,
  names,
  most,
  take,
}: {
  readonly column: Column;
  readonly layout: Layout;
  readonly names: Namer;
  readonly most: number;
  readonly take: (row: Row, column: Column) => void;
}) => {
  const { say } = useLanguage();
  if (column.held.length >= most)
    return (
      <p className="small soft">
        {say('seat.full', { position: column.position.name, most })} {say('seat.fullWhy')}
      </p>
    );
  const free = layout.rows.filter((row) => !row.seats.has(column.position.id));
  return (
    <div className="form">
      <SelectField
        label={say('pos.take')}
        value={null}
        none={say('pos.takeWhich')}
        options={free.map((row) => ({ value: row.key, label: names.row(row) }))}
        onChange={(key) => {
          const row = free.find((one) => one.key === key);
          if (row) take(row, column);
        }}
      />
    </div>
  );
};

const PositionForm = ({
  given,
  model,
  places,
  editable,
  known,
  onDone,
  onRemove,
  onClose,
}: {
  readonly given: Position;
  readonly model: { readonly positions: readonly Position[] };
  readonly places: Places;
  readonly editable: boolean;
  readonly known: boolean;
  readonly onDone: (position: Position) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) => {
  const { say, sayCode } = useLanguage();
  const [position, setPosition] = useState(given);
  const change = (part: Partial<Position>) => setPosition((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone({ ...position, name: position.name.trim() });
  };
  return (
    <form className="form" onSubmit={submit}>
      <fieldset className="pairs" disabled={!editable}>
        <TextField
          label={say('pos.name')}
          value={position.name}
          required
          maxLength={300}
          onChange={(name) => change({ name })}
        />
        <SelectField
          label={say('ind.level')}
          value={position.level}
          options={LEVELS.map((value) => ({ value, label: sayCode('level', value) }))}
          onChange={(level) => change({ level: level as Level })}
        />
        <TextField
          label={say('place.unit')}
          value={position.unit ?? ''}
          options={places.units}
          onChange={(unit) => change({ unit: unit || null })}
        />
        <TextField
          label={say('place.body')}
          value={position.body ?? ''}
          options={places.bodies}
          onChange={(body) => change({ body: body || null })}
        />
        <SelectField
          label={say('place.journey')}
          value={position.journey}
          none={say('place.none')}
          options={places.journeys}
          onChange={(journey) => change({ journey })}
        />
        <SelectField
          label={say('pos.reportsTo')}
          value={position.reportsTo}
          none={say('place.none')}
          options={model.positions
            .filter(({ id }) => id !== given.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(reportsTo) => change({ reportsTo })}
        />
        <TextField
          label={say('pos.touchpoints')}
          value={position.touchpoints.join(',')}
          hint={say('pos.touchpointsWhy')}
          onChange={(text) => change({ touchpoints: listOf(text) })}
        />
        <TextField
          label={say('pos.employees')}
          value={position.employees.join(',')}
          hint={say('pos.employeesWhy')}
          onChange={(text) => change({ employees: listOf(text) })}
        />
        <TextField
          label={say('pos.contact')}
          value={position.contact}
          hint={say('pos.contactWhy')}
          maxLength={4000}
          onChange={(contact) => change({ contact })}
        />
      </fieldset>
      <FormActs
        editable={editable}
        leave={say('model.close')}
        onClose={onClose}
        remove={known ? say('pos.remove') : null}
        onRemove={onRemove}
      />
    </form>
  );
};

/** Kept as typed until the form is done: «А, » is on its way to «А, Б». */
const listOf = (text: string): string[] => text.split(',').map((part) => part.replace(/^\s+/, ''));

export const tidyPosition = (position: Position): Position => {
  const tidy = (list: readonly string[]) => [...new Set(list.map((one) => one.trim()).filter((one) => one !== ''))];
  return { ...position, touchpoints: tidy(position.touchpoints), employees: tidy(position.employees) };
};
