import { z } from 'zod';

// What a body says of itself beside its tree of units: kinds of bodies, positions, employees, services, segments. Facts
// name employees, services and segments by code; names stand here alone, so that no figure ever carries one.

/** The executive body, an institution that answers to it, a partner of another body or level. */
export const BODY_KINDS = ['executive', 'institution', 'partner'] as const;
export const BODY_LEVELS = ['federal', 'regional', 'municipal', 'other'] as const;
/** By law · control and registers · booking and look-ups · benefits and subsidies · for other units (field-notes § 7). */
export const SERVICE_KINDS = ['service', 'function', 'convenience', 'support', 'internal'] as const;
const SEGMENT_STATUSES = ['citizen', 'organisation', 'internal'] as const;

const id = z.string().trim().min(1).max(120);
const name = z.string().trim().min(1).max(300);
const text = z.string().trim().max(4000).default('');
const ref = id.nullable().default(null);
/** First and last day, both inclusive; null: always. */
const day = z.iso.date().nullable().default(null);

const bodySchema = z.strictObject({
  id,
  kind: z.enum(BODY_KINDS).default('executive'),
  level: z.enum(BODY_LEVELS).nullable().default(null),
});
const positionSchema = z.strictObject({ id, name, unit: ref, from: day, to: day });
const employeeSchema = z.strictObject({
  /** The pseudonym that the facts carry. */
  id,
  /** Where the body permits one. */
  name: name.nullable().default(null),
  position: ref,
  unit: ref,
  from: day,
  to: day,
});
const serviceSchema = z.strictObject({
  id,
  name,
  kind: z.enum(SERVICE_KINDS).default('service'),
  body: ref,
  /** Id of the position that answers for it. */
  curator: ref,
  from: day,
  to: day,
});
const segmentSchema = z.strictObject({
  id,
  name,
  clientStatus: z.enum(SEGMENT_STATUSES).nullable().default(null),
  profile: z.strictObject({ needs: text, channels: text, barriers: text }).prefault({}),
  from: day,
  to: day,
});

export const registerSchema = z.strictObject({
  bodies: z.array(bodySchema).default([]),
  positions: z.array(positionSchema).default([]),
  employees: z.array(employeeSchema).default([]),
  services: z.array(serviceSchema).default([]),
  segments: z.array(segmentSchema).default([]),
});
export type Register = z.output<typeof registerSchema>;

export const EMPTY_REGISTER: Register = registerSchema.parse({});

/** A row of the register whose validity is stated in days. */
interface Dated {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether a row counts on a day, `YYYY-MM-DD`. */
export const standsOn = ({ from, to }: Dated, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

export interface RegisterFault {
  readonly code: 'register.twice' | 'register.validity' | 'register.overlap' | 'register.unknownPosition';
  /** `employees.3.position` */
  readonly field: string;
  readonly got: string;
}

const DATED = ['positions', 'employees', 'services', 'segments'] as const;

/** What keeps a register from being used. Rows of one id follow each other in time, as those of a unit do. Units and
 *  bodies that the organisation does not know are no fault: they wait to be placed. */
export function registerFaults(register: Register): readonly RegisterFault[] {
  const faults: RegisterFault[] = [];
  const bodies = new Set<string>();
  register.bodies.forEach((body, row) => {
    if (bodies.has(body.id)) faults.push({ code: 'register.twice', field: `bodies.${row}.id`, got: body.id });
    bodies.add(body.id);
  });
  for (const list of DATED) {
    const rows = register[list].map(({ id: of, from, to }, row) => ({ of, from, to, row }));
    for (const { of, from, to, row } of rows)
      if (from !== null && to !== null && to < from)
        faults.push({ code: 'register.validity', field: `${list}.${row}.to`, got: `${of}: ${from}…${to}` });
    const ordered = rows.toSorted(
      (a, b) => compare(a.of, b.of) || compare(a.from ?? '', b.from ?? '') || a.row - b.row,
    );
    ordered.forEach((later, index) => {
      const earlier = ordered[index - 1];
      if (earlier?.of !== later.of) return;
      if (earlier.to === null || later.from === null || later.from <= earlier.to)
        faults.push({ code: 'register.overlap', field: `${list}.${later.row}.from`, got: later.of });
    });
  }
  const positions = new Set(register.positions.map((position) => position.id));
  const named = (field: string, got: string | null) => {
    if (got !== null && !positions.has(got)) faults.push({ code: 'register.unknownPosition', field, got });
  };
  register.employees.forEach(({ position }, row) => {
    named(`employees.${row}.position`, position);
  });
  register.services.forEach(({ curator }, row) => {
    named(`services.${row}.curator`, curator);
  });
  return faults;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
