import type { OrganisationView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { DeedState } from './DeedState.tsx';
import { useDeed } from './useDeed.ts';

/** What was changed here and why, newest first; the newest can be taken back. */
export const Changes = ({ changes }: { readonly changes: OrganisationView['changes'] }) => {
  const { say, sayCode, format } = useLanguage();
  const deed = useDeed(() => undefined);
  const [newest] = changes;
  if (!newest) return null;
  return (
    <section className="sec" aria-labelledby="h-changes">
      <header>
        <h2 id="h-changes">{say('org.changes')}</h2>
        <p>{say('org.changesWhy')}</p>
      </header>
      <ul className="rows wide">
        {changes.map(({ batch, at, actor, reason }) => (
          <li key={batch}>
            {reason}{' '}
            <span className="code">
              {format.moment(at)}, {sayCode('actor', actor)}
            </span>
          </li>
        ))}
      </ul>
      <DeedState deed={deed} />
      <p className="acts">
        <button
          type="button"
          className="btn"
          disabled={deed.busy}
          onClick={() => deed.run('dropBatch', { batch: newest.batch })}
        >
          {say('org.undo', { reason: newest.reason })}
        </button>
      </p>
    </section>
  );
};
