import { useLanguage } from '../../language.tsx';
import type { WordKey } from '../../words.ts';
import { Check, NumberField, SelectField, TextField } from '../model/Fields.tsx';
import type { Condition, HasEvent, HasTime, Op, RowName, Simple } from './form.ts';
import { DurationField } from './Pieces.tsx';
import { CONCEPTS, codesOf, fieldsOf, instantsOf, isInstant, isNumber } from './vocabulary.ts';

/** Conditions that all must hold, each a row: what, how, against what; any of them may be turned round. */
export const Conditions = ({
  row,
  conditions,
  legend,
  simple,
  id,
  onChange,
}: {
  readonly row: RowName;
  readonly conditions: readonly Condition[];
  readonly legend: string;
  /** Only what a row says of itself. */
  readonly simple?: boolean;
  /** Where a fault leads to. */
  readonly id?: string;
  readonly onChange: (conditions: readonly Condition[]) => void;
}) => {
  const { say } = useLanguage();
  const set = (no: number, next: Condition) => onChange(conditions.map((one, at) => (at === no ? next : one)));
  const kinds = [
    'concept',
    'field',
    ...(simple || (row !== 'case' && row !== 'event') ? [] : ['event']),
    ...(simple || instantsOf(row).length < 2 ? [] : ['time']),
  ];
  return (
    <fieldset className="conditions" id={id} tabIndex={id === undefined ? undefined : -1}>
      <legend>{legend}</legend>
      {conditions.length === 0 && <p className="small soft">{say('mf.noConditions')}</p>}
      <ol>
        {conditions.map((condition, no) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the list
          <li key={no}>
            <div className="condition">
              <SelectField
                label={say('mf.what')}
                value={condition.what}
                options={kinds
                  .filter((kind) => kind !== 'concept' || CONCEPTS[row].length > 0)
                  .map((kind) => ({ value: kind, label: say(`mf.what.${kind}` as WordKey) }))}
                onChange={(what) => set(no, freshCondition(what as Condition['what'], row))}
              />
              <One row={row} condition={condition} onChange={(next) => set(no, next)} />
              <Check label={say('mf.not')} checked={condition.not} onChange={(not) => set(no, { ...condition, not })} />
              <button
                type="button"
                className="plain"
                aria-label={say('mf.removeNamed', { no: no + 1 })}
                onClick={() => onChange(conditions.filter((_, at) => at !== no))}
              >
                {say('mf.remove')}
              </button>
            </div>
          </li>
        ))}
      </ol>
      <p className="acts">
        <button type="button" className="btn" onClick={() => onChange([...conditions, freshCondition('field', row)])}>
          {say('mf.add')}
        </button>
      </p>
    </fieldset>
  );
};

const freshCondition = (what: Condition['what'], row: RowName): Condition => {
  switch (what) {
    case 'concept':
      return { what, not: false, concept: CONCEPTS[row][0]! };
    case 'field':
      return freshField(fieldsOf(row)[0]!, row);
    case 'event':
      return {
        what,
        not: false,
        those: [{ what: 'field', not: false, field: 'kind', op: 'equal', values: ['notify'], other: null }],
        after: null,
        before: null,
        within: null,
        times: null,
      };
    case 'time': {
      const [from = 'registeredAt', to = 'closedAt'] = row === 'case' ? ['registeredAt', 'closedAt'] : instantsOf(row);
      return { what, not: false, from, to, clock: 'calendar', op: 'lte', span: 'P7D' };
    }
  }
};

const freshField = (field: string, row: RowName): Simple => {
  const [code] = codesOf(row, field);
  if (isInstant(field)) return { what: 'field', not: false, field, op: 'valid', values: [], other: null };
  if (isNumber(field)) return { what: 'field', not: false, field, op: 'gte', values: [1], other: null };
  return { what: 'field', not: false, field, op: 'equal', values: [code ?? ''], other: null };
};

const One = ({
  row,
  condition,
  onChange,
}: {
  readonly row: RowName;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}) => {
  const { say } = useLanguage();
  switch (condition.what) {
    case 'concept':
      return (
        <SelectField
          label={say('mf.concept')}
          value={condition.concept}
          options={CONCEPTS[row].map((value) => ({ value, label: say(`concept.${value}` as WordKey) }))}
          onChange={(concept) => onChange({ ...condition, concept: concept! })}
        />
      );
    case 'field':
      return <FieldCondition row={row} condition={condition} onChange={onChange} />;
    case 'event':
      return <EventCondition row={row} condition={condition} onChange={onChange} />;
    case 'time':
      return <TimeCondition row={row} condition={condition} onChange={onChange} />;
  }
};

