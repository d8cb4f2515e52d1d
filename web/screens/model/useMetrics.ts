import { useMemo } from 'react';
import type { MetricView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import type { Metrics } from './layout.ts';

/** The catalogue by id; null while it is being read. */
export const useMetrics = (): { readonly map: Metrics | null; readonly error: unknown } => {
  const { query } = useAct<readonly MetricView[]>('catalogueList', {});
  const map = useMemo(
    () => (query.data ? new Map(query.data.map((metric) => [metric.id, metric])) : null),
    [query.data],
  );
  return { map, error: query.error };
};
