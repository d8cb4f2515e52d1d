import { type UseQueryResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { act } from '../../client/act.ts';
import type { BatchView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble, Working } from '../../parts/States.tsx';

/** What is imported, newest first; a batch can be dropped, which brings back what it covered. */
export const Batches = ({
  batches,
  onDropped,
}: {
  readonly batches: UseQueryResult<readonly BatchView[]>;
  readonly onDropped: () => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  const [asking, setAsking] = useState<BatchView | null>(null);
  return (
    <section className="sec" aria-labelledby="h-batches">
      <header>
        <h2 id="h-batches">{say('batches.title')}</h2>
        <p>{say('batches.why')}</p>
      </header>
      {batches.isError && <Trouble error={batches.error} onAgain={() => void batches.refetch()} />}
      {batches.isPending && <Working what={say('batches.working')} progress={null} />}
      {batches.data?.length === 0 && <p className="state">{say('batches.none')}</p>}
      {batches.data && batches.data.length > 0 && (
        <table className="stack batches">
          <thead>
            <tr>
              <th scope="col">{say('batches.when')}</th>
              <th scope="col">{say('batches.files')}</th>
              <th scope="col">{say('batches.horizon')}</th>
              <th scope="col" className="num">
                {say('batches.cases')}
              </th>
              <th scope="col" className="num">
                {say('batches.events')}
              </th>
              <th scope="col" className="num">
                {say('report.refusedRows')}
              </th>
              <th scope="col">
                <span className="sr">{say('batches.drop')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {batches.data.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">
                  {format.moment(batch.importedAt)}
                  <br />
                  <span className="mute">{sayCode('actor', batch.actor)}</span>
                </th>
                <td>
                  {batch.files.map((file) => (
                    <span key={`${file.file} ${file.fact}`} className="file">
                      {file.file}
                      {file.fact && <span className="mute"> · {sayCode('fact', file.fact)}</span>}
                    </span>
                  ))}
                </td>
                <td data-l={say('batches.horizon')}>{isTimeless(batch) ? '—' : format.day(batch.horizon)}</td>
                <td className="num" data-l={say('batches.cases')}>
                  {format.number(batch.cases)}
                </td>
                <td className="num" data-l={say('batches.events')}>
                  {format.number(batch.events)}
                </td>
                <td className="num" data-l={say('report.refusedRows')}>
                  {format.number(batch.refused)}
                </td>
                <td className="num">
                  <button
                    type="button"
                    className="plain"
                    aria-label={say('batches.dropNamed', { when: format.moment(batch.importedAt) })}
                    onClick={() => setAsking(batch)}
                  >
                    {say('batches.drop')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking && (
        <ConfirmDrop
          batch={asking}
          onClose={(dropped) => {
            setAsking(null);
            if (dropped) onDropped();
          }}
        />
      )}
    </section>
  );
};

/** An organisation alone tells of no moment. */
const isTimeless = ({ horizon }: BatchView): boolean => Date.parse(horizon) === 0;

const ConfirmDrop = ({
  batch,
  onClose,
}: {
  readonly batch: BatchView;
  readonly onClose: (dropped: boolean) => void;
}) => {
  const { say, format } = useLanguage();
  const dropping = useMutation({
    mutationFn: () => act('dropBatch', { batch: batch.id }),
    onSuccess: () => onClose(true),
  });
  return (
    <Dialog title={say('batches.dropTitle')} onClose={() => onClose(false)}>
      <p>
        {say('batches.dropWhat', { when: format.moment(batch.importedAt), cases: batch.cases, events: batch.events })}{' '}
        {say('batches.dropThen')}
      </p>
      {dropping.isError && <Trouble error={dropping.error} />}
      <p className="acts after">
        <button type="button" className="btn main" disabled={dropping.isPending} onClick={() => dropping.mutate()}>
          {say('batches.dropDo')}
        </button>
        <button type="button" className="btn" onClick={() => onClose(false)}>
          {say('app.cancel')}
        </button>
      </p>
    </Dialog>
  );
};
