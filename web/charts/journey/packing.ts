/** A stretch of one row, px. */
export type Stretch = readonly [from: number, to: number];

export interface Spot {
  /** 0: beside the bars; below 0: rows above them, the nearest first; above 0: rows below. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** A pass from lane to lane at `x`, and the rows of this lane that it cuts. */
export interface Crossing {
  readonly x: number;
  readonly rows: 'above' | 'below' | 'all';
}

/** Room for labels around the bars of one lane: nothing placed here lies over anything else. */
export class LaneRoom {
  private readonly taken = new Map<number, Stretch[]>();
  readonly #crossings: readonly Crossing[];
  readonly #bounds: Stretch;

  constructor(bars: readonly Stretch[], crossings: readonly Crossing[], bounds: Stretch) {
    this.taken.set(0, [...bars]);
    this.#crossings = crossings;
    this.#bounds = bounds;
  }

  /** The first spot that is free, at best one that no pass cuts; null: there is no room. */
  place(spots: readonly Spot[]): Spot | null {
    const free = spots.filter((spot) => this.#isFree(spot));
    const chosen = free.find((spot) => !this.#isCut(spot)) ?? free[0];
    if (!chosen) return null;
    this.taken.set(chosen.row, [...(this.taken.get(chosen.row) ?? []), [chosen.from, chosen.to]]);
    return chosen;
  }

  /** Rows in use above and below the bars. */
  get rows(): { readonly above: number; readonly below: number } {
    const used = [...this.taken.keys()];
    return { above: Math.max(0, ...used.map((row) => -row)), below: Math.max(0, ...used) };
  }

  #isFree({ row, from, to }: Spot): boolean {
    if (from < this.#bounds[0] || to > this.#bounds[1]) return false;
    return (this.taken.get(row) ?? []).every(([left, right]) => to <= left || from >= right);
  }

  #isCut({ row, from, to }: Spot): boolean {
    return this.#crossings.some(
      ({ x, rows }) =>
        x > from - 2 &&
        x < to + 2 &&
        (rows === 'all' || (rows === 'above' && row < 0) || (rows === 'below' && row > 0) || row === 0),
    );
  }
}

/** Spots for a label of a bar from `x0` to `x1`: nearest rows first, then beside it. */
export const spotsFor = (x0: number, x1: number, width: number, rows: number): readonly Spot[] => {
  const spots: Spot[] = [];
  const onRow = (row: number) => {
    // a little inside the bar, clear of the pass at its end
    spots.push({ row, from: x0 + 6, to: x0 + 6 + width }, { row, from: x1 - 6 - width, to: x1 - 6 });
    const middle = (x0 + x1 - width) / 2;
    spots.push({ row, from: middle, to: middle + width });
  };
  onRow(-1);
  spots.push({ row: 0, from: x1 + 6, to: x1 + 6 + width }, { row: 0, from: x0 - 6 - width, to: x0 - 6 });
  for (let row = 1; row <= rows; row += 1) {
    onRow(row);
    onRow(-row - 1);
  }
  return spots;
};
