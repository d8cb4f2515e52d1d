import type { ChangeView, BehaviourChart as Chart } from '../client/types.ts';
import type { Language } from '../language.tsx';
import type { Frame } from './frame.ts';
import { round } from './Mark.tsx';

/** Recorded changes, numbered as in the list below: solid where the limits start anew, dotted where they go on. */
export const ChangeRules = ({
  changes,
  chart,
  frame,
  language,
}: {
  readonly changes: readonly ChangeView[];
  readonly chart: Chart;
  readonly frame: Frame;
  readonly language: Language;
}) => {
  const { x, left, right, bottom, half, narrow } = frame;
  const drawn = changes.flatMap((change, order) => {
    const index = chart.points.findIndex((point) => point.period >= change.period);
    return index < 0 ? [] : [{ change, number: order + 1, at: x(index) - half }];
  });
  return drawn.map(({ change, number, at }, k) => {
    const before = k === 0 ? left : drawn[k - 1]!.at;
    const after = drawn[k + 1]?.at ?? right;
    // numbers closer than two discs stand on two heights
    const lowered = k > 0 && at - before < 22 ? 24 : 0;
    const toRight = after - at >= at - before || at - before < 90;
    const room = (toRight ? after - at : at - before) - 22;
    const title = fit(change.title, room);
    return (
      <g key={change.id} data-part="change">
        <path className={change.rebases ? 'c-note' : 'c-note dotted'} d={`M${round(at)} ${4 + lowered}V${bottom}`} />
        <circle className="c-number" cx={round(at)} cy={12 + lowered} r="9" />
        <text className="t-number" x={round(at)} y={16.5 + lowered} textAnchor="middle">
          {number}
        </text>
        {!narrow && title !== '' && (
          <>
            <text
              className="t-ink"
              x={round(toRight ? at + 14 : at - 14)}
              y="16"
              textAnchor={toRight ? 'start' : 'end'}
            >
              {title}
            </text>
            <text
              className="t-mute"
              x={round(toRight ? at + 14 : at - 14)}
              y="33"
              textAnchor={toRight ? 'start' : 'end'}
            >
              {fit(
                language.say(change.rebases ? 'chart.changeRebased' : 'chart.changeKept', {
                  period: language.format.period(change.period),
                }),
                room,
              )}
            </text>
          </>
        )}
      </g>
    );
  });
};

/** As much of a text as the room allows; nothing where not even two words would fit. */
const fit = (text: string, room: number): string => {
  const letters = Math.floor(room / 6.8);
  if (letters >= text.length) return text;
  return letters < 14 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`;
};
