// Where judge meets the intervals of measure: the one line to change when their door moves.
export { difference, type Interval, type NaturalBounds, naturalBounds } from '../measure/intervals/index.ts';
