// Organisation: bodies and units as a tree that changes with time; who stands above whom, whose clock runs; and the
// register beside it: positions, employees, services, segments. Knows no fact, no file, no store.
export { changedRows, closedRows, type PlaceChange } from './change.ts';
export { checkOrganisation } from './check.ts';
export { NumberedPlaces } from './numbered.ts';
export { type Ancestry, Organisation } from './organisation.ts';
export { EMPTY_REGISTER, type Register, registerFaults, registerSchema, standsOn } from './register.ts';
export { mergedRegister, REGISTER_SHEETS, type RegisterSheet, registerRow } from './registerSheets.ts';
export type {
  ClockKey,
  OrganisationRefusal,
  OrganisationRow,
  PlaceKind,
} from './row.ts';
