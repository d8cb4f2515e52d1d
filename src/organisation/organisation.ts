import { type ClockKey, endOf, type OrganisationRow, type PlaceKind, startOf } from './row.ts';

/** One place below another (or itself, `depth` 0) while `from` ≤ t < `to` (microseconds; infinite where open). */
export interface Ancestry {
  readonly id: string;
  readonly ancestor: string;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

/** Bodies and units by validity. Ids that no row names are allowed: they have no parent and no kind. The rows must
 *  have passed `checkOrganisation`. Instants are microseconds. */
export class Organisation {
  readonly rows: readonly OrganisationRow[];
  readonly installation: ClockKey;
  /** Rows of each id, oldest first. */
  private readonly byId = new Map<string, OrganisationRow[]>();

  constructor(rows: readonly OrganisationRow[], installation: ClockKey) {
    this.rows = rows;
    this.installation = installation;
    for (const row of rows) {
      const list = this.byId.get(row.id);
      if (list === undefined) this.byId.set(row.id, [row]);
      else list.push(row);
    }
    for (const list of this.byId.values()) list.sort((a, b) => startOf(a) - startOf(b));
  }

  ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  rowsOf(id: string): readonly OrganisationRow[] {
    return this.byId.get(id) ?? [];
  }

  /** The row of an id valid at an instant; where two meet in one instant, the newer. */
  rowAt(id: string, at: number): OrganisationRow | null {
    const list = this.rowsOf(id);
    for (let i = list.length - 1; i >= 0; i--) {
      const row = list[i]!;
      if (startOf(row) <= at) return at <= endOf(row) ? row : null;
    }
    return null;
  }

  parentAt(id: string, at: number): string | null {
    return this.rowAt(id, at)?.parent ?? null;
  }

  /** Kind by the newest row; null for an unknown id. */
  kindOf(id: string): PlaceKind | null {
    return this.newest(id)?.kind ?? null;
  }

  /** Whether a place is the other or stands anywhere below it. */
  isBelow(id: string, ancestor: string, at: number): boolean {
    for (let place: string | null = id; place !== null; place = this.parentAt(place, at)) {
      if (place === ancestor) return true;
    }
    return false;
  }

  /** The nearest body at or above a place; null where none is known. */
  bodyAbove(id: string, at: number): string | null {
    for (let place: string | null = id; place !== null; place = this.parentAt(place, at)) {
      if (this.kindOf(place) === 'body') return place;
    }
    return null;
  }

  /** Two places are the same place where one is the other or stands above it (facts.md § 2). */
  same(a: string, b: string, at: number): boolean {
    return this.isBelow(a, b, at) || this.isBelow(b, a, at);
  }

  /** Known places at or below a place at an instant, itself first. */
  below(ancestor: string, at: number): readonly string[] {
    return [ancestor, ...this.ids().filter((id) => id !== ancestor && this.isBelow(id, ancestor, at))];
  }

  /** What the clock of a place is made of: by the newest rows, since clocks take the organisation as it is now. */
  clockKey(id: string | null): ClockKey {
    let zone: string | null = null;
    let schedule: string | null = null;
    let calendar: string | null = null;
    const passed = new Set<string>();
    // Rows of different ages may form a circle that never existed at one time.
    for (let place = id; place !== null && !passed.has(place); ) {
      passed.add(place);
      const row = this.newest(place);
      zone ??= row?.zone ?? null;
      schedule ??= row?.schedule ?? null;
      calendar ??= row?.calendar ?? null;
      place = row?.parent ?? null;
    }
    const { installation } = this;
    return {
      zone: zone ?? installation.zone,
      schedule: schedule ?? installation.schedule,
      calendar: calendar ?? installation.calendar,
    };
  }

  /** Who is below whom and when, as a table for a store: the same answers as `isBelow` and `bodyAbove`. */
  ancestries(): readonly Ancestry[] {
    const table: Ancestry[] = [];
    for (const id of this.ids()) {
      const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
      this.climb(id, { id, ancestor: id, depth: 0, ...always }, table);
    }
    return table;
  }

  private climb(id: string, step: Ancestry, table: Ancestry[]): void {
    table.push(step);
    const list = this.rowsOf(step.ancestor);
    list.forEach((row, index) => {
      if (row.parent === null) return;
      const next = list[index + 1];
      // `validTo` is the last microsecond inside; a row that begins earlier takes over.
      const ends = Math.min(endOf(row) + 1, next === undefined ? Number.POSITIVE_INFINITY : startOf(next));
      const from = Math.max(step.from, startOf(row));
      const to = Math.min(step.to, ends);
      if (from < to) this.climb(id, { id, ancestor: row.parent, depth: step.depth + 1, from, to }, table);
    });
  }

  private newest(id: string): OrganisationRow | null {
    const list = this.rowsOf(id);
    return list[list.length - 1] ?? null;
  }
}
