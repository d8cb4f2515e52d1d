import type { BehaviourChart as Chart } from '../client/types.ts';
import type { Language } from '../language.tsx';
import type { Frame } from './frame.ts';
import { round } from './Mark.tsx';
import { type Better, type Bracket, bracketsOf, type PlacedPoint } from './series.ts';

/** What broke a rule, named in words: a bracket over the points of the run. */
export const BracketMarks = ({
  chart,
  better,
  placed,
  frame,
  avoid,
  language,
}: {
  readonly chart: Chart;
  readonly better: Better;
  readonly placed: readonly PlacedPoint[];
  readonly frame: Frame;
  /** Heights in px of lines that words must not stand on. */
  readonly avoid: readonly number[];
  readonly language: Language;
}) => {
  const { left, right, narrow } = frame;
  let previous: { end: number; y: number } | null = null;
  return bracketsOf(chart, better).map((bracket) => {
    const members = placed.filter((point) => point.index >= bracket.from && point.index <= bracket.to);
    if (members.length === 0) return null;
    const from = members[0]!.x - 5;
    const to = members.at(-1)!.x + 5;
    const above = bracket.side === 'above';
    const reach = above ? Math.min(...members.map((p) => p.y)) - 19 : Math.max(...members.map((p) => p.y)) + 19;
    const text = wordsOf(bracket, narrow, language);
    const width = text.length * 7.2;
    const middle = Math.min(Math.max((from + to) / 2, left + width / 2), right + 40 - width / 2);
    // two neighbours on one height would write over each other: the second steps away
    let away = 0;
    if (previous && middle - width / 2 < previous.end && Math.abs(previous.y - reach) < 18) away = 18;
    let at = above ? reach - away : reach + away;
    // nor would words be read on top of a target or a norm
    const level = avoid.find((line) => (above ? line > at - 24 && line < at + 10 : line < at + 24 && line > at - 10));
    if (level !== undefined) at = above ? level - 11 : level + 11;
    previous = { end: middle + width / 2, y: at };
    const tick = above ? 5 : -5;
    return (
      <g key={bracket.from} data-part="bracket" data-rule={bracket.rule} className={`tone-${bracket.tone}`}>
        {bracket.count > 1 && (
          <path className="c-bracket" d={`M${round(from)} ${round(at + tick)}v${-tick}H${round(to)}v${tick}`} />
        )}
        <text className="t-tone halo" x={round(middle)} y={round(above ? at - 7 : at + 16)} textAnchor="middle">
          {text}
        </text>
      </g>
    );
  });
};

const wordsOf = (bracket: Bracket, narrow: boolean, { say }: Language): string => {
  const { rule, side, count } = bracket;
  switch (rule) {
    case 'shift':
      return say(narrow ? 'chart.shiftShort' : side === 'above' ? 'chart.shiftAbove' : 'chart.shiftBelow', { count });
    case 'outside':
      return say('chart.outside');
    case 'twoOfThree':
      return say('chart.twoOfThree');
    case 'trend':
      return say('chart.trend', { count });
  }
};
