import { type FormEvent, useState } from 'react';
import type { JourneyPictureView } from '#acts';
import type { Design, Touchpoint, TouchpointKind } from '#model';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { NamedOptions } from '../../parts/NamedOptions.tsx';
import { emptyTouchpoint } from './changes.ts';
import { DAYS_PATTERN, daysOf, typedDays } from './daysInput.ts';
import type { OpenForm } from './JourneyPage.tsx';
import type { Names } from './names.ts';
import { Ticks } from './Ticks.tsx';

/** The page may not run code of the model's room; a test holds the two together. */
export const KINDS: readonly TouchpointKind[] = [
  'information',
  'consultation',
  'submit',
  'visit',
  'register',
  'interagency',
  'clarify',
  'examine',
  'decide',
  'notify',
  'issue',
  'pay',
  'other',
];
const CHANNELS = ['portal', 'office', 'post', 'phone', 'chat', 'edms', 'smev'];

/** Everything that is told of a touchpoint. */
export const TouchpointForm = ({
  open,
  design,
  view,
  names,
  onClose,
  onSave,
  onRemove,
  freshId,
}: {
  readonly open: Extract<OpenForm, { form: 'touchpoint' }>;
  readonly design: Design;
  readonly view: JourneyPictureView;
  readonly names: Names;
  readonly onClose: () => void;
  readonly onSave: (touchpoint: Touchpoint) => void;
  readonly onRemove: (id: string) => void;
  readonly freshId: string;
}) => {
  const { say, sayCode, lang } = useLanguage();
  const known = design.touchpoints.find(({ id }) => id === open.id);
  const [made, setMade] = useState<Touchpoint>(
    () =>
      known ??
      // taken off the map and not saved yet: it comes back as it was
      view.design.touchpoints.find(({ id }) => id === open.id) ?? {
        ...emptyTouchpoint(freshId, open.stage ?? design.stages.at(-1)?.id ?? '', open.facts ?? ''),
        facts: open.facts ? [open.facts] : [],
      },
  );
  const [budget, setBudget] = useState(typedDays(made.budgetDays, lang));
  const set = (change: Partial<Touchpoint>) => setMade((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({
      ...made,
      name: made.name.trim(),
      budgetDays: daysOf(budget),
      documents: made.documents.filter(({ name }) => name.trim() !== ''),
      actions: made.actions.map((action) => action.trim()).filter((action) => action !== ''),
    });
  };
  const seen = [
    ...new Set([
      ...made.facts,
      ...view.touchpoints.flatMap(({ unmapped }) => unmapped ?? []),
      ...view.tiles.flatMap(({ unmapped }) => unmapped ?? []),
      ...design.touchpoints.flatMap(({ facts }) => facts),
    ]),
  ];
  const holder = (facts: string) =>
    design.touchpoints.find((each) => each.id !== made.id && each.facts.includes(facts));
  const channels = [...new Set([...CHANNELS, ...made.channels])];
  return (
    <Dialog title={known ? say('stepForm.change') : say('stepForm.new')} onClose={onClose}>
      <form className="form jform" onSubmit={submit}>
        <label>
          {say('journey.form.name')}
          <input
            type="text"
            required
            maxLength={200}
            value={made.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        </label>
        <div className="jpair">
          <label className="field">
            {say('stepForm.stage')}
            <select required value={made.stage} onChange={(e) => set({ stage: e.target.value })}>
              {design.stages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            {say('stepForm.kind')}
            <select value={made.kind} onChange={(e) => set({ kind: e.target.value as TouchpointKind })}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {sayCode('touchpointKind', kind)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label>
          {say('stepForm.budget')}
          <input
            type="text"
            inputMode="decimal"
            pattern={DAYS_PATTERN}
            value={budget}
            onChange={(e) => setBudget(e.target.value)}
          />
          <small>{say('stepForm.budgetWhy')}</small>
        </label>
        <fieldset>
          <legend>{say('stepForm.facts')}</legend>
          <p className="tiny">{say('stepForm.factsWhy')}</p>
          {seen.length === 0 && <p className="small">{say('stepForm.factsNone')}</p>}
          <div className="jticks">
            {seen.map((facts) => {
              const other = holder(facts);
              return (
                <label key={facts} className="check">
                  <input
                    type="checkbox"
                    checked={made.facts.includes(facts)}
                    onChange={(e) =>
                      set({
                        facts: e.target.checked ? [...made.facts, facts] : made.facts.filter((each) => each !== facts),
                      })
                    }
                  />
                  <span>
                    {facts}
                    {other && <small> {say('stepForm.factsTaken', { name: other.name })}</small>}
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
        <div className="jpair">
          <Place
            label={say('stepForm.body')}
            value={made.body}
            options={bodiesOf(view, design).map((value) => ({ value, label: names.bodyInFull(value) }))}
            onChange={(body) => set({ body })}
          />
          <Place
            label={say('stepForm.unit')}
            value={made.unit}
            options={view.options.unit}
            onChange={(unit) => set({ unit })}
          />
        </div>
        <div className="jpair">
          <Place
            label={say('stepForm.service')}
            value={made.service}
            options={view.options.service}
            onChange={(service) => set({ service })}
          />
          <label className="field">
            {say('stepForm.position')}
            <input
              type="text"
              maxLength={120}
              value={made.position ?? ''}
              onChange={(e) => set({ position: e.target.value.trim() === '' ? null : e.target.value })}
            />
          </label>
        </div>
        <Ticks
          title={say('stepForm.channels')}
          codes={channels}
          chosen={made.channels}
          nameOf={(channel) => sayCode('channel', channel)}
          onChange={(chosen) => set({ channels: chosen })}
        />
        <fieldset>
          <legend>{say('stepForm.documents')}</legend>
          {made.documents.map((document, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document is told by its place while its name is typed
            <p key={at} className="jdocument">
              <input
                type="text"
                aria-label={say('stepForm.documentName', { number: at + 1 })}
                maxLength={200}
                value={document.name}
                onChange={(e) => set({ documents: made.documents.with(at, { ...document, name: e.target.value }) })}
              />
              <label className="check">
                <input
                  type="checkbox"
                  checked={document.held}
                  onChange={(e) => set({ documents: made.documents.with(at, { ...document, held: e.target.checked }) })}
                />
                <span>{say('stepForm.held')}</span>
              </label>
              <button
                type="button"
                className="plain"
                onClick={() => set({ documents: made.documents.filter((_, other) => other !== at) })}
              >
                {say('stepForm.remove')}
                <span className="sr">: {document.name}</span>
              </button>
            </p>
          ))}
          <button
            type="button"
            className="btn"
            onClick={() => set({ documents: [...made.documents, { name: '', held: false }] })}
          >
            {say('stepForm.addDocument')}
          </button>
        </fieldset>
        <label>
          {say('stepForm.actions')}
          <textarea
            rows={3}
            value={made.actions.join('\n')}
            onChange={(e) => set({ actions: e.target.value === '' ? [] : e.target.value.split('\n') })}
          />
          <small>{say('stepForm.actionsWhy')}</small>
        </label>
        <label className="check">
          <input type="checkbox" checked={made.optional} onChange={(e) => set({ optional: e.target.checked })} />
          <span>
            {say('stepForm.optional')}
            <br />
            <small>{say('stepForm.optionalWhy')}</small>
          </span>
        </label>
        <label className="check">
          <input type="checkbox" checked={made.closing} onChange={(e) => set({ closing: e.target.checked })} />
          <span>
            {say('stepForm.closing')}
            <br />
            <small>{say('stepForm.closingWhy')}</small>
          </span>
        </label>
        <label className="check">
          <input type="checkbox" checked={made.beside} onChange={(e) => set({ beside: e.target.checked })} />
          <span>
            {say('stepForm.beside')}
            <br />
            <small>{say('stepForm.besideWhy')}</small>
          </span>
        </label>
        <label>
          {say('stepForm.note')}
          <textarea rows={2} maxLength={2000} value={made.note} onChange={(e) => set({ note: e.target.value })} />
        </label>
        <p className="acts">
          <button type="submit" className="btn main">
            {say('stepForm.done')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
          {known && (
            <button type="button" className="plain" onClick={() => onRemove(known.id)}>
              {say('stepForm.takeAway')}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
};

const bodiesOf = (view: JourneyPictureView, design: Design): readonly string[] => [
  ...new Set([
    ...view.lanes.flatMap(({ body }) => body ?? []),
    ...design.touchpoints.flatMap(({ body }) => body ?? []),
    ...view.touchpoints.flatMap(({ bodies }) => bodies),
  ]),
];

export const Place = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
}) => {
  const { say } = useLanguage();
  return (
    <label className="field">
      {label}
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{say('stepForm.nobodyYet')}</option>
        <NamedOptions value={value} options={options} />
      </select>
    </label>
  );
};
