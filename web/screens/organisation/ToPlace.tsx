import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { OrganisationView, ToPlaceView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField, TextField } from '../model/Fields.tsx';
import { DeedState } from './DeedState.tsx';
import { placeOptions } from './placeFields.tsx';
import { calledBy, type Register, SERVICE_KINDS, type Service } from './register.ts';
import { useDeed } from './useDeed.ts';

const FIRST = 12;

/** Whom facts name and the organisation does not know. Nothing of theirs is dropped: it waits for a place here. */
export const ToPlace = ({ view }: { readonly view: OrganisationView }) => {
  const { say } = useLanguage();
  const { units, bodies, employees, services, segments } = view.toPlace;
  return (
    <section className="sec toplace" aria-labelledby="h-place">
      <header>
        <h2 id="h-place">{say('org.toPlace')}</h2>
        <p>
          {say('org.toPlaceWhy')} <Link to="/data">{say('org.toMapping')}</Link>
        </p>
      </header>
      {units.length > 0 && <Places kind="unit" waiting={units} view={view} />}
      {bodies.length > 0 && <Places kind="body" waiting={bodies} view={view} />}
      {employees.length > 0 && <People waiting={employees} view={view} />}
      {services.length > 0 && <Services waiting={services} view={view} />}
      {segments.length > 0 && <Segments waiting={segments} view={view} />}
    </section>
  );
};

interface Waiting {
  readonly waiting: readonly ToPlaceView[];
  readonly view: OrganisationView;
}

const useMet = () => {
  const { say, format } = useLanguage();
  return ({ rows, firstDay, lastDay }: ToPlaceView): string => {
    if (rows === 0) return say('org.onlyRegister');
    if (firstDay === null || lastDay === null) return say('org.met', { rows });
    return say('org.metDays', { rows, first: format.day(firstDay), last: format.day(lastDay) });
  };
};

const Places = ({ kind, waiting, view }: Waiting & { readonly kind: 'unit' | 'body' }) => {
  const { say } = useLanguage();
  const shown = waiting.slice(0, FIRST);
  return (
    <div className="waiting">
      <h3>{say(`org.waiting.${kind}`, { count: waiting.length })}</h3>
      <ul>
        {shown.map((one) => (
          <PlaceOne key={one.id} kind={kind} one={one} view={view} />
        ))}
      </ul>
      <More shown={shown.length} all={waiting.length} />
    </div>
  );
};

const PlaceOne = ({
  kind,
  one,
  view,
}: {
  readonly kind: 'unit' | 'body';
  readonly one: ToPlaceView;
  readonly view: OrganisationView;
}) => {
  const { say } = useLanguage();
  const met = useMet();
  const [as, setAs] = useState<string>(kind);
  const [name, setName] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const deed = useDeed(() => undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const places = [{ id: one.id, kind: as, name: name.trim() || null, parent }];
    deed.run('placeUnknown', { places, reason: say('org.placed', { name: one.id }), stamp: view.stamp });
  };
  return (
    <li>
      <p>
        <b>{one.id}</b> <span className="code">{met(one)}</span>
      </p>
      <form className="pairs four" aria-label={say('org.placeNamed', { name: one.id })} onSubmit={submit}>
        <SelectField
          label={say('org.what')}
          value={as}
          options={(['unit', 'body'] as const).map((value) => ({ value, label: say(`org.kind.${value}`) }))}
          onChange={(value) => setAs(value ?? kind)}
        />
        <TextField label={say('org.name')} value={name} maxLength={300} onChange={setName} />
        <SelectField
          label={say('org.above')}
          value={parent}
          none={say('org.top')}
          options={placeOptions(view)}
          onChange={setParent}
        />
        <button type="submit" className="btn" disabled={deed.busy}>
          {say('org.place')}
        </button>
      </form>
      <DeedState deed={deed} />
    </li>
  );
};

