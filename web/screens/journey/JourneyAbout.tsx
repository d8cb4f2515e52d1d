import { type FormEvent, useState } from 'react';
import type { JourneyPictureView } from '#acts';
import type { Journey, JourneyKind } from '#model';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Ticks } from './Ticks.tsx';
import { Place } from './TouchpointForm.tsx';

const KINDS: readonly JourneyKind[] = ['lifeSituation', 'servicePath', 'internal'];
const STATUSES = ['citizen', 'organisation', 'internal'] as const;

/** Whose journey this is, which facts are its own, and the day of its redesign. */
export const JourneyAbout = ({
  journey,
  view,
  onClose,
  onSave,
}: {
  readonly journey: Journey;
  readonly view: JourneyPictureView;
  readonly onClose: () => void;
  readonly onSave: (journey: Journey) => void;
}) => {
  const { say, sayCode } = useLanguage();
  const [made, setMade] = useState(journey);
  const set = (change: Partial<Journey>) => setMade((before) => ({ ...before, ...change }));
  const list = (text: string): readonly string[] =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const [services, setServices] = useState(journey.services.join(', '));
  const [segments, setSegments] = useState(journey.segments.join(', '));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...made, name: made.name.trim(), services: [...list(services)], segments: [...list(segments)] });
  };
  const bodies = Object.entries(view.names).map(([value, label]) => ({ value, label }));
  return (
    <Dialog title={say('journey.about')} onClose={onClose}>
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
        <label>
          {say('journeyAbout.kind')}
          <select value={made.kind} onChange={(e) => set({ kind: e.target.value as JourneyKind })}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {sayCode('journeyKind', kind)}
              </option>
            ))}
          </select>
        </label>
        <div className="jpair">
          <Place
            label={say('journeyAbout.owner')}
            value={made.owner.body}
            options={bodies}
            onChange={(body) => set({ owner: { ...made.owner, body } })}
          />
          <label className="field">
            {say('journeyAbout.ownerName')}
            <input
              type="text"
              maxLength={2000}
              value={made.owner.name}
              onChange={(e) => set({ owner: { ...made.owner, name: e.target.value } })}
            />
          </label>
        </div>
        <label>
          {say('journeyAbout.factsJourney')}
          <input
            type="text"
            maxLength={120}
            value={made.factsJourney ?? ''}
            onChange={(e) => set({ factsJourney: e.target.value.trim() === '' ? null : e.target.value })}
          />
          <small>{say('journeyAbout.factsJourneyWhy')}</small>
        </label>
        <label>
          {say('journeyAbout.services')}
          <input type="text" value={services} onChange={(e) => setServices(e.target.value)} />
          <small>{say('journeyAbout.servicesWhy')}</small>
        </label>
        <Ticks
          title={say('journeyAbout.statuses')}
          codes={STATUSES}
          chosen={made.clientStatuses}
          nameOf={(status) => sayCode('status', status)}
          onChange={(clientStatuses) => set({ clientStatuses })}
        />
        <label>
          {say('journeyAbout.segments')}
          <input type="text" value={segments} onChange={(e) => setSegments(e.target.value)} />
        </label>
        <label>
          {say('journeyAbout.changedOn')}
          <input
            type="date"
            value={made.changedOn ?? ''}
            onChange={(e) => set({ changedOn: e.target.value === '' ? null : e.target.value })}
          />
          <small>{say('journeyAbout.changedOnWhy')}</small>
        </label>
        <label>
          {say('stepForm.note')}
          <textarea rows={3} maxLength={2000} value={made.note} onChange={(e) => set({ note: e.target.value })} />
        </label>
        <p className="acts">
          <button type="submit" className="btn main">
            {say('stepForm.done')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};
