import type { MetName, OrganisationKept } from '#acts';
import { FACTS, type Fact, FIELDS } from '#facts';
import type { OrganisationRow } from '#organisation';
import { type Connection, named, quote } from './database.ts';
import { CLIENT_CODE } from './encode.ts';
import { tableOf } from './schema.ts';
import type { IngestSettings } from './settings.ts';

/** The organisation's rows that count, and every place, person, service and segment that the facts name. */
export async function organisationKept(connection: Connection, settings: IngestSettings): Promise<OrganisationKept> {
  const rows = await connection.rows<Omit<OrganisationRow, 'kind'> & { readonly isBody: boolean }>(
    `SELECT i.text AS id, o.kind = 2 AS "isBody", o.name, p.text AS parent, o.zone, o.schedule, o.calendar, o."validFrom", o."validTo"
     FROM organisation_row o JOIN code i ON i."no" = o.id LEFT JOIN code p ON p."no" = o.parent
     WHERE o.live ORDER BY i.text, o."validFrom" NULLS FIRST`,
  );
  return {
    rows: rows.map(({ isBody, ...row }) => ({ ...row, kind: isBody ? 'body' : 'unit' })),
    calendars: [...new Set(['ru', ...settings.calendars.keys()])],
    met: await namesMet(connection),
  };
}

const KINDS = ['unit', 'body', 'employee', 'service', 'segment'] as const;

async function namesMet(connection: Connection): Promise<readonly MetName[]> {
  const selects = FACTS.filter((fact) => fact !== 'organisation').flatMap(selectsOf);
  return connection.rows<MetName>(
    `SELECT kind, c.text AS id, count(*) AS "rows", min("at") AS "first", max("at") AS "last", mode(u.text) AS unit
     FROM (${selects.join(' UNION ALL ')}) m JOIN code c ON c."no" = m."no" LEFT JOIN code u ON u."no" = m.unit
     GROUP BY kind, c.text ORDER BY kind, c.text`,
  );
}

/** One stored fact's columns that name somebody. A person comes with the unit of the row. */
function selectsOf(fact: Fact): readonly string[] {
  const has = (name: string): boolean => FIELDS[fact].some((field) => field.name === name);
  const at = fact === 'case' ? 'coalesce("registeredAt", "startedAt", "closedAt")' : '"at"';
  const select = (kind: (typeof KINDS)[number], column: string, more = ''): string =>
    `SELECT ${quote(kind)} AS kind, ${named(column)} AS "no", ${at} AS "at", ${kind === 'employee' && has('unit') ? 'unit' : 'NULL::INTEGER'} AS unit
     FROM ${tableOf(fact)} WHERE live AND ${named(column)} IS NOT NULL${more}`;
  const own = KINDS.filter(has).map((kind) => select(kind, kind));
  // Whom a request is addressed to is a body where nothing else is known of it (facts.md § 2).
  return has('asked') ? [...own, select('body', 'asked', ` AND asked <> ${CLIENT_CODE}`)] : own;
}
