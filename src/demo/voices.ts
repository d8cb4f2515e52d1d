import type { ClientStatus } from '#facts';
import { DAY, dayOf } from './clock.ts';
import { COMMENTS } from './comments.ts';
import { HARD_LETTERS_UNIT, isSlow, POLISHED_OFFICE } from './planted.ts';
import type { AnswerRow, OutcomeClass } from './rows.ts';
import type { World } from './world.ts';

/** What a client looks back on when the survey comes. */
export interface Experience {
  readonly at: number;
  readonly outcomeClass: OutcomeClass;
  readonly clientStatus: ClientStatus;
  readonly segment: string;
  readonly channel: string;
  readonly touchpoint: string;
  readonly unit: string;
  readonly body: string;
  readonly service: string;
  readonly journey?: string;
  /** Life of the case, days against what is usual for the service: 1 is usual. */
  readonly slowness: number;
  /** Times that the client had to act or ask. */
  readonly actions: number;
  /** Somebody of the staff was met or heard. */
  readonly metStaff: boolean;
}

/** Share of 4 and 5 where all goes as usual; what the answer depends on. */
interface Item {
  readonly usual: number;
  readonly ifRefused: number;
  readonly ifSlow: number;
  readonly ifLaborious: number;
}
const item = (usual: number, ifRefused: number, ifSlow = 0, ifLaborious = 0): Item => ({
  usual,
  ifRefused,
  ifSlow,
  ifLaborious,
});

const ITEMS: Readonly<Record<string, Item>> = {
  'clear-language': item(0.8, -0.22, -0.02, -0.04),
  easy: item(0.8, -0.2, -0.06, -0.08),
  'fast-enough': item(0.78, -0.14, -0.16, -0.03),
  respect: item(0.93, -0.08, -0.02),
  honesty: item(0.82, -0.16, -0.08),
  'kept-informed': item(0.72, -0.12, -0.1, -0.04),
  'told-once': item(0.74, -0.08, -0.02, -0.12),
  calm: item(0.77, -0.22, -0.08, -0.06),
  'as-promised': item(0.8, -0.2, -0.15),
  'result-satisfies': item(0.89, 0, -0.05),
  'decision-justified': item(0.84, -0.38, -0.03),
  competence: item(0.86, -0.12, -0.02, -0.03),
  'fair-treatment': item(0.85, -0.3, -0.04),
  'understood-me': item(0.81, -0.18, -0.02),
  'refusal-understood': item(0.75, -0.24),
  'knew-what-needed': item(0.71, 0, 0, -0.05),
  'wait-acceptable': item(0.82, 0),
  'answered-my-question': item(0.72, -0.25, -0.06),
};
const LONG_FORM = ['kept-informed', 'told-once', 'calm', 'as-promised', 'competence', 'fair-treatment'] as const;
const SEGMENT_EASE: Readonly<Record<string, number>> = {
  'Сельская семья': -0.13,
  'Семья с ребёнком-инвалидом': -0.1,
  Самозанятые: -0.06,
};
const NO_OPINION = 0.04;

/** Invites after a closed case and, where the client answers, records the form. Who is invited depends on nothing,
 *  except where that is planted. */
export function survey(world: World, experience: Experience): void {
  const { random } = world;
  const isPolished = experience.unit === POLISHED_OFFICE;
  const invited = isPolished
    ? experience.outcomeClass === 'granted'
      ? 0.95
      : 0.12
    : experience.outcomeClass === 'refused'
      ? 1
      : 0.9;
  if (!random.chance(invited)) return;
  const at = Math.floor(experience.at + random.between(1, 3.5) * DAY);
  const answers = random.chance(experience.outcomeClass === 'refused' ? 0.5 : 0.42);
  invite(world, experience, at, answers);
  if (!answers) return;
  const answeredAt = Math.floor(at + random.skewed(0.4, 4) * DAY);
  const say = (question: string, value: number | undefined) => put(world, experience, question, value, answeredAt);
  const agree = (question: string) => say(question, agreement(world, experience, question, answeredAt));

  const solved = solvedness(world, experience);
  say('issue-solved', solved);
  for (const question of ['clear-language', 'easy', 'fast-enough']) agree(question);
  agree(experience.metStaff && random.chance(0.62) ? 'respect' : 'honesty');
  if (experience.outcomeClass === 'refused') agree('refusal-understood');
  if (solved !== 1 && random.chance(0.35)) comment(world, experience, answeredAt);
  if (random.chance(0.72)) longForm(world, experience, answeredAt, solved);
}

