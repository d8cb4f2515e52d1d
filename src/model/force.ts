import type { Model } from './model.ts';

// A model binds from a day on, until the day from which the next one over the same ground does. Both days are written
// down when the order is: until its day comes the former one goes on binding.

type Dated = Pick<Model, 'state' | 'inForceFrom' | 'inForceTo'>;

/** What a model is on a local day, `2025-03-01`: put in force it `waits` for its day, then binds, then is superseded. */
export function forceOn({ state, inForceFrom, inForceTo }: Dated, day: string): Model['state'] | 'waits' {
  if (state !== 'inForce') return state;
  if (inForceFrom !== null && day < inForceFrom) return 'waits';
  return inForceTo !== null && day >= inForceTo ? 'superseded' : 'inForce';
}

/** Whether a period, by its first day and the day after its last, touches the time in which a model bound. */
export const boundIn = ({ inForceFrom, inForceTo }: Dated, from: string, to: string): boolean =>
  inForceFrom !== null && to > inForceFrom && (inForceTo === null || (from < inForceTo && inForceFrom < inForceTo));

/** What becomes of a model when another over the same ground is ordered from a day on: it binds until that day. One whose
 *  own day had not come by then never binds. Null: nothing, it ends no later anyway. */
export function followedFrom(
  { inForceFrom, inForceTo }: Dated,
  from: string,
  today: string,
): Pick<Dated, 'state' | 'inForceTo'> | null {
  if (inForceTo !== null && inForceTo <= from) return null;
  if (inForceFrom !== null && inForceFrom >= from) return { state: 'superseded', inForceTo: inForceFrom };
  return { state: from <= today ? 'superseded' : 'inForce', inForceTo: from };
}

/** The first day on which a model that is taken out of force by hand no longer binds. */
export function endedOn(model: Dated, today: string): string {
  if (forceOn(model, today) === 'waits') return model.inForceFrom!;
  return model.inForceTo !== null && model.inForceTo < today ? model.inForceTo : today;
}
