import type { JourneyPictureView, TileView } from '#acts';
import type { Design, Touchpoint } from '#model';
import type { BarKind, DrawnBar, DrawnJourney, DrawnLane, DrawnMark, DrawnVoice } from '../../charts/journey/drawn.ts';
import type { Language } from '../../language.tsx';
import { periodWords } from './answer.ts';
import type { Names } from './names.ts';
import { DAY, givenDays, hoursRounded, type ShownMeans, spanWords } from './spans.ts';
import { stopOf } from './stopKeys.ts';

/** Share of the whole path below which a bar is a mere line. */
const MINOR = 0.015;

type Lane = JourneyPictureView['lanes'][number];
type Words = Pick<Language, 'say' | 'format'>;

/** The picture of the server, in the order of the design that is being edited, as bars with their words. */
export const drawJourney = (
  view: JourneyPictureView,
  design: Design,
  names: Names,
  means: ShownMeans,
  language: Words,
): DrawnJourney => {
  const { say, format } = language;
  const measured = view.whole !== null && view.tiles.length > 0;
  const lanes = lanesOf(view, design, measured);
  const groups = measured ? orderedTiles(view.tiles, design) : [];
  const seen = new Set(view.tiles.map(stopOf));
  const bars: DrawnBar[] = [];
  let at = 0;
  // the same number twice in a row says it once
  let before = 0;
  for (const group of withPlans(groups, design, seen, measured)) {
    if ('plan' in group) {
      const seconds = measured ? 0 : (group.plan.budgetDays ?? 1) * DAY;
      bars.push(planBar(group.plan, at, seconds, lanes, names, language));
      at += seconds;
      continue;
    }
    const longest = Math.max(...group.tiles.map((tile) => (tile.kind === 'gap' ? 0 : tile.meanSeconds)));
    for (const tile of group.tiles) {
      // a touchpoint is named once; of its other bars those that can be seen
      const minor = tile.meanSeconds < MINOR * view.whole!.meanSeconds;
      const unnamed = minor && (tile.kind === 'gap' || tile.meanSeconds < longest);
      bars.push({
        key: tile.key,
        stop: stopOf(tile),
        kind: tile.kind,
        lane: laneOf(tile, lanes),
        start: at,
        seconds: tile.meanSeconds,
        label: unnamed ? '' : names.tile(tile),
        amount: unnamed ? '' : amountOf(tile, means, language),
        note:
          !minor && tile.cases < view.population.n * 0.995 && tile.cases !== before
            ? say('journey.casesOf', { cases: tile.cases, n: format.number(view.population.n) })
            : '',
        share: view.population.n > 0 ? tile.cases / view.population.n : 1,
      });
      at += tile.meanSeconds;
      before = tile.cases;
    }
  }
  const drawnLanes = lanes.map((lane) => drawnLane(lane, names, means, measured, language));
  return {
    total: at,
    measured,
    lanes: drawnLanes,
    bars,
    marks: marksOf(view, bars, language),
    weak: weakOf(view, bars, language),
    beside: besideOf(view, design, seen, names, language),
    voices: voicesOf(view, bars, names, language),
    stops: stopsOf(view, bars, design, seen, names, language),
    words: {
      title: say('journey.map.title', { name: view.journey.name, whole: format.value(means.whole, 'days', 2) }),
      axis: say('journey.map.axis'),
      whole: say('journey.map.whole', { whole: format.value(means.whole, 'days', 2) }),
      beside: say('journey.map.beside'),
      besideWhy: say('journey.map.besideWhy'),
      voices: say('journey.map.voices'),
      voicesWhy: say('journey.map.voicesWhy'),
      weak: say('journey.map.weak'),
    },
  };
};

type Group = { readonly key: string; readonly tiles: readonly TileView[] };

/** Tiles by touchpoint. Mapped ones follow the design that is being edited; what is not on the map keeps its place. */
export const orderedTiles = (tiles: readonly TileView[], design: Design): readonly Group[] => {
  const groups = new Map<string, TileView[]>();
  for (const tile of tiles) {
    const key = stopOf(tile);
    groups.set(key, [...(groups.get(key) ?? []), tile]);
  }
  const place = new Map(design.touchpoints.map(({ id }, at) => [stopOf({ touchpoint: id, unmapped: null }), at]));
  const all = [...groups].map(([key, own]) => ({ key, tiles: own }));
  const mapped = all.filter(({ key }) => place.has(key)).sort((a, b) => place.get(a.key)! - place.get(b.key)!);
  return all.map((group) => (place.has(group.key) ? mapped.shift()! : group));
};

