import { DAY, dayOf, HOUR, MINUTE, online } from '../clock.ts';
import type { EventRow } from '../rows.ts';
import type { World } from '../world.ts';

export interface Stage {
  readonly from: number;
  readonly touchpoint: string;
}

export interface AsksPlace {
  readonly unit: string;
  readonly employee?: string;
  /** Answers are recorded from here on: before it the case is nobody's and an answer would end the hand-over. */
  readonly answersFrom: number;
}

/** «Where is my case?»: the client asks by phone or chat about once in `everyDays` while the case lives; most questions
 *  get an answer of the unit within hours. */
export function addStatusAsks(
  world: World,
  events: EventRow[],
  stages: readonly Stage[],
  until: number,
  everyDays: number,
  place: AsksPlace,
): number {
  const { random } = world;
  const first = stages[0];
  if (!first) return 0;
  const count = random.poisson(Math.max(0, until - first.from) / DAY / everyDays);
  for (let ask = 0; ask < count; ask++) {
    const at = online(random, dayOf(random.between(first.from, until)));
    if (at <= first.from || at >= until - HOUR) continue;
    let touchpoint = first.touchpoint;
    for (const stage of stages) if (stage.from <= at) touchpoint = stage.touchpoint;
    const channel = random.chance(0.8) ? 'phone' : 'chat';
    events.push({
      at,
      kind: 'contact',
      activity: 'Вопрос о ходе дела',
      touchpoint,
      initiator: 'client',
      channel,
      subject: 'status',
    });
    const answered = Math.floor(at + random.skewed(2, 14) * HOUR);
    if (at > place.answersFrom && answered < until - MINUTE && random.chance(0.7)) {
      events.push({
        at: answered,
        kind: 'reply',
        activity: 'Ответ о ходе дела',
        touchpoint,
        unit: place.unit,
        employee: place.employee,
        channel,
      });
    }
  }
  return count;
}
