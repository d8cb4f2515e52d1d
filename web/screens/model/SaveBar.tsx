import { useQuery } from '@tanstack/react-query';
import type { ModelShowView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble } from '../../parts/States.tsx';
import { Changed } from './Changed.tsx';
import { compareModels } from './modelActs.ts';
import type { DraftOf } from './useDraft.ts';
import { callerOf, type Namer } from './words.ts';

/** What is not saved yet; taking it back; saving. Where another person saved meanwhile, both are shown and asked about. */
export const SaveBar = ({
  draft,
  shown,
  names,
}: {
  readonly draft: DraftOf;
  readonly shown: ModelShowView;
  readonly names: Namer;
}) => {
  const { say, format } = useLanguage();
  const { steps, newer } = draft;
  const last = steps.at(-1);
  if (!last) return null;
  return (
    <section className="savebar" aria-label={say('save.label')}>
      <p role="status">
        <b>{say('save.unsaved', { count: steps.length })}</b> <span className="soft">{last.what}</span>
      </p>
      <p className="acts">
        <button type="button" className="btn" disabled={draft.saving} onClick={draft.undo}>
          {say('save.undo')}
        </button>
        <button type="button" className="btn" disabled={draft.saving} onClick={draft.drop}>
          {say('save.drop')}
        </button>
        <button
          type="button"
          className="btn main"
          disabled={draft.saving || newer !== null}
          onClick={() => void draft.save()}
        >
          {say('save.do')}
        </button>
      </p>
      {draft.error !== null && <Trouble error={draft.error} />}
      {newer && (
        <div className="state err" role="alert">
          <p>
            <b>{say('save.meanwhile', { version: newer.version, moment: format.moment(newer.savedAt) })}</b>{' '}
            {say('save.meanwhileWhat')}
          </p>
          <Meanwhile
            id={shown.id}
            before={draft.version}
            after={newer.version}
            called={callerOf([newer.model, draft.model], names)}
          />
          <p className="acts">
            <button type="button" className="btn" onClick={draft.mineOnTop}>
              {say('save.mineOnTop')}
            </button>
            <button type="button" className="btn" onClick={draft.theirs}>
              {say('save.theirs')}
            </button>
          </p>
          <p className="tiny">{say('save.meanwhileWhy')}</p>
        </div>
      )}
    </section>
  );
};

const Meanwhile = ({
  id,
  before,
  after,
  called,
}: {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  readonly called: (id: string) => string | null;
}) => {
  const compared = useQuery({
    queryKey: ['compareModels', id, before, after],
    queryFn: () => compareModels({ id, version: before }, { id, version: after }),
    retry: false,
  });
  return compared.data ? <Changed comparison={compared.data} called={called} /> : null;
};
