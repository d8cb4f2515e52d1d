import type { OrganisationView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField, TextField } from '../model/Fields.tsx';

/** What of a place may change; '' is the parent's. */
export interface PlaceDraft {
  readonly name: string;
  readonly parent: string | null;
  readonly zone: string;
  readonly schedule: string;
  readonly calendar: string;
}

const ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];

/** Places to choose from, each under the one above it. */
export const placeOptions = (view: OrganisationView, without: string | null = null) =>
  view.places
    .filter(({ id }) => id !== without)
    .map(({ id, name, depth }) => ({ value: id, label: `${'\u00a0\u00a0'.repeat(depth)}${name}` }));

export const PlaceFields = ({
  draft,
  view,
  self,
  inherited,
  onChange,
}: {
  readonly draft: PlaceDraft;
  readonly view: OrganisationView;
  /** It cannot stand below itself. */
  readonly self: string | null;
  /** What counts where a field is left empty. */
  readonly inherited: { readonly zone: string; readonly schedule: string; readonly calendar: string };
  readonly onChange: (change: Partial<PlaceDraft>) => void;
}) => {
  const { say } = useLanguage();
  return (
    <>
      <TextField label={say('org.name')} value={draft.name} maxLength={300} onChange={(name) => onChange({ name })} />
      <SelectField
        label={say('org.above')}
        value={draft.parent}
        none={say('org.top')}
        options={placeOptions(view, self)}
        onChange={(parent) => onChange({ parent })}
      />
      <TextField
        label={say('org.schedule')}
        value={draft.schedule}
        placeholder={inherited.schedule}
        hint={say('org.scheduleWhy')}
        maxLength={300}
        onChange={(schedule) => onChange({ schedule })}
      />
      <TextField
        label={say('org.zone')}
        value={draft.zone}
        placeholder={inherited.zone}
        options={ZONES}
        hint={say('org.zoneWhy')}
        maxLength={100}
        onChange={(zone) => onChange({ zone })}
      />
      <SelectField
        label={say('org.calendar')}
        value={draft.calendar || null}
        none={say('org.inherited', { value: inherited.calendar })}
        options={view.calendars.map((value) => ({ value, label: value }))}
        hint={say('org.calendarWhy')}
        onChange={(calendar) => onChange({ calendar: calendar ?? '' })}
      />
    </>
  );
};
