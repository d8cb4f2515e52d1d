/** What the address of the page says: the day of which the tree is told. */
export interface OrganisationAddress {
  readonly at?: string;
}

export const parseOrganisationAddress = ({ at }: Record<string, unknown>): OrganisationAddress =>
  typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) && !Number.isNaN(Date.parse(at)) ? { at } : {};
