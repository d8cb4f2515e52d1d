import type { PathMap } from './map.ts';
import type { Tile } from './tiles.ts';

/** Places of the tiles in order of the path. Touchpoints of the map keep the map's order; what is not on it, or lies on
 *  the way to it, comes where it begins on average. `firstAt`: seconds from the start, one a tile. */
export function pathOrder(tiles: readonly Tile[], firstAt: readonly number[], map: PathMap): readonly number[] {
  /** When each touchpoint of the map begins: its earliest tile. */
  const begins = new Map<number, number>();
  tiles.forEach(({ touchpoint }, place) => {
    const order = map.orderOf(touchpoint);
    if (order !== null) begins.set(order, Math.min(begins.get(order) ?? Number.POSITIVE_INFINITY, firstAt[place]!));
  });
  let latest = Number.NEGATIVE_INFINITY;
  for (const order of [...begins.keys()].sort((a, b) => a - b)) {
    latest = Math.max(latest, begins.get(order)!);
    begins.set(order, latest);
  }
  const rank = ({ touchpoint }: Tile, place: number) => {
    const order = map.orderOf(touchpoint);
    return { at: order === null ? firstAt[place]! : begins.get(order)!, order: order ?? Number.POSITIVE_INFINITY };
  };
  return tiles
    .map((tile, place) => ({ place, key: tile.key, own: firstAt[place]!, ...rank(tile, place) }))
    .sort((a, b) => a.at - b.at || compared(a.order, b.order) || a.own - b.own || (a.key < b.key ? -1 : 1))
    .map(({ place }) => place);
}

/** Infinite places are alike: their difference is no number. */
const compared = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
