import { useLanguage } from '../../language.tsx';
import { Trouble } from '../../parts/States.tsx';
import { isChangedMeanwhile } from './pilotActs.ts';

/** Why a deed was not done. Saved meanwhile by another: the page has the new state, the deed can be done once more. */
export const DeedTrouble = ({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) => {
  const { say } = useLanguage();
  if (!isChangedMeanwhile(error)) return <Trouble error={error} />;
  return (
    <div className="state err" role="alert">
      <p>
        <b>{say('pilot.meanwhile')}</b> {say('pilot.meanwhileWhat')}
      </p>
      <p className="acts">
        <button type="button" className="btn" onClick={onAgain}>
          {say('pilot.again')}
        </button>
      </p>
    </div>
  );
};
