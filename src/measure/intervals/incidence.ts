import { z95 } from './bounds.ts';

/** What happened after one length of time, of those still waiting: as measured, in another way, not known any further. */
export interface Waited {
  readonly after: number;
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
}

/** Share for which it has happened by then, with its 95 % interval; null where none exists (all or nobody left). */
export interface Incidence {
  readonly after: number;
  readonly atRisk: number;
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Cumulative incidence with competing events (Aalen & Johansen 1978; without them 1 − Kaplan & Meier 1958), at each time
 *  at which the event of interest happens. `waited`: by rising time, each time once; what happens at a time comes before
 *  the censoring there. Variance by Aalen's delta method (Marubini & Valsecchi 1995, ch. 10; Greenwood's where nothing
 *  competes), interval on the scale ln(−ln(1 − share)). Example: Satagopan et al. 2004, table 2. */
export function* incidence(waited: readonly Waited[]): Generator<Incidence> {
  let atRisk = waited.reduce((sum, { events, competing, censored }) => sum + events + competing + censored, 0);
  let waiting = 1;
  let share = 0;
  // Var F = Σ (F − Fᵢ)²·aᵢ − 2·(F − Fᵢ)·bᵢ + cᵢ over the times so far, opened into sums so that each time costs the same.
  let [a, aF, aFF, b, bF, c] = [0, 0, 0, 0, 0, 0];
  for (const { after, events, competing, censored } of waited) {
    const ended = events + competing;
    if (ended > 0) {
      const before = waiting;
      share += (before * events) / atRisk;
      waiting *= (atRisk - ended) / atRisk;
      // Nobody is left after the last: then no later share can differ from this one.
      const ai = ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));
      const bi = (before * events) / atRisk ** 2;
      a += ai;
      aF += ai * share;
      aFF += ai * share ** 2;
      b += bi;
      bF += bi * share;
      c += (before ** 2 * (atRisk - events) * events) / atRisk ** 3;
    }
    if (events > 0) {
      const variance = Math.max(0, share ** 2 * a - 2 * share * aF + aFF - 2 * (share * b - bF) + c);
      yield { after, atRisk, share, ...bounds(share, Math.sqrt(variance)) };
    }
    atRisk -= ended + censored;
  }
}

function bounds(share: number, error: number): { readonly lower: number | null; readonly upper: number | null } {
  const rest = 1 - share;
  if (rest <= 1e-12) return { lower: null, upper: null };
  const spread = Math.exp((z95 * error) / (rest * Math.abs(Math.log(rest))));
  return { lower: 1 - rest ** (1 / spread), upper: 1 - rest ** spread };
}

/** Slack of comparing shares that were added up. */
const SLACK = 1e-12;

/** The shortest time after which it has happened to a share `p` (0…1) of all, and the interval of the incidence inverted:
 *  the times at which its upper and its lower bound reach `p`. Null: not reached yet. */
export function incidenceQuantile(
  waited: readonly Waited[],
  p: number,
): { readonly value: number | null; readonly lower: number | null; readonly upper: number | null } {
  let value: number | null = null;
  let lower: number | null = null;
  let upper: number | null = null;
  for (const at of incidence(waited)) {
    if (value === null && at.share >= p - SLACK) value = at.after;
    if (lower === null && at.upper !== null && at.upper >= p - SLACK) lower = at.after;
    if (upper === null && at.lower !== null && at.lower >= p - SLACK) upper = at.after;
  }
  // Where all have ended at once no interval of the incidence exists; the value itself is then the bound that is known.
  return { value, lower: lower ?? value, upper };
}
