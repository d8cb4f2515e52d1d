/** A stop of the map: a touchpoint of the design, or one that only the facts know. */
export const stopOf = (at: { readonly touchpoint: string | null; readonly unmapped: string | null }): string =>
  at.touchpoint === null ? `facts ${at.unmapped ?? ''}` : `own ${at.touchpoint}`;

/** Id of the design's touchpoint; null: only the facts know this stop. */
export const touchpointOf = (stop: string): string | null => (stop.startsWith('own ') ? stop.slice(4) : null);

/** The facts' name of a stop that is not on the map; null: it is on the map, or was never recorded. */
export const factsOf = (stop: string): string | null => (stop.startsWith('facts ') ? stop.slice(6) || null : null);
