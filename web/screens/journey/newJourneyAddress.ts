/** What a new journey begins with; it lives in the address. */
export interface NewJourneyAddress {
  readonly blank?: 'yes';
  readonly journey?: string;
  readonly service?: string;
  /** All cases together: a log that names neither journeys nor services. */
  readonly all?: 'yes';
}
export const parseNewJourney = (search: Record<string, unknown>): NewJourneyAddress => ({
  ...(search.blank === 'yes' ? { blank: 'yes' as const } : {}),
  ...(typeof search.journey === 'string' && search.journey !== '' ? { journey: search.journey } : {}),
  ...(typeof search.service === 'string' && search.service !== '' ? { service: search.service } : {}),
  ...(search.all === 'yes' ? { all: 'yes' as const } : {}),
});
