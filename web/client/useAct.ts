import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { act, type Progress } from './act.ts';

/** An act that only reads, as a query: the earlier answer stays on the page while the next one is computed. */
export const useAct = <Result>(
  name: string,
  input: unknown,
  options: { readonly enabled?: boolean } = {},
): { readonly query: UseQueryResult<Result>; readonly progress: Progress | null } => {
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useQuery({
    queryKey: [name, input],
    queryFn: async ({ signal }) => {
      setProgress(null);
      return await act<Result>(name, input, { signal, onProgress: setProgress });
    },
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { query, progress };
};
