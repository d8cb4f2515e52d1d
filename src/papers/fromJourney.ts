import type { BeforeAfterView, JourneyPictureView, JourneyView, StepView } from '#acts';
import type { Design, FiveNumbers, Touchpoint } from '#model';
import { type Lang, say } from '#words';
import { periodText } from './format.ts';
import type { JourneySheetInput, SheetTime, SheetTouchpoint } from './journeySheet.ts';

const DAY_SECONDS = 86_400;

/** A drawn journey with its times as it stands on paper. `names`: of positions and services, where they are known. */
export function journeyOf(
  { journey }: JourneyView,
  picture: JourneyPictureView,
  change: BeforeAfterView | null,
  lang: Lang,
): JourneySheetInput {
  const { design, population, whole, steps } = picture;
  const named = (id: string) => picture.names[id] ?? id;
  const drawn = picture.journey.drawn;
  const touchpoint = (one: Touchpoint) => touchpointOf(one, picture, named);
  return {
    name: journey.name,
    kind: journey.kind,
    owner:
      journey.owner.name ||
      [journey.owner.position, journey.owner.body].flatMap((id) => (id ? [named(id)] : [])).join(', '),
    services: journey.services.map(named),
    clientStatuses: journey.clientStatuses,
    segments: journey.segments.map(named),
    design: drawn,
    inForceFrom: drawn === 'toBe' ? (journey.toBe?.inForceFrom ?? null) : null,
    order: journey.toBe?.order ?? '',
    targetDays: design.targetDays,
    reserveDays: design.reserveDays,
    whole: whole && timeOf({ ...whole, cases: population.n }),
    measuredOver: whole === null ? '' : overText(population, lang),
    stages: [
      ...design.stages.map(({ id, name }) => ({
        name,
        touchpoints: design.touchpoints.filter(({ stage }) => stage === id).map(touchpoint),
      })),
    ],
    handOffs: handOffsOf(picture, named, say(lang, 'paper.journey.nobodyNamed')),
    numbers: {
      changedOn: journey.changedOn,
      before: change && fiveOf(change.before),
      after: change && fiveOf(change.after),
      expected: change?.expected ?? picture.journey.expected,
    },
    weakest: weakestOf(steps, picture, named, lang),
  };
}

function touchpointOf(
  { id, name, kind, body, unit, position, channels, documents, actions, budgetDays, beside }: Touchpoint,
  { steps }: JourneyPictureView,
  named: (id: string) => string,
): SheetTouchpoint {
  const step = steps.find((one) => one.kind === 'touchpoint' && one.touchpoint === id);
  return {
    name,
    kind,
    who: [body, unit, position].flatMap((one) => (one === null ? [] : [named(one)])),
    channels,
    documents,
    actions,
    budgetDays,
    beside,
    time: step ? timeOf(step) : null,
  };
}

/** Those of the design first, then those that only facts tell of. */
function handOffsOf(
  { design, steps }: JourneyPictureView,
  named: (id: string) => string,
  unrecorded: string,
): JourneySheetInput['handOffs'] {
  const gaps = steps.filter(({ kind }) => kind === 'gap');
  const between = (giver: string | null, taker: string | null) =>
    gaps.find((step) => step.giver === giver && step.taker === taker);
  const drawn = design.handOffs.map(({ giver, taker, budgetDays, note }) => {
    const step = between(giver, taker);
    return { giver: named(giver), taker: named(taker), budgetDays, time: step ? timeOf(step) : null, note };
  });
  const others = gaps
    .filter((gap) => !design.handOffs.some(({ giver, taker }) => gap.giver === giver && gap.taker === taker))
    .map((gap) => ({
      giver: gap.giver === null ? unrecorded : named(gap.giver),
      taker: gap.taker === null ? unrecorded : named(gap.taker),
      budgetDays: gap.budgetDays,
      time: timeOf(gap),
      note: '',
    }));
  return [...drawn, ...others];
}

function weakestOf(
  steps: readonly StepView[],
  { weakest, largest, design }: JourneyPictureView,
  named: (id: string) => string,
  lang: Lang,
): JourneySheetInput['weakest'] {
  const weak = steps.find(({ key }) => key === weakest);
  const large = steps.find(({ key }) => key === largest);
  if (!weak?.fall || !large) return null;
  const label = (step: StepView) => stepName(step, design, named, lang);
  return {
    link: label(weak),
    fallP50Days: weak.fall.p50 / DAY_SECONDS,
    fallP90Days: weak.fall.p90 / DAY_SECONDS,
    largest: label(large),
    largestShare: large.share,
  };
}

/** A step as papers call it. */
export function stepName(
  { kind, touchpoint, unmapped, giver, taker }: StepView,
  { touchpoints }: Design,
  named: (id: string) => string,
  lang: Lang,
): string {
  if (kind === 'suspension') return say(lang, 'paper.journey.suspension');
  const place = (id: string | null) => (id === null ? say(lang, 'paper.journey.nobodyNamed') : named(id));
  if (kind === 'gap') return say(lang, 'paper.journey.between', { giver: place(giver), taker: place(taker) });
  return touchpoints.find(({ id }) => id === touchpoint)?.name ?? unmapped ?? say(lang, 'paper.journey.unrecorded');
}

const timeOf = ({
  cases,
  meanSeconds,
  p50Seconds,
  p90Seconds,
}: Pick<StepView, 'cases' | 'meanSeconds' | 'p50Seconds' | 'p90Seconds'>): SheetTime => ({
  runs: cases,
  meanDays: meanSeconds / DAY_SECONDS,
  p50Days: p50Seconds === null ? null : p50Seconds / DAY_SECONDS,
  p90Days: p90Seconds === null ? null : p90Seconds / DAY_SECONDS,
});

const overText = ({ from, to }: JourneyPictureView['population'], lang: Lang): string =>
  from === to ? periodText(lang, from) : `${periodText(lang, from)} — ${periodText(lang, to)}`;

const fiveOf = (side: BeforeAfterView['before']): FiveNumbers | null =>
  side && {
    services: side.numbers.services?.value ?? null,
    bodies: side.numbers.bodies?.value ?? null,
    documents: side.numbers.documents?.value ?? null,
    visits: side.numbers.visits?.value ?? null,
    days: side.numbers.days?.value ?? null,
  };
