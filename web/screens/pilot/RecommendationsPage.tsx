import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecommendationsView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { EditSections } from './EditSections.tsx';
import { isChangedMeanwhile } from './pilotActs.ts';
import { changedBy, contentOf, saveRecommendations, section, showRecommendations } from './recommendations.ts';
import { type Edited, useEdited } from './useEdited.ts';

/** One document of methodical recommendations: made of reports, edited by people. */
export const RecommendationsPage = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/recommendations/$id' });
  const { query } = useAct<readonly RecommendationsView[]>('recommendationsShow', { id });
  const shown = query.data?.[0]?.id === id ? query.data[0] : null;
  return (
    <div className="recdoc">
      <p className="crumb noprint">
        <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/recommendations">{say('recs.title')}</Link>
      </p>
      {!shown && <h1>{say('recs.title')}</h1>}
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!shown && !query.isError && <Working what={say('recs.working')} progress={null} />}
      {shown && <Editor key={id} shown={shown} />}
    </div>
  );
};

const Editor = ({ shown }: { readonly shown: RecommendationsView }) => {
  const { say, format, lang } = useLanguage();
  const edited = useEdited(shown);
  const { base, draft, dirty, edit } = edited;
  return (
    <>
      <h1>{draft.title}</h1>
      <p className="answer noprint">{say('recs.docAnswer', { pilots: base.pilots.length })}</p>
      <div className="pilotbar noprint">
        <p className="small soft">
          {say('recs.versionOf', { version: base.version, moment: format.moment(base.savedAt) })}
          {dirty && (
            <>
              <br />
              {say('recs.docxUnsaved')}
            </>
          )}
        </p>
        <p className="acts">
          <button type="button" className="btn" onClick={() => window.print()}>
            {say('recs.print')}
          </button>
          <a
            className={dirty ? 'btn' : 'btn main'}
            href={`/api/export/recommendations.docx?id=${encodeURIComponent(base.id)}&lang=${lang}`}
          >
            {say('recs.docx')}
          </a>
        </p>
      </div>
      <Saving edited={edited} />
      <div className="noprint">
        <div className="line">
          <label>
            {say('recs.docTitle')}
            <input
              type="text"
              value={draft.title}
              required
              maxLength={300}
              onChange={(event) => {
                const title = event.target.value;
                edit('title', (before) => ({ ...before, title }));
              }}
            />
          </label>
        </div>
        {draft.sections.length === 0 && <p className="state">{say('recs.empty')}</p>}
        <EditSections sections={draft.sections} edit={edit} />
        <p className="acts after">
          <button
            type="button"
            className="btn"
            onClick={() =>
              edit(null, (before) => ({
                ...before,
                sections: [...before.sections, section(say('recs.newSection'), [''])],
              }))
            }
          >
            {say('recs.addSection')}
          </button>
        </p>
      </div>
      <div className="print-only recpaper">
        {draft.sections.map(({ key, title, paragraphs }) => (
          <section key={key}>
            <h2>{title}</h2>
            {paragraphs.map((one) => (
              <p key={one.key}>{one.text}</p>
            ))}
          </section>
        ))}
      </div>
    </>
  );
};

/** Saving, taking back, and what to do where another person saved first. */
const Saving = ({ edited }: { readonly edited: Edited }) => {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const { base, draft, dirty, undo, restart } = edited;
  const [theirs, setTheirs] = useState<RecommendationsView | null>(null);
  const take = (saved: RecommendationsView) => {
    setTheirs(null);
    restart(saved);
    queries.setQueryData(['recommendationsShow', { id: saved.id }], [saved]);
    void queries.invalidateQueries({ queryKey: ['recommendationsShow', {}], exact: true });
  };
  const saving = useMutation({
    mutationFn: (version: number) => saveRecommendations(base.id, version, contentOf(draft)),
    onSuccess: take,
    onError: async (error) => {
      if (isChangedMeanwhile(error)) setTheirs(await showRecommendations(base.id));
    },
  });
  if (!dirty)
    return (
      <p className="tiny busyline noprint" role="status">
        {saving.isSuccess && say('recs.savedNow', { version: base.version })}
      </p>
    );
  return (
    <section className="savebar" aria-label={say('save.label')}>
      <p role="status">
        <b>{say('recs.unsaved')}</b>
      </p>
      <p className="acts">
        <button type="button" className="btn" disabled={saving.isPending} onClick={undo}>
          {say('recs.undo')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={saving.isPending}
          onClick={() => {
            saving.reset();
            take(theirs ?? base);
          }}
        >
          {say('recs.drop')}
        </button>
        <button
          type="button"
          className="btn main"
          disabled={saving.isPending || theirs !== null}
          onClick={() => saving.mutate(base.version)}
        >
          {say('recs.save')}
        </button>
      </p>
      {saving.isError && !isChangedMeanwhile(saving.error) && <Trouble error={saving.error} />}
      {theirs && (
        <Meanwhile
          base={base}
          theirs={theirs}
          onMine={() => saving.mutate(theirs.version)}
          onTheirs={() => {
            saving.reset();
            take(theirs);
          }}
        />
      )}
    </section>
  );
};

const Meanwhile = ({
  base,
  theirs,
  onMine,
  onTheirs,
}: {
  readonly base: RecommendationsView;
  readonly theirs: RecommendationsView;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) => {
  const { say, format } = useLanguage();
  const { title, sections, gone } = changedBy(base, theirs);
  return (
    <div className="state err" role="alert">
      <p>
        <b>{say('recs.meanwhile', { version: theirs.version, moment: format.moment(theirs.savedAt) })}</b>{' '}
        {say('recs.meanwhileWhat')}
      </p>
      {title !== null && (
        <p>
          <b>{title}</b>
        </p>
      )}
      {sections.map((one) => (
        <div key={one.title}>
          <p>
            <b>{one.title}</b>
          </p>
          {[...new Set(one.paragraphs)].map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ))}
      {gone.map((name) => (
        <p key={name}>{say('recs.gone', { title: name })}</p>
      ))}
      {title === null && sections.length === 0 && gone.length === 0 && <p>{say('recs.same')}</p>}
      <p className="acts">
        <button type="button" className="btn main" onClick={onMine}>
          {say('recs.mineOnTop')}
        </button>
        <button type="button" className="btn" onClick={onTheirs}>
          {say('recs.theirs')}
        </button>
      </p>
    </div>
  );
};
