import { type FormEvent, useState } from 'react';
import type { OrganisationView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { DayField, SelectField, TextField } from '../model/Fields.tsx';
import { FormActs } from './DeedState.tsx';
import { type PlaceDraft, PlaceFields } from './placeFields.tsx';
import { useDeed } from './useDeed.ts';

const NOTHING: PlaceDraft = { name: '', parent: null, zone: '', schedule: '', calendar: '' };

/** A new body or unit: its code as exports name it. */
export const NewPlace = ({ view, onClose }: { readonly view: OrganisationView; readonly onClose: () => void }) => {
  const { say } = useLanguage();
  const [id, setId] = useState('');
  const [kind, setKind] = useState<string>('unit');
  const [draft, setDraft] = useState(NOTHING);
  const [from, setFrom] = useState<string | null>(null);
  const deed = useDeed(onClose);
  const taken = [...view.places, ...view.away].some((place) => place.id === id.trim());
  const above = view.places.find((place) => place.id === draft.parent);
  const inherited = above?.clock ?? { zone: view.zone, schedule: '', calendar: 'ru' };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (taken) return;
    const rows = [{ id: id.trim(), kind, ...draft, validFrom: from }];
    deed.run('saveUnits', { rows, reason: say('org.added', { name: draft.name || id }), stamp: view.stamp });
  };
  return (
    <Dialog title={say('org.add')} onClose={onClose} wide>
      <form className="form" onSubmit={submit}>
        <div className="pairs">
          <TextField
            label={say('org.id')}
            value={id}
            required
            maxLength={120}
            hint={say(taken ? 'org.idTaken' : 'org.idWhy')}
            onChange={setId}
          />
          <SelectField
            label={say('org.what')}
            value={kind}
            options={(['unit', 'body'] as const).map((value) => ({ value, label: say(`org.kind.${value}`) }))}
            onChange={(value) => setKind(value ?? 'unit')}
          />
          <PlaceFields
            draft={draft}
            view={view}
            self={null}
            inherited={inherited}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
          <DayField label={say('org.validFrom')} value={from} onChange={setFrom} />
        </div>
        <FormActs deed={deed} onClose={onClose} />
      </form>
    </Dialog>
  );
};
