import { ticks as niceTicks } from 'd3-array';
import type { DrawnBar, DrawnJourney, DrawnLane } from './drawn.ts';
import { type Crossing, LaneRoom, type Spot, spotsFor } from './packing.ts';
import { textWidth, wrap } from './text.ts';
import { layOutVoices, type PlacedVoice } from './voices.ts';

const BAR = 18;
const ROW = 17;
const DAY = 86_400;
const HEAD = 58;

export interface PlacedBar extends DrawnBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
export interface PlacedLabel {
  readonly stop: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly amount: string;
  readonly tone: 'ink' | 'mute';
}
export interface PlacedLane {
  readonly lane: DrawnLane;
  readonly top: number;
  readonly bottom: number;
  readonly bar: number;
  readonly titles: readonly { readonly y: number; readonly text: string; readonly tone: 'title' | 'note' }[];
}
export interface PlacedLink {
  readonly key: string;
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}
export interface PlacedMark {
  readonly stop: string;
  readonly x: number;
  readonly y: number;
  readonly visits: string;
  readonly documents: string;
  /** Where the sign of a document stands. */
  readonly documentsX: number;
}
export interface WideLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Bottom of the lanes' grid. */
  readonly floor: number;
  readonly ticks: readonly { readonly x: number; readonly days: number }[];
  readonly lanes: readonly PlacedLane[];
  readonly bars: readonly PlacedBar[];
  readonly links: readonly PlacedLink[];
  readonly labels: readonly PlacedLabel[];
  readonly marks: readonly PlacedMark[];
  readonly weak: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly textX: number;
    readonly anchor: 'start' | 'end';
  } | null;
  readonly beside: {
    readonly top: number;
    readonly rows: readonly {
      readonly stop: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly label: PlacedLabel;
    }[];
  } | null;
  readonly voices: {
    readonly top: number;
    readonly points: readonly PlacedVoice[];
    readonly scale: readonly { readonly value: number; readonly y: number }[];
  } | null;
}

/** Lanes by body, x to scale of mean time; each label is put where it lies over nothing else, or is left to the table. */
export const layOutWide = (drawn: DrawnJourney, width: number): WideLayout => {
  const left = width < 1000 ? 148 : 158;
  const end = width - 24;
  const until = drawn.until ?? drawn.total;
  const x = (seconds: number): number => left + ((end - left) * seconds) / (until || 1);
  const right = x(drawn.total || until);
  const placed = drawn.bars.map((bar) => ({
    ...bar,
    x: x(bar.start),
    width: x(bar.start + bar.seconds) - x(bar.start),
  }));
  const passes = linksOf(drawn.bars);
  const marks = packMarks(drawn, x, width);
  let y = HEAD;
  const lanes: PlacedLane[] = [];
  const labels: PlacedLabel[] = [];
  let weak: WideLayout['weak'] = null;
  for (const [index, lane] of drawn.lanes.entries()) {
    const own = placed.filter((bar) => bar.lane === index);
    const room = new LaneRoom(
      own.map((bar) => [bar.x - 2, bar.x + Math.max(bar.width, 3) + 2] as const),
      passes.flatMap((pass) => crossingOf(pass, index, x)),
      [left + 2, width],
    );
    const chosen = labelsOf(own, room);
    const { above, below } = room.rows;
    const titles = titlesOf(lane, left - 16);
    const marked = lane.kind === 'client' ? marks.rows : 0;
    const bar = y + 10 + marked * (ROW + 3) + above * ROW;
    const isWeak = drawn.weak?.lane === index;
    const bottom = Math.max(bar + BAR + below * ROW + 10 + (isWeak ? 46 : 0), y + 14 + titles.length * ROW);
    lanes.push({
      lane,
      top: y,
      bottom,
      bar,
      titles: titles.map((title, line) => ({ ...title, y: y + 22 + line * ROW })),
    });
    for (const { spot, label } of chosen) labels.push({ ...label, x: spot.from, y: baseline(spot.row, bar) });
    if (isWeak && drawn.weak) weak = bracketOf(drawn, x, width, bar + BAR + below * ROW + 5);
    y = bottom;
  }
  const floor = y;
  const beside = besideOf(drawn, x, floor, width);
  const lowest = beside ? floor + 8 + beside.length * 26 : floor;
  const voices = drawn.voices.length > 0 ? layOutVoices(drawn.voices, x, lowest, width) : null;
  return {
    width,
    height: (voices?.bottom ?? lowest) + 8,
    left,
    right,
    floor: lowest,
    ticks: drawn.measured
      ? niceTicks(0, until / DAY, Math.max(4, Math.round((end - left) / 110))).map((days) => ({
          x: x(days * DAY),
          days,
        }))
      : [],
    lanes,
    bars: placed.map((bar) => ({ ...bar, y: lanes[bar.lane]!.bar })),
    links: passes.map((pass) => ({
      key: pass.key,
      x: x(pass.at),
      from: lanes[pass.from]!.bar + (pass.to > pass.from ? BAR : 0),
      to: lanes[pass.to]!.bar + (pass.to > pass.from ? 0 : BAR),
      thickness: thicknessOf(pass.share),
    })),
    labels,
    marks: marks.placed.map((mark) => ({ ...mark, y: (lanes[marks.lane]?.top ?? HEAD) + 22 + mark.row * (ROW + 3) })),
    weak,
    beside: beside ? { top: floor, rows: beside } : null,
    voices: voices ? { top: lowest, points: voices.points, scale: voices.scale } : null,
  };
};