/** Touchpoints that no case passed stand in their place as hollow marks. */
const withPlans = (
  groups: readonly Group[],
  design: Design,
  seen: ReadonlySet<string>,
  measured: boolean,
): readonly (Group | { readonly plan: Touchpoint })[] => {
  const result: (Group | { readonly plan: Touchpoint })[] = [...groups];
  const keyOf = (touchpoint: Touchpoint): string => stopOf({ touchpoint: touchpoint.id, unmapped: null });
  let last = -1;
  for (const touchpoint of design.touchpoints) {
    const at = result.findIndex((group) => 'key' in group && group.key === keyOf(touchpoint));
    if (at >= 0) last = at;
    else if (!touchpoint.beside && !(measured && seen.has(keyOf(touchpoint)))) {
      last += 1;
      result.splice(last, 0, { plan: touchpoint });
    }
  }
  return result;
};

const planBar = (
  plan: Touchpoint,
  start: number,
  seconds: number,
  lanes: readonly Lane[],
  names: Names,
  language: Words,
): DrawnBar => ({
  key: `plan ${plan.id}`,
  stop: stopOf({ touchpoint: plan.id, unmapped: null }),
  kind: 'plan',
  lane: Math.max(
    0,
    lanes.findIndex((lane) => (plan.body === null ? lane.kind === 'client' : lane.body === plan.body)),
  ),
  start,
  seconds,
  label: names.touchpoint({ touchpoint: plan.id, unmapped: null }),
  amount: plan.budgetDays === null ? '' : givenDays(plan.budgetDays, language),
  note: '',
  share: 1,
});

/** Lanes of the server, and those that a design still being edited needs besides. */
const lanesOf = (view: JourneyPictureView, design: Design, measured: boolean): readonly Lane[] => {
  const lanes: Lane[] = measured ? [...view.lanes] : [];
  const need = (lane: Lane, at: number): void => {
    if (!lanes.some((each) => each.kind === lane.kind && each.body === lane.body)) lanes.splice(at, 0, lane);
  };
  need({ kind: 'client', body: null }, 0);
  if (view.tiles.some((tile) => tile.kind === 'gap')) need({ kind: 'nobody', body: null }, Math.min(2, lanes.length));
  for (const touchpoint of design.touchpoints) {
    if (touchpoint.body !== null && !touchpoint.beside) need({ kind: 'body', body: touchpoint.body }, lanes.length);
  }
  if (view.tiles.some((tile) => !['gap', 'client'].includes(tile.kind) && tile.body === null)) {
    need({ kind: 'body', body: null }, lanes.length);
  }
  return lanes;
};

const laneOf = (tile: TileView, lanes: readonly Lane[]): number => {
  const kind = tile.kind === 'gap' ? 'nobody' : tile.kind === 'client' ? 'client' : 'body';
  const found = lanes.findIndex((lane) => lane.kind === kind && (kind !== 'body' || lane.body === tile.body));
  return found < 0 ? lanes.length - 1 : found;
};

const drawnLane = (
  lane: Lane,
  names: Names,
  means: ShownMeans,
  measured: boolean,
  { say, format }: Words,
): DrawnLane => {
  if (lane.kind === 'client') return named('client', say('journey.lane.client'));
  if (lane.kind === 'nobody') {
    const note = measured ? format.value(means.kind('gap'), 'days', 2) : '';
    return { ...named('nobody', say('journey.lane.nobody'), note), short: say('journey.lane.nobodyShort') };
  }
  if (lane.body === null) return named('body', say('journey.lane.unknown'));
  const title = names.body(lane.body);
  const full = names.bodyInFull(lane.body);
  return named('body', title, full === title ? '' : full);
};

const named = (kind: DrawnLane['kind'], title: string, note = ''): DrawnLane => ({ kind, title, short: title, note });

const amountOf = (tile: TileView, means: ShownMeans, language: Words): string => {
  const days = means.tile.get(tile.key) ?? 0;
  return tile.meanSeconds < 0.05 * DAY ? spanWords(tile.meanSeconds, language) : language.format.number(days, 2);
};

const marksOf = (view: JourneyPictureView, bars: readonly DrawnBar[], { say, format }: Words): readonly DrawnMark[] =>
  view.touchpoints.flatMap((facts) => {
    const first = bars.find((bar) => bar.stop === stopOf(facts));
    const amount = (value: number | null): number => Math.round((value ?? 0) * 100) / 100;
    if (!first || (amount(facts.visits) === 0 && amount(facts.documents) === 0)) return [];
    const documents = format.value(facts.documents ?? 0, 'documents', 1);
    const known = facts.documentsKnown ?? 0;
    return [
      {
        stop: first.stop,
        at: first.start,
        visits: amount(facts.visits) > 0 ? format.value(facts.visits!, 'visits', 2) : '',
        documents:
          amount(facts.documents) === 0
            ? ''
            : known >= 0.05
              ? say('journey.documentsKnown', { documents, known: format.number(known, 1) })
              : documents,
      },
    ];
  });

