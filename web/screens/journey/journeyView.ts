/** What a reader of a journey chose to look at. It lives in the address, so a link shows another person the same. */
export interface JourneyAddress {
  readonly design?: 'toBe' | 'both';
  readonly from?: string;
  readonly to?: string;
  readonly unit?: string;
  readonly service?: string;
}

const FIELDS = ['from', 'to', 'unit', 'service'] as const;

export const parseJourneyAddress = (search: Record<string, unknown>): JourneyAddress => ({
  ...(search.design === 'toBe' || search.design === 'both' ? { design: search.design } : {}),
  ...Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = search[field];
      return typeof value === 'string' && value !== '' ? [[field, value]] : [];
    }),
  ),
});

/** The input that the reading acts of a journey share. */
export const journeyInput = (id: string, address: JourneyAddress) => ({
  id,
  ...(address.from ? { from: address.from } : {}),
  ...(address.to ? { to: address.to } : {}),
  scope: {
    ...(address.unit ? { unit: address.unit } : {}),
    ...(address.service ? { service: address.service } : {}),
  },
});

/** Where the sum of steps is to be had as a table, and the journey as a sheet: of what is looked at, in that language. */
export const journeyFiles = (id: string, address: JourneyAddress, lang: 'ru' | 'en') => {
  const design = address.design === 'toBe' ? ([['design', 'toBe']] as const) : [];
  const asked = FIELDS.flatMap((field) => (address[field] ? [[field, address[field]] as [string, string]] : []));
  const query = (more: readonly (readonly [string, string])[]) =>
    new URLSearchParams([['id', id], ['lang', lang], ...design, ...more].map(([name, value]) => [name!, value!]));
  return {
    csv: `/api/export/journey-steps.csv?${query(asked)}`,
    xlsx: `/api/export/journey-steps.xlsx?${query(asked)}`,
    sheet: `/api/export/journey-sheet.docx?${query([])}`,
  };
};
