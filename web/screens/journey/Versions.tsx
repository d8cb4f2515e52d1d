import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JourneyVersionsView, JourneyView } from '#acts';
import { act } from '../../client/act.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble } from '../../parts/States.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { differencesOf } from './differences.ts';
import type { Draft } from './useDraft.ts';

/** Every saved version stays; an old one can be looked at beside today's and saved once more. */
export const Versions = ({ draft }: { readonly draft: Draft }) => {
  const { say, format } = useLanguage();
  const [shown, setShown] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const { id } = draft.journey;
  const { query } = useAct<JourneyVersionsView>('journeyVersions', { id }, { enabled: open });
  return (
    <section className="sec noprint" aria-labelledby="h-versions">
      <header>
        <h2 id="h-versions">{say('journeyVersions.title')}</h2>
        <p>{say('journeyVersions.saved', { version: draft.base.version, when: format.moment(draft.base.at) })}</p>
      </header>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('journeyVersions.all')}</summary>
        {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
        <ol className="jversions">
          {query.data?.versions.map(({ version, at, stands }) => (
            <li key={version}>
              <span>
                <b>{say('journeyVersions.one', { version })}</b> <span className="mute">{format.moment(at)}</span>
                {!stands && <span className="mute"> · {say('journeyVersions.away')}</span>}
              </span>
              {version !== draft.base.version && (
                <button
                  type="button"
                  className="plain"
                  aria-expanded={shown === version}
                  onClick={() => setShown(shown === version ? null : version)}
                >
                  {say('journeyVersions.compare')}
                  <span className="sr">: {say('journeyVersions.one', { version })}</span>
                </button>
              )}
              {shown === version && <Compared draft={draft} version={version} />}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
};

const Compared = ({ draft, version }: { readonly draft: Draft; readonly version: number }) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const { id } = draft.journey;
  const { query } = useAct<JourneyView>('journeyShow', { id, version });
  const restoring = useMutation({
    mutationFn: () => act<JourneyView>('undoJourney', { id, version: draft.base.version, to: version }),
    onSuccess: (saved) => {
      draft.restart(saved);
      queries.setQueryData(['journeyShow', { id }], saved);
      void queries.invalidateQueries();
    },
  });
  if (!query.data || query.isPlaceholderData) return <p role="status">{say('journeyVersions.working')}</p>;
  const differences = differencesOf(query.data.journey, draft.base.journey);
  return (
    <div className="jcompared">
      <p className="small soft">
        {say(differences.length === 0 ? 'journeyVersions.same' : 'journeyVersions.since', { version })}
      </p>
      <DifferenceList differences={differences} />
      {restoring.isError && <Trouble error={restoring.error} />}
      <p className="acts">
        <button
          type="button"
          className="btn"
          disabled={restoring.isPending || draft.dirty || differences.length === 0}
          onClick={() => restoring.mutate()}
        >
          {say('journeyVersions.restore', { version })}
        </button>
        {draft.dirty && <span className="tiny">{say('journeyVersions.saveFirst')}</span>}
      </p>
    </div>
  );
};