const weakOf = (view: JourneyPictureView, bars: readonly DrawnBar[], language: Words): DrawnJourney['weak'] => {
  const { say, format } = language;
  const step = view.steps.find(({ key }) => key === view.weakest);
  const own = bars.filter((bar) => view.tiles.some((tile) => tile.key === bar.key && tile.step === step?.key));
  const main = [...own].sort((a, b) => b.seconds - a.seconds)[0];
  if (!step?.over || !step.fall || step.budgetDays === null || !main) return null;
  const start = Math.min(...own.map((bar) => bar.start));
  const fall = (seconds: number): string => format.number(seconds / DAY, 1);
  return {
    start,
    seconds: Math.max(...own.map((bar) => bar.start + bar.seconds)) - start,
    lane: main.lane,
    price: say('journey.weak.price', {
      hours: format.value(hoursRounded(step.over.excessSeconds), 'hours', 0),
      period: periodWords(view, language),
    }),
    remedy: say('journey.weak.remedy', {
      budget: givenDays(step.budgetDays, language),
      p50: fall(step.fall.p50),
      p90: fall(step.fall.p90),
    }),
  };
};

const besideOf = (
  view: JourneyPictureView,
  design: Design,
  seen: ReadonlySet<string>,
  names: Names,
  { format }: Words,
): DrawnJourney['beside'] => {
  const aside = new Set(design.touchpoints.filter(({ beside }) => beside).map(({ id }) => id));
  return view.touchpoints
    .filter((facts) => facts.besideSeconds >= 0.05 * DAY)
    .filter((facts) => (facts.touchpoint !== null && aside.has(facts.touchpoint)) || !seen.has(stopOf(facts)))
    .map((facts) => ({
      stop: stopOf(facts),
      // when it begins is another question for every case: its length is told, from the beginning of the path
      start: 0,
      seconds: facts.besideSeconds,
      label: names.touchpoint(facts),
      amount: format.number(facts.besideSeconds / DAY, 2),
    }));
};

/** At each touchpoint the question that fares worst; the table has the others. */
const voicesOf = (
  view: JourneyPictureView,
  bars: readonly DrawnBar[],
  names: Names,
  { say, format }: Words,
): readonly DrawnVoice[] =>
  view.touchpoints.flatMap((facts) => {
    const last = bars.findLast((bar) => bar.stop === stopOf(facts));
    const worst = facts.satisfaction
      .flatMap((voice) => (voice.value === null ? [] : [{ ...voice, value: voice.value }]))
      .sort((a, b) => a.value - b.value)[0];
    if (!last || !worst) return [];
    return [
      {
        key: `${stopOf(facts)} ${worst.metric}`,
        at: last.start + last.seconds,
        value: worst.value,
        low: worst.interval?.[0] ?? worst.value,
        high: worst.interval?.[1] ?? worst.value,
        label: say('journey.quoted', { name: names.voice(worst) }),
        amount: format.number(worst.value),
      },
    ];
  });

const stopsOf = (
  view: JourneyPictureView,
  bars: readonly DrawnBar[],
  design: Design,
  seen: ReadonlySet<string>,
  names: Names,
  language: Words,
): DrawnJourney['stops'] => {
  const { say } = language;
  const kinds: Readonly<Record<BarKind, string>> = {
    work: say('journey.key.work'),
    gap: say('journey.key.gap'),
    client: say('journey.key.client'),
    agency: say('journey.key.wait'),
    suspension: say('journey.key.wait'),
    plan: say('journey.key.plan'),
  };
  const nameOf = (key: string): string => {
    const facts = view.touchpoints.find((each) => stopOf(each) === key);
    const own = design.touchpoints.find(({ id }) => stopOf({ touchpoint: id, unmapped: null }) === key);
    if (own) return own.name;
    const tile = view.tiles.find((each) => stopOf(each) === key);
    return names.touchpoint(tile ?? facts ?? { touchpoint: null, unmapped: null });
  };
  const keys = [
    ...new Set([
      ...bars.map((bar) => bar.stop),
      ...besideOf(view, design, seen, names, language).map(({ stop }) => stop),
    ]),
  ];
  return keys.map((key) => {
    const told = bars
      .filter((bar) => bar.stop === key && (bar.kind === 'plan' || bar.amount !== ''))
      .map((bar) =>
        `${kinds[bar.kind]} ${bar.seconds > 0 && bar.kind !== 'plan' ? spanWords(bar.seconds, language) : bar.amount}`.trim(),
      );
    return { key, told: [nameOf(key), ...(told.length > 0 ? told : [say('journey.key.beside')])].join(', ') };
  });
};
