import { monthsLater } from '#time';
import { indexOf } from './checks/modelIndex.ts';
import type { Model } from './model.ts';
import type { PilotFacts } from './pilots/evidence.ts';
import { pilotEvidence } from './pilots/evidence.ts';

/** A reason to look at an indicator again, with its evidence; words: `revision.CODE`. */
export interface RevisionItem {
  readonly indicator: string;
  readonly code: 'ceiling' | 'unmeasured' | 'ignored' | 'gamed' | 'tooNoisy' | 'noGoal';
  readonly with: Readonly<Record<string, string | number>>;
}

export interface RevisionFacts extends PilotFacts {
  readonly target: 'consistentlyMet' | 'hitOrMiss' | 'consistentlyMissed' | null;
  readonly verdict: 'better' | 'same' | 'worse' | 'unclear';
}

/** Noise above so many changes that matter hides them for years. */
const TOO_NOISY = 2;
/** An indicator for which somebody answers stands for so many months, neither agreed on nor answered: nobody uses it. */
const IGNORED_MONTHS = 12;

/** The day of the next regular revision; null: the model was never in force. */
export const revisionDue = ({
  inForceFrom,
  reviseMonths,
}: Pick<Model, 'inForceFrom' | 'reviseMonths'>): string | null =>
  inForceFrom === null ? null : monthsLater(inForceFrom, reviseMonths);

/** How a model was used since it came into force. */
export interface InUse {
  /** Null: it is not in force. */
  readonly monthsInForce: number | null;
  /** Indicators of which something was said, or for whose sake a change was recorded, since then. */
  readonly answered: ReadonlySet<string>;
}

/** What to revise, and why (design § 6): ceilings, unmeasured, ignored, gamed, too noisy, no longer tied to a goal. */
export function revisionItems(
  model: Model,
  facts: readonly RevisionFacts[],
  { monthsInForce, answered }: InUse,
): readonly RevisionItem[] {
  const index = indexOf(model, new Map());
  const evidence = new Map(pilotEvidence({ voices: [], comments: [] }, facts).map((one) => [one.indicator, one]));
  return model.indicators.flatMap((indicator) => {
    const items: RevisionItem[] = [];
    const add = (code: RevisionItem['code'], more: RevisionItem['with'] = {}) =>
      items.push({ indicator: indicator.id, code, with: more });
    if (!index.reachesGoal.has(indicator.id)) add('noGoal');
    const one = facts.find((each) => each.indicator.id === indicator.id);
    const found = evidence.get(indicator.id);
    if (!one || !found) {
      add('unmeasured', { faint: 0 });
      return items;
    }
    // Measured, and of so few that no period can be judged, is as good as not measured.
    if (found.stability.points === 0) add('unmeasured', { faint: found.stability.faint });
    if (found.exposure.some(({ code }) => code === 'ceiling')) add('ceiling', { periods: 12 });
    const { ratio } = found.stability;
    if (ratio !== null && ratio > TOO_NOISY) add('tooNoisy', { ratio: Number(ratio.toFixed(1)) });
    const apart = partedFrom(one, facts);
    if (apart) add('gamed', { partner: apart });
    const months = monthsInForce ?? 0;
    const held = !indicator.watch && indicator.owner !== null;
    if (held && months >= IGNORED_MONTHS && !answered.has(indicator.id)) {
      if (indicator.target === null && indicator.norm === null) add('ignored', { months, missed: 'no' });
      else if (one.target === 'consistentlyMissed') add('ignored', { months, missed: 'yes' });
    }
    return items;
  });
}

/** Deeds that always meet their target while the clients' words of the same KPI and level get worse or miss theirs. */
function partedFrom(one: RevisionFacts, all: readonly RevisionFacts[]): string | null {
  if (one.group !== 'objective' || one.target !== 'consistentlyMet') return null;
  const words = all.find(
    (other) =>
      other.group === 'subjective' &&
      other.kpi === one.kpi &&
      other.indicator.level === one.indicator.level &&
      (other.verdict === 'worse' || other.target === 'consistentlyMissed'),
  );
  return words?.indicator.id ?? null;
}
