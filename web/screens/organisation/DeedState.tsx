import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import type { Deed } from './useDeed.ts';

/** What a form says of its saving; its buttons stand below. */
export const DeedState = ({ deed }: { readonly deed: Deed }) => {
  const { say } = useLanguage();
  return (
    <>
      {deed.busy && <Working what={say('org.saving')} progress={deed.progress} onStop={deed.stop} />}
      {deed.error !== null && <Trouble error={deed.error} />}
    </>
  );
};

export const FormActs = ({
  deed,
  onClose,
  save,
}: {
  readonly deed: Deed;
  readonly onClose: () => void;
  readonly save?: string;
}) => {
  const { say } = useLanguage();
  return (
    <>
      <DeedState deed={deed} />
      <p className="acts">
        <button type="submit" className="btn main" disabled={deed.busy}>
          {save ?? say('org.save')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {say('app.cancel')}
        </button>
      </p>
    </>
  );
};
