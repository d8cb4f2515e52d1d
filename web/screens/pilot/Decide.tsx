import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PilotView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { TextField } from '../model/Fields.tsx';
import { DeedTrouble } from './DeedTrouble.tsx';
import { DECISIONS, type Decision, type Perform, type PilotRow } from './pilotActs.ts';

/** What people decide of an indicator, beside the advice: one press, and the reason where there is one. */
export const Decide = ({
  row,
  name,
  decided,
  perform,
}: {
  readonly row: PilotRow;
  readonly name: string;
  readonly decided: PilotView['pilot']['decisions'][number] | undefined;
  readonly perform: Perform;
}) => {
  const { say } = useLanguage();
  // null: as it is saved
  const [typed, setTyped] = useState<string | null>(null);
  const reason = typed ?? decided?.reason ?? '';
  const deciding = useMutation({
    mutationFn: (said: { readonly decision: Decision; readonly reason: string }) =>
      perform('pilotDecide', { indicator: row.indicator, ...said }),
    onSuccess: (_, said) => setTyped((before) => (before === null || before.trim() === said.reason ? null : before)),
  });
  const decide = (decision: Decision) => deciding.mutate({ decision, reason: reason.trim() });
  const wanted = deciding.isPending || deciding.isError ? deciding.variables.decision : null;
  const now = deciding.isPending ? wanted : decided?.decision;
  return (
    <fieldset className="decide">
      <legend className="tiny">
        {say('pilot.decision')}
        <span className="sr">: {name}</span>
      </legend>
      <p className="acts noprint">
        {DECISIONS.map((decision) => (
          <button
            key={decision}
            type="button"
            className="btn toggle"
            aria-pressed={now === decision}
            disabled={deciding.isPending}
            onClick={() => decide(decision)}
          >
            {say(`pilot.decide.${decision}`)}
          </button>
        ))}
      </p>
      <p className="print-only">{decided ? say(`pilot.decide.${decided.decision}`) : say('pilot.undecided')}</p>
      {(decided || typed !== null) && (
        <div className="field noprint">
          <TextField
            label={say((decided?.decision ?? row.recommended) === row.recommended ? 'pilot.why' : 'pilot.whyOtherwise')}
            value={reason}
            rows={2}
            maxLength={2000}
            onChange={setTyped}
          />
          {decided && typed !== null && typed.trim() !== decided.reason && (
            <p className="acts">
              <button
                type="button"
                className="btn"
                disabled={deciding.isPending}
                onClick={() => decide(decided.decision)}
              >
                {say('pilot.writeWhy')}
              </button>
            </p>
          )}
        </div>
      )}
      {decided?.reason && <p className="print-only">{decided.reason}</p>}
      <p className="tiny noprint" role="status">
        {deciding.isPending && say('pilot.saving')}
        {deciding.isSuccess && typed === null && say('pilot.saved')}
      </p>
      {deciding.isError && <DeedTrouble error={deciding.error} onAgain={() => deciding.mutate(deciding.variables)} />}
    </fieldset>
  );
};