/** Rows of the register for all of them at once, or for one. */
const useRegister = (view: OrganisationView) => {
  const deed = useDeed(() => undefined);
  const add = (part: Partial<Register>) => {
    const register = { ...view.register };
    for (const list of Object.keys(part) as (keyof Register)[])
      Object.assign(register, { [list]: [...view.register[list], ...(part[list] ?? [])] });
    deed.run('saveRegister', { register, version: view.version });
  };
  return { deed, add };
};

const People = ({ waiting, view }: Waiting) => {
  const { say } = useLanguage();
  const met = useMet();
  const { deed, add } = useRegister(view);
  const nameOf = (id: string | null) => view.places.find((place) => place.id === id)?.name ?? id;
  const rows = waiting.map(({ id, unit }) => ({ id, name: null, position: null, unit, from: null, to: null }));
  const shown = waiting.slice(0, FIRST);
  return (
    <div className="waiting">
      <h3>{say('org.waiting.employee', { count: waiting.length })}</h3>
      <p className="small soft">{say('org.peopleWhy')}</p>
      <ul className="rows wide">
        {shown.map((one) => (
          <li key={one.id}>
            {calledBy({ id: one.id })}{' '}
            <span className="code">{[nameOf(one.unit), met(one)].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      <More shown={shown.length} all={waiting.length} />
      <DeedState deed={deed} />
      <p className="acts">
        <button type="button" className="btn" disabled={deed.busy} onClick={() => add({ employees: rows })}>
          {say('org.placePeople', { count: waiting.length })}
        </button>
      </p>
    </div>
  );
};

const Services = ({ waiting, view }: Waiting) => {
  const { say } = useLanguage();
  const met = useMet();
  const { deed, add } = useRegister(view);
  const [kinds, setKinds] = useState<Readonly<Record<string, Service['kind']>>>({});
  const place = (chosen: readonly ToPlaceView[]) =>
    add({
      services: chosen.map(({ id }) => ({
        id,
        name: id,
        kind: kinds[id] ?? 'service',
        body: null,
        curator: null,
        from: null,
        to: null,
      })),
    });
  return (
    <div className="waiting">
      <h3>{say('org.waiting.service', { count: waiting.length })}</h3>
      <ul>
        {waiting.map((one) => (
          <li key={one.id} className="line">
            <span>
              {one.id} <span className="code">{met(one)}</span>
            </span>
            <select
              aria-label={say('org.whatNamed', { name: one.id })}
              value={kinds[one.id] ?? 'service'}
              onChange={(event) => setKinds({ ...kinds, [one.id]: event.target.value as Service['kind'] })}
            >
              {SERVICE_KINDS.map((value) => (
                <option key={value} value={value}>
                  {say(`org.serviceKind.${value}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <DeedState deed={deed} />
      <p className="acts">
        <button type="button" className="btn" disabled={deed.busy} onClick={() => place(waiting)}>
          {say('org.placeServices', { count: waiting.length })}
        </button>
      </p>
    </div>
  );
};

const Segments = ({ waiting, view }: Waiting) => {
  const { say } = useLanguage();
  const met = useMet();
  const { deed, add } = useRegister(view);
  const profile = { needs: '', channels: '', barriers: '' };
  const rows = waiting.map(({ id }) => ({ id, name: id, clientStatus: null, profile, from: null, to: null }));
  return (
    <div className="waiting">
      <h3>{say('org.waiting.segment', { count: waiting.length })}</h3>
      <ul className="rows wide">
        {waiting.map((one) => (
          <li key={one.id}>
            {one.id} <span className="code">{met(one)}</span>
          </li>
        ))}
      </ul>
      <DeedState deed={deed} />
      <p className="acts">
        <button type="button" className="btn" disabled={deed.busy} onClick={() => add({ segments: rows })}>
          {say('org.placeSegments', { count: waiting.length })}
        </button>
      </p>
    </div>
  );
};

const More = ({ shown, all }: { readonly shown: number; readonly all: number }) => {
  const { say } = useLanguage();
  return all > shown ? <p className="small soft">{say('org.more', { count: all - shown })}</p> : null;
};
