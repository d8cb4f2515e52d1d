import type { DrawnVoice } from './drawn.ts';
import { shorten, textWidth } from './text.ts';

const HEIGHT = 104;
const LABEL_ROOM = 26;

export interface PlacedVoice extends DrawnVoice {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  /** Null: there is no room, the table has it. */
  readonly words: { readonly x: number; readonly y: number; readonly text: string } | null;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + 6 && b.left < a.right + 6 && a.top < b.bottom && b.top < a.bottom;

/** What clients say, on the time axis of the path. Points of one moment stand side by side. */
export const layOutVoices = (
  voices: readonly DrawnVoice[],
  x: (seconds: number) => number,
  top: number,
  width: number,
) => {
  const low = Math.max(0, Math.floor(Math.min(...voices.map((voice) => voice.low)) / 25) * 25);
  const high = Math.min(100, Math.ceil(Math.max(...voices.map((voice) => voice.high)) / 25) * 25);
  const first = top + LABEL_ROOM + 8;
  const y = (value: number): number => first + (HEIGHT * (high - value)) / (high - low || 1);
  let last = Number.NEGATIVE_INFINITY;
  const points = [...voices]
    .sort((a, b) => a.at - b.at)
    .map((voice) => {
      last = Math.min(width - 8, Math.max(x(voice.at), last + 14));
      return { ...voice, x: last, y: y(voice.value), top: y(voice.high), bottom: y(voice.low) };
    });
  const taken: Box[] = points.map((point) => ({
    left: point.x - 6,
    right: point.x + 6,
    top: Math.min(point.top, point.y - 5),
    bottom: Math.max(point.bottom, point.y + 5),
  }));
  const floor = y(low) + LABEL_ROOM;
  const placed = points.map((point): PlacedVoice => {
    const text = shorten(point.label, 230);
    const wanted = textWidth(text) + textWidth(`\u00a0${point.amount}`, 13, true);
    const at = (left: number, line: number): Box => ({ left, right: left + wanted, top: line - 12, bottom: line + 4 });
    const lines = [point.top - 8, point.bottom + 17, point.top - 25, point.bottom + 34];
    const spots = [
      ...lines.flatMap((line) => [
        at(point.x - 4, line),
        at(point.x - wanted / 2, line),
        at(point.x + 4 - wanted, line),
      ]),
      at(point.x + 12, point.y + 4),
      at(point.x - 12 - wanted, point.y + 4),
    ];
    const free = spots.find(
      (box) =>
        box.left >= x(0) - 20 &&
        box.right <= width &&
        box.top >= top + 2 &&
        box.bottom <= floor &&
        taken.every((other) => !overlap(box, other)),
    );
    if (free) taken.push(free);
    return { ...point, words: free ? { x: free.left, y: free.bottom - 4, text } : null };
  });
  const scale = [low, ...between(low, high), high].map((value) => ({ value, y: y(value) }));
  return { points: placed, scale, bottom: floor };
};

const between = (low: number, high: number): readonly number[] =>
  [25, 50, 75].filter((value) => value > low && value < high);
