import type { PilotEvidence } from './evidence.ts';
import type { Decision } from './pilot.ts';

/** Why an indicator should be kept, changed or dropped: a code and its numbers; `words/` has the sentence
 *  (`pilot.CODE`). */
export interface PilotReason {
  readonly code: string;
  readonly with: Readonly<Record<string, number | string>>;
}

export interface PilotRule {
  readonly code: string;
  readonly leadsTo: Exclude<Decision, 'keep'>;
  /** Null: nothing to say. */
  readonly find: (evidence: PilotEvidence) => PilotReason['with'] | null;
}

/** Below this share of usable rows a figure speaks of too few. */
const LEAST_COVERAGE = 0.5;
/** Hours of people's work in a period above which collecting costs more than it tells. */
const DEAR_HOURS = 16;
/** Noise so much wider than the change that matters that years would pass before it shows. */
const HOPELESS = 4;

/** What speaks against an indicator as it is. */
export const pilotRules: readonly PilotRule[] = [
  {
    code: 'unmeasured',
    leadsTo: 'drop',
    find: ({ stability: { points, faint }, coverage }) =>
      points === 0 && faint === 0 && coverage === null ? {} : null,
  },
  {
    code: 'tooFew',
    leadsTo: 'change',
    find: ({ stability: { points, faint } }) => (faint > points ? { faint, all: faint + points } : null),
  },
  {
    code: 'hopelessNoise',
    leadsTo: 'drop',
    find: ({ stability: { ratio } }) => (ratio !== null && ratio > HOPELESS ? { ratio: round(ratio) } : null),
  },
  {
    code: 'noisy',
    leadsTo: 'change',
    find: ({ stability: { ratio } }) =>
      ratio !== null && ratio > 1 && ratio <= HOPELESS ? { ratio: round(ratio) } : null,
  },
  {
    code: 'thin',
    leadsTo: 'change',
    find: ({ coverage }) =>
      coverage !== null && coverage < LEAST_COVERAGE ? { coverage: Math.round(100 * coverage) } : null,
  },
  {
    code: 'unclear',
    leadsTo: 'change',
    find: ({ heard: { asked, clear } }) => (asked > 0 && 2 * clear < asked ? { asked, unclear: asked - clear } : null),
  },
  {
    code: 'outOfHands',
    leadsTo: 'change',
    find: ({ heard: { asked, influences } }) =>
      asked > 0 && 2 * influences < asked ? { asked, cannot: asked - influences } : null,
  },
  {
    code: 'wordsAgainstDeeds',
    leadsTo: 'change',
    find: ({ relation }) =>
      relation?.interval && relation.interval[1] < 0 ? { rank: round(relation.rank!), pairs: relation.pairs } : null,
  },
  {
    code: 'noCounter',
    leadsTo: 'change',
    find: ({ exposure }) => (exposure.some(({ code }) => code === 'noCounter') ? {} : null),
  },
  {
    code: 'ceiling',
    leadsTo: 'drop',
    find: ({ exposure }) => (exposure.some(({ code }) => code === 'ceiling') ? {} : null),
  },
  {
    code: 'dear',
    leadsTo: 'change',
    find: ({ costHours }) => (costHours !== null && costHours > DEAR_HOURS ? { hours: costHours } : null),
  },
];

const round = (value: number): number => Number(value.toFixed(1));

export interface Recommendation {
  readonly decision: Decision;
  readonly reasons: readonly PilotReason[];
}

/** It recommends; people decide. Whatever leads to dropping goes first; nothing against it: keep. */
export function recommend(evidence: PilotEvidence): Recommendation {
  const found = pilotRules.flatMap(({ code, leadsTo, find }) => {
    const said = find(evidence);
    return said ? [{ leadsTo, reason: { code, with: said } }] : [];
  });
  const decision = found.some(({ leadsTo }) => leadsTo === 'drop') ? 'drop' : found.length > 0 ? 'change' : 'keep';
  const order = [...found].sort((a, b) => (a.leadsTo === b.leadsTo ? 0 : a.leadsTo === 'drop' ? -1 : 1));
  const reasons = order.map(({ reason }) => reason);
  return { decision, reasons: decision === 'keep' ? forKeeping(evidence) : reasons };
}

/** Nothing against it is not yet all for it: what the trial did not show is told. */
function forKeeping({ stability: { noise, points }, heard }: PilotEvidence): readonly PilotReason[] {
  const missing: PilotReason[] = [];
  if (noise === null) missing.push({ code: 'shortPast', with: { points } });
  if (heard.asked === 0) missing.push({ code: 'notHeard', with: {} });
  return missing.length === 0 ? [{ code: 'sound', with: {} }] : [{ code: 'noObjections', with: {} }, ...missing];
}
