// Organisation: bodies and units as a tree that changes with time; who stands above whom, whose clock runs.
// Knows no fact, no file, no store; people and positions are not here yet.
export { checkOrganisation } from './check.ts';
export { NumberedPlaces } from './numbered.ts';
export { type Ancestry, Organisation } from './organisation.ts';
export type {
  ClockKey,
  OrganisationRefusal,
  OrganisationRow,
  PlaceKind,
} from './row.ts';
