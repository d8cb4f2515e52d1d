import { DAY, HOUR } from './clock.ts';
import { BODY, DECIDERS, OFFICES, SERVICE, TOUCH, UNITS, type Unit } from './places.ts';
import { POLISHED_OFFICE } from './planted.ts';
import type { Sink } from './rows.ts';
import type { World } from './world.ts';

/** Manual measurements of a month: a sample plan, which does not grow with the number of cases. */
interface Instrument {
  readonly id: string;
  readonly perMonth: number;
  readonly items: number;
  /** Share of items met. */
  readonly met: number;
  readonly spread: number;
  readonly where: 'offices' | 'everywhere' | 'pages' | 'replies';
}

const INSTRUMENTS: readonly Instrument[] = [
  { id: 'service-page-1', perMonth: 8, items: 12, met: 0.7, spread: 0.08, where: 'pages' },
  { id: 'mystery-question-1', perMonth: 40, items: 4, met: 0.76, spread: 0.12, where: 'everywhere' },
  { id: 'mystery-visit-1', perMonth: 28, items: 20, met: 0.81, spread: 0.08, where: 'offices' },
  { id: 'reply-review-1', perMonth: 42, items: 5, met: 0.72, spread: 0.14, where: 'replies' },
];
const PAGES = [
  SERVICE.birthGrant,
  SERVICE.monthly,
  SERVICE.birthRecord,
  SERVICE.kindergarten,
  SERVICE.provider,
  SERVICE.residence,
];

export function readings(world: World, sink: Sink, firstDay: number, days: number): void {
  const { random } = world;
  for (const instrument of INSTRUMENTS) {
    for (let reading = 0; reading < instrument.perMonth; reading++) {
      const at = (firstDay + random.whole(0, days - 1)) * DAY + Math.floor(random.between(9, 17) * HOUR);
      if (!world.isInside(at)) continue;
      const place = placeOf(world, instrument, reading);
      const max = instrument.items - (random.chance(0.3) ? 1 : 0);
      const polish = place.unit?.id === POLISHED_OFFICE ? -0.07 : 0;
      const share = Math.min(1, Math.max(0.1, instrument.met + polish + instrument.spread * random.normal()));
      let value = 0;
      for (let item = 0; item < max; item++) if (random.chance(share)) value++;
      sink.reading({
        instrument: instrument.id,
        at,
        value,
        max,
        unit: place.unit?.id,
        body: place.unit?.body ?? BODY.ministry,
        service: place.service,
        touchpoint: place.touchpoint,
        by: `Наблюдатель ${random.whole(1, 6)}`,
        evidence: `Лист ${firstDay + reading}`,
      });
    }
  }
}

function placeOf(
  world: World,
  instrument: Instrument,
  reading: number,
): { readonly unit?: Unit; readonly service?: string; readonly touchpoint: string } {
  const { random } = world;
  if (instrument.where === 'pages') return { service: PAGES[reading % PAGES.length], touchpoint: TOUCH.page };
  if (instrument.where === 'replies')
    return { unit: random.chance(0.7) ? random.pick(DECIDERS) : UNITS.appeals, touchpoint: TOUCH.reply };
  const office = (OFFICES[reading % OFFICES.length] as (typeof OFFICES)[number])[0];
  if (instrument.where === 'offices') return { unit: office, touchpoint: TOUCH.intake };
  return { unit: random.chance(0.5) ? office : UNITS.callCentre, touchpoint: TOUCH.advice };
}
