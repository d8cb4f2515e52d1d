// Where things stand on the big chart: margins, scales, ticks. The axis is natural: days grow upwards.
import { scaleLinear } from 'd3-scale';
import type { BehaviourChart } from '../client/types.ts';
import { extentOf } from './series.ts';

export interface FrameInput {
  readonly chart: BehaviourChart;
  readonly target: number | null;
  readonly norm: number | null;
  readonly changes: readonly unknown[];
  /** Width in px that the drawing has. */
  readonly width: number;
}

export interface Frame {
  readonly x: (index: number) => number;
  readonly y: { (value: number): number; ticks: (count: number) => number[] };
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly narrow: boolean;
  /** Lowest and highest value that the axis shows. */
  readonly seen: readonly [number, number];
  /** Half the distance between two points: bands reach so far beyond their first and last point. */
  readonly half: number;
}

const NARROW = 560;
/** How many spans of the past away a target or norm may lie and still be drawn. */
const REACH = 1.5;

export const frameOf = (given: FrameInput): Frame => {
  const { chart, target, norm, width, changes } = given;
  const narrow = width < NARROW;
  const height = narrow ? 380 : 430;
  const left = narrow ? 36 : 46;
  const right = width - (narrow ? 46 : 58);
  const top = changes.length > 0 && !narrow ? 64 : 40;
  const bottom = height - 34;
  const count = Math.max(1, chart.points.length);
  const step = (right - left) / count;
  const seen = extentOf(chart, [target, norm], REACH);
  const y = scaleLinear(seen, [bottom - 46, top + 22]);
  return {
    x: (index) => left + step * (index + 0.5),
    y,
    left,
    right,
    top,
    bottom,
    height,
    narrow,
    seen,
    half: step / 2,
  };
};

/** Every k-th period so that names do not touch, counted from the newest, which is always named. */
export const tickIndices = (count: number, step: number): readonly number[] => {
  const every = Math.max(1, Math.ceil(62 / Math.max(step, 0.1)));
  const indices: number[] = [];
  for (let index = count - 1; index >= 0; index -= every) indices.unshift(index);
  return indices;
};

export const tickDecimals = (ticks: readonly number[]): number => {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return step >= 1 || step === 0 ? 0 : Math.min(2, Math.ceil(-Math.log10(step)));
};
