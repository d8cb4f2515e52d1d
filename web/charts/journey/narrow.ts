import type { DrawnBar, DrawnJourney } from './drawn.ts';
import { shorten, textWidth } from './text.ts';
import { linksOf, thicknessOf } from './wide.ts';

const DAY = 86_400;
const BAR = 22;
const LINE = 17;

export interface NarrowBar extends DrawnBar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
export interface NarrowLabel {
  readonly stop: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
  readonly amount: string;
  readonly tone: 'ink' | 'worse';
}
export interface NarrowLayout {
  readonly width: number;
  readonly height: number;
  readonly head: number;
  readonly end: number;
  readonly lanes: readonly {
    readonly x: number;
    readonly y: number;
    readonly title: string;
    readonly kind: string;
    readonly left: number;
    readonly width: number;
  }[];
  readonly bars: readonly NarrowBar[];
  readonly links: readonly {
    readonly key: string;
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly thickness: number;
  }[];
  readonly labels: readonly NarrowLabel[];
  readonly weak: { readonly x: number; readonly y: number; readonly height: number; readonly side: 1 | -1 } | null;
}

/** The same on a phone: time runs downwards, lanes are columns; a bar leaves its row free, so that its label fits. */
export const layOutNarrow = (drawn: DrawnJourney, width: number): NarrowLayout => {
  const column = Math.min(72, (width - 8) / Math.max(1, drawn.lanes.length));
  const crowded = column < 62;
  const head = crowded ? 50 : 34;
  const named = drawn.bars.filter((bar) => bar.seconds > 0).length;
  const days = drawn.total / DAY;
  // tall enough for a line of text per bar on average, and not endless
  const tall = Math.min(1500, Math.max(named * 30, Math.min(days * 25, 760), 260));
  const y = (seconds: number): number => head + 8 + (tall * seconds) / (drawn.total || 1);
  const centre = (lane: number): number => 4 + column * (lane + 0.5);
  const bars = drawn.bars.map((bar) => ({
    ...bar,
    x: centre(bar.lane) - BAR / 2,
    y: y(bar.start),
    height: y(bar.start + bar.seconds) - y(bar.start),
  }));
  const weakBars = drawn.weak
    ? bars.filter(
        (bar) =>
          bar.start >= drawn.weak!.start - 1 && bar.start + bar.seconds <= drawn.weak!.start + drawn.weak!.seconds + 1,
      )
    : [];
  const labels: NarrowLabel[] = [];
  let free = head + 8 + 12;
  const put = (bar: NarrowBar, text: string, amount: string, tone: NarrowLabel['tone'], room: number): boolean => {
    const at = Math.max(bar.y + Math.min(bar.height / 2 + 4.5, 16), free);
    if (at > bar.y + bar.height + room) return false;
    const right = width - (bar.x + BAR + 8);
    const left = bar.x - 8;
    const wanted = (text === '' ? 0 : textWidth(text)) + (amount === '' ? 0 : textWidth(`\u00a0${amount}`, 13, true));
    const onRight = right >= wanted || right >= left;
    const space = onRight ? right : left;
    const words = wanted <= space ? text : shorten(text, space - textWidth(`\u00a0${amount}`, 13, true));
    labels.push({
      stop: bar.stop,
      x: onRight ? bar.x + BAR + 8 : bar.x - 8,
      y: at,
      width: Math.min(wanted, space),
      anchor: onRight ? 'start' : 'end',
      text: words,
      amount,
      tone,
    });
    free = at + LINE;
    return true;
  };
  for (const bar of bars) {
    put(bar, bar.label, bar.amount, 'ink', 14);
    if (drawn.weak && bar === weakBars.at(-1)) {
      put(bar, drawn.words.weak, '', 'worse', 40);
    }
  }
  const height = y(drawn.total) + 30;
  const first = weakBars[0];
  const lastWeak = weakBars.at(-1);
  return {
    width,
    height,
    head,
    end: y(drawn.total),
    lanes: drawn.lanes.map((lane, at) => ({
      x: centre(at),
      y: crowded && at % 2 === 1 ? 36 : 18,
      title: shorten(lane.title, crowded ? column * 2 - 6 : column - 4),
      kind: lane.kind,
      left: 4 + column * at,
      width: column,
    })),
    bars,
    links: linksOf(drawn.bars).map((pass) => ({
      key: pass.key,
      y: y(pass.at),
      from: centre(pass.from),
      to: centre(pass.to),
      thickness: thicknessOf(pass.share),
    })),
    labels,
    weak:
      first && lastWeak
        ? { x: first.x - 5, y: first.y, height: lastWeak.y + lastWeak.height - first.y, side: -1 }
        : null,
  };
};
