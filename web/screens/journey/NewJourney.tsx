import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { DiscoveredView, JourneysView, JourneyView } from '#acts';
import type { Journey } from '#model';
import { act } from '../../client/act.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { emptyJourney } from './changes.ts';
import { Discovered } from './Discovered.tsx';

/** A journey begins with what the facts tell, or with an empty sheet. */
export const NewJourney = () => {
  const { say } = useLanguage();
  const { blank } = useSearch({ from: '/journeys/new' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (journey: Journey) => act<JourneyView>('saveJourney', { journey, version: 0 }),
    onSuccess: async ({ journey }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/journey/$id', params: { id: journey.id } });
    },
  });
  return (
    <>
      <p className="crumb">
        <Link to="/journeys">{say('nav.journeys')}</Link>
      </p>
      <h1>{say(blank ? 'newJourney.blank' : 'newJourney.discover')}</h1>
      <p className="answer">{say(blank ? 'newJourney.blankAnswer' : 'newJourney.discoverAnswer')}</p>
      {blank ? (
        <Blank onSave={saving.mutate} busy={saving.isPending} />
      ) : (
        <Discover onSave={saving.mutate} busy={saving.isPending} />
      )}
      {saving.isError && <Trouble error={saving.error} />}
    </>
  );
};

const Blank = ({ onSave, busy }: { readonly onSave: (journey: Journey) => void; readonly busy: boolean }) => {
  const { say } = useLanguage();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(emptyJourney(`journey-${crypto.randomUUID().slice(0, 8)}`, name.trim(), say('newJourney.firstStage')));
  };
  return (
    <form className="form jshort" onSubmit={submit}>
      <label>
        {say('journey.form.name')}
        <input type="text" required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <p className="acts">
        <button type="submit" className="btn main" disabled={busy}>
          {say('newJourney.begin')}
        </button>
        <Link className="btn" to="/journeys/new" search={{}}>
          {say('journeys.discover')}
        </Link>
      </p>
    </form>
  );
};

/** Value of the list that stands for all cases. */
const ALL = 'all';

const Discover = ({ onSave, busy }: { readonly onSave: (journey: Journey) => void; readonly busy: boolean }) => {
  const { say, format } = useLanguage();
  const address = useSearch({ from: '/journeys/new' });
  const navigate = useNavigate({ from: '/journeys/new' });
  const { query: known, progress: reading } = useAct<JourneysView>('journeys', {});
  const named = address.journey ? `j ${address.journey}` : address.service ? `s ${address.service}` : '';
  const undrawn = known.data?.undrawn;
  // A log that names neither journeys nor services leaves nothing to choose: its cases are the journey.
  const onlyCases = undrawn && undrawn.cases > 0 && undrawn.journeys.length + undrawn.services.length === 0;
  const chosen = named || (address.all || onlyCases ? ALL : '');
  const { query, progress } = useAct<DiscoveredView>(
    'discoverJourney',
    address.journey ? { factsJourney: address.journey } : { services: address.service ? [address.service] : [] },
    { enabled: chosen !== '' },
  );
  if (!known.data) {
    return known.isError ? (
      <Trouble error={known.error} onAgain={() => void known.refetch()} />
    ) : (
      <Working what={say('journeys.working')} progress={reading} />
    );
  }
  const { journeys, services, cases } = known.data.undrawn;
  const listed = [...journeys.map(({ value }) => `j ${value}`), ...services.map(({ value }) => `s ${value}`)];
  const choose = (value: string) =>
    void navigate({
      search:
        value === ''
          ? {}
          : value === ALL
            ? { all: 'yes' }
            : value.startsWith('j ')
              ? { journey: value.slice(2) }
              : { service: value.slice(2) },
    });
  return (
    <>
      <form className="filters" aria-label={say('newJourney.from')} onSubmit={(event) => event.preventDefault()}>
        <label>
          {say('newJourney.from')}
          <select value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">{say('newJourney.choose')}</option>
            {named !== '' && !listed.includes(named) && <option value={named}>{named.slice(2)}</option>}
            {cases > 0 && (
              <option value={ALL}>
                {say('newJourney.allCases')} ({format.number(cases)})
              </option>
            )}
            {journeys.length > 0 && (
              <optgroup label={say('newJourney.journeys')}>
                {journeys.map(({ value, runs, cases }) => (
                  <option key={value} value={`j ${value}`}>
                    {value} ({format.number(runs || cases)})
                  </option>
                ))}
              </optgroup>
            )}
            {services.length > 0 && (
              <optgroup label={say('newJourney.services')}>
                {services.map(({ value, cases }) => (
                  <option key={value} value={`s ${value}`}>
                    {value} ({format.number(cases)})
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
      </form>
      {listed.length === 0 && chosen === '' && <p className="state">{say('newJourney.nothing')}</p>}
      {chosen !== '' && query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {chosen !== '' && !query.isError && (!query.data || query.isPlaceholderData) && (
        <Working what={say('newJourney.working')} progress={progress} />
      )}
      {chosen !== '' && query.data && !query.isPlaceholderData && (
        <Discovered key={chosen} found={query.data} onSave={onSave} busy={busy} />
      )}
    </>
  );
};
