import { useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { DropZone } from '../imports/DropZone.tsx';
import { Preview } from '../imports/Preview.tsx';
import { Report } from '../imports/Report.tsx';
import { useImport } from '../imports/useImport.ts';

/** The form to fill in, and its way back: the same import as that of any other file. */
export const Upload = () => {
  const { say, sayCode, lang } = useLanguage();
  const queries = useQueryClient();
  const importing = useImport(() => void queries.invalidateQueries());
  const { state } = importing;
  const form = (format: string) => `/api/export/organisation-template.${format}?lang=${lang}`;
  return (
    <section className="sec" aria-labelledby="h-upload">
      <header>
        <h2 id="h-upload">{say('org.upload')}</h2>
        <p>{say('org.uploadWhy')}</p>
        <div className="do">
          <a href={form('xlsx')} download>
            {say('org.formXlsx')}
          </a>
          <a href={form('csv')} download>
            {say('org.formCsv')}
          </a>
        </div>
      </header>
      {(state.step === 'idle' || state.step === 'reported') && (
        <DropZone onFiles={(files) => void importing.choose(files)} quiet />
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
          batches={[]}
          tried={state.report?.result === 'dryRun'}
          onCorrect={importing.correct}
          onRun={(options, dryRun) => void importing.run(options, dryRun)}
          onAway={importing.reset}
        />
      )}
    </section>
  );
};
