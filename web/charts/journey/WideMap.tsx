import { useId } from 'react';
import { useLanguage } from '../../language.tsx';
import { round } from '../Mark.tsx';
import { type DrawnJourney, FILL } from './drawn.ts';
import { DocumentSign, VisitSign } from './marks.tsx';
import type { DropPlace, StopProps } from './stops.ts';
import { layOutWide, type PlacedLabel, type PlacedMark, type WideLayout } from './wide.ts';

/** The journey on a wide page: lanes by body, time runs to the right. */
export const WideMap = ({
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
  const layout = layOutWide(drawn, width);
  const { words } = drawn;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing
    <svg
      className="jmap"
      viewBox={`0 0 ${width} ${layout.height}`}
      width={width}
      height={layout.height}
      role="group"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{words.title}</title>
      <Ground drawn={drawn} layout={layout} />
      {layout.links.map((link) => (
        <path
          key={link.key}
          className="j-pass"
          d={`M${round(link.x)} ${round(link.from)}V${round(link.to)}`}
          strokeWidth={round(link.thickness * 10) / 10}
        />
      ))}
      {drawn.stops.map((stop) => (
        <Stop key={stop.key} stop={stop} layout={layout} drawn={drawn} stopProps={stopProps} />
      ))}
      {/* beside the stops and not inside them: a stop has its own words, which tell more; a pointer goes through */}
      <g className="j-labels">
        {[...layout.labels, ...(layout.beside?.rows.map(({ label }) => label) ?? [])].map((label) => (
          <Label key={`${label.x} ${label.y}`} label={label} />
        ))}
        {layout.marks.map((mark) => (
          <Mark key={`${mark.x} ${mark.y}`} mark={mark} />
        ))}
      </g>
      {layout.weak && drawn.weak && (
        <g data-part="weak">
          <path
            className="j-weak"
            d={`M${round(layout.weak.x)} ${layout.weak.y - 5}v5H${round(layout.weak.x + layout.weak.width)}v-5`}
          />
          <text
            className="t-worse halo"
            x={round(layout.weak.textX)}
            y={layout.weak.y + 18}
            textAnchor={layout.weak.anchor}
          >
            {drawn.weak.price}
          </text>
          <text
            className="t-ink halo"
            x={round(layout.weak.textX)}
            y={layout.weak.y + 36}
            textAnchor={layout.weak.anchor}
          >
            {drawn.weak.remedy}
          </text>
        </g>
      )}
      <Voices drawn={drawn} layout={layout} />
      {drop && <path className="j-drop" d={`M${round(dropX(drop, drawn, layout))} 30V${round(layout.floor)}`} />}
    </svg>
  );
};

const dropX = (drop: NonNullable<DropPlace>, drawn: DrawnJourney, layout: WideLayout): number =>
  layout.bars.find((bar) => bar.stop === drop.before)?.x ?? (drawn.bars.length > 0 ? layout.right : layout.left);

