/** How one walk keeps a designed order. `path`: places of the design (0, 1, …) as they were passed, neighbours alike
 *  merged; `required`: places that every walk must pass. */
export interface Breaches {
  readonly missed: readonly number[];
  readonly doubled: readonly number[];
  readonly outOfOrder: readonly number[];
}

export function breachesOf(path: readonly number[], required: readonly number[]): Breaches {
  const times = new Map<number, number>();
  for (const place of path) times.set(place, (times.get(place) ?? 0) + 1);
  const kept = new Set(longestRising([...times.keys()]));
  return {
    missed: required.filter((place) => !times.has(place)),
    doubled: [...times].filter(([, n]) => n > 1).map(([place]) => place),
    // The fewest that would have to be moved: those outside a longest rising run of first passings.
    outOfOrder: [...times.keys()].filter((place) => !kept.has(place)),
  };
}

/** A longest rising subsequence of distinct numbers; of several the one whose elements come latest (Fredman 1975). */
function longestRising(numbers: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let length = ends.findIndex((end) => numbers[end]! >= number);
    if (length < 0) length = ends.length;
    before[i] = length > 0 ? ends[length - 1]! : -1;
    ends[length] = i;
  });
  const found: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) found.unshift(numbers[i]!);
  return found;
}
