/** What a place is. A unit may stand below a body or another unit. */
export type PlaceKind = 'unit' | 'body';

/** One stretch of validity of a body or a unit (facts.md § 1). Rows of one id are told apart by `validFrom`. */
export interface OrganisationRow {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string | null;
  readonly parent: string | null;
  /** IANA zone; null: the parent's, else the installation's. So are schedule and calendar. */
  readonly zone: string | null;
  /** Working hours as `parseSchedule` reads them. */
  readonly schedule: string | null;
  /** Name of a production calendar. */
  readonly calendar: string | null;
  /** Microseconds, both inclusive; null: always. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** What a working clock is made of. */
export interface ClockKey {
  readonly zone: string;
  readonly schedule: string;
  readonly calendar: string;
}

export interface OrganisationRefusal {
  readonly code:
    | 'organisation.cycle'
    | 'organisation.overlap'
    | 'organisation.unknownParent'
    | 'organisation.validity'
    | 'organisation.kind'
    | 'organisation.zone'
    | 'organisation.schedule';
  /** 0-based position of the row among those given. */
  readonly row: number;
  readonly field: string;
  readonly got: string;
}

export const startOf = (row: OrganisationRow): number => row.validFrom ?? Number.NEGATIVE_INFINITY;
export const endOf = (row: OrganisationRow): number => row.validTo ?? Number.POSITIVE_INFINITY;
