import type { Granularity } from './client/types.ts';

/** What a reader chose to look at. It lives in the address, so a link shows another person the same. */
export interface View {
  readonly by?: Granularity;
  readonly period?: string;
  readonly unit?: string;
  readonly service?: string;
  readonly status?: string;
}

const GRANULARITIES: readonly string[] = ['month', 'quarter', 'year'];

export const parseView = (search: Record<string, unknown>): View => {
  const text = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const by = text('by');
  return {
    ...(by && GRANULARITIES.includes(by) ? { by: by as Granularity } : {}),
    ...pickText('period', text('period')),
    ...pickText('unit', text('unit')),
    ...pickText('service', text('service')),
    ...pickText('status', text('status')),
  };
};

const pickText = (name: string, value: string | undefined): Record<string, string> => (value ? { [name]: value } : {});

/** The input that every reading act shares. */
export const inputOf = (view: View) => ({
  ...(view.by ? { by: view.by } : {}),
  ...(view.period ? { period: view.period } : {}),
  scope: {
    ...(view.unit ? { unit: view.unit } : {}),
    ...(view.service ? { service: view.service } : {}),
    ...(view.status ? { clientStatus: view.status } : {}),
  },
});

/** The same as an address of a download. */
export const exportAddress = (format: 'csv' | 'xlsx', metric: string, view: View, lang: 'ru' | 'en'): string => {
  const query = new URLSearchParams({ metric, lang });
  if (view.by) query.set('by', view.by);
  if (view.period) query.set('period', view.period);
  for (const [field, value] of Object.entries(inputOf(view).scope)) query.append('for', `${field}=${value}`);
  return `/api/export/indicator.${format}?${query}`;
};
