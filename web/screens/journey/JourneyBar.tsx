import { Link } from '@tanstack/react-router';
import type { JourneyPictureView } from '#acts';
import { useLanguage } from '../../language.tsx';
import type { Which } from './changes.ts';
import type { JourneyAddress } from './journeyView.ts';

/** As is or to be, which months, whose cases: every choice goes straight into the address. */
export const JourneyBar = ({
  view,
  address,
  which,
  hasToBe,
  onChange,
}: {
  readonly view: JourneyPictureView;
  readonly address: JourneyAddress;
  readonly which: Which | 'both';
  readonly hasToBe: boolean;
  readonly onChange: (change: Partial<JourneyAddress>) => void;
}) => {
  const { say, format } = useLanguage();
  const { from, to } = view.population;
  const months = (kept: string) =>
    kept === '' || view.periods.includes(kept) ? view.periods : [...view.periods, kept].sort();
  const option = (name: string) => (
    <option key={name} value={name}>
      {format.period(name)}
    </option>
  );
  return (
    <div className="jbar">
      <nav className="tabs" aria-label={say('journey.tabs')}>
        {(hasToBe ? TABS : TABS.slice(0, 2)).map((name) => (
          <Link
            key={name}
            from="/journey/$id"
            to="/journey/$id"
            search={(before) => ({ ...before, design: name === 'asIs' ? undefined : name })}
            resetScroll={false}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={which === name ? 'page' : undefined}
          >
            {say(`journey.${name}`)}
          </Link>
        ))}
      </nav>
      <form className="filters" aria-label={say('filter.label')} onSubmit={(event) => event.preventDefault()}>
        {view.periods.length > 0 && (
          <>
            <label>
              {say('journey.from')}
              <select value={from} onChange={(event) => onChange(stretch(event.target.value, to, 'from'))}>
                {[...months(from)].reverse().map(option)}
              </select>
            </label>
            <label>
              {say('journey.to')}
              <select value={to} onChange={(event) => onChange(stretch(from, event.target.value, 'to'))}>
                {[...months(to)].reverse().map(option)}
              </select>
            </label>
          </>
        )}
        {(['unit', 'service'] as const).map((field) =>
          view.options[field].length === 0 && !address[field] ? null : (
            <label key={field}>
              {say(`filter.${field}`)}
              <select
                value={address[field] ?? ''}
                onChange={(event) => onChange({ [field]: event.target.value || undefined })}
              >
                <option value="">{say(field === 'unit' ? 'filter.allUnits' : 'filter.allServices')}</option>
                {[...view.options[field]]
                  .sort((a, b) => format.compare(a.label, b.label))
                  .map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
              </select>
            </label>
          ),
        )}
      </form>
    </div>
  );
};

const TABS = ['asIs', 'toBe', 'both'] as const;

/** A stretch that ends before it begins becomes the one month that was chosen last. */
const stretch = (from: string, to: string, chosen: 'from' | 'to'): { readonly from: string; readonly to: string } => {
  const month = chosen === 'from' ? from : to;
  return from <= to ? { from, to } : { from: month, to: month };
};
