import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JourneyView } from '#acts';
import { ActRefused, act } from '../../client/act.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble } from '../../parts/States.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { differencesOf } from './differences.ts';
import { mergeThree } from './merge.ts';
import type { Draft } from './useDraft.ts';

/** What was changed and is not saved yet. Saving over what somebody saved meanwhile asks, and loses nobody's work. */
export const SaveBar = ({ draft }: { readonly draft: Draft }) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const [theirs, setTheirs] = useState<JourneyView | null>(null);
  const [said, setSaid] = useState('');
  const taken = (saved: JourneyView) => {
    queries.setQueryData(['journeyShow', { id: saved.journey.id }], saved);
    void queries.invalidateQueries();
  };
  const saving = useMutation({
    mutationFn: () => act<JourneyView>('saveJourney', { journey: draft.journey, version: draft.base.version }),
    onSuccess: (saved) => {
      draft.restart(saved);
      setSaid(say('journeySave.saved', { version: saved.version }));
      taken(saved);
    },
    onError: async (error) => {
      if (!isChangedMeanwhile(error)) return;
      setTheirs(await act<JourneyView>('journeyShow', { id: draft.journey.id }));
    },
  });
  const undoing = useMutation({
    mutationFn: () => act<JourneyView>('undoJourney', { id: draft.journey.id, version: draft.base.version }),
    onSuccess: (saved) => {
      draft.restart(saved);
      setSaid(say('journeySave.undone'));
      taken(saved);
    },
  });
  const changes = differencesOf(draft.base.journey, draft.journey);
  return (
    <div className={draft.dirty ? 'jsave on noprint' : 'jsave noprint'}>
      <p className="acts">
        {draft.dirty ? (
          <>
            <button type="button" className="btn main" disabled={saving.isPending} onClick={() => saving.mutate()}>
              {say('journeySave.save')}
            </button>
            <button type="button" className="btn" onClick={draft.back}>
              {say('journeySave.back')}
            </button>
            <button type="button" className="btn" onClick={() => draft.restart(draft.base)}>
              {say('journeySave.drop')}
            </button>
            <span className="small">{say('journeySave.unsaved', { count: changes.length })}</span>
          </>
        ) : (
          <>
            <span className="tiny" role="status">
              {said}
            </span>
            {said !== '' && draft.base.version > 1 && (
              <button type="button" className="btn" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
                {say('journeySave.undo')}
              </button>
            )}
          </>
        )}
      </p>
      {draft.dirty && (
        <details>
          <summary>{say('journeySave.what')}</summary>
          <DifferenceList differences={changes} />
        </details>
      )}
      {saving.isError && !isChangedMeanwhile(saving.error) && <Refusals error={saving.error} />}
      {undoing.isError && <Trouble error={undoing.error} />}
      {theirs && (
        <Meanwhile
          draft={draft}
          theirs={theirs}
          onClose={() => {
            setTheirs(null);
            saving.reset();
          }}
        />
      )}
    </div>
  );
};

export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof ActRefused && error.view?.error.code === 'document.changedMeanwhile';

/** All faults of a journey, each with its place and remedy. */
const Refusals = ({ error }: { readonly error: unknown }) => {
  const { pick } = useLanguage();
  const refusals = error instanceof ActRefused ? (error.view?.refusals ?? []) : [];
  if (refusals.length < 2) return <Trouble error={error} />;
  return (
    <div className="state err" role="alert">
      <ul>
        {refusals.map((refusal) => (
          <li key={JSON.stringify([refusal.code, refusal.field, refusal.got])}>
            <b>{pick(refusal.reason)}</b> {pick(refusal.remedy)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Somebody saved first: what they changed, what I changed, and which of both shall stand. */
const Meanwhile = ({
  draft,
  theirs,
  onClose,
}: {
  readonly draft: Draft;
  readonly theirs: JourneyView;
  readonly onClose: () => void;
}) => {
  const { say, format } = useLanguage();
  const { base, journey } = draft;
  return (
    <Dialog title={say('journeyMeanwhile.title')} onClose={onClose}>
      <div className="form">
        <p>{say('journeyMeanwhile.who', { when: format.moment(theirs.at) })}</p>
        <div>
          <h3>{say('journeyMeanwhile.theirs')}</h3>
          <DifferenceList differences={differencesOf(base.journey, theirs.journey)} />
        </div>
        <div>
          <h3>{say('journeyMeanwhile.mine')}</h3>
          <DifferenceList differences={differencesOf(base.journey, journey)} />
        </div>
        <p className="small soft">{say('journeyMeanwhile.how')}</p>
        <p className="acts">
          <button
            type="button"
            className="btn main"
            onClick={() => {
              draft.restart(theirs, mergeThree(base.journey, journey, theirs.journey));
              onClose();
            }}
          >
            {say('journeyMeanwhile.reapply')}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              draft.restart(theirs);
              onClose();
            }}
          >
            {say('journeyMeanwhile.take')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </div>
    </Dialog>
  );
};
