/** The fact store as acts see it. */
// biome-ignore lint/suspicious/noEmptyInterface: filled together with the fact store
export interface FactPort {}
