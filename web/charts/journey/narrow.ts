import type { DrawnBar, DrawnJourney } from './drawn.ts';
import { shorten, textWidth } from './text.ts';
import { linksOf, thicknessOf } from './wide.ts';

const DAY = 86_400;
const BAR = 22;
const LINE = 17;
const GAP = 8;

export interface NarrowBar extends DrawnBar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
export interface NarrowLabel {
  readonly stop: string;
  /** Left edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
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
  readonly weak: { readonly x: number; readonly y: number; readonly height: number } | null;
}

/** The same on a phone: time runs downwards, lanes are columns; a bar leaves its row free, so that its label fits. */
export const layOutNarrow = (drawn: DrawnJourney, width: number): NarrowLayout => {
  const column = Math.min(72, (width - 8) / Math.max(1, drawn.lanes.length));
  const crowded = column < 58;
  const head = crowded ? 50 : 34;
  const named = drawn.bars.filter((bar) => bar.seconds > 0).length;
  const until = drawn.until ?? drawn.total;
  const days = until / DAY;
  // tall enough for a line of text per bar on average, and not endless
  const tall = Math.min(1500, Math.max(named * 36, Math.min(days * 34, 860), 260));
  const y = (seconds: number): number => head + 8 + (tall * seconds) / (until || 1);
  const centre = (lane: number): number => 4 + column * (lane + 0.5);
  const bars = drawn.bars.map((bar) => ({
    ...bar,
    x: centre(bar.lane) - BAR / 2,
    y: y(bar.start),
    height: y(bar.start + bar.seconds) - y(bar.start),
  }));
  const { weak } = drawn;
  const weakBars = weak
    ? bars.filter(
        (bar) =>
          bar.start >= weak.start - 1 && bar.start + bar.seconds <= weak.start + weak.seconds + 1 && bar.seconds > 0,
      )
    : [];
  const main = [...weakBars].sort((a, b) => b.seconds - a.seconds)[0];
  const labels = labelsOf(bars, main ?? null, drawn.words.weak, width);
  const [first, last] = [weakBars[0], weakBars.at(-1)];
  return {
    width,
    height: Math.max(y(drawn.total), ...labels.map((label) => label.y)) + 30,
    head,
    end: y(drawn.total),
    lanes: drawn.lanes.map((lane, at) => ({
      x: centre(at),
      y: crowded && at % 2 === 1 ? 36 : 18,
      title: shorten(lane.short, crowded ? column * 2 - 6 : column - 2),
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
    weak: first && last && main ? { x: main.x - 3, y: first.y, height: last.y + last.height - first.y } : null,
  };
};

/** A label stands beside its bar, over no other bar and no other label; if need be a little further down. */
const labelsOf = (
  bars: readonly NarrowBar[],
  weakest: NarrowBar | null,
  weakWord: string,
  width: number,
): readonly NarrowLabel[] => {
  const placed: NarrowLabel[] = [];
  const isFree = (x: number, y: number, wanted: number): boolean =>
    x >= 0 &&
    x + wanted <= width &&
    placed.every(
      (other) => Math.abs(other.y - y) >= LINE - 1 || x >= other.x + other.width + 4 || x + wanted + 4 <= other.x,
    ) &&
    bars.every(
      (bar) =>
        bar.y >= y + 4 || bar.y + Math.max(bar.height, 2) <= y - 12 || x >= bar.x + BAR + 3 || x + wanted <= bar.x - 3,
    );
  const put = (bar: NarrowBar, text: string, amount: string, tone: NarrowLabel['tone'], begin: number): void => {
    if (text === '' && amount === '') return;
    const wanted = (text === '' ? 0 : textWidth(text)) + (amount === '' ? 0 : textWidth(`\u00a0${amount}`, 13, true));
    for (const further of [0, 6, 12, LINE, 24, 2 * LINE]) {
      const at = begin + further;
      const sides = bars
        .filter((other) => other.y < at + 4 && other.y + other.height > at - 12)
        .flatMap((other) => [other.x + BAR + GAP, other.x - GAP - wanted]);
      const x = [bar.x + BAR + GAP, bar.x - GAP - wanted, ...sides].find((left) => isFree(left, at, wanted));
      if (x !== undefined) {
        placed.push({ stop: bar.stop, x, y: at, width: wanted, text, amount, tone });
        return;
      }
    }
    // no room for both: what is long is cut, what is short says the number alone
    const shorter = shorten(text, 90);
    if (amount !== '' && text !== '') put(bar, shorter === text ? '' : shorter, amount, tone, begin);
  };
  const longestFirst = [...bars].sort((a, b) => b.seconds - a.seconds || a.start - b.start);
  for (const bar of longestFirst) {
    const begin = bar.y + Math.min(bar.height / 2 + 4.5, 18);
    if (bar === weakest) put(bar, weakWord, '', 'worse', begin + LINE);
    put(bar, bar.label, bar.amount, 'ink', begin);
  }
  return placed;
};
