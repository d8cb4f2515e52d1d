import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { type Edit, freeIn, putThing, removeThing } from './edits.ts';
import { DayField, FormActs, NumberField, SelectField, TextField } from './Fields.tsx';
import { KPIS, type Layout, type Model } from './layout.ts';
import { TakeValues } from './TakeValues.tsx';
import { amountOf, idFrom, type Namer } from './words.ts';

type Goal = Model['goals'][number];
type Value = Model['values'][number];
type Specific = Model['specifics'][number];
type Open =
  | { readonly list: 'goals'; readonly thing: Goal }
  | { readonly list: 'values'; readonly thing: Value }
  | { readonly list: 'specifics'; readonly thing: Specific };

const KINDS = ['staffing', 'load', 'channel', 'segment', 'resource', 'other'] as const;

/** Goals, values with what serves them, and the body's peculiarities. */
export const Things = ({
  model,
  layout,
  names,
  units,
  editable,
  onChange,
}: {
  readonly model: Model;
  readonly layout: Layout;
  readonly names: Namer;
  readonly units: readonly string[];
  readonly editable: boolean;
  readonly onChange: (what: string, edit: Edit) => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const [taking, setTaking] = useState(false);
  const add = (list: Open['list']) => () => setOpen(fresh(list));
  const done = () => setOpen(null);
  return (
    <>
      <section className="sec" aria-labelledby="h-goals">
        <header>
          <h2 id="h-goals">{say('goals.title')}</h2>
          <p>{say('goals.why')}</p>
          {editable && <AddButton words={say('goals.add')} onAdd={add('goals')} />}
        </header>
        {model.goals.length === 0 && <p className="state">{say('goals.none')}</p>}
        {model.goals.length > 0 && (
          <table className="stack things">
            <thead>
              <tr>
                <th scope="col">{say('goals.name')}</th>
                <th scope="col">{say('goals.document')}</th>
                <th scope="col">{say('goals.under')}</th>
              </tr>
            </thead>
            <tbody>
              {model.goals.map((thing) => (
                <tr key={thing.id} id={`goal-${thing.id}`}>
                  <th scope="row">
                    <Opener name={thing.name} onOpen={() => setOpen({ list: 'goals', thing })} />
                  </th>
                  <td data-l={say('goals.document')}>{thing.document || '—'}</td>
                  <td data-l={say('goals.under')}>
                    <Listed
                      names={model.indicators
                        .filter(({ goals }) => goals.includes(thing.id))
                        .map((indicator) => names.indicator(indicator))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="sec" aria-labelledby="h-values">
        <header>
          <h2 id="h-values">{say('values.title')}</h2>
          <p>{say('values.why')}</p>
          {editable && (
            <p className="do">
              <button type="button" className="plain" onClick={() => setTaking(true)}>
                {say('values.take')}
              </button>
              <button type="button" className="plain" onClick={add('values')}>
                {say('values.add')}
              </button>
            </p>
          )}
        </header>
        {model.values.length === 0 && <p className="state">{say('values.none')}</p>}
        {model.values.length > 0 && (
          <table className="stack things">
            <thead>
              <tr>
                <th scope="col">{say('values.name')}</th>
                {KPIS.map((kpi) => (
                  <th key={kpi} scope="col">
                    {say(`kpi.${kpi}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {model.values.map((thing) => {
                const serving = new Set(
                  model.indicators
                    .filter(({ values }) => values.includes(thing.id))
                    .map(({ id }) => layout.row.get(id)),
                );
                return (
                  <tr key={thing.id} id={`value-${thing.id}`}>
                    <th scope="row">
                      <Opener name={thing.name} onOpen={() => setOpen({ list: 'values', thing })} />
                      {serving.size === 0 && <b className="unserved">{say('values.unserved')}</b>}
                      {thing.source !== '' && <span className="tiny"> {thing.source}</span>}
                    </th>
                    {KPIS.map((kpi) => {
                      const served = [...serving].flatMap((row) => (row?.kpi === kpi ? [names.row(row)] : []));
                      return (
                        <td key={kpi} data-l={served.length > 0 ? `${say(`kpi.${kpi}`)}:` : undefined}>
                          <Listed names={served} />
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </section>
      <section className="sec" aria-labelledby="h-specifics">
        <header>
          <h2 id="h-specifics">{say('specifics.title')}</h2>
          <p>{say('specifics.why')}</p>
          {editable && <AddButton words={say('specifics.add')} onAdd={add('specifics')} />}
        </header>
        {model.specifics.length === 0 && <p className="state">{say('specifics.none')}</p>}
        {model.specifics.length > 0 && (
          <table className="stack things">
            <thead>
              <tr>
                <th scope="col">{say('specifics.name')}</th>
                <th scope="col">{say('specifics.kind')}</th>
                <th scope="col">{say('place.unit')}</th>
                <th scope="col">{say('specifics.when')}</th>
                <th scope="col" className="num">
                  {say('specifics.value')}
                </th>
                <th scope="col">{say('specifics.limits')}</th>
              </tr>
            </thead>
            <tbody>
              {model.specifics.map((thing) => (
                <tr key={thing.id} id={`specific-${thing.id}`}>
                  <th scope="row">
                    <Opener name={thing.name} onOpen={() => setOpen({ list: 'specifics', thing })} />
                    {thing.note !== '' && <span className="tiny"> {thing.note}</span>}
                  </th>
                  <td>{sayCode('specific', thing.kind)}</td>
                  <td>{thing.unit ?? '—'}</td>
                  <td>
                    {thing.from || thing.to
                      ? [thing.from, thing.to].map((day) => (day ? format.day(day) : '…')).join(' — ')
                      : say('specifics.always')}
                  </td>
                  <td className="num">{thing.value === null ? '—' : amountOf(thing.value, '', format).trim()}</td>
                  <td data-l={say('specifics.limits')}>
                    <Listed
                      names={model.indicators
                        .filter(({ limits }) => limits.includes(thing.id))
                        .map((indicator) => names.indicator(indicator))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {taking && (
        <TakeValues
          held={new Set(model.values.map(({ id }) => id))}
          onTake={(values) => {
            onChange(say('values.took', { count: values.length }), (before) => ({
              ...before,
              values: [...before.values, ...values],
            }));
            setTaking(false);
          }}
          onClose={() => setTaking(false)}
        />
      )}
      {open && (
        <ThingDialog
          open={open}
          units={units}
          editable={editable}
          known={(model[open.list] as readonly { id: string }[]).some(({ id }) => id === open.thing.id)}
          onDone={(thing) => {
            const taken = new Set((model[open.list] as readonly { id: string }[]).map(({ id }) => id));
            const named = thing.id === '' ? { ...thing, id: freeIn(taken, idFrom(thing.name)) } : thing;
            onChange(say(`${open.list}.changed`, { name: thing.name }), putThing(open.list, named as never));
            done();
          }}
          onRemove={() => {
            onChange(say('thing.removed', { name: open.thing.name }), removeThing(open.list, open.thing.id));
            done();
          }}
          onClose={done}
        />
      )}
    </>
  );
};

const fresh = (list: Open['list']): Open => {
  if (list === 'goals') return { list, thing: { id: '', name: '', document: '' } };
  if (list === 'values') return { list, thing: { id: '', name: '', source: '', wording: '' } };
  return {
    list,
    thing: { id: '', kind: 'staffing', name: '', unit: null, from: null, to: null, value: null, note: '' },
  };
};

const AddButton = ({ words, onAdd }: { readonly words: string; readonly onAdd: () => void }) => (
  <p className="do">
    <button type="button" className="plain" onClick={onAdd}>
      {words}
    </button>
  </p>
);

const Opener = ({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) => (
  <button type="button" className="name" onClick={onOpen}>
    {name}
  </button>
);

/** So many names are enough for a cell. */
const NAMED = 4;

const Listed = ({ names }: { readonly names: readonly string[] }) => {
  const { say } = useLanguage();
  const different = [...new Set(names)];
  if (different.length === 0) return <span className="mute">—</span>;
  const more = different.length - NAMED;
  return (
    <>
      {different.slice(0, NAMED).join(', ')}
      {more > 0 && ` ${say('thing.more', { count: more })}`}
    </>
  );
};

const ThingDialog = ({
  open,
  units,
  editable,
  known,
  onDone,
  onRemove,
  onClose,
}: {
  readonly open: Open;
  readonly units: readonly string[];
  readonly editable: boolean;
  readonly known: boolean;
  readonly onDone: (thing: Open['thing']) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  const [now, setNow] = useState(open);
  const set = (part: object) => setNow((before) => ({ ...before, thing: { ...before.thing, ...part } }) as Open);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone(now.thing);
  };
  return (
    <Dialog title={say(`${open.list}.one`)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <fieldset className="form" disabled={!editable}>
          <TextField
            label={say(`${open.list}.name`)}
            value={now.thing.name}
            required
            maxLength={300}
            onChange={(name) => set({ name })}
          />
          {now.list === 'goals' && (
            <TextField
              label={say('goals.document')}
              value={now.thing.document}
              hint={say('goals.documentWhy')}
              onChange={(document) => set({ document })}
            />
          )}
          {now.list === 'values' && (
            <>
              <TextField
                label={say('values.source')}
                value={now.thing.source}
                hint={say('values.sourceWhy')}
                onChange={(source) => set({ source })}
              />
              <TextField
                label={say('values.wording')}
                value={now.thing.wording}
                rows={4}
                hint={say('values.wordingWhy')}
                onChange={(wording) => set({ wording })}
              />
            </>
          )}
          {now.list === 'specifics' && <SpecificFields thing={now.thing} units={units} onChange={set} />}
        </fieldset>
        <FormActs
          editable={editable}
          leave={say(editable ? 'app.cancel' : 'model.close')}
          onClose={onClose}
          remove={known ? say('thing.remove') : null}
          onRemove={onRemove}
        />
      </form>
    </Dialog>
  );
};

const SpecificFields = ({
  thing,
  units,
  onChange,
}: {
  readonly thing: Specific;
  readonly units: readonly string[];
  readonly onChange: (part: Partial<Specific>) => void;
}) => {
  const { say } = useLanguage();
  return (
    <>
      <SelectField
        label={say('specifics.kind')}
        value={thing.kind}
        options={KINDS.map((value) => ({ value, label: say(`specific.${value}`) }))}
        onChange={(kind) => onChange({ kind: kind as Specific['kind'] })}
      />
      <TextField
        label={say('place.unit')}
        value={thing.unit ?? ''}
        options={units}
        onChange={(unit) => onChange({ unit: unit || null })}
      />
      <DayField label={say('specifics.from')} value={thing.from} onChange={(from) => onChange({ from })} />
      <DayField label={say('specifics.to')} value={thing.to} onChange={(to) => onChange({ to })} />
      <NumberField
        label={say('specifics.value')}
        value={thing.value}
        hint={say('specifics.valueWhy')}
        onChange={(value) => onChange({ value })}
      />
      <TextField label={say('specifics.note')} value={thing.note} rows={2} onChange={(note) => onChange({ note })} />
    </>
  );
};
