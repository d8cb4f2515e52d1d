import type { PlaceKind, Register } from '#organisation';

/** One stretch of validity of a place. Days `YYYY-MM-DD` in the installation's zone, both inclusive; an instant within a
 *  day stands as ISO 8601; null: always. Zone, schedule, calendar null: the parent's. */
export interface PlaceRowView {
  readonly name: string | null;
  readonly parent: string | null;
  readonly zone: string | null;
  readonly schedule: string | null;
  readonly calendar: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What a place is called by, its rows oldest first. */
interface PlaceHistory {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly rows: readonly PlaceRowView[];
}

/** A body or unit that stands on the day asked for. */
export interface PlaceView extends PlaceHistory {
  /** Steps below its root. */
  readonly depth: number;
  /** Its place in `rows`. */
  readonly row: number;
  /** Whose clock runs: its own, else its parent's, else the installation's, by the newest rows. */
  readonly clock: { readonly zone: string; readonly schedule: string; readonly calendar: string };
  /** By the register of that day; `below` with all units below it. */
  readonly positions: number;
  readonly employees: number;
  readonly below: { readonly units: number; readonly positions: number; readonly employees: number };
}

/** Somebody whom facts, or the register, name and the organisation does not know. */
export interface ToPlaceView {
  readonly id: string;
  /** Rows of facts; 0: only the register names it. */
  readonly rows: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Of an employee: the unit that its rows name most. */
  readonly unit: string | null;
}

/** POST /api/acts/organisation {at?} */
export interface OrganisationView {
  /** The day of which the tree is told. */
  readonly day: string;
  readonly zone: string;
  /** Names these rows; a change hands it back, so that nobody writes over what they did not see. */
  readonly stamp: string;
  /** In the order of the tree: each place after the one above it, beside each other by name. */
  readonly places: readonly PlaceView[];
  /** Places that do not stand that day: ended before it, or begin later. */
  readonly away: readonly PlaceHistory[];
  readonly register: Register;
  readonly version: number;
  readonly calendars: readonly string[];
  readonly toPlace: {
    readonly units: readonly ToPlaceView[];
    readonly bodies: readonly ToPlaceView[];
    readonly employees: readonly ToPlaceView[];
    readonly services: readonly ToPlaceView[];
    readonly segments: readonly ToPlaceView[];
  };
  /** Changes made here, newest first: batches of the source `organisation`. Dropping one undoes it. */
  readonly changes: readonly {
    readonly batch: string;
    readonly at: string;
    readonly actor: string;
    readonly reason: string;
  }[];
}

/** saveUnits, changeUnit, closeUnit, placeUnknown → the batch that holds the change. */
export interface UnitsSavedView {
  readonly batch: string | null;
  readonly rows: number;
}

/** saveRegister → the version that stands now. */
export interface RegisterSavedView {
  readonly version: number;
  readonly register: Register;
}
