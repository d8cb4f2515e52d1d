import { useLanguage } from '../../language.tsx';
import type { WordKey } from '../../words.ts';
import { SelectField, Several, TextField } from '../model/Fields.tsx';
import { Conditions } from './Conditions.tsx';
import { type Amount, AVERAGES, type Measured, type RowName, type Simple, SPANS, type Span } from './form.ts';
import { instantsOf, numbersOf } from './vocabulary.ts';

const KINDS: Readonly<Record<RowName, readonly Measured['kind'][]>> = {
  case: ['share', 'amount', 'count'],
  event: ['share', 'amount', 'ratio', 'count'],
  answer: ['marks', 'amount'],
  reading: ['ratio', 'amount'],
};

/** What is counted over the rows that are left. */
export const MeasureFields = ({
  row,
  measure,
  onChange,
}: {
  readonly row: RowName;
  readonly measure: Measured;
  readonly onChange: (measure: Measured) => void;
}) => {
  const { say } = useLanguage();
  return (
    <fieldset className="form measureof" id="mf-measure" tabIndex={-1}>
      <legend>{say('mf.measure')}</legend>
      <div className="condition">
        <SelectField
          label={say('mf.kind')}
          value={measure.kind}
          options={KINDS[row].map((value) => ({ value, label: say(`mf.kind.${value}`) }))}
          onChange={(kind) => onChange(freshMeasure(kind as Measured['kind'], row))}
        />
        {measure.kind === 'amount' && <AmountFields row={row} measure={measure} onChange={onChange} />}
        {measure.kind === 'marks' && (
          <TextField
            label={say('mf.marks')}
            value={measure.marks.join(', ')}
            hint={say('mf.marksWhy')}
            onChange={(typed) =>
              onChange({
                kind: 'marks',
                marks: typed
                  .split(',')
                  .map((part) => Number(part.trim()))
                  .filter((mark) => !Number.isNaN(mark)),
              })
            }
          />
        )}
        {measure.kind === 'ratio' &&
          ([0, 1] as const).map((no) => (
            <SelectField
              key={no}
              label={say(no === 0 ? 'mf.over' : 'mf.under')}
              value={measure.fields[no]}
              options={numbersOf(row).map((value) => ({ value, label: say(`field.${value}` as WordKey) }))}
              onChange={(field) =>
                onChange({
                  kind: 'ratio',
                  fields: no === 0 ? [field!, measure.fields[1]] : [measure.fields[0], field!],
                })
              }
            />
          ))}
      </div>
      {measure.kind === 'share' && (
        <Conditions
          row={row}
          legend={say('mf.those')}
          conditions={measure.those}
          onChange={(those) => onChange({ kind: 'share', those })}
        />
      )}
    </fieldset>
  );
};

const freshMeasure = (kind: Measured['kind'], row: RowName): Measured => {
  switch (kind) {
    case 'share':
      return {
        kind,
        those: [{ what: 'field', not: false, field: instantsOf(row)[0] ?? 'at', op: 'valid', values: [], other: null }],
      };
    case 'marks':
      return { kind, marks: [4, 5] };
    case 'ratio':
      return { kind, fields: row === 'event' ? ['known', 'items'] : ['value', 'max'] };
    case 'count':
      return { kind };
    case 'amount':
      return {
        kind,
        how: row === 'case' ? 'median' : 'mean',
        amount: freshAmount(row === 'case' ? 'time' : 'field', row),
      };
  }
};

const freshAmount = (of: Amount['of'], row: RowName): Amount => {
  const events: readonly Simple[] = [
    { what: 'field', not: false, field: 'kind', op: 'equal', values: ['visit'], other: null },
  ];
  switch (of) {
    case 'time':
      return {
        of,
        from: row === 'case' ? 'registeredAt' : 'at',
        to: row === 'case' ? 'closedAt' : 'promisedFor',
        clock: 'calendar',
        less: [],
      };
    case 'spans':
      return { of, spans: ['gap'], clock: 'calendar' };
    case 'events':
      return { of, those: events };
    case 'total':
      return { of, field: 'items', those: events };
    case 'field':
      return { of, field: numbersOf(row)[0] ?? 'value' };
  }
};

const AMOUNTS: Readonly<Record<RowName, readonly Amount['of'][]>> = {
  case: ['time', 'spans', 'events', 'total'],
  event: ['field', 'time'],
  answer: ['field'],
  reading: ['field'],
};

const AmountFields = ({
  row,
  measure,
  onChange,
}: {
  readonly row: RowName;
  readonly measure: Extract<Measured, { readonly kind: 'amount' }>;
  readonly onChange: (measure: Measured) => void;
}) => {
  const { say } = useLanguage();
  const { how, amount } = measure;
  const set = (next: Amount) => onChange({ kind: 'amount', how, amount: next });
  const fieldOptions = (names: readonly string[]) =>
    names.map((value) => ({ value, label: say(`field.${value}` as WordKey) }));
  const clocked = amount.of === 'time' || amount.of === 'spans';
  return (
    <>
      <SelectField
        label={say('mf.how')}
        value={how}
        options={AVERAGES.map((value) => ({ value, label: say(`mf.how.${value}`) }))}
        onChange={(next) => onChange({ kind: 'amount', how: next as typeof how, amount })}
      />
      <SelectField
        label={say('mf.of')}
        value={amount.of}
        options={AMOUNTS[row].map((value) => ({ value, label: say(`mf.of.${value}`) }))}
        onChange={(of) => set(freshAmount(of as Amount['of'], row))}
      />
      {amount.of === 'time' && (
        <>
          <SelectField
            label={say('mf.from')}
            value={amount.from}
            options={fieldOptions(instantsOf(row))}
            onChange={(from) => set({ ...amount, from: from! })}
          />
          <SelectField
            label={say('mf.to')}
            value={amount.to}
            options={fieldOptions(instantsOf(row))}
            onChange={(to) => set({ ...amount, to: to! })}
          />
        </>
      )}
      {clocked && (
        <SelectField
          label={say('mf.clock')}
          value={amount.clock}
          options={(['calendar', 'working'] as const).map((value) => ({ value, label: say(`mf.clock.${value}`) }))}
          onChange={(clock) => set({ ...amount, clock: clock as 'calendar' | 'working' })}
        />
      )}
      {clocked && row === 'case' && (
        <Several
          legend={say(amount.of === 'time' ? 'mf.less' : 'mf.spans')}
          options={SPANS.map((value) => ({ value, label: say(`mf.span.${value}`) }))}
          chosen={amount.of === 'time' ? amount.less : amount.spans}
          none=""
          onChange={(chosen) =>
            set(amount.of === 'time' ? { ...amount, less: chosen as Span[] } : { ...amount, spans: chosen as Span[] })
          }
        />
      )}
      {(amount.of === 'field' || amount.of === 'total') && (
        <SelectField
          label={say('mf.number')}
          value={amount.field}
          options={fieldOptions(numbersOf(amount.of === 'total' ? 'event' : row))}
          onChange={(field) => set({ ...amount, field: field! })}
        />
      )}
      {(amount.of === 'events' || amount.of === 'total') && (
        <Conditions
          row="event"
          simple
          legend={say('mf.event.those')}
          conditions={amount.those}
          onChange={(those) => set({ ...amount, those: those as readonly Simple[] })}
        />
      )}
    </>
  );
};