function longForm(world: World, experience: Experience, at: number, solved: number | undefined): void {
  const { random } = world;
  const say = (question: string, value: number | undefined) => put(world, experience, question, value, at);
  for (const question of LONG_FORM) say(question, agreement(world, experience, question, at));
  const judged = experience.outcomeClass === 'granted' ? 'result-satisfies' : 'decision-justified';
  say(judged, agreement(world, experience, judged, at));
  if (judged === 'result-satisfies' && random.chance(0.5)) {
    say('decision-justified', agreement(world, experience, 'decision-justified', at));
  }
  if (random.chance(0.4)) say('understood-me', agreement(world, experience, 'understood-me', at));
  say('own-time', Math.max(0.5, Math.round(2 * random.skewed(1.4 + 0.5 * experience.actions, 7)) / 2));
  const mood = (solved === 1 ? 0.55 : solved === 0 ? -0.9 : -0.1) - (experience.slowness > 1.5 ? 0.35 : 0);
  say('trust-net', clamp(Math.round(mood + 0.85 * random.normal()), -2, 2));
  say('recommend-way', clamp(Math.round(8.1 + 1.6 * mood - 0.35 * experience.actions + 1.7 * random.normal()), 0, 10));
}

/** One question at a touchpoint. `shift` moves the share of 4 and 5. */
export function pulse(world: World, experience: Experience, question: string, shift = 0): void {
  const at = experience.at;
  invite(world, experience, at, true);
  put(world, experience, question, agreement(world, experience, question, at, shift), at);
}

export function invite(world: World, experience: Experience, at: number, answered: boolean): void {
  const { touchpoint, unit, body, outcomeClass } = experience;
  const channel = experience.channel === 'office' ? 'sms' : 'email';
  world.invitation({
    at: dayOf(at) * DAY,
    answered: answered ? 'yes' : 'no',
    touchpoint,
    unit,
    body,
    channel,
    outcomeClass,
  });
}

/** 1…5, or undefined for «не знаю». */
export function agreement(
  world: World,
  experience: Experience,
  question: string,
  at: number,
  shift = 0,
): number | undefined {
  const { random } = world;
  if (random.chance(NO_OPINION)) return undefined;
  const { usual, ifRefused, ifSlow, ifLaborious } = ITEMS[question] ?? item(0.8, 0);
  let top = usual + shift;
  if (experience.outcomeClass === 'refused') top += ifRefused;
  if (experience.slowness > 1.3 || isSlow(world.plan, experience.unit, at)) top += ifSlow;
  if (experience.actions > 2) top += ifLaborious;
  if (question === 'easy') top += SEGMENT_EASE[experience.segment] ?? 0;
  if (question === 'clear-language' && experience.unit === HARD_LETTERS_UNIT) top -= 0.14;
  if (random.chance(top)) return random.chance(0.58) ? 5 : 4;
  return random.weighted([
    [3, 5],
    [2, 3],
    [1, 2],
  ]);
}

function solvedness(world: World, { outcomeClass }: Experience): number | undefined {
  const { random } = world;
  if (random.chance(0.05)) return undefined;
  const [yes, partly] =
    outcomeClass === 'granted' ? [0.84, 0.11] : outcomeClass === 'refused' ? [0.22, 0.26] : [0.55, 0.25];
  const draw = random.unit();
  return draw < yes ? 1 : draw < yes + partly ? 0.5 : 0;
}

function comment(world: World, experience: Experience, at: number): void {
  put(world, experience, 'comment', undefined, at, world.random.pick(COMMENTS));
}

/** Answers are kept to the day, so that no moment joins them to a case. */
function put(
  world: World,
  experience: Experience,
  question: string,
  value: number | undefined,
  at: number,
  text?: string,
): void {
  const { touchpoint, unit, body, service, journey, clientStatus, segment, outcomeClass } = experience;
  const channel = experience.channel === 'office' ? 'sms' : experience.channel === 'kiosk' ? 'kiosk' : 'email';
  const row: AnswerRow = {
    question,
    value,
    text,
    at: dayOf(at) * DAY,
    channel,
    touchpoint,
    unit,
    body,
    service,
    journey,
    clientStatus,
    segment,
    outcomeClass,
  };
  world.answer(row);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
