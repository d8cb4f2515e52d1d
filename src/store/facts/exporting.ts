import { columnOf, type Fact, type Field, lieOf } from '#facts';
import { type Connection, named, quote } from './database.ts';
import { storedFields, tableOf } from './schema.ts';

const ORDER: Readonly<Record<Fact, string>> = {
  case: '"id"',
  event: '"caseId", r."at", r.seq NULLS LAST, r.batch, r.ord',
  // Never an order that could join an answer to an invitation (facts.md § 1).
  answer: '"question", r."at", r."value", 3, 4, 5',
  invitation: 'r."at", 2, 3, 4, 5',
  text: '"caseId" NULLS LAST, r."at", 2, 5',
  reading: '"instrument", r."at", r.ord',
  organisation: 'r.ord',
};

/** Writes one fact as canonical CSV; answers its rows. */
export async function exportFact(connection: Connection, fact: Fact | 'span', file: string): Promise<number> {
  const select = fact === 'span' ? spanSelect : await factSelect(connection, fact);
  return connection.run(`COPY (${select}) TO ${quote(file)} (FORMAT csv, HEADER true, DELIMITER ',', NULL '')`);
}

const instantText = (column: string): string => `strftime(make_timestamp(${column}), '%Y-%m-%dT%H:%M:%S.%fZ')`;

const spanSelect = `SELECT i.text AS "caseId", ['work', 'gap', 'client', 'agency', 'suspension'][s.kind] AS kind, t.text AS touchpoint, u.text AS unit, b.text AS body,
  e.text AS employee, g.text AS giver, k.text AS taker, ['yes', 'no'][s.recorded] AS recorded, ${instantText('s."from"')} AS "from", ${instantText('s."to"')} AS "to"
  FROM span s JOIN case_id i ON i."no" = s.caseNo LEFT JOIN code t ON t."no" = s.touchpoint LEFT JOIN code u ON u."no" = s.unit
  LEFT JOIN code b ON b."no" = s.body LEFT JOIN code e ON e."no" = s.employee LEFT JOIN code g ON g."no" = s.giver LEFT JOIN code k ON k."no" = s.taker
  ORDER BY i.text, s."from"`;

async function factSelect(connection: Connection, fact: Fact): Promise<string> {
  const joins: string[] = [];
  const columns = storedFields(fact).map((field, i) => `${textOf(field, `d${i}`, joins)} AS ${named(field.name)}`);
  const attributes = await connection.rows<{ name: string }>(
    `SELECT DISTINCT unnest(json_keys(extra)) AS name FROM ${tableOf(fact)} WHERE live AND extra IS NOT NULL ORDER BY name`,
  );
  const extras = attributes.map(
    ({ name }) => `json_extract_string(r.extra, ${quote(`$.${JSON.stringify(name)}`)}) AS ${named(`x:${name}`)}`,
  );
  return `SELECT ${[...columns, ...extras].join(', ')} FROM ${tableOf(fact)} r ${joins.join(' ')} WHERE r.live ORDER BY ${ORDER[fact]}`;
}

const DICTIONARY = { code: 'code', caseNo: 'case_id', runNo: 'run_id', client: 'client_key' } as const;

function textOf(field: Field, alias: string, joins: string[]): string {
  const column = `r.${named(columnOf(field))}`;
  const lie = lieOf(field);
  switch (lie) {
    case 'code':
    case 'caseNo':
    case 'runNo':
    case 'client':
      joins.push(`LEFT JOIN ${DICTIONARY[lie]} ${alias} ON ${alias}."no" = ${column}`);
      return `${alias}.text`;
    case 'fixed':
      return `[${field.oneOf!.map(quote).join(', ')}][${column}]`;
    case 'micros':
      return instantText(column);
    case 'mask': {
      const words = field.oneOf!.map(
        (word, index) => `CASE WHEN ${column} & ${2 ** index} <> 0 THEN ${quote(word)} END`,
      );
      return `CASE WHEN ${column} IS NULL THEN CASE WHEN r."words" IS NOT NULL THEN '?' END ELSE nullif(concat_ws(' ', ${words.join(', ')}), '') END`;
    }
    case 'number':
      return `CASE WHEN ${column} = floor(${column}) THEN ${column}::BIGINT::VARCHAR ELSE ${column}::VARCHAR END`;
    case 'integer':
    case 'text':
      return column;
  }
}
