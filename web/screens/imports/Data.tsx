import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BatchView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Batches } from './Batches.tsx';
import { DropZone } from './DropZone.tsx';
import { Preview } from './Preview.tsx';
import { Report } from './Report.tsx';
import { useImport } from './useImport.ts';

/** From a file to facts: upload, mapping with preview, progress, report; and the batches that are there. */
export const Data = () => {
  const { say, sayCode, format } = useLanguage();
  const queries = useQueryClient();
  const { query: batches } = useAct<readonly BatchView[]>('listBatches', {});
  const importing = useImport(() => void queries.invalidateQueries());
  const { state } = importing;
  const newest = batches.data?.[0];
  return (
    <>
      <p className="crumb">{say('data.crumb')}</p>
      <h1>{say('nav.data')}</h1>
      <p className="answer">
        {batches.data && batches.data.length === 0 && say('data.answerEmpty')}
        {newest && say('data.answer', { count: batches.data?.length ?? 0, day: format.day(newest.importedAt) })}
      </p>
      <section className="sec" aria-labelledby="h-new">
        <header>
          <h2 id="h-new">{say('data.new')}</h2>
          <p>{say('data.newWhy')}</p>
          <div className="do">
            <Link to="/organisation">{say('org.title')}</Link>
          </div>
        </header>
        {(state.step === 'idle' || state.step === 'reported') && (
          <DropZone onFiles={(files) => void importing.choose(files)} quiet={state.step === 'reported'} />
        )}
        {(state.step === 'uploading' || state.step === 'guessing' || state.step === 'importing') && (
          <Working
            what={`${say(`data.${state.step}`)}${state.progress ? ` ${sayCode('stage', state.progress.stage)}.` : ''}`}
            progress={state.progress}
            onStop={importing.stop}
          />
        )}
        {state.error !== null && <Trouble error={state.error} />}
        {state.report && <Report report={state.report} />}
        {state.step === 'preview' && state.guess && (
          <Preview
            guess={state.guess}
            mapping={state.mapping}
            batches={batches.data ?? []}
            tried={state.report?.result === 'dryRun'}
            onCorrect={importing.correct}
            onRun={(options, dryRun) => void importing.run(options, dryRun)}
            onAway={importing.reset}
          />
        )}
      </section>
      <Batches batches={batches} onDropped={() => void queries.invalidateQueries()} />
    </>
  );
};
