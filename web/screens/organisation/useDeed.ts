import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act, type Progress } from '../../client/act.ts';
import type { RegisterSavedView, UnitsSavedView } from '../../client/types.ts';

/** A change of the organisation: figures follow it, so that everything asked before is asked again. Units are worked
 *  through all cases, which may take a while and can be stopped. */
export const useDeed = (onDone: () => void) => {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: ({ name, input }: { readonly name: string; readonly input: unknown }) => {
      running.current = new AbortController();
      setProgress(null);
      return act<UnitsSavedView | RegisterSavedView>(name, input, {
        signal: running.current.signal,
        onProgress: setProgress,
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return {
    run: (name: string, input: unknown) => mutation.mutate({ name, input }),
    busy: mutation.isPending,
    progress,
    error: running.current?.signal.aborted ? null : mutation.error,
    stop: () => running.current?.abort(),
  };
};
export type Deed = ReturnType<typeof useDeed>;