const baseline = (row: number, bar: number): number =>
  row === 0 ? bar + 13.5 : row < 0 ? bar - 6 + (row + 1) * ROW : bar + BAR + 15 + (row - 1) * ROW;

/** Passes between neighbouring bars of different lanes; as thick as the rarer of the two is frequent. */
export interface Pass {
  readonly key: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}
export const linksOf = (bars: readonly DrawnBar[]): readonly Pass[] =>
  bars.slice(1).flatMap((bar, at) => {
    const before = bars[at]!;
    if (before.lane === bar.lane) return [];
    return [
      {
        key: `${before.key} ${bar.key}`,
        at: bar.start,
        from: before.lane,
        to: bar.lane,
        share: Math.min(before.share, bar.share),
      },
    ];
  });
export const thicknessOf = (share: number): number => Math.max(0.75, 3.6 * share);

const crossingOf = (pass: Pass, lane: number, x: (seconds: number) => number): readonly Crossing[] => {
  const [top, bottom] = pass.from < pass.to ? [pass.from, pass.to] : [pass.to, pass.from];
  if (lane < top || lane > bottom) return [];
  return [{ x: x(pass.at), rows: lane === top ? 'below' : lane === bottom ? 'above' : 'all' }];
};

type OwnBar = DrawnBar & { readonly x: number; readonly width: number };
type Unplaced = Omit<PlacedLabel, 'x' | 'y'>;

/** Longest bars are named first; a bar's «400 дел из 1 281» comes when all names have their place. */
const labelsOf = (own: readonly OwnBar[], room: LaneRoom): { spot: Spot; label: Unplaced }[] => {
  const chosen: { spot: Spot; label: Unplaced }[] = [];
  const put = (bar: OwnBar, text: string, amount: string, tone: PlacedLabel['tone']): void => {
    if (text === '' && amount === '') return;
    const wanted = textWidth(text) + (amount === '' ? 0 : textWidth(`\u00a0${amount}`, 13, true)) + 4;
    const spot = room.place(spotsFor(bar.x, bar.x + bar.width, wanted, tone === 'mute' ? 0 : 2));
    if (spot) chosen.push({ spot, label: { stop: bar.stop, text, amount, tone, width: wanted } });
    // without room for both, the number alone still says something
    else if (text !== '' && amount !== '') put(bar, '', amount, tone);
  };
  const byLength = [...own].sort((a, b) => b.seconds - a.seconds || a.start - b.start);
  for (const bar of byLength) put(bar, bar.label, bar.amount, 'ink');
  for (const bar of byLength) put(bar, bar.note, '', 'mute');
  return chosen;
};

const titlesOf = (
  lane: DrawnLane,
  room: number,
): readonly { readonly text: string; readonly tone: 'title' | 'note' }[] => [
  ...wrap(lane.title, room, 2, 14).map((text) => ({ text, tone: 'title' as const })),
  ...wrap(lane.note, room, 2).map((text) => ({
    text,
    tone: lane.kind === 'nobody' ? ('title' as const) : ('note' as const),
  })),
];

const packMarks = (drawn: DrawnJourney, x: (seconds: number) => number, width: number) => {
  const ends: number[] = [];
  const lane = drawn.lanes.findIndex((each) => each.kind === 'client');
  const placed = [...drawn.marks]
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const visits = mark.visits === '' ? 0 : 15 + textWidth(mark.visits) + 10;
      const documents = mark.documents === '' ? 0 : 14 + textWidth(mark.documents);
      const from = Math.max(0, Math.min(x(mark.at) + 6, width - visits - documents));
      let row = ends.findIndex((end) => end + 12 <= from);
      if (row < 0) row = ends.length;
      ends[row] = from + visits + documents;
      return { ...mark, x: from, documentsX: from + visits, row };
    });
  return { placed, rows: lane < 0 ? 0 : ends.length, lane };
};

const bracketOf = (
  drawn: DrawnJourney,
  x: (seconds: number) => number,
  width: number,
  y: number,
): WideLayout['weak'] => {
  const weak = drawn.weak!;
  const from = x(weak.start);
  const length = Math.max(textWidth(weak.price, 15, true), textWidth(weak.remedy));
  const fits = from + length <= width;
  return {
    x: from,
    y,
    width: Math.max(6, x(weak.start + weak.seconds) - from),
    textX: fits ? from : width,
    anchor: fits ? 'start' : 'end',
  };
};

const besideOf = (drawn: DrawnJourney, x: (seconds: number) => number, top: number, width: number) => {
  if (drawn.beside.length === 0) return null;
  return drawn.beside.map((each, index) => {
    const scale = x(1) - x(0);
    const long = Math.min(each.seconds * scale, width - x(0));
    const from = Math.max(x(0), Math.min(x(each.start), width - long));
    const y = top + 8 + index * 26;
    const wanted = textWidth(`${each.label} ${each.amount}`, 13, true);
    const after = from + long + 7 + wanted <= width;
    const before = from - 7 - wanted >= x(0);
    return {
      stop: each.stop,
      x: from,
      y,
      width: long,
      label: {
        stop: each.stop,
        // over the bar itself where neither side has room: it is hollow
        x: after ? from + long + 7 : before ? from - 7 - wanted : from + 7,
        y: y + 13.5,
        width: wanted,
        text: each.label,
        amount: each.amount,
        tone: 'ink' as const,
      },
    };
  });
};
