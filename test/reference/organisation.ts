import type { Micros } from './instants.ts';

export interface Place {
  readonly id: string;
  readonly kind: 'unit' | 'body';
  readonly parent: string | null;
  readonly zone: string | null;
  readonly schedule: string | null;
  readonly calendar: string | null;
  readonly validFrom: Micros | null;
  readonly validTo: Micros | null;
}

/** The tree of bodies and units as it stands at a moment (facts.md § 1: a unit that moved has a row for each parent). */
export class Organisation {
  private readonly rows = new Map<string, Place[]>();

  constructor(places: readonly Place[]) {
    for (const place of places) this.rows.set(place.id, [...(this.rows.get(place.id) ?? []), place]);
    for (const rows of this.rows.values()) rows.sort((a, b) => (a.validFrom ?? -Infinity) - (b.validFrom ?? -Infinity));
  }

  at(id: string, moment: Micros): Place | undefined {
    return this.rows
      .get(id)
      ?.find((row) => (row.validFrom ?? -Infinity) <= moment && moment <= (row.validTo ?? Infinity));
  }

  /** The row that holds now: the latest. Clocks take the organisation as it is now (facts.md § 1). */
  now(id: string): Place | undefined {
    return this.rows.get(id)?.at(-1);
  }

  kind(id: string): 'unit' | 'body' | undefined {
    return this.rows.get(id)?.[0]?.kind;
  }

  /** The place itself and all above it, nearest first. */
  chain(id: string, moment: Micros): string[] {
    const chain: string[] = [];
    for (let next: string | null = id; next !== null && !chain.includes(next); ) {
      chain.push(next);
      next = this.at(next, moment)?.parent ?? null;
    }
    return chain;
  }

  bodyAbove(unit: string, moment: Micros): string | null {
    return this.chain(unit, moment).find((id) => this.kind(id) === 'body') ?? null;
  }

  /** facts.md § 2: two places differ unless one is the other or stands above it. */
  differ(a: string, b: string, moment: Micros): boolean {
    return !this.chain(a, moment).includes(b) && !this.chain(b, moment).includes(a);
  }

  /** First named value of the place or of those above it, as the organisation is now. */
  inherited(id: string | null, field: 'zone' | 'schedule' | 'calendar'): string | null {
    const seen = new Set<string>();
    for (let next = id; next !== null && !seen.has(next); ) {
      seen.add(next);
      const row = this.now(next);
      if (row?.[field]) return row[field];
      next = row?.parent ?? null;
    }
    return null;
  }
}
