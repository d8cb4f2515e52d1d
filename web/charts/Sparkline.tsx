import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { BehaviourChart, VerdictKind } from '../client/types.ts';
import { Mark, round } from './Mark.tsx';
import { extentOf, type PlacedPoint, runsOf } from './series.ts';

export interface SparklineProps {
  readonly chart: BehaviourChart;
  readonly verdict: VerdictKind;
  readonly target?: number | null;
  readonly width: number;
  readonly height: number;
  /** Text for those who do not see it; without one it is decoration beside its own words. */
  readonly label?: string;
}

/** Own past without an axis: band, centre, line; the last point carries the verdict. */
export const Sparkline = ({ chart, verdict, target, width, height, label }: SparklineProps) => {
  const large = height >= 44;
  const pad = large ? 7 : 4;
  const { x, y, half } = sparkScales(chart, target ?? null, width, height, pad);
  const placed: PlacedPoint[] = chart.points.flatMap((point, index) =>
    point.value === null ? [] : [{ index, point, x: x(index), y: y(point.value) }],
  );
  const path = line<PlacedPoint>(
    (point) => round(point.x),
    (point) => round(point.y),
  );
  const last = placed.at(-1);
  const dots = chart.kind === 'behaviour' ? [] : placed.slice(0, -1);
  const targetInside = target !== null && target !== undefined && y(target) >= 0 && y(target) <= height;
  const drawing = (
    <>
      {chart.segments.map((segment) => {
        const from = x(segment.from) - half;
        const to = x(segment.to) + half;
        return (
          <g key={segment.from}>
            {segment.lower !== null && segment.upper !== null && (
              <rect
                className="c-band"
                x={round(from)}
                y={round(y(segment.upper))}
                width={round(to - from)}
                height={round(Math.max(0.5, y(segment.lower) - y(segment.upper)))}
              />
            )}
            {segment.centre !== null && chart.kind === 'behaviour' && (
              <path className="c-centre" d={`M${round(from)} ${round(y(segment.centre))}H${round(to)}`} />
            )}
          </g>
        );
      })}
      {chart.trial && <path className="c-centre" d={`M0 ${round(y(chart.trial.median))}H${width}`} />}
      {targetInside && <path className="c-target thin" d={`M0 ${round(y(target))}H${width}`} />}
      {runsOf(chart, placed).map((run) => (
        <path key={run[0]!.index} className="c-past" d={path(run) ?? ''} />
      ))}
      {dots.map((point) =>
        point.point.hollow ? (
          <circle key={point.index} className="c-hollow" cx={round(point.x)} cy={round(point.y)} r={large ? 2 : 1.5} />
        ) : (
          <Mark key={point.index} x={point.x} y={point.y} kind="dot" size={large ? 2 : 1.6} />
        ),
      )}
      {last && <Mark x={last.x} y={last.y} kind={verdict} size={large ? 4.2 : 2.8} />}
    </>
  );
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return label ? (
    <svg className="spark" {...size} role="img" aria-label={label}>
      {drawing}
    </svg>
  ) : (
    <svg className="spark" {...size} aria-hidden="true">
      {drawing}
    </svg>
  );
};

const sparkScales = (chart: BehaviourChart, target: number | null, width: number, height: number, pad: number) => {
  const count = chart.points.length;
  const side = pad + 1;
  const step = count > 1 ? (width - 2 * side) / (count - 1) : 0;
  const x = (index: number): number => (count > 1 ? side + index * step : width / 2);
  // a target far from the past would flatten it: then it is told in words only
  const y = scaleLinear(extentOf(chart, [target], 1.2), [height - pad, pad]);
  return { x, y, half: count > 1 ? Math.min(step / 2, side) : width / 4 };
};
