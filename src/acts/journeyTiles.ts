import { figuresBy, keptOf, type LinkFigure, nearest, spreadOf, type Tiling } from '#judge';
import type { Pieces, Walks } from '#measure';
import type { Design } from '#model';
import type { ActContext } from './act.ts';
import type { JourneyPictureView, StepView, TileKind, TileView, TypicalRun } from './journeyViews.ts';
import { othersWork } from './othersWork.ts';

// Tiles, steps and the whole of a journey as the page takes them.

const MICROS = 1e6;
const DAY = 86_400;
const TYPICAL = 3;
type Whole = Omit<NonNullable<JourneyPictureView['whole']>, 'typical'>;

/** In order of the path; each begins where the means before it end. `order`: places of the tiles. */
export async function tileViews(walks: Walks, tiling: Tiling, order: readonly number[]): Promise<readonly TileView[]> {
  const { tiles, steps, byTile, recorded } = tiling;
  const figures = [...figuresBy(byTile, [])];
  const near = figures.map((figure, tile) => nearestOf(tiling, tile, figure));
  const ids = await walks.ids([...new Set(near.flatMap(({ p50, p90 }) => [p50, p90]))]);
  let startSeconds = 0;
  return order.map((place) => {
    const { step, ...tile } = tiles[place]!;
    const { cases, meanSeconds, p50Seconds, p90Seconds, share, totalSeconds } = figures[place]!;
    const view: TileView = {
      ...tile,
      step: steps[step]!.key,
      cases,
      meanSeconds,
      p50Seconds,
      p90Seconds,
      share,
      recordedShare: tile.kind === 'gap' ? recorded[place]! / MICROS / totalSeconds : null,
      startSeconds,
      typical: { p50: ids.get(near[place]!.p50) ?? null, p90: ids.get(near[place]!.p90) ?? null },
    };
    startSeconds += meanSeconds;
    return view;
  });
}

/** Rows whose time in a tile is nearest its median and its 90th percentile. */
function nearestOf({ byTile }: Tiling, tile: number, { p50Seconds, p90Seconds }: LinkFigure) {
  const [start, end] = [byTile.starts[tile]!, byTile.starts[tile + 1]!];
  const micros = byTile.micros.subarray(start, end);
  const row = (seconds: number) => byTile.rows[start + nearest(micros, seconds * MICROS, 1)[0]!]!;
  return { p50: row(p50Seconds), p90: row(p90Seconds) };
}

/** In order of the path: a step begins with its first tile. */
export async function stepViews(
  context: ActContext,
  { steps, byStep }: Tiling,
  tiles: readonly TileView[],
): Promise<readonly StepView[]> {
  const budgets = steps.map(({ budgetDays }) => budgetDays);
  const over = keptOf(byStep, budgets).over;
  const figures: LinkFigure[] = [];
  for (const figure of figuresBy(byStep, budgets)) {
    figures.push(figure);
    await othersWork(context, figures.length, steps.length);
  }
  const views = steps.map((step, place): StepView => {
    const { cases, meanSeconds, p50Seconds, p90Seconds, share, fall, interval } = figures[place]!;
    const own = tiles.filter((tile) => tile.step === step.key);
    const beyond = over[place];
    return {
      ...step,
      owners: ownersOf(own),
      cases,
      meanSeconds,
      p50Seconds,
      p90Seconds,
      share,
      startSeconds: Math.min(...own.map(({ startSeconds }) => startSeconds)),
      over: beyond
        ? { cases: beyond.cases, share: beyond.cases / cases, excessSeconds: beyond.excessMicros / MICROS }
        : null,
      fall,
      fallInterval: interval,
    };
  });
  return views.sort((a, b) => a.startSeconds - b.startSeconds || (a.key < b.key ? -1 : 1));
}

/** Whose time it is, most seconds first; the client is null. Nobody's time has no owner. */
function ownersOf(tiles: readonly TileView[]): readonly (string | null)[] {
  const seconds = new Map<string | null, number>();
  for (const { kind, body, meanSeconds } of tiles) {
    if (kind === 'gap' || (kind !== 'client' && body === null)) continue;
    seconds.set(body, (seconds.get(body) ?? 0) + meanSeconds);
  }
  return [...seconds].sort((a, b) => b[1] - a[1]).map(([body]) => body);
}

