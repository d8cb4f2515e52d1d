import { useId } from 'react';
import { round } from '../Mark.tsx';
import { type DrawnJourney, FILL } from './drawn.ts';
import { layOutNarrow } from './narrow.ts';
import type { DropPlace, StopProps } from './stops.ts';

/** The journey on a phone: time runs downwards. */
export const NarrowMap = ({
  drawn,
  width,
  stopProps,
  drop,
}: {
  readonly drawn: DrawnJourney;
  readonly width: number;
  readonly stopProps: StopProps;
  readonly drop: DropPlace;
}) => {
  const titleId = useId();
  const layout = layOutNarrow(drawn, width);
  const dropY = drop ? (layout.bars.find((bar) => bar.stop === drop.before)?.y ?? layout.end) : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing
    <svg
      className="jmap narrow"
      viewBox={`0 0 ${width} ${layout.height}`}
      width={width}
      height={layout.height}
      role="group"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{drawn.words.title}</title>
      {layout.lanes.map((lane) => (
        <g key={lane.x} data-lane={lane.kind}>
          {lane.kind === 'nobody' && (
            <rect
              className="j-nobody"
              x={lane.left}
              y={layout.head - 4}
              width={lane.width}
              height={layout.height - layout.head}
            />
          )}
          <text
            x={round(lane.x)}
            y={lane.y}
            textAnchor="middle"
            className={lane.kind === 'nobody' ? 't-b halo' : 't-ink halo'}
          >
            {lane.title}
          </text>
          <path className="c-grid" d={`M${round(lane.x)} ${lane.y + 6}V${round(layout.end + 4)}`} />
        </g>
      ))}
      <path className="c-note" d={`M0 ${layout.head + 8}H${width}M0 ${round(layout.end)}H${width}`} />
      {layout.links.map((link) => (
        <path
          key={link.key}
          className="j-pass"
          d={`M${round(link.from)} ${round(link.y)}H${round(link.to)}`}
          strokeWidth={round(link.thickness * 10) / 10}
        />
      ))}
      {drawn.stops.map((stop) => {
        const bars = layout.bars.filter((bar) => bar.stop === stop.key);
        if (bars.length === 0) return null;
        const first = bars[0]!;
        const last = bars.at(-1)!;
        return (
          <g key={stop.key} data-stop={stop.key} aria-label={stop.told} {...stopProps(stop.key)}>
            <rect
              className="j-hit"
              x="0"
              y={round(first.y)}
              width={width}
              height={round(Math.max(4, last.y + last.height - first.y))}
            />
            {bars.map((bar) => (
              <rect
                key={bar.key}
                className={FILL[bar.kind]}
                data-bar={bar.kind}
                x={round(bar.x)}
                y={round(bar.y)}
                width="22"
                height={round(Math.max(bar.height, bar.seconds > 0 ? 1.5 : 4))}
              />
            ))}
          </g>
        );
      })}
      {/* above every bar and pass; a pointer goes through to the bar */}
      <g className="j-labels">
        {layout.labels.map((label) => (
          <text
            key={`${label.x} ${label.y}`}
            className={`${label.tone === 'worse' ? 't-worse' : 't-ink'} halo`}
            x={round(label.x)}
            y={round(label.y)}
          >
            {label.text}
            {label.amount !== '' && (
              <tspan className="t-b">{`${label.text === '' ? '' : '\u00a0'}${label.amount}`}</tspan>
            )}
          </text>
        ))}
      </g>
      {layout.weak && (
        <path
          className="j-weak"
          d={`M${round(layout.weak.x)} ${round(layout.weak.y)}h-4v${round(layout.weak.height)}h4`}
        />
      )}
      {drawn.measured && (
        <text x={width} y={round(layout.end + 19)} textAnchor="end" className="t-b halo">
          {drawn.words.whole}
        </text>
      )}
      {dropY !== null && <path className="j-drop" d={`M0 ${round(dropY)}H${width}`} />}
    </svg>
  );
};
