import { type FormEvent, useState } from 'react';
import type { OrganisationView, PlaceView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { DayField, SelectField, TextField } from '../model/Fields.tsx';
import { DeedState, FormActs } from './DeedState.tsx';
import { type PlaceDraft, PlaceFields } from './placeFields.tsx';
import { BODY_KINDS, BODY_LEVELS, type Body, withBody } from './register.ts';
import { useDeed } from './useDeed.ts';

/** A body or unit: what it was and is, who works there; renaming, moving, its clock, its end. */
export const PlaceDialog = ({
  view,
  place,
  onStaff,
  onClose,
}: {
  readonly view: OrganisationView;
  readonly place: PlaceView;
  readonly onStaff: (unit: string) => void;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  return (
    <Dialog title={place.name} onClose={onClose} wide>
      <p className="small soft">
        {say(`org.kind.${place.kind}`)}, {say('org.code', { id: place.id })}.{' '}
        {say('org.staffed', { positions: place.positions, employees: place.employees })}{' '}
        <button
          type="button"
          className="plain"
          onClick={() => {
            onStaff(place.id);
            onClose();
            document.getElementById('staff')?.scrollIntoView();
          }}
        >
          {say('org.toStaff')}
        </button>
      </p>
      {place.rows.length > 1 && <History view={view} place={place} />}
      <ChangeForm view={view} place={place} onClose={onClose} />
      {place.kind === 'body' && <BodyForm view={view} id={place.id} onClose={onClose} />}
      <details className="part">
        <summary>{say('org.closing')}</summary>
        <CloseForm view={view} place={place} onClose={onClose} />
      </details>
    </Dialog>
  );
};

const History = ({ view, place }: { readonly view: OrganisationView; readonly place: PlaceView }) => {
  const { say, format } = useLanguage();
  const nameOf = (id: string | null) => view.places.find((one) => one.id === id)?.name ?? id;
  return (
    <ol className="history small" aria-label={say('org.history')}>
      {place.rows.map(({ name, parent, validFrom, validTo }, at) => (
        <li key={validFrom} aria-current={at === place.row ? 'date' : undefined}>
          {validFrom ? say('org.from', { day: format.day(validFrom) }) : say('org.always')}{' '}
          {validTo && say('org.to', { day: format.day(validTo) })}: {name ?? place.id}
          {parent !== null && `, ${say('org.under', { above: nameOf(parent) })}`}
        </li>
      ))}
    </ol>
  );
};

const ChangeForm = ({
  view,
  place,
  onClose,
}: {
  readonly view: OrganisationView;
  readonly place: PlaceView;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  const row = place.rows[place.row]!;
  const was: PlaceDraft = {
    name: row.name ?? '',
    parent: row.parent,
    zone: row.zone ?? '',
    schedule: row.schedule ?? '',
    calendar: row.calendar ?? '',
  };
  const [draft, setDraft] = useState(was);
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const deed = useDeed(onClose);
  const above = view.places.find(({ id }) => id === draft.parent);
  const inherited = above?.clock ?? place.clock;
  const changed = Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => value !== was[field as keyof PlaceDraft]),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Without a day it is the newest row that is mended: nothing may seem mended in an older one.
    deed.run('changeUnit', { id: place.id, from, set: changed, reason, stamp: view.stamp });
  };
  const older = place.row < place.rows.length - 1;
  return (
    <form className="form part" onSubmit={submit}>
      <h3>{say('org.change')}</h3>
      <div className="pairs">
        <PlaceFields
          draft={draft}
          view={view}
          self={place.id}
          inherited={inherited}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <DayField label={say('org.changeFrom')} value={from} required={older} onChange={setFrom} />
        <TextField
          label={say('org.reason')}
          value={reason}
          maxLength={300}
          hint={say('org.reasonWhy')}
          onChange={setReason}
        />
      </div>
      <p className="small soft">{say(from ? 'org.changeFromWhy' : 'org.correctWhy')}</p>
      {Object.keys(changed).length > 0 ? (
        <FormActs deed={deed} onClose={onClose} />
      ) : (
        <p className="acts">
          <button type="submit" className="btn main" disabled>
            {say('org.save')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
          <span className="tiny">{say('org.nothingChanged')}</span>
        </p>
      )}
    </form>
  );
};

const BodyForm = ({
  view,
  id,
  onClose,
}: {
  readonly view: OrganisationView;
  readonly id: string;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  const known = view.register.bodies.find((one) => one.id === id);
  const [body, setBody] = useState<Body>(known ?? { id, kind: 'executive', level: null });
  const deed = useDeed(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deed.run('saveRegister', { register: withBody(view.register, body), version: view.version });
  };
  return (
    <details className="part">
      <summary>{say('org.whichBody')}</summary>
      <form className="form" onSubmit={submit}>
        <div className="pairs">
          <SelectField
            label={say('org.bodyKind')}
            value={body.kind}
            options={BODY_KINDS.map((value) => ({ value, label: say(`org.bodyKind.${value}`) }))}
            onChange={(kind) => setBody({ ...body, kind: kind as Body['kind'] })}
          />
          <SelectField
            label={say('org.level')}
            value={body.level}
            none="—"
            options={BODY_LEVELS.map((value) => ({ value, label: say(`org.level.${value}`) }))}
            onChange={(level) => setBody({ ...body, level: level as Body['level'] })}
          />
        </div>
        <FormActs deed={deed} onClose={onClose} />
      </form>
    </details>
  );
};

const CloseForm = ({
  view,
  place,
  onClose,
}: {
  readonly view: OrganisationView;
  readonly place: PlaceView;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  const [last, setLast] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const deed = useDeed(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deed.run('closeUnit', { id: place.id, last, reason, stamp: view.stamp });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="small soft">{say('org.closingWhy')}</p>
      <div className="pairs">
        <DayField label={say('org.last')} value={last} required onChange={setLast} />
        <TextField label={say('org.reason')} value={reason} maxLength={300} onChange={setReason} />
      </div>
      <DeedState deed={deed} />
      <p className="acts">
        <button type="submit" className="btn" disabled={deed.busy}>
          {say('org.close')}
        </button>
      </p>
    </form>
  );
};
