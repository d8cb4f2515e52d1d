import type { OrganisationView } from '../../client/types.ts';

// Edits of the register: pure functions, one row at a time; the server looks at the whole.

export type Register = OrganisationView['register'];
export type Position = Register['positions'][number];
export type Employee = Register['employees'][number];
export type Service = Register['services'][number];
export type Segment = Register['segments'][number];
export type Body = Register['bodies'][number];
/** The lists whose rows have days. */
export type Dated = 'positions' | 'employees' | 'services' | 'segments';
export type RowOf<List extends Dated> = Register[List][number];

export const SERVICE_KINDS = ['service', 'function', 'convenience', 'support', 'internal'] as const;
export const BODY_KINDS = ['executive', 'institution', 'partner'] as const;
export const BODY_LEVELS = ['federal', 'regional', 'municipal', 'other'] as const;
export const STATUSES = ['citizen', 'organisation', 'internal'] as const;

/** With a row in place of the one that was there, or at the end. `from`: the change counts from that day, the row as it
 *  was ends the day before. */
export function withRow<List extends Dated>(
  register: Register,
  list: List,
  before: RowOf<List> | null,
  after: RowOf<List>,
  from: string | null = null,
): Register {
  const rows = register[list] as readonly RowOf<List>[];
  const told =
    before && from
      ? [
          { ...before, to: dayBefore(from) },
          { ...after, from },
        ]
      : [after];
  const changed = before ? rows.flatMap((row) => (row === before ? told : [row])) : [...rows, ...told];
  return { ...register, [list]: changed };
}

export const withoutRow = <List extends Dated>(register: Register, list: List, gone: RowOf<List>): Register => ({
  ...register,
  [list]: (register[list] as readonly RowOf<List>[]).filter((row) => row !== gone),
});

export const withBody = (register: Register, body: Body): Register => ({
  ...register,
  bodies: [...register.bodies.filter(({ id }) => id !== body.id), body],
});

/** Whether a row counts on a day. */
export const standsOn = (
  { from, to }: { readonly from: string | null; readonly to: string | null },
  day: string,
): boolean => (from === null || from <= day) && (to === null || day <= to);

export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** How a person is called on the page: by name, else by the beginning of the pseudonym. */
export const calledBy = ({ id, name }: { readonly id: string; readonly name?: string | null }): string =>
  name ?? (id.startsWith('e:') && id.length > 12 ? `${id.slice(0, 10)}…` : id);
