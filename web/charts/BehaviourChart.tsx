import { line } from 'd3-shape';
import { useId } from 'react';
import type { ChangeView, BehaviourChart as Chart, ChartSegment, VerdictKind } from '../client/types.ts';
import { decimalsOf } from '../format.ts';
import type { Language } from '../language.tsx';
import { BracketMarks } from './Brackets.tsx';
import { ChangeRules } from './ChangeRules.tsx';
import { type Frame, frameOf, tickDecimals, tickIndices } from './frame.ts';
import { Mark, type MarkKind, round } from './Mark.tsx';
import { type Better, bracketsOf, type PlacedPoint, runsOf, toneOf } from './series.ts';

export interface BehaviourChartProps {
  readonly chart: Chart;
  readonly better: Better;
  readonly verdict: VerdictKind;
  readonly unit: string;
  /** Digits after the point of a value; limits are written with one more. */
  readonly decimals: number;
  readonly target: number | null;
  readonly norm: number | null;
  readonly changes: readonly ChangeView[];
  readonly title: string;
  /** Width in px that the drawing has: wide and narrow are two drawings, text is never squeezed. */
  readonly width: number;
  readonly language: Language;
}

/** The process behaviour chart: own past, its centre and limits, what broke a rule and what was changed. */
export const BehaviourChart = (props: BehaviourChartProps) => {
  const { chart, better, verdict, unit, decimals, target, norm, changes, title, width, language } = props;
  const { format } = language;
  const titleId = useId();
  const frame = frameOf(props);
  const { x, y, left, right, bottom, height, half } = frame;
  const placed: PlacedPoint[] = chart.points.flatMap((point, index) =>
    point.value === null ? [] : [{ index, point, x: x(index), y: y(point.value) }],
  );
  const path = line<PlacedPoint>(
    (point) => round(point.x),
    (point) => round(point.y),
  );
  const ticks = y.ticks(frame.narrow ? 4 : 6);
  const last = placed.at(-1);
  const markOf = (point: PlacedPoint): MarkKind => {
    if (point.point.hollow) return 'hollow';
    const tone = toneOf(chart, point.index, better);
    if (point === last && !tone) return verdict === 'unclear' ? 'unclear' : 'same';
    return tone ?? 'dot';
  };
  return (
    <svg
      className="pbc"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={titleId}
      data-chart={chart.kind}
    >
      <title id={titleId}>{title}</title>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="c-grid" d={`M${left} ${round(y(tick))}H${right}`} />
          <text x={left - 8} y={round(y(tick) + 4.5)} textAnchor="end">
            {format.number(tick, tickDecimals(ticks))}
          </text>
        </g>
      ))}
      {chart.segments.map((segment) => (
        <Band key={segment.from} segment={segment} frame={frame} />
      ))}
      {chart.trial && (
        <>
          <path className="c-centre" data-part="median" d={`M${left} ${round(y(chart.trial.median))}H${right}`} />
          <text className="t-mute halo" x={left + 6} y={round(y(chart.trial.median) - 6)}>
            {language.say('chart.median', { value: format.number(chart.trial.median, decimals) })}
          </text>
        </>
      )}
      <Level className="c-target" value={target} word="chart.target" part="target" frame={frame} props={props} />
      <Level className="c-norm" value={norm} word="chart.norm" part="norm" frame={frame} props={props} />
      <ChangeRules changes={changes} chart={chart} frame={frame} language={language} />
      {runsOf(chart, placed).map((run) => (
        <path key={run[0]!.index} className="c-past" d={path(run) ?? ''} />
      ))}
      {placed.map((point) => {
        const kind = markOf(point);
        const small = kind === 'dot' ? 2.8 : kind === 'hollow' ? 3.4 : 4.4;
        return <Mark key={point.index} x={point.x} y={point.y} kind={kind} size={point === last ? 6 : small} />;
      })}
      {chart.segments.map((segment, k) => (
        <LimitWords
          key={segment.from}
          segment={segment}
          isLast={k === chart.segments.length - 1}
          frame={frame}
          props={props}
        />
      ))}
      <BracketMarks
        chart={chart}
        better={better}
        placed={placed}
        frame={frame}
        avoid={[target, norm].flatMap((level) => (level === null ? [] : [y(level)]))}
        language={language}
      />
      {last && (
        <text x={round(last.x + 12)} y={round(last.y + 6)} className="t-b t-now halo">
          {format.number(last.point.value!, decimals)}
          {unit === '%' ? (language.lang === 'ru' ? '\u00a0%' : '%') : ''}
        </text>
      )}
      <path className="c-axis" d={`M${left} ${bottom}H${right}`} />
      {tickIndices(chart.points.length, half * 2).map((index) => (
        <g key={index}>
          <path className="c-axis" d={`M${round(x(index))} ${bottom}v5`} />
          <text x={round(x(index))} y={bottom + 20} textAnchor="middle">
            {format.periodShort(chart.points[index]!.period)}
          </text>
        </g>
      ))}
    </svg>
  );
};

