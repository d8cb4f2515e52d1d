import { max, sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import type { DistributionView } from '../client/types.ts';
import { decimalsOf } from '../format.ts';
import type { Language } from '../language.tsx';
import { tickDecimals } from './frame.ts';
import { round } from './Mark.tsx';

export interface HistogramProps {
  readonly distribution: DistributionView;
  readonly target: number | null;
  readonly better: 'up' | 'down';
  readonly title: string;
  readonly width: number;
  readonly language: Language;
}

/** How the cases of the period lie: filled bars, the year before as an outline, the target where it cuts.
 *  Heights are shares of their own period, so that the two shapes can be laid over each other. */
export const Histogram = ({ distribution, target, better, title, width, language }: HistogramProps) => {
  const { edges, counts, before } = distribution;
  const { format, say } = language;
  const titleId = useId();
  const height = 280;
  const left = 46;
  const right = width - 12;
  const bottom = height - 34;
  const now = sharesOf(counts);
  const then = before ? sharesOf(before) : null;
  const x = scaleLinear([edges[0] ?? 0, edges.at(-1) ?? 1], [left, right]);
  const y = scaleLinear([0, Math.max(1, max([...now, ...(then ?? [])]) ?? 1)], [bottom, 40]);
  const ticks = x.ticks(width < 420 ? 4 : 6);
  const inside = target !== null && target >= (edges[0] ?? 0) && target <= (edges.at(-1) ?? 0);
  const meets = (low: number, high: number): boolean =>
    target === null || (better === 'down' ? high <= target + 1e-9 : low >= target - 1e-9);
  return (
    <svg
      className="hist"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{title}</title>
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <path className="c-grid" d={`M${left} ${round(y(tick))}H${right}`} />
          <text x={left - 6} y={round(y(tick) + 4.5)} textAnchor="end">
            {format.value(tick, '%', tickDecimals(y.ticks(3)))}
          </text>
        </g>
      ))}
      {now.map((share, k) => {
        const low = edges[k]!;
        const high = edges[k + 1]!;
        return (
          <rect
            key={low}
            className={meets(low, high) ? 'o-work' : 'o-wait'}
            data-part="bar"
            x={round(x(low) + 0.6)}
            y={round(y(share))}
            width={round(Math.max(0.5, x(high) - x(low) - 1.2))}
            height={round(bottom - y(share))}
          />
        );
      })}
      {then && <path className="c-before halo-line" d={outline(then, edges, x, y)} />}
      {inside && (
        <g data-part="target">
          <path className="c-target thin" d={`M${round(x(target))} 12V${bottom}`} />
          <text
            className="t-ink halo"
            x={round(x(target) + (x(target) > width - 110 ? -6 : 6))}
            y="20"
            textAnchor={x(target) > width - 110 ? 'end' : 'start'}
          >
            {say('chart.target', { value: format.value(target, distribution.unit, decimalsOf(target)) })}
          </text>
        </g>
      )}
      <path className="c-axis" d={`M${left} ${bottom}H${right}`} />
      {ticks.map((tick) => (
        <text key={tick} x={round(x(tick))} y={bottom + 20} textAnchor="middle">
          {format.number(tick, tickDecimals(ticks))}
        </text>
      ))}
    </svg>
  );
};

const sharesOf = (counts: readonly number[]): readonly number[] => {
  const total = sum(counts);
  return counts.map((count) => (total === 0 ? 0 : (100 * count) / total));
};

const outline = (
  shares: readonly number[],
  edges: readonly number[],
  x: (value: number) => number,
  y: (value: number) => number,
): string =>
  shares.reduce(
    (path, share, k) => `${path}V${round(y(share))}H${round(x(edges[k + 1]!))}`,
    `M${round(x(edges[0] ?? 0))} ${round(y(0))}`,
  ) + `V${round(y(0))}`;
