import type { Register } from '#organisation';
import { BODY, DECIDERS, OFFICES, REGISTRIES, SERVICE, UNITS, type Unit } from './places.ts';

type ServiceKind = Register['services'][number]['kind'];

const ALWAYS = { from: null, to: null };
const KINDS: Readonly<Record<keyof typeof SERVICE, readonly [kind: ServiceKind, body: string]>> = {
  birthGrant: ['support', BODY.ministry],
  monthly: ['support', BODY.ministry],
  birthRecord: ['service', BODY.registry],
  certificate: ['service', BODY.clinic],
  residence: ['service', BODY.residence],
  kindergarten: ['service', BODY.city],
  provider: ['function', BODY.ministry],
  consultation: ['convenience', BODY.centre],
  data: ['internal', BODY.fund],
  opinion: ['internal', BODY.ministry],
  support: ['internal', BODY.ministry],
  register: ['internal', BODY.ministry],
};

/** What the fictional region says of itself beside its tree: one position of specialists in each unit, its people
 *  without names, services and kinds of bodies. The client groups wait to be placed, so that the page has something to
 *  show of that. */
export function demoRegister(): Register {
  const units: readonly Unit[] = [
    ...DECIDERS,
    ...Object.values(UNITS),
    ...OFFICES.map(([office]) => office),
    ...REGISTRIES,
  ];
  const position = (unit: Unit) => `специалист ${unit.id}`;
  return {
    bodies: [
      { id: BODY.ministry, kind: 'executive', level: 'regional' },
      { id: BODY.centre, kind: 'institution', level: 'regional' },
      { id: BODY.registry, kind: 'executive', level: 'regional' },
      { id: BODY.clinic, kind: 'institution', level: 'regional' },
      { id: BODY.fund, kind: 'partner', level: 'federal' },
      { id: BODY.city, kind: 'partner', level: 'municipal' },
      { id: BODY.residence, kind: 'partner', level: 'federal' },
    ],
    positions: units.map((unit) => ({
      id: position(unit),
      name: `Специалист: ${unit.name}`,
      unit: unit.id,
      ...ALWAYS,
    })),
    employees: units.flatMap((unit) =>
      Array.from({ length: unit.staff }, (_, no) => ({
        id: `${unit.id}/${no + 1}`,
        name: null,
        position: position(unit),
        unit: null,
        ...ALWAYS,
      })),
    ),
    services: (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((service) => {
      const [kind, body] = KINDS[service];
      return { id: SERVICE[service], name: SERVICE[service], kind, body, curator: null, ...ALWAYS };
    }),
    segments: [],
  };
}