const Band = ({ segment, frame }: { readonly segment: ChartSegment; readonly frame: Frame }) => {
  const { x, y, half } = frame;
  const { lower, upper, centre } = segment;
  const from = round(x(segment.from) - half + 1);
  const fixed = round(x(segment.baselineTo) + half - 1);
  const to = round(x(segment.to) + half - 1);
  return (
    <g data-part="band">
      {lower !== null && upper !== null && (
        <>
          <rect
            className="c-band"
            x={from}
            y={round(y(upper))}
            width={round(fixed - from)}
            height={round(y(lower) - y(upper))}
          />
          <path className="c-limit" d={`M${from} ${round(y(upper))}H${to}M${from} ${round(y(lower))}H${to}`} />
        </>
      )}
      {centre !== null && lower !== null && <path className="c-centre" d={`M${from} ${round(y(centre))}H${to}`} />}
    </g>
  );
};

/** The numbers of the limits stand on the chart, under their own band. */
const LimitWords = ({
  segment,
  isLast,
  frame,
  props,
}: {
  readonly segment: ChartSegment;
  readonly isLast: boolean;
  readonly frame: Frame;
  readonly props: BehaviourChartProps;
}) => {
  const { lower, upper, centre } = segment;
  if (lower === null || upper === null || centre === null) return null;
  const { x, y, half, narrow } = frame;
  const { format, say } = props.language;
  const decimals = Math.min(2, props.decimals + 1);
  const limits = format.range(lower, upper, decimals);
  const long = say('chart.limits', { centre: format.number(centre, decimals), limits });
  const room = x(segment.to) - x(segment.from) + 2 * half;
  const text = !narrow && room > long.length * 7 ? long : room > limits.length * 7 ? limits : null;
  if (text === null) return null;
  // a bracket under the band needs the place: then the words go above
  const occupied = bracketsOf(props.chart, props.better).some(
    ({ side, to }) => side === 'below' && to >= segment.from && to <= segment.to,
  );
  const atEnd = isLast && props.chart.segments.length > 1;
  return (
    <text
      className="t-mute halo"
      x={round(atEnd ? x(segment.to) + half - 4 : x(segment.from) - half + 6)}
      y={round(occupied ? y(upper) - 6 : y(lower) + 16)}
      textAnchor={atEnd ? 'end' : 'start'}
    >
      {text}
    </text>
  );
};

const Level = ({
  className,
  value,
  word,
  part,
  frame,
  props,
}: {
  readonly className: string;
  readonly value: number | null;
  readonly word: 'chart.target' | 'chart.norm';
  readonly part: string;
  readonly frame: Frame;
  readonly props: BehaviourChartProps;
}) => {
  if (value === null) return null;
  const { y, left, right, top, bottom, seen } = frame;
  const { format, say } = props.language;
  const text = say(word, { value: format.number(value, decimalsOf(value)) });
  // a level far away would flatten the past: it is named at the edge and not drawn
  if (value < seen[0] || value > seen[1]) {
    const above = value > seen[1];
    return (
      <text
        data-part={part}
        className="t-ink halo"
        x={left + 4}
        y={above ? top - (part === 'norm' ? 0 : 16) : bottom - (part === 'norm' ? 22 : 6)}
      >
        {say(above ? 'chart.above' : 'chart.below', { text })}
      </text>
    );
  }
  return (
    <g data-part={part}>
      <path className={className} d={`M${left} ${round(y(value))}H${right}`} />
      <text className="t-ink halo" x={left + 4} y={round(y(value) - 6)}>
        {text}
      </text>
    </g>
  );
};
