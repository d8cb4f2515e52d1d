import type { Register } from '#organisation';
import { localDate } from '#time';
import type { MetName, OrganisationKept } from './factPort.ts';
import type { OrganisationView, ToPlaceView } from './organisationViews.ts';

/** Whom facts name and the organisation does not know: collected for placing, never dropped. Units and bodies are known
 *  by any row of the organisation, whatever its dates; people, services and segments by the register. */
export function unknownNames(
  { rows, met }: Pick<OrganisationKept, 'rows' | 'met'>,
  register: Register,
  zone: string,
): OrganisationView['toPlace'] {
  const places = new Set(rows.map(({ id }) => id));
  const unknownOf = (kind: MetName['kind'], known: ReadonlySet<string>): readonly ToPlaceView[] =>
    met.filter((one) => one.kind === kind && !known.has(one.id)).map((one) => viewOf(one, zone));
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const units = unknownOf('unit', places);
  const unitIds = idsOf(units);
  const named = [...register.positions, ...register.employees].flatMap(({ unit }) => unit ?? []);
  const bodiesNamed = [...register.bodies.map(({ id }) => id), ...register.services.flatMap(({ body }) => body ?? [])];
  // One code may stand in both columns: it waits once, as the unit that it is to some source.
  const bodies = unknownOf('body', new Set([...places, ...unitIds]));
  return {
    units: [...units, ...unheard(named, new Set([...places, ...unitIds, ...idsOf(bodies)]))],
    bodies: [...bodies, ...unheard(bodiesNamed, new Set([...places, ...unitIds, ...idsOf(bodies), ...named]))],
    employees: unknownOf('employee', idsOf(register.employees)),
    services: unknownOf('service', idsOf(register.services)),
    segments: unknownOf('segment', idsOf(register.segments)),
  };
}

/** Named by the register alone. */
const unheard = (ids: readonly string[], known: ReadonlySet<string>): readonly ToPlaceView[] =>
  [...new Set(ids)]
    .filter((id) => !known.has(id))
    .sort()
    .map((id) => ({ id, rows: 0, firstDay: null, lastDay: null, unit: null }));

const viewOf = ({ id, rows, first, last, unit }: MetName, zone: string): ToPlaceView => ({
  id,
  rows,
  firstDay: first === null ? null : localDate(first, zone),
  lastDay: last === null ? null : localDate(last, zone),
  unit,
});
