import { NO_SUMS, type Sums } from './figure.ts';
import { decode, type FactKnowledge } from './plan/facts.ts';
import type { Placed } from './plan/layout.ts';
import { type Plan, REASONS, type Reason } from './plan/plan.ts';

/** What lies in one group of one period. `used`: by the group of `worst`, else under the empty name. */
export interface Group {
  readonly key: string | null;
  readonly used: Map<string, Sums>;
  readonly leftOut: Partial<Record<Reason, number>>;
}

export interface AggregateRow {
  readonly p: number;
  readonly g: number | string | null;
  readonly wg: number | string | null;
  readonly why: number | null;
  readonly n: number;
  readonly sumX: number | null;
  readonly varX: number | null;
  readonly sumY: number | null;
  readonly ups: number;
  readonly downs: number;
  readonly keys: number;
}

/** Groups of a split, period by period. */
export class Groups {
  private readonly byPeriod: Map<string, Group>[];

  constructor(
    periods: number,
    readonly split: string | null,
    readonly plan: Pick<Plan, 'groupPlace' | 'worstPlace'>,
    readonly facts: FactKnowledge,
  ) {
    this.byPeriod = Array.from({ length: periods }, () => new Map());
    if (split === null) for (let p = 0; p < periods; p += 1) this.at(p, null);
  }

  get periods(): number {
    return this.byPeriod.length;
  }

  of(p: number): ReadonlyMap<string, Group> {
    return this.byPeriod[p]!;
  }

  at(p: number, g: number | string | null, place: Placed | null = this.plan.groupPlace): Group {
    const key = place ? decode(g, place.field, place.lie, this.facts) : null;
    const name = key ?? '\u0000';
    const known = this.byPeriod[p]!.get(name);
    if (known) return known;
    const made: Group = { key, used: new Map(), leftOut: {} };
    this.byPeriod[p]!.set(name, made);
    return made;
  }

  worstName(wg: number | string | null): string {
    const place = this.plan.worstPlace;
    return (place ? decode(wg, place.field, place.lie, this.facts) : null) ?? '';
  }

  add(row: AggregateRow): void {
    const group = this.at(row.p, row.g);
    if (row.why === null) {
      group.used.set(this.worstName(row.wg), { ...NO_SUMS, ...row, counted: 0 });
    } else {
      const reason = REASONS[row.why - 1]!;
      group.leftOut[reason] = (group.leftOut[reason] ?? 0) + row.n;
    }
  }

  clear(p: number): Group | undefined {
    const whole = this.byPeriod[p]!.get('\u0000');
    this.byPeriod[p]!.clear();
    return whole;
  }
}