export function wholeView(
  walks: Walks,
  tiling: Tiling,
  steps: readonly StepView[],
  {
    budgets,
    design,
    pathDays,
  }: { readonly budgets: readonly (number | null)[]; readonly design: Design; readonly pathDays: number | null },
): Whole {
  const spread = spreadOf(walks.wholes)!;
  const kept = keptOf(tiling.byStep, budgets);
  const { targetDays, reserveDays } = design;
  const within = (wholes: Float64Array) =>
    targetDays === null
      ? null
      : wholes.reduce((n, whole) => n + (whole <= targetDays * DAY * MICROS ? 1 : 0), 0) / walks.n;
  const sum = (of: (step: StepView) => number) => steps.reduce((all, step) => all + of(step), 0);
  const quantiles = sumOfQuantiles(walks, tiling);
  return {
    ...spread,
    targetDays,
    reserveDays,
    budgetDays: pathDays,
    withinTarget: within(walks.wholes),
    withinTargetIfKept: pathDays === null ? null : within(kept.wholes),
    keptEveryBudget: pathDays === null ? null : kept.keptAll / walks.n,
    kinds: kindsOf(tiling, walks.n),
    sums: { meanSeconds: sum(({ meanSeconds }) => meanSeconds), ...quantiles },
  };
}

/** Medians and 90th percentiles of the steps over all rows, those without the step as 0: what people add up in vain. */
function sumOfQuantiles({ n }: Walks, { steps, byStep }: Tiling) {
  let [p50Seconds, p90Seconds] = [0, 0];
  steps.forEach((_, step) => {
    const all = new Float64Array(n);
    all.set(byStep.micros.subarray(byStep.starts[step], byStep.starts[step + 1]));
    const spread = spreadOf(all)!;
    p50Seconds += spread.p50Seconds;
    p90Seconds += spread.p90Seconds;
  });
  return { p50Seconds, p90Seconds };
}

function kindsOf({ tiles, byTile }: Tiling, n: number): Whole['kinds'] {
  const seconds: Record<TileKind, number> = { work: 0, gap: 0, client: 0, agency: 0, suspension: 0 };
  tiles.forEach(({ kind }, tile) => {
    const own = byTile.micros.subarray(byTile.starts[tile], byTile.starts[tile + 1]);
    seconds[kind] += own.reduce((sum, micros) => sum + micros, 0) / MICROS;
  });
  const all = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  const view = (kind: TileKind) => ({ meanSeconds: seconds[kind] / n, share: all === 0 ? 0 : seconds[kind] / all });
  return {
    work: view('work'),
    gap: view('gap'),
    client: view('client'),
    agency: view('agency'),
    suspension: view('suspension'),
  };
}

/** Runs that took about as long as the median and as the 90th percentile, each with its own strip. */
export async function typicalRuns(walks: Walks, pieces: Pieces, tiling: Tiling, whole: Whole) {
  const near = (seconds: number) => nearest(walks.wholes, seconds * MICROS, TYPICAL);
  const [p50, p90] = [near(whole.p50Seconds), near(whole.p90Seconds)];
  const ids = await walks.ids([...new Set([...p50, ...p90])]);
  const strip = (row: number): TypicalRun => {
    const list: { tile: string; startSeconds: number; seconds: number }[] = [];
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1) {
      const tile = tiling.tiles[tiling.tileOf[i]!]!.key;
      const seconds = (pieces.to[i]! - pieces.from[i]!) / MICROS;
      const last = list.at(-1);
      if (last?.tile === tile) last.seconds += seconds;
      else list.push({ tile, startSeconds: (pieces.from[i]! - walks.startAt[row]!) / MICROS, seconds });
    }
    return { id: ids.get(row) ?? '', seconds: walks.wholes[row]! / MICROS, pieces: list };
  };
  return { p50: p50.map(strip), p90: p90.map(strip) };
}
