import type { Decision } from './pilotActs.ts';

/** What of a pilot's report a reader chose to look at: it lives in the address. */
export interface PilotAddress {
  /** The position whose holder speaks. */
  readonly position?: string;
  readonly show?: Shown;
  /** Only what this position answers for. */
  readonly holder?: string;
}

export const SHOWN = ['keep', 'change', 'drop', 'undecided'] as const satisfies readonly (Decision | 'undecided')[];
export type Shown = (typeof SHOWN)[number];

export const parsePilotAddress = (search: Record<string, unknown>): PilotAddress => ({
  ...named(search, 'position'),
  ...named(search, 'holder'),
  ...(SHOWN.some((one) => one === search.show) ? { show: search.show as Shown } : {}),
});

/** The pilot to compose recommendations from. */
export const parseRecommendationsAddress = (search: Record<string, unknown>): { readonly pilot?: string } =>
  named(search, 'pilot');

const named = <Name extends string>(
  search: Record<string, unknown>,
  name: Name,
): { readonly [key in Name]?: string } => {
  const value = search[name];
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { readonly [key in Name]?: string };
};
