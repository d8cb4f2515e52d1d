import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PilotReportView, PilotsView, PilotView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { AddComment, Said } from './Comments.tsx';
import { EndDialog } from './EndDialog.tsx';
import { Indicators } from './Indicators.tsx';
import { type Perform, usePilotDeeds } from './pilotActs.ts';
import { Voices } from './Voices.tsx';

/** What a trial says of each indicator, what its holders say of theirs, and what people decide. */
export const PilotPage = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/pilot/$id' });
  const { query } = useAct<PilotsView>('pilots', { id });
  const { query: reporting, progress } = useAct<PilotReportView>('pilotReport', { id });
  const view = query.data?.pilots[0]?.pilot.id === id ? query.data.pilots[0] : null;
  const report = reporting.data?.id === id ? reporting.data : null;
  const error = query.error ?? (report ? null : reporting.error);
  return (
    <div className="pilot">
      <Crumb view={view ?? null} />
      <h1>{view ? view.pilot.name : say('pilots.title')}</h1>
      {error !== null && (
        <Trouble
          error={error}
          onAgain={() => {
            void query.refetch();
            void reporting.refetch();
          }}
        />
      )}
      {error === null && !(view && report) && <Working what={say('pilot.working')} progress={progress} />}
      {view && report && (
        <Report
          key={id}
          view={view}
          report={report}
          busy={
            reporting.isFetching ? (
              <Busy what={say('pilot.renewing')} progress={progress} />
            ) : reporting.isError ? (
              <Trouble error={reporting.error} onAgain={() => void reporting.refetch()} />
            ) : null
          }
        />
      )}
    </div>
  );
};

const Crumb = ({ view }: { readonly view: PilotView | null }) => {
  const { say } = useLanguage();
  return (
    <p className="crumb">
      <Link to="/models">{say('models.title')}</Link>
      {view && (
        <>
          {' '}
          <span aria-hidden="true">/</span>{' '}
          <Link to="/model/$id" params={{ id: view.pilot.model }}>
            {view.modelName}
          </Link>{' '}
          <span aria-hidden="true">/</span>{' '}
          <Link to="/model/$id/pilot" params={{ id: view.pilot.model }}>
            {say('pilots.title')}
          </Link>
        </>
      )}
    </p>
  );
};

const Report = ({
  view,
  report,
  busy,
}: {
  readonly view: PilotView;
  readonly report: PilotReportView;
  readonly busy: React.ReactNode;
}) => {
  const { say, pick, format, lang } = useLanguage();
  const { pilot } = view;
  const perform = usePilotDeeds(pilot.id);
  const [ending, setEnding] = useState(false);
  const running = pilot.state === 'running';
  return (
    <>
      <p className="answer">{pick(report.answer)}</p>
      <div className="pilotbar">
        <p className="small soft">
          {say('pilot.about', {
            from: format.period(pilot.from),
            to: format.period(pilot.to),
            version: pilot.modelVersion,
          })}
          <br />
          {say(`pilot.${pilot.state}`)}
          <br />
          {say('pilot.sofar', {
            voices: pilot.voices.length,
            done: pilot.decisions.length,
            all: report.rows.length,
          })}
        </p>
        <p className="acts">
          {running && (
            <button type="button" className="btn" onClick={() => setEnding(true)}>
              {say('pilot.end')}
            </button>
          )}
          <Link className="btn" to="/recommendations" search={{ pilot: pilot.id }}>
            {say('pilot.compose')}
          </Link>
          <a
            className="btn main"
            href={`/api/export/pilot-report.docx?id=${encodeURIComponent(pilot.id)}&lang=${lang}`}
          >
            {say('pilot.docx')}
          </a>
        </p>
      </div>
      <div className="busyline noprint">{busy}</div>
      {running && <Voices pilot={pilot} report={report} perform={perform} />}
      <Indicators pilot={pilot} report={report} perform={perform} />
      <OfWhole pilot={pilot} perform={perform} />
      <p className="foot">
        <span>{say('pilot.foot')}</span>
        <Link to="/recommendations">{say('recs.title')}</Link>
      </p>
      {ending && <EndDialog perform={perform} onClose={() => setEnding(false)} />}
    </>
  );
};

const OfWhole = ({ pilot, perform }: { readonly pilot: PilotView['pilot']; readonly perform: Perform }) => {
  const { say } = useLanguage();
  const texts = pilot.comments.filter(({ indicator }) => indicator === null).map(({ text }) => text);
  return (
    <section className="sec" aria-labelledby="h-comments">
      <header>
        <h2 id="h-comments">{say('pilot.comments')}</h2>
      </header>
      {texts.length === 0 ? <p className="soft small">{say('pilot.noComments')}</p> : <Said texts={texts} />}
      {pilot.state === 'running' && <AddComment indicator={null} label={say('pilot.commentWhole')} perform={perform} />}
    </section>
  );
};
