import type { ReactNode } from 'react';
import { ActRefused, type Progress } from '../client/act.ts';
import { useLanguage } from '../language.tsx';

/** How much of what is done and how long is left, as one sentence. */
const useProgressWords = (what: string, progress: Progress | null): string => {
  const { say, format } = useLanguage();
  if (!progress) return what;
  const amount = (value: number): string =>
    progress.unit === 'bytes' ? format.bytes(value) : format.number(Math.round(value));
  return [
    what,
    progress.total === null
      ? say('work.done', { done: amount(progress.done) })
      : say('work.doneOf', { done: amount(progress.done), total: amount(progress.total) }),
    progress.rate ? say('work.rate', { rate: amount(progress.rate) }) : '',
    progress.remainingSeconds === null ? '' : say('work.left', { seconds: Math.ceil(progress.remainingSeconds) }),
  ]
    .filter((part) => part !== '')
    .join(' ');
};

/** The earlier answer stays; one line says that the next is being made. */
export const Busy = ({ what, progress }: { readonly what: string; readonly progress: Progress | null }) => (
  <p className="busy" role="status">
    {useProgressWords(what, progress)}
  </p>
);

/** Says what is done and can be stopped; never a spinner. */
export const Working = ({
  what,
  progress,
  onStop,
}: {
  readonly what: string;
  readonly progress: Progress | null;
  readonly onStop?: () => void;
}) => {
  const { say } = useLanguage();
  const words = useProgressWords(what, progress);
  const part = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  return (
    <div className="state">
      <p role="status">{words}</p>
      <svg className="bar" width="100%" height="6" aria-hidden="true">
        <rect className="c-band" width="100%" height="6" />
        {part !== null && <rect className="c-ink" width={`${100 * part}%`} height="6" />}
      </svg>
      {onStop && (
        <p className="acts">
          <button type="button" className="btn" onClick={onStop}>
            {say('work.stop')}
          </button>
        </p>
      )}
    </div>
  );
};

/** Names the place, the value found and the remedy. */
export const Trouble = ({ error, onAgain }: { readonly error: unknown; readonly onAgain?: () => void }) => {
  const { say, pick } = useLanguage();
  const view = error instanceof ActRefused ? error.view : null;
  return (
    <div className="state err" role="alert">
      <p>
        <b>{view ? pick(view.error.reason) : say(isUnreachable(error) ? 'error.unreachable' : 'error.unknown')}</b>{' '}
        {view ? pick(view.error.remedy) : say(isUnreachable(error) ? 'error.unreachableRemedy' : 'error.unknownRemedy')}
      </p>
      {onAgain && (
        <p className="acts">
          <button type="button" className="btn" onClick={onAgain}>
            {say('error.again')}
          </button>
        </p>
      )}
    </div>
  );
};

const isUnreachable = (error: unknown): boolean =>
  error instanceof ActRefused && error.view === null && (error.status === 0 || error.status >= 502);

export const Empty = ({ children }: { readonly children: ReactNode }) => <div className="state">{children}</div>;
