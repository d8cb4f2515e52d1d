import type { Design, Touchpoint } from '#model';
import type { BarKind, DrawnBar, DrawnJourney, DrawnLane } from '../../charts/journey/drawn.ts';
import type { Language } from '../../language.tsx';
import type { Names } from './names.ts';
import { DAY, givenDays } from './spans.ts';
import { stopOf } from './stopKeys.ts';

/** A design as its budgets have it, to the scale of time: one after another, with the hand-offs between them that have a
 *  budget of their own. A step without a budget is a mere mark. */
export const drawPlan = (
  design: Design,
  title: string,
  names: Names,
  language: Pick<Language, 'say' | 'format'>,
): DrawnJourney => {
  const { say } = language;
  const lanes: DrawnLane[] = [];
  const laneOf = (kind: DrawnLane['kind'], title: string, short = title): number => {
    const found = lanes.findIndex((lane) => lane.kind === kind && lane.title === title);
    return found >= 0 ? found : lanes.push({ kind, title, short, note: '' }) - 1;
  };
  const client = laneOf('client', say('journey.lane.client'));
  const bars: DrawnBar[] = [];
  let at = 0;
  const put = (bar: Omit<DrawnBar, 'start' | 'note' | 'share'>): void => {
    bars.push({ ...bar, start: at, note: '', share: 1 });
    at += bar.seconds;
  };
  let before: Touchpoint | null = null;
  for (const step of design.touchpoints.filter(({ beside }) => !beside)) {
    const stop = stopOf({ touchpoint: step.id, unmapped: null });
    const between = before && handOffOf(design, before, step);
    if (between) {
      put({
        key: `gap ${step.id}`,
        stop,
        kind: 'gap',
        lane: laneOf('nobody', say('journey.lane.nobody'), say('journey.lane.nobodyShort')),
        seconds: between * DAY,
        label: say('journey.tile.handOff'),
        amount: givenDays(between, language),
      });
    }
    put({
      key: `plan ${step.id}`,
      stop,
      kind: step.budgetDays ? kindOf(step) : 'plan',
      lane: isClients(step)
        ? client
        : laneOf('body', step.body === null ? say('journey.lane.unknown') : names.body(step.body)),
      seconds: (step.budgetDays ?? 0) * DAY,
      label: step.name,
      amount: step.budgetDays === null ? '' : givenDays(step.budgetDays, language),
    });
    before = step;
  }
  return {
    total: at,
    measured: at > 0,
    lanes,
    bars,
    marks: [],
    weak: null,
    beside: [],
    voices: [],
    stops: [...new Set(bars.map(({ stop }) => stop))].map((key) => ({
      key,
      told: bars
        .filter(({ stop }) => stop === key)
        .map(({ label, amount }) => `${label} ${amount}`.trim())
        .join(', '),
    })),
    words: {
      title,
      axis: say('journey.map.axis'),
      whole: say('sideBySide.budgets', { days: givenDays(at / DAY, language) }),
      beside: '',
      besideWhy: '',
      voices: '',
      voicesWhy: '',
      weak: '',
    },
  };
};

const isClients = ({ kind, body }: Touchpoint): boolean => kind === 'clarify' || (body === null && kind === 'submit');

const kindOf = (step: Touchpoint): BarKind =>
  isClients(step) ? 'client' : step.kind === 'interagency' ? 'agency' : 'work';

/** Days of nobody's time that the design allows between two neighbours; null: none is named. */
const handOffOf = ({ handOffs }: Design, giver: Touchpoint, taker: Touchpoint): number | null => {
  const is = (place: string, { body, unit }: Touchpoint): boolean => place === body || place === unit;
  if (giver.body === taker.body && giver.unit === taker.unit) return null;
  return handOffs.find((each) => is(each.giver, giver) && is(each.taker, taker))?.budgetDays || null;
};
