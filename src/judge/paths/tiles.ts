import { SPAN_KINDS, type SpanKind } from '#facts';
import type { OwnedTime, Pieces, Walks } from '#measure';
import { type LinkFigure, linkFigures } from '../weakestLink/weakestLink.ts';
import type { PathMap } from './map.ts';

/** A stretch of the path: everything of a kind, at a touchpoint, held by a body (nobody's: between two). */
export interface Tile {
  readonly key: string;
  /** Place of its step in the list of steps. */
  readonly step: number;
  readonly kind: SpanKind;
  /** Id on the map; null: not on it. */
  readonly touchpoint: string | null;
  readonly unmapped: string | null;
  readonly body: string | null;
  readonly giver: string | null;
  readonly taker: string | null;
}

/** Tiles that share one budget: a touchpoint with all its owners, nobody's time between two, a suspension. */
export interface Step {
  readonly key: string;
  readonly kind: 'touchpoint' | 'gap' | 'suspension';
  readonly touchpoint: string | null;
  readonly unmapped: string | null;
  readonly giver: string | null;
  readonly taker: string | null;
  readonly budgetDays: number | null;
}

/** Time of each row by tile: which pieces lie in which tile, and how they add up. */
export interface Tiling {
  readonly tiles: readonly Tile[];
  readonly steps: readonly Step[];
  /** Tile of each piece. */
  readonly tileOf: Int32Array;
  readonly byTile: OwnedTime;
  readonly byStep: OwnedTime;
  /** Seconds from a row's start to its first piece in the tile, mean over the rows that have it. */
  readonly firstAt: readonly number[];
  /** Microseconds of a tile with a recorded hand-off. */
  readonly recorded: readonly number[];
}

const MICROS = 1e6;
const GAP = SPAN_KINDS.indexOf('gap') + 1;

export interface PlaceNames {
  readonly textOf: (code: number) => string | null;
  /** Code of the body at or above a place at a moment; 0 of 0. */
  readonly bodyAt: (place: number, at: number) => number;
}

/** Lays the pieces of all rows into tiles. */
export function tilingOf(walks: Walks, pieces: Pieces, map: PathMap, names: PlaceNames): Tiling {
  const tiles = new Named<Tile>();
  const steps = new Named<Step>();
  const length = pieces.from.length;
  const tileOf = new Int32Array(length);
  const known = new Map<string, number>();
  for (let i = 0; i < length; i += 1) {
    const [kind, touchpoint, from] = [pieces.kind[i]!, pieces.touchpoint[i]!, pieces.from[i]!];
    const [giver, taker] = [pieces.giver[i]!, pieces.taker[i]!];
    const place = pieces.body[i]! || pieces.unit[i]!;
    const bodies = [names.bodyAt(place, from), names.bodyAt(giver, from), names.bodyAt(taker, from)];
    const code = `${kind} ${touchpoint} ${bodies.join(' ')} ${kind === GAP ? `${giver} ${taker}` : ''}`;
    let tile = known.get(code);
    if (tile === undefined) {
      const text = (no: number | undefined) => (no ? names.textOf(no) : null);
      const told = map.tileOf({
        kind: SPAN_KINDS[kind - 1]!,
        facts: text(touchpoint),
        body: text(bodies[0]),
        giver: text(bodies[1]),
        taker: text(bodies[2]),
        giverPlace: text(giver),
        takerPlace: text(taker),
      });
      const step = steps.place(told.step);
      tile = tiles.place({ ...told.tile, step });
      known.set(code, tile);
    }
    tileOf[i] = tile;
  }
  const [tileList, stepList] = [tiles.list, steps.list];
  const stepOf = Int32Array.from(tileList, ({ step }) => step);
  const byTile = timeBy(walks, pieces, tileList.length, (piece) => tileOf[piece]!);
  const byStep = timeBy(walks, pieces, stepList.length, (piece) => stepOf[tileOf[piece]!]!);
  return { tiles: tileList, steps: stepList, tileOf, byTile, byStep, ...begun(walks, pieces, tileOf, tileList.length) };
}

/** What tiles or steps take, each over all rows; budgets in days. */
export const figuresBy = (time: OwnedTime, budgetDays: readonly (number | null)[]): Generator<LinkFigure> =>
  linkFigures(
    time,
    budgetDays.map((days) => (days === null ? null : days * 86_400)),
  );

/** Entries of the rows by group, as the links of the weakest link are given; groups keep their places. */
function timeBy(walks: Walks, pieces: Pieces, groups: number, groupOf: (piece: number) => number): OwnedTime {
  const sum = new Float64Array(groups);
  const rowsOf: number[][] = Array.from({ length: groups }, () => []);
  const microsOf: number[][] = Array.from({ length: groups }, () => []);
  for (let row = 0; row < walks.n; row += 1) {
    const seen: number[] = [];
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1) {
      const group = groupOf(i);
      if (sum[group] === 0) seen.push(group);
      sum[group]! += pieces.to[i]! - pieces.from[i]!;
    }
    for (const group of seen) {
      rowsOf[group]!.push(row);
      microsOf[group]!.push(sum[group]!);
      sum[group] = 0;
    }
  }
  const starts = [0];
  for (const rows of rowsOf) starts.push(starts.at(-1)! + rows.length);
  return {
    wholes: walks.wholes,
    links: rowsOf.map((_, group) => ({ ...NO_LINK, touchpoint: String(group) })),
    starts,
    rows: Int32Array.from(rowsOf.flat()),
    micros: Float64Array.from(microsOf.flat()),
  };
}

/** Groups here are told by their place; as links they only seed the chance of the intervals. */
const NO_LINK = { kind: 'work', touchpoint: null, unit: null, body: null, giver: null, taker: null } as const;

function begun(walks: Walks, pieces: Pieces, tileOf: Int32Array, tiles: number) {
  const sums = new Float64Array(tiles);
  const rows = new Int32Array(tiles);
  const recorded = new Float64Array(tiles);
  const last = new Int32Array(tiles).fill(-1);
  for (let row = 0; row < walks.n; row += 1) {
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1) {
      const tile = tileOf[i]!;
      if (pieces.recorded[i] === 1) recorded[tile]! += pieces.to[i]! - pieces.from[i]!;
      if (last[tile] === row) continue;
      last[tile] = row;
      rows[tile]! += 1;
      sums[tile]! += pieces.from[i]! - walks.startAt[row]!;
    }
  }
  return {
    firstAt: Array.from(sums, (sum, tile) => sum / rows[tile]! / MICROS),
    recorded: Array.from(recorded),
  };
}

/** Things told by their key, each with its place. */
class Named<One extends { readonly key: string }> {
  readonly list: One[] = [];
  private readonly places = new Map<string, number>();

  place(one: One): number {
    const known = this.places.get(one.key);
    if (known !== undefined) return known;
    this.places.set(one.key, this.list.length);
    this.list.push(one);
    return this.list.length - 1;
  }
}