/** Columns of the body's own files that have no field. */
const OWN = 'x:';

type FieldOf = Extract<Simple, { readonly what: 'field' }>;

/** Ways in which a field of that kind is compared. */
const opsOf = (field: string): readonly Op[] => {
  if (isInstant(field)) return ['valid', 'missing', 'lte', 'gt'];
  if (isNumber(field)) return ['gte', 'lte', 'equal', 'gt', 'lt', 'valid', 'missing'];
  return field === 'elements' ? ['contains'] : ['equal', 'oneOf', 'valid', 'missing'];
};

const FieldCondition = ({
  row,
  condition,
  onChange,
}: {
  readonly row: RowName;
  readonly condition: FieldOf;
  readonly onChange: (condition: Condition) => void;
}) => {
  const { say } = useLanguage();
  const { field, op, values, other } = condition;
  const codes = codesOf(row, field);
  const bare = op === 'valid' || op === 'missing';
  const numeric = !bare && op !== 'oneOf' && isNumber(field);
  const label = (code: string) =>
    field === 'kind'
      ? say(`${row === 'event' ? 'event' : 'kind'}.${code}` as WordKey)
      : say(`${field}.${code}` as WordKey);
  const against = instantsOf(row).filter((one) => one !== field);
  return (
    <>
      <SelectField
        label={say('mf.field')}
        value={field.startsWith(OWN) ? OWN : field}
        options={[
          ...fieldsOf(row).map((value) => ({ value, label: say(`field.${value}` as WordKey) })),
          { value: OWN, label: say('mf.ownField') },
        ]}
        onChange={(next) => onChange(freshField(next!, row))}
      />
      {field.startsWith(OWN) && (
        <TextField
          label={say('mf.ownFieldName')}
          value={field.slice(OWN.length)}
          onChange={(name) => onChange({ ...condition, field: `${OWN}${name}` })}
        />
      )}
      <SelectField
        label={say('mf.op')}
        value={op}
        options={opsOf(field).map((value) => ({ value, label: say(`mf.op.${value}`) }))}
        onChange={(next) => {
          const nextOp = next as Op;
          const empty = nextOp === 'valid' || nextOp === 'missing';
          const toField = !empty && isInstant(field);
          onChange({
            ...condition,
            op: nextOp,
            values: empty || toField ? [] : values.length > 0 ? values : [codes[0] ?? ''],
            other: toField ? (other ?? against[0] ?? null) : null,
          });
        }}
      />
      {!bare && isInstant(field) && (
        <SelectField
          label={say('mf.other')}
          value={other}
          options={against.map((value) => ({ value, label: say(`field.${value}` as WordKey) }))}
          onChange={(next) => onChange({ ...condition, values: [], other: next })}
        />
      )}
      {!bare && !isInstant(field) && op === 'oneOf' && codes.length > 0 && (
        <fieldset className="several">
          <legend>{say('mf.values')}</legend>
          {codes.map((code) => (
            <Check
              key={code}
              label={label(code)}
              checked={values.includes(code)}
              onChange={(on) =>
                onChange({ ...condition, values: on ? [...values, code] : values.filter((one) => one !== code) })
              }
            />
          ))}
        </fieldset>
      )}
      {!bare && !isInstant(field) && op !== 'oneOf' && codes.length > 0 && (
        <SelectField
          label={say('mf.value')}
          value={String(values[0] ?? '')}
          options={codes.map((value) => ({ value, label: label(value) }))}
          onChange={(value) => onChange({ ...condition, values: [value ?? ''] })}
        />
      )}
      {numeric && (
        <NumberField
          label={say('mf.value')}
          value={typeof values[0] === 'number' ? values[0] : null}
          required
          onChange={(value) => onChange({ ...condition, values: [value ?? 0] })}
        />
      )}
      {!bare && !isInstant(field) && !numeric && codes.length === 0 && (
        <TextField
          label={say(op === 'oneOf' ? 'mf.valuesTyped' : 'mf.value')}
          value={values.join(', ')}
          onChange={(typed) => onChange({ ...condition, values: typedValues(typed, op, isNumber(field)) })}
        />
      )}
    </>
  );
};

