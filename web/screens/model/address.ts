/** What of a model a reader chose to look at: it lives in the address. */
export interface ModelAddress {
  readonly kpi?: string;
  readonly unit?: string;
  readonly position?: string;
  readonly text?: string;
  /** The one that stands open over the page. */
  readonly indicator?: string;
  /** Only what a check speaks of. */
  readonly findings?: 'only';
}

const pick = <Name extends string>(
  search: Record<string, unknown>,
  name: Name,
): { readonly [key in Name]?: string } => {
  const value = search[name];
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { readonly [key in Name]?: string };
};

export const parseModelAddress = (search: Record<string, unknown>): ModelAddress => ({
  ...pick(search, 'kpi'),
  ...pick(search, 'unit'),
  ...pick(search, 'position'),
  ...pick(search, 'text'),
  ...pick(search, 'indicator'),
  ...(search.findings === 'only' ? { findings: 'only' } : {}),
});

export const parseCardsAddress = (search: Record<string, unknown>): Pick<ModelAddress, 'position'> =>
  pick(search, 'position');
