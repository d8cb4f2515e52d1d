import type { Outcome } from '../codes.ts';

/** A case of a run with its spans, ordered. Instants in microseconds. `reached`: touchpoints at which the case has an
 *  `issue` or a `pay`. */
export interface RunCase<S extends Stretch> {
  readonly id: string;
  readonly journeyRun: string | null;
  readonly journey: string | null;
  readonly clientStatus: string | null;
  readonly segment: string | null;
  readonly unit: string | null;
  readonly body: string | null;
  readonly service: string | null;
  readonly registeredAt: number | null;
  readonly closedAt: number | null;
  readonly outcome: Outcome | null;
  /** Of the batch that told of the case last. */
  readonly horizon: number;
  readonly reached: readonly string[];
  readonly spans: readonly S[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A client's way through several cases as one row (facts.md § 2). */
export interface Run {
  readonly id: string;
  readonly journey: string | null;
  readonly clientStatus: string | null;
  readonly segment: string | null;
  readonly unit: string | null;
  readonly body: string | null;
  readonly service: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** A piece of a run's tiling: a span of one of its cases, cut to `from` … `to`; `caseId` and `span` null where no case
 *  covers the time (a gap). */
export interface RunPiece<S extends Stretch> {
  readonly runId: string;
  readonly caseId: string | null;
  readonly span: S | null;
  readonly from: number;
  readonly to: number;
}

/** Runs of many cases, by id in codepoint order, each with its tiling in order of time. Cases without a run are
 *  passed over; a run without a registered case is none. `closing`: closing touchpoint by journey. */
export function* runsOf<S extends Stretch>(
  cases: Iterable<RunCase<S>>,
  closing: ReadonlyMap<string, string>,
): Generator<{ readonly run: Run; readonly pieces: readonly RunPiece<S>[] }> {
  const members = new Map<string, RunCase<S>[]>();
  for (const one of cases) {
    if (one.journeyRun === null) continue;
    const list = members.get(one.journeyRun);
    if (list === undefined) members.set(one.journeyRun, [one]);
    else list.push(one);
  }
  for (const id of [...members.keys()].sort(byCodePoint)) {
    const list = members.get(id)!;
    const registered = list.filter(isRegistered).sort(byRegistration);
    if (registered.length === 0) continue;
    const run = rowOf(id, list, registered, closing);
    yield { run, pieces: tile(id, registered, run.endedAt ?? endOf(registered)) };
  }
}

type Registered<S extends Stretch> = RunCase<S> & { readonly registeredAt: number };

const isRegistered = <S extends Stretch>(one: RunCase<S>): one is Registered<S> => one.registeredAt !== null;

/** Earliest first; of two registered together the smaller id comes last, as the tiling prefers it. */
const byRegistration = (a: Registered<Stretch>, b: Registered<Stretch>): number =>
  a.registeredAt - b.registeredAt || byCodePoint(b.id, a.id);

const rowOf = <S extends Stretch>(
  id: string,
  all: readonly RunCase<S>[],
  registered: readonly Registered<S>[],
  closing: ReadonlyMap<string, string>,
): Run => {
  let head = 0;
  while (registered[head + 1]?.registeredAt === registered[0]!.registeredAt) head++;
  const { clientStatus, segment, unit, body, service, registeredAt, ...first } = registered[head]!;
  const journey = all.every((one) => one.journey === first.journey) ? first.journey : null;
  const last = journey === null ? undefined : closing.get(journey);
  const ended =
    registered.every((one) => one.closedAt !== null) &&
    !all.every((one) => one.outcome === 'withdrawn' || one.outcome === 'terminated') &&
    (last === undefined || all.some((one) => one.reached.includes(last)));
  const endedAt = ended ? endOf(registered) : null;
  return { id, journey, clientStatus, segment, unit, body, service, startedAt: registeredAt, endedAt };
};

/** Where the tiling of a run ends: at its latest closing, while a case is open at the horizon. */
const endOf = (registered: readonly Registered<Stretch>[]): number =>
  registered.reduce((latest, one) => Math.max(latest, one.closedAt ?? one.horizon), Number.NEGATIVE_INFINITY);

/** The critical path, from the end backwards: time belongs to the case whose life before `until` ends latest. */
const tile = <S extends Stretch>(runId: string, cases: readonly Registered<S>[], end: number): RunPiece<S>[] => {
  const backwards: RunPiece<S>[] = [];
  const longest = longestLived(cases);
  let until = end;
  let before = cases.length;
  for (;;) {
    // Cases are walked back once: whoever closed before `until` was passed by a case that began before it.
    while (before > 0 && cases[before - 1]!.registeredAt >= until) before--;
    if (before === 0) break;
    const best = longest[before - 1]!;
    let chosen = best;
    if (lifeEnd(cases[best]!) >= until) {
      chosen = before - 1;
      while (lifeEnd(cases[chosen]!) < until) chosen--;
    }
    const one = cases[chosen]!;
    const lived = Math.min(lifeEnd(one), until);
    if (lived < until) gap(runId, backwards, lived, until);
    for (let i = one.spans.length - 1; i >= 0; i--) {
      const span = one.spans[i]!;
      if (span.from < lived)
        backwards.push({ runId, caseId: one.id, span, from: span.from, to: Math.min(span.to, lived) });
    }
    until = one.registeredAt;
    before = chosen;
  }
  return backwards.reverse();
};

const lifeEnd = (one: Registered<Stretch>): number => one.closedAt ?? one.horizon;

/** For each case the one among it and the earlier registered whose life ends latest (of ties the later). */
const longestLived = (cases: readonly Registered<Stretch>[]): readonly number[] => {
  const best: number[] = [];
  cases.forEach((one, i) => {
    const earlier = best[i - 1];
    best.push(earlier === undefined || lifeEnd(one) >= lifeEnd(cases[earlier]!) ? i : earlier);
  });
  return best;
};

/** A case that lived no time parts no gap. */
const gap = <S extends Stretch>(runId: string, backwards: RunPiece<S>[], from: number, to: number): void => {
  const later = backwards[backwards.length - 1];
  const merged = later !== undefined && later.caseId === null;
  if (merged) backwards.pop();
  backwards.push({ runId, caseId: null, span: null, from, to: merged ? later.to : to });
};

/** Order of strings by code points; plain comparison goes by UTF-16 units, which differ beyond the basic plane. */
const byCodePoint = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
};
