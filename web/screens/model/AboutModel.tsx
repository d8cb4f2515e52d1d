import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { NumberField, SelectField, Several, TextField } from './Fields.tsx';
import type { Places } from './IndicatorDialog.tsx';
import type { Model } from './layout.ts';

type About = Pick<Model, 'name' | 'body' | 'journey' | 'clients' | 'services' | 'reviseMonths'>;

/** What the model is about: its name, body, journey, clients and services, and how often it is revised. */
export const AboutModel = ({
  model: { name, body, journey, clients, services, reviseMonths },
  places,
  onDone,
  onClose,
}: {
  readonly model: Model;
  readonly places: Places;
  readonly onDone: (about: About) => void;
  readonly onClose: () => void;
}) => {
  const { say } = useLanguage();
  const [about, setAbout] = useState<About>({ name, body, journey, clients, services, reviseMonths });
  const [listed, setListed] = useState(services.join(', '));
  const change = (part: Partial<About>) => setAbout((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const codes = listed.split(',').map((code) => code.trim());
    onDone({ ...about, name: about.name.trim(), services: [...new Set(codes.filter((code) => code !== ''))] });
  };
  return (
    <Dialog title={say('about.title')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={say('begin.name')}
          value={about.name}
          required
          maxLength={300}
          onChange={(text) => change({ name: text })}
        />
        <TextField
          label={say('place.body')}
          value={about.body ?? ''}
          options={places.bodies}
          onChange={(text) => change({ body: text.trim() || null })}
        />
        <SelectField
          label={say('begin.journey')}
          value={about.journey}
          none={say('begin.wholeBody')}
          options={places.journeys}
          hint={say('begin.journeyWhy')}
          onChange={(id) => change({ journey: id })}
        />
        <Several
          legend={say('place.clientStatus')}
          options={STATUSES.map((value) => ({ value, label: say(`status.${value}`) }))}
          chosen={about.clients}
          none=""
          onChange={(chosen) => change({ clients: STATUSES.filter((status) => chosen.includes(status)) })}
        />
        <TextField label={say('about.services')} value={listed} hint={say('about.servicesWhy')} onChange={setListed} />
        <NumberField
          label={say('about.revise')}
          value={about.reviseMonths}
          required
          onChange={(months) =>
            months !== null && change({ reviseMonths: Math.min(60, Math.max(1, Math.round(months))) })
          }
        />
        <p className="acts">
          <button type="submit" className="btn main">
            {say('ind.done')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

const STATUSES = ['citizen', 'organisation', 'internal'] as const;
