import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActOptions, ActRefused, act } from '../../client/act.ts';
import type { PilotReportView, PilotsView, PilotView } from '../../client/types.ts';

export type PilotRow = PilotReportView['rows'][number];
export type Decision = PilotRow['recommended'];
export type Voice = PilotView['pilot']['voices'][number];
export const DECISIONS = ['keep', 'change', 'drop'] as const satisfies readonly Decision[];

/** The deeds on a pilot, each with what its act asks for besides the pilot and its version. */
interface Deeds {
  readonly pilotVoice: Omit<Voice, 'actor' | 'at'>;
  readonly pilotComment: { readonly indicator: string | null; readonly text: string };
  readonly pilotDecide: { readonly indicator: string; readonly decision: Decision; readonly reason: string };
  readonly endPilot: Readonly<Record<string, never>>;
}

export type Perform = <Name extends keyof Deeds>(
  name: Name,
  input: Deeds[Name],
  options?: ActOptions,
) => Promise<PilotView>;

/** Deeds of one page stand in a row, each on the version that the one before it left. Where another person saved first,
 *  the page takes the new state and the deed is refused: what was typed stays where it was typed. */
export const usePilotDeeds = (id: string): Perform => {
  const queries = useQueryClient();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (name, input, options = {}) => {
    const deed = async () => {
      const version = queries.getQueryData<PilotsView>(keyOf(id))?.pilots[0]?.version ?? 0;
      try {
        const saved = await act<PilotView>(name, { id, version, ...input }, options);
        queries.setQueryData<PilotsView>(keyOf(id), (before) => before && { ...before, pilots: [saved] });
        return saved;
      } catch (error) {
        if (isChangedMeanwhile(error)) await queries.refetchQueries({ queryKey: keyOf(id) });
        throw error;
      } finally {
        // what people decided stands in the pilot itself: the report need not be computed anew for it
        if (name !== 'pilotDecide') void queries.invalidateQueries({ queryKey: ['pilotReport', { id }] });
        void queries.invalidateQueries({ predicate: ({ queryKey }) => isListOfPilots(queryKey) });
      }
    };
    const done = last.current.then(deed, deed);
    last.current = done.catch(() => undefined);
    return done;
  };
};

export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof ActRefused && error.view?.error.code === 'document.changedMeanwhile';

const keyOf = (id: string) => ['pilots', { id }];
/** Of a model or of all: the pilot itself is known newer already. */
const isListOfPilots = ([name, input]: readonly unknown[]): boolean =>
  name === 'pilots' && !(typeof input === 'object' && input !== null && 'id' in input);
