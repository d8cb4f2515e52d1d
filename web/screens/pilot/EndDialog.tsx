import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../../client/act.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Busy } from '../../parts/States.tsx';
import { DeedTrouble } from './DeedTrouble.tsx';
import type { Perform } from './pilotActs.ts';

/** The end is asked about once more: from there on nobody's word is taken. */
export const EndDialog = ({ perform, onClose }: { readonly perform: Perform; readonly onClose: () => void }) => {
  const { say } = useLanguage();
  const [progress, setProgress] = useState<Progress | null>(null);
  const ending = useMutation({
    mutationFn: () => perform('endPilot', {}, { onProgress: setProgress }),
    onSuccess: onClose,
  });
  return (
    <Dialog title={say('pilot.endTitle')} onClose={onClose}>
      <p>{say('pilot.endWhat')}</p>
      {ending.isPending && <Busy what={say('pilot.endWorking')} progress={progress} />}
      {ending.isError && <DeedTrouble error={ending.error} onAgain={() => ending.mutate()} />}
      <p className="acts after">
        <button type="button" className="btn main" disabled={ending.isPending} onClick={() => ending.mutate()}>
          {say('pilot.endDo')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {say('app.cancel')}
        </button>
      </p>
    </Dialog>
  );
};
