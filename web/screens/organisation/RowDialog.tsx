import { type FormEvent, type ReactNode, useState } from 'react';
import type { OrganisationView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { DayField, SelectField, TextField } from '../model/Fields.tsx';
import { FormActs } from './DeedState.tsx';
import { placeOptions } from './placeFields.tsx';
import {
  calledBy,
  type Dated,
  type Employee,
  type Position,
  type RowOf,
  SERVICE_KINDS,
  type Segment,
  type Service,
  STATUSES,
  standsOn,
  withoutRow,
  withRow,
} from './register.ts';
import { useDeed } from './useDeed.ts';

type Change<Row> = (part: Partial<Row>) => void;

/** One row of the register: its own fields, its days, and the day from which a change counts. */
export function RowDialog<List extends Dated>({
  list,
  given,
  known,
  view,
  onClose,
}: {
  readonly list: List;
  readonly given: RowOf<List>;
  /** Null: a new row. */
  readonly known: RowOf<List> | null;
  readonly view: OrganisationView;
  readonly onClose: () => void;
}) {
  const { say } = useLanguage();
  const [row, setRow] = useState(given);
  const [from, setFrom] = useState<string | null>(null);
  const deed = useDeed(onClose);
  const change = (part: Partial<RowOf<List>>) => setRow((before) => ({ ...before, ...part }));
  const save = (register: OrganisationView['register']) =>
    deed.run('saveRegister', { register, version: view.version });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(withRow(view.register, list, known, row, from));
  };
  return (
    <Dialog title={known ? calledBy(known) : say(`org.new.${list}`)} onClose={onClose} wide>
      <form className="form" onSubmit={submit}>
        <div className="pairs">
          <TextField
            label={say('org.id')}
            value={row.id}
            required
            maxLength={120}
            hint={say(`org.idOf.${list}`)}
            onChange={(id) => change({ id } as Partial<RowOf<List>>)}
          />
          {fieldsOf(list, row, view, change)}
          <DayField
            label={say('org.validFrom')}
            value={row.from}
            onChange={(day) => change({ from: day } as Partial<RowOf<List>>)}
          />
          <DayField
            label={say('org.last')}
            value={row.to}
            onChange={(day) => change({ to: day } as Partial<RowOf<List>>)}
          />
          {known && <DayField label={say('org.changeFrom')} value={from} onChange={setFrom} />}
        </div>
        {known && <p className="small soft">{say(from ? 'org.rowFromWhy' : 'org.rowCorrectWhy')}</p>}
        <FormActs deed={deed} onClose={onClose} />
        {known && (
          <p>
            <button
              type="button"
              className="plain"
              disabled={deed.busy}
              onClick={() => save(withoutRow(view.register, list, known))}
            >
              {say('org.removeRow')}
            </button>{' '}
            <span className="tiny">{say('org.removeRowWhy')}</span>
          </p>
        )}
      </form>
    </Dialog>
  );
}

function fieldsOf<List extends Dated>(
  list: List,
  row: RowOf<List>,
  view: OrganisationView,
  change: Change<RowOf<List>>,
): ReactNode {
  switch (list) {
    case 'positions':
      return <PositionFields row={row as Position} view={view} change={change as Change<Position>} />;
    case 'employees':
      return <EmployeeFields row={row as Employee} view={view} change={change as Change<Employee>} />;
    case 'services':
      return <ServiceFields row={row as Service} view={view} change={change as Change<Service>} />;
    default:
      return <SegmentFields row={row as Segment} change={change as Change<Segment>} />;
  }
}

interface Fields<Row> {
  readonly row: Row;
  readonly view: OrganisationView;
  readonly change: Change<Row>;
}

const NameField = <Row extends { readonly name: string | null }>({
  row,
  change,
  required = true,
  hint,
}: {
  readonly row: Row;
  readonly change: Change<Row>;
  readonly required?: boolean;
  readonly hint?: string;
}) => {
  const { say } = useLanguage();
  return (
    <TextField
      label={say('org.name')}
      value={row.name ?? ''}
      required={required}
      maxLength={300}
      {...(hint === undefined ? {} : { hint })}
      onChange={(name) => change({ name: required ? name : name || null } as Partial<Row>)}
    />
  );
};

const UnitField = <Row extends { readonly unit: string | null }>({ row, view, change }: Fields<Row>) => {
  const { say } = useLanguage();
  return (
    <SelectField
      label={say('org.unit')}
      value={row.unit}
      none="—"
      options={placeOptions(view)}
      onChange={(unit) => change({ unit } as Partial<Row>)}
    />
  );
};

const PositionFields = (fields: Fields<Position>) => (
  <>
    <NameField {...fields} />
    <UnitField {...fields} />
  </>
);

/** Positions that stand on the day shown. */
const positionOptions = (view: OrganisationView) =>
  view.register.positions.filter((row) => standsOn(row, view.day)).map(({ id, name }) => ({ value: id, label: name }));

const EmployeeFields = (fields: Fields<Employee>) => {
  const { say } = useLanguage();
  const { row, view, change } = fields;
  return (
    <>
      <NameField row={row} change={change} required={false} hint={say('org.employeeName')} />
      <SelectField
        label={say('org.position')}
        value={row.position}
        none="—"
        options={positionOptions(view)}
        onChange={(position) => change({ position })}
      />
      <UnitField {...fields} />
    </>
  );
};

const ServiceFields = ({ row, view, change }: Fields<Service>) => {
  const { say } = useLanguage();
  return (
    <>
      <NameField row={row} change={change} />
      <SelectField
        label={say('org.what')}
        value={row.kind}
        options={SERVICE_KINDS.map((value) => ({ value, label: say(`org.serviceKind.${value}`) }))}
        onChange={(kind) => change({ kind: (kind ?? 'service') as Service['kind'] })}
      />
      <SelectField
        label={say('org.body')}
        value={row.body}
        none="—"
        options={view.places.filter(({ kind }) => kind === 'body').map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(body) => change({ body })}
      />
      <SelectField
        label={say('org.curator')}
        value={row.curator}
        none="—"
        options={positionOptions(view)}
        onChange={(curator) => change({ curator })}
      />
    </>
  );
};

const SegmentFields = ({ row, change }: Omit<Fields<Segment>, 'view'>) => {
  const { say, sayCode } = useLanguage();
  const profile = (part: Partial<Segment['profile']>) => change({ profile: { ...row.profile, ...part } });
  return (
    <>
      <NameField row={row} change={change} />
      <SelectField
        label={say('org.clientStatus')}
        value={row.clientStatus}
        none="—"
        options={STATUSES.map((value) => ({ value, label: sayCode('clientStatus', value) }))}
        onChange={(clientStatus) => change({ clientStatus: clientStatus as Segment['clientStatus'] })}
      />
      {(['needs', 'channels', 'barriers'] as const).map((part) => (
        <TextField
          key={part}
          label={say(`org.${part}`)}
          value={row.profile[part]}
          rows={2}
          maxLength={4000}
          onChange={(text) => profile({ [part]: text })}
        />
      ))}
    </>
  );
};
