import { type Query, useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Progress, paceOf, type Told } from './act.ts';

interface Health {
  readonly loading: Told | null;
}

const ASK_AGAIN_MS = 1000;

/** While the server still loads the example at its first start: how far it has come. `undefined` until it is known
 *  whether it does, and while what was answered without facts is asked anew. */
export const useFirstData = (): Progress | null | undefined => {
  const [pace] = useState(() => paceOf());
  const queries = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: ['health'],
    // Not ready is 503 with the same body.
    queryFn: async ({ signal }): Promise<Progress | null> => {
      const { loading } = (await (await fetch('/api/health', { signal })).json()) as Health;
      return loading && pace(loading);
    },
    refetchInterval: ({ state }) => (state.data ? ASK_AGAIN_MS : false),
    staleTime: 0,
    retry: false,
  });
  const waited = useRef(false);
  useEffect(() => {
    if (data) waited.current = true;
    else if (data === null && waited.current) {
      waited.current = false;
      void queries.invalidateQueries({ predicate: isOfFacts });
    }
  }, [data, queries]);
  const asked = useIsFetching({ predicate: isOfFacts });
  if (isError) return null;
  return data === null && (waited.current || asked > 0) ? undefined : data;
};

const isOfFacts = ({ queryKey }: Query): boolean => queryKey[0] !== 'health';
