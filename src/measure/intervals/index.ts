// 95 % intervals of figures, from sums and ranks that merge (facts.md § 4). Pure numbers: no rows, no specs, no units
// beyond their natural bounds. Means and ratios of heavy-tailed durations are approximate for small n.

export { clip, type Interval, naturalBounds } from './bounds.ts';
export { difference, type Estimate } from './difference.ts';
export { incidenceQuantile, type Waited } from './incidence.ts';
export { mean as meanInterval, sum as sumInterval } from './mean.ts';
export { net as netInterval } from './net.ts';
export { count as countInterval, rate as rateInterval } from './poisson.ts';
export { quantileRanks, type7Ranks } from './quantile.ts';
export { ratio as ratioInterval } from './ratio.ts';
export { wilson as wilsonInterval } from './wilson.ts';
