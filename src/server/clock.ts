import type { Micros } from '#time';

/** The one clock of the product: acts get it handed in. */
export const systemNow = (): Micros => (Date.now() * 1000) as Micros;
