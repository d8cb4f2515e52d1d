import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { JourneyPictureView, JourneyView } from '#acts';
import type { Journey } from '#model';
import type { Progress } from '../../client/act.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble } from '../../parts/States.tsx';
import { journeyAnswer, periodWords } from './answer.ts';
import { Budgets } from './Budgets.tsx';
import {
  designOf,
  freshId,
  moveBy,
  moveTo,
  putTouchpoint,
  removeTouchpoint,
  type Which,
  withDesign,
} from './changes.ts';
import { FiveCard } from './FiveCard.tsx';
import { JourneyAbout } from './JourneyAbout.tsx';
import { JourneyBar } from './JourneyBar.tsx';
import { type JourneyAddress, journeyFiles } from './journeyView.ts';
import { MapFigure } from './MapFigure.tsx';
import { MarkedAnswer } from './MarkedAnswer.tsx';
import { namesOf } from './names.ts';
import { PathList } from './PathList.tsx';
import { Promised } from './Promised.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SideBySide } from './SideBySide.tsx';
import { StepSum } from './StepSum.tsx';
import { shownMeans } from './spans.ts';
import { factsOf, stopOf, touchpointOf } from './stopKeys.ts';
import { ToBe } from './ToBe.tsx';
import { TouchpointForm } from './TouchpointForm.tsx';
import { Typical } from './Typical.tsx';
import { useDraft } from './useDraft.ts';
import { Variants } from './Variants.tsx';
import { Versions } from './Versions.tsx';
import { Voices } from './Voices.tsx';

/** Which form stands open. */
export type OpenForm =
  | { readonly form: 'touchpoint'; readonly id: string | null; readonly facts?: string; readonly stage?: string }
  | { readonly form: 'budgets' | 'about' }
  | null;

export const JourneyPage = ({
  saved,
  view,
  address,
  metricNames,
  fetching,
  stale,
  progress,
  error,
  onAgain,
}: {
  readonly saved: JourneyView;
  readonly view: JourneyPictureView;
  readonly address: JourneyAddress;
  readonly metricNames: ReadonlyMap<string, string>;
  readonly fetching: boolean;
  readonly stale: boolean;
  readonly progress: Progress | null;
  readonly error: unknown;
  readonly onAgain: () => void;
}) => {
  const language = useLanguage();
  const { say } = language;
  const navigate = useNavigate({ from: '/journey/$id' });
  const draft = useDraft(saved);
  const [selected, setSelected] = useState<string | null>(null);
  const [open, setOpen] = useState<OpenForm>(null);
  const { journey } = draft;
  const which: Which = address.design === 'toBe' ? 'toBe' : 'asIs';
  const both = address.design === 'both' && journey.toBe !== null;
  const exists = which === 'asIs' || journey.toBe !== null;
  const design = designOf(journey, which);
  const names = namesOf(view, design, language, metricNames);
  const means = shownMeans(view);
  const files = journeyFiles(journey.id, address, language.lang);
  const change = (next: Partial<JourneyAddress>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false });
  const edit = (next: (design: Journey['asIs']) => Journey['asIs']) =>
    draft.edit((before) => withDesign(before, which, next));
  const openStop = (stop: string) => {
    const id = touchpointOf(stop);
    setOpen({ form: 'touchpoint', id, ...(id === null ? { facts: factsOf(stop) ?? undefined } : {}) });
  };
  const move = (stop: string, by: -1 | 1) => {
    const id = touchpointOf(stop);
    if (id !== null) edit((before) => moveBy(before, id, by));
  };
  const drop = (stop: string, before: string | null) => {
    const id = touchpointOf(stop);
    if (id === null || stop === before) return;
    edit((was) => {
      const others = was.touchpoints.filter((touchpoint) => touchpoint.id !== id);
      const at = others.findIndex((each) => stopOf({ touchpoint: each.id, unmapped: null }) === before);
      return moveTo(was, id, at < 0 ? others.length : at);
    });
  };
  return (
    <div className="journey" aria-busy={fetching}>
      <p className="crumb">
        <Link to="/journeys">{say('nav.journeys')}</Link>
        {journey.owner.body && (
          <>
            <span aria-hidden="true">/</span> {say('journeys.owner', { owner: names.bodyInFull(journey.owner.body) })}
          </>
        )}
      </p>
      <h1>
        {journey.name}
        {view.population.from !== '' && `, ${periodWords(view, language)}`}
      </h1>
      <MarkedAnswer text={journeyAnswer(view, names, means, language)} />
      <JourneyBar
        view={view}
        address={address}
        which={both ? 'both' : which}
        hasToBe={journey.toBe !== null}
        onChange={change}
      />
      {error !== null && <Trouble error={error} onAgain={onAgain} />}
      {stale && <Busy what={say('journey.working')} progress={progress} />}
      {which === 'toBe' && <ToBe journey={journey} onEdit={draft.edit} />}
      {both && journey.toBe && (
        <>
          <SideBySide journey={journey} toBe={journey.toBe} view={view} names={names} means={means} />
          <SaveBar draft={draft} />
          <FiveCard id={journey.id} address={address} changedOn={journey.changedOn} onForm={setOpen} />
        </>
      )}
      {exists && !both && (
        <>
          <MapFigure
            view={view}
            design={design}
            names={names}
            means={means}
            selected={selected}
            onSelect={setSelected}
            onOpen={openStop}
            onMove={move}
            onDrop={drop}
            onForm={setOpen}
            file={`${journey.id}-${view.population.to}`}
            sheet={files.sheet}
          />
          <SaveBar draft={draft} />
          {view.whole && <StepSum view={view} design={design} names={names} means={means} files={files} />}
          <PathList
            view={view}
            design={design}
            names={names}
            means={means}
            selected={selected}
            onSelect={setSelected}
            onForm={setOpen}
            onEdit={edit}
          />
          <Voices view={view} names={names} />
          {view.whole && <Typical view={view} names={names} />}
          {view.whole && <Variants id={journey.id} address={address} names={names} />}
          <FiveCard id={journey.id} address={address} changedOn={journey.changedOn} onForm={setOpen} />
          {saved.journey.toBe?.inForceFrom && <Promised id={journey.id} address={address} names={names} />}
          <Versions draft={draft} />
        </>
      )}
      {!exists && <SaveBar draft={draft} />}
      {open?.form === 'touchpoint' && (
        <TouchpointForm
          key={open.id ?? 'new'}
          open={open}
          design={design}
          view={view}
          names={names}
          onClose={() => setOpen(null)}
          onSave={(touchpoint) => {
            edit((before) => putTouchpoint(before, touchpoint));
            setSelected(stopOf({ touchpoint: touchpoint.id, unmapped: null }));
            setOpen(null);
          }}
          onRemove={(id) => {
            edit((before) => removeTouchpoint(before, id));
            setSelected(null);
            setOpen(null);
          }}
          freshId={freshId(
            'touchpoint',
            [journey.asIs, ...(journey.toBe ? [journey.toBe.design] : [])].flatMap(({ touchpoints }) =>
              touchpoints.map(({ id }) => id),
            ),
          )}
        />
      )}
      {open?.form === 'budgets' && (
        <Budgets
          design={design}
          view={view}
          names={names}
          onClose={() => setOpen(null)}
          onSave={(next) => {
            edit(() => next);
            setOpen(null);
          }}
        />
      )}
      {open?.form === 'about' && (
        <JourneyAbout
          journey={journey}
          view={view}
          onClose={() => setOpen(null)}
          onSave={(next) => {
            draft.edit(() => next);
            setOpen(null);
          }}
        />
      )}
    </div>
  );
};
