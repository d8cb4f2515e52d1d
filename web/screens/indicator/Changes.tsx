import { useMutation } from '@tanstack/react-query';
import { act } from '../../client/act.ts';
import type { ChangeView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble } from '../../parts/States.tsx';

/** Recorded changes, numbered as on the chart. */
export const Changes = ({
  changes,
  onChanged,
}: {
  readonly changes: readonly ChangeView[];
  readonly onChanged: () => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  const removal = useMutation({
    mutationFn: (id: string) => act('removeChange', { id }),
    onSuccess: onChanged,
  });
  if (changes.length === 0) return null;
  return (
    <>
      <ol className="changes" aria-label={say('change.list')}>
        {changes.map((change, order) => (
          <li key={change.id}>
            <b>
              {order + 1}. {change.title}
            </b>
            , {format.period(change.period)}. {say(change.rebases ? 'change.rebased' : 'change.kept')}{' '}
            {change.reason !== '' && `${say('change.quote', { reason: change.reason })} `}
            <span className="mute">
              {say('change.by', { actor: sayCode('actor', change.actor), day: format.day(change.at) })}
            </span>{' '}
            <button
              type="button"
              className="plain noprint"
              disabled={removal.isPending}
              aria-label={say('change.removeNamed', { title: change.title })}
              onClick={() => removal.mutate(change.id)}
            >
              {say('change.remove')}
            </button>
          </li>
        ))}
      </ol>
      {removal.isError && <Trouble error={removal.error} />}
    </>
  );
};