function typedValues(typed: string, op: Op, number: boolean): readonly (string | number)[] {
  const parts = op === 'oneOf' ? typed.split(',').map((part) => part.trimStart()) : [typed];
  return parts.map((part) => {
    const given = Number(part.trim().replace(',', '.'));
    return number && part.trim() !== '' && !Number.isNaN(given) ? given : part;
  });
}

const EventCondition = ({
  row,
  condition,
  onChange,
}: {
  readonly row: RowName;
  readonly condition: HasEvent;
  readonly onChange: (condition: Condition) => void;
}) => {
  const { say } = useLanguage();
  const { those, after, before, within, times } = condition;
  const moments = instantsOf(row).map((value) => ({ value, label: say(`field.${value}` as WordKey) }));
  return (
    <div className="inner">
      <Conditions
        row="event"
        simple
        legend={say('mf.event.those')}
        conditions={those}
        onChange={(next) => onChange({ ...condition, those: next as readonly Simple[] })}
      />
      <div className="condition">
        <SelectField
          label={say('mf.event.times')}
          value={times ? times.op : null}
          none={say('mf.event.any')}
          options={(['gte', 'lte'] as const).map((value) => ({ value, label: say(`mf.event.${value}`) }))}
          onChange={(op) =>
            onChange({ ...condition, times: op ? { op: op as 'gte' | 'lte', n: times?.n ?? 2 } : null })
          }
        />
        {times && (
          <TextField
            label={say('mf.event.n')}
            value={String(times.n)}
            onChange={(typed) => onChange({ ...condition, times: { ...times, n: Number(typed.replace(/\D/g, '')) } })}
          />
        )}
        <SelectField
          label={say('mf.event.after')}
          value={after}
          none={say('mf.event.anyTime')}
          options={moments}
          onChange={(next) => onChange({ ...condition, after: next, within: next ? within : null })}
        />
        {after && (
          <SelectField
            label={say('mf.event.within')}
            value={within ? 'yes' : null}
            none={say('mf.event.anyTime')}
            options={[{ value: 'yes', label: say('mf.event.withinYes') }]}
            onChange={(next) => onChange({ ...condition, within: next ? 'P7D' : null })}
          />
        )}
        {after && within && (
          <DurationField
            label={say('mf.event.span')}
            value={within}
            onChange={(next) => onChange({ ...condition, within: next })}
          />
        )}
        <SelectField
          label={say('mf.event.before')}
          value={before}
          none={say('mf.event.anyTime')}
          options={moments}
          onChange={(next) => onChange({ ...condition, before: next })}
        />
      </div>
    </div>
  );
};

const TimeCondition = ({
  row,
  condition,
  onChange,
}: {
  readonly row: RowName;
  readonly condition: HasTime;
  readonly onChange: (condition: Condition) => void;
}) => {
  const { say } = useLanguage();
  const moments = instantsOf(row).map((value) => ({ value, label: say(`field.${value}` as WordKey) }));
  return (
    <>
      <SelectField
        label={say('mf.from')}
        value={condition.from}
        options={moments}
        onChange={(from) => onChange({ ...condition, from: from! })}
      />
      <SelectField
        label={say('mf.to')}
        value={condition.to}
        options={moments}
        onChange={(to) => onChange({ ...condition, to: to! })}
      />
      <SelectField
        label={say('mf.clock')}
        value={condition.clock}
        options={(['calendar', 'working'] as const).map((value) => ({ value, label: say(`mf.clock.${value}`) }))}
        onChange={(clock) => onChange({ ...condition, clock: clock as HasTime['clock'] })}
      />
      <SelectField
        label={say('mf.op')}
        value={condition.op}
        options={(['lte', 'lt', 'gt', 'gte'] as const).map((value) => ({ value, label: say(`mf.op.${value}`) }))}
        onChange={(op) => onChange({ ...condition, op: op as HasTime['op'] })}
      />
      <DurationField
        label={say('mf.event.span')}
        value={condition.span}
        onChange={(span) => onChange({ ...condition, span })}
      />
    </>
  );
};