const Ground = ({ drawn, layout }: { readonly drawn: DrawnJourney; readonly layout: WideLayout }) => {
  const { format } = useLanguage();
  const { left, right, floor, width } = layout;
  const { words } = drawn;
  return (
    <>
      {layout.lanes.map(({ lane, top, bottom, titles }) => (
        <g key={`${lane.kind} ${top}`} data-lane={lane.kind}>
          {lane.kind === 'nobody' && <rect className="j-nobody" x="0" y={top} width={width} height={bottom - top} />}
          <path className="c-grid" d={`M0 ${top}H${width}`} />
          {titles.map(({ y, text, tone }) => (
            <text
              key={y}
              x="0"
              y={y}
              className={lane.kind === 'nobody' ? 't-b t-lane' : tone === 'title' ? 't-ink t-lane' : 't-mute'}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
      <path className="c-grid" d={`M0 ${layout.beside?.top ?? floor}H${width}`} />
      {layout.beside && <path className="c-grid" d={`M0 ${floor}H${width}`} />}
      {layout.ticks.map(({ x, days }) => (
        <g key={days}>
          <path className="c-grid" d={`M${round(x)} 50V${floor}`} />
          <text x={round(x)} y="44" textAnchor="middle">
            {format.number(days, Number.isInteger(days) ? 0 : 1)}
          </text>
        </g>
      ))}
      {drawn.measured && (
        <>
          <text x="0" y="44">
            {words.axis}
          </text>
          <path className="c-note" d={`M${left} 22V${layout.height - 8}M${right} 22V${layout.height - 8}`} />
          <path className="c-note" d={`M${left + 1} 13H${right - 1}`} />
          <path className="c-ink" d={`M${left} 13l7 -4v8zM${right} 13l-7 -4v8z`} />
          <text x={(left + right) / 2} y="18" textAnchor="middle" className="t-b t-whole halo">
            {words.whole}
          </text>
        </>
      )}
      {layout.beside && (
        <>
          <text x="0" y={layout.beside.top + 22} className="t-ink t-lane">
            {words.beside}
          </text>
          {layout.beside.rows.length > 1 && (
            <text x="0" y={layout.beside.top + 39} className="t-mute">
              {words.besideWhy}
            </text>
          )}
        </>
      )}
    </>
  );
};

const Stop = ({
  stop,
  layout,
  drawn,
  stopProps,
}: {
  readonly stop: DrawnJourney['stops'][number];
  readonly layout: WideLayout;
  readonly drawn: DrawnJourney;
  readonly stopProps: StopProps;
}) => {
  const bars = layout.bars.filter((bar) => bar.stop === stop.key);
  const beside = layout.beside?.rows.filter((row) => row.stop === stop.key) ?? [];
  const hidden = bars.length + beside.length === 0;
  if (hidden) return null;
  return (
    <g data-stop={stop.key} aria-label={stop.told} {...stopProps(stop.key)}>
      {bars.map((bar) => (
        <g key={bar.key}>
          {/* thin bars are still to be hit by a pointer */}
          <rect
            className="j-hit"
            x={round(bar.x - 3)}
            y={bar.y - 4}
            width={round(Math.max(bar.width, 4) + 6)}
            height="26"
          />
          <rect
            className={FILL[bar.kind]}
            data-bar={bar.kind}
            x={round(bar.x)}
            y={bar.y}
            width={round(Math.max(bar.width, bar.seconds > 0 ? 1.5 : 5))}
            height="18"
          />
        </g>
      ))}
      {beside.map((row) => (
        <g key={row.y}>
          <rect className="j-hit" x={round(row.x)} y={row.y} width={round(row.width)} height="18" />
          <rect className="o-side" data-bar="beside" x={round(row.x)} y={row.y} width={round(row.width)} height="18" />
        </g>
      ))}
      {[...layout.labels, ...(layout.beside?.rows.map(({ label }) => label) ?? [])]
        .filter((label) => label.stop === stop.key)
        .map((label) => (
          <rect
            key={`${label.x} ${label.y}`}
            className="j-reach"
            x={round(label.x)}
            y={round(label.y - 13)}
            width={round(label.width)}
            height="17"
          />
        ))}
      <title>{drawn.stops.find((each) => each.key === stop.key)?.told}</title>
    </g>
  );
};

const Label = ({ label }: { readonly label: PlacedLabel }) => (
  <text className={`${label.tone === 'mute' ? 't-mute' : 't-ink'} halo`} x={round(label.x)} y={round(label.y)}>
    {label.text}
    {label.amount !== '' && <tspan className="t-b">{`${label.text === '' ? '' : '\u00a0'}${label.amount}`}</tspan>}
  </text>
);

const Mark = ({ mark }: { readonly mark: PlacedMark }) => (
  <g>
    {mark.visits !== '' && (
      <>
        <VisitSign x={round(mark.x)} y={mark.y - 10} />
        <text className="t-ink halo" x={round(mark.x + 15)} y={mark.y}>
          {mark.visits}
        </text>
      </>
    )}
    {mark.documents !== '' && (
      <>
        <DocumentSign x={round(mark.documentsX)} y={mark.y - 11} />
        <text className="t-ink halo" x={round(mark.documentsX + 14)} y={mark.y}>
          {mark.documents}
        </text>
      </>
    )}
  </g>
);

const Voices = ({ drawn, layout }: { readonly drawn: DrawnJourney; readonly layout: WideLayout }) => {
  const { words } = drawn;
  if (!layout.voices) return null;
  const { top, points, scale } = layout.voices;
  return (
    <g data-part="voices">
      <text x="0" y={top + 30} className="t-ink t-lane">
        {words.voices}
      </text>
      {words.voicesWhy.split('\n').map((line, at) => (
        <text key={line} x="0" y={top + 47 + at * 16} className="t-mute">
          {line}
        </text>
      ))}
      {scale.map(({ value, y }) => (
        <g key={value}>
          <path className="c-grid" d={`M${layout.left - 8} ${round(y)}H${layout.width}`} />
          <text x={layout.left - 14} y={round(y + 4.5)} textAnchor="end" className="halo">
            {value}
          </text>
        </g>
      ))}
      {/* the questions differ: the line only leads the eye */}
      <path className="c-past j-eye" d={`M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`} />
      {points.map((point) => (
        <g key={point.key}>
          <path className="j-whisker" d={`M${round(point.x)} ${round(point.bottom)}V${round(point.top)}`} />
          <circle className="c-dot" cx={round(point.x)} cy={round(point.y)} r="4" />
          {point.words && (
            <text className="t-ink halo" x={round(point.words.x)} y={round(point.words.y)}>
              {point.words.text}
              <tspan className="t-b">{`\u00a0${point.amount}`}</tspan>
            </text>
          )}
        </g>
      ))}
    </g>
  );
};
