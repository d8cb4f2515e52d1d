import { columnOf, type Fact, type FieldType, type Lie, lieOf } from '#facts';
import { type Connection, named, quote } from './database.ts';
import { storedFields, tableOf } from './schema.ts';
import { stagedTable } from './stage.ts';

const DICTIONARIES: Readonly<Partial<Record<Lie, string>>> = {
  code: 'code',
  caseNo: 'case_id',
  runNo: 'run_id',
  client: 'client_key',
};

/** The number of the word `client` among codes: who is asked, where it is the client. */
export const CLIENT_CODE = 1;

/** Adds every new text of the staged facts to its dictionary. Personal keys and employees enter as keyed hashes
 *  (facts.md § 1): `key` is the data directory's secret; values that are hashes already are kept. */
export async function extendDictionaries(connection: Connection, facts: readonly Fact[], key: string): Promise<void> {
  const sources: Record<string, string[]> = { code: [], case_id: [], run_id: [], client_key: [] };
  const secret: Record<Secret, string[]> = { key: [], person: [] };
  for (const fact of facts) {
    for (const field of storedFields(fact)) {
      const dictionary = DICTIONARIES[lieOf(field)];
      if (!dictionary) continue;
      if (fact === 'event' && field.name === 'caseId') continue;
      const raw = `SELECT DISTINCT ${named(field.name)} AS text FROM ${stagedTable(fact)} WHERE ${named(field.name)} IS NOT NULL`;
      if (isSecret(field.type)) secret[field.type].push(raw);
      else sources[dictionary]!.push(raw);
    }
  }
  for (const [type, { table, prefix, dictionary }] of Object.entries(SECRETS)) {
    const raws = secret[type as Secret].join(' UNION ') || "SELECT '' AS text WHERE false";
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT text AS raw, ${hashed('text', prefix, key)} AS text FROM (${raws}) UNION ALL SELECT ${NOBODY}, NULL`,
    );
    sources[dictionary]!.push(`SELECT text FROM ${table} WHERE text IS NOT NULL`);
  }
  if ((await connection.number('SELECT count(*) FROM code')) === 0) {
    await connection.run(`INSERT INTO code VALUES (${CLIENT_CODE}, 'client')`);
  }
  for (const [dictionary, selects] of Object.entries(sources)) {
    if (dictionary === 'case_id') {
      await numberCases(connection, selects, facts.includes('event'));
      continue;
    }
    if (selects.length === 0) continue;
    await connection.run(
      `INSERT INTO ${dictionary} SELECT (SELECT coalesce(max("no"), 0) FROM ${dictionary}) + row_number() OVER (ORDER BY text), text
       FROM (SELECT DISTINCT text FROM (${selects.join(' UNION ')})) n WHERE NOT EXISTS (SELECT 1 FROM ${dictionary} d WHERE d.text = n.text)`,
    );
  }
  // Codes are numbered from 1 without a hole, so that a word's place in this type is its number less one: looking it up
  // there costs less than a join a column.
  await connection.run(`CREATE OR REPLACE TEMP TYPE ${CODE_TYPE} AS ENUM (SELECT text FROM code ORDER BY "no")`);
}

const CODE_TYPE = 'code_word';
/** Stands for no person in a join: no text is spelt so. */
const NOBODY = 'chr(2)';

/** Personal texts: hashed once each, in a temporary table of the raw text and its hash. */
const SECRETS = {
  key: { table: 'hashed_key', prefix: 'h:', dictionary: 'client_key' },
  person: { table: 'hashed_person', prefix: 'e:', dictionary: 'code' },
} as const;
type Secret = keyof typeof SECRETS;
const isSecret = (type: FieldType): type is Secret => type in SECRETS;

/** Cases are numbered as the file of events tells of them: what lies in order there then lies in order here. */
async function numberCases(connection: Connection, selects: readonly string[], byEvents: boolean): Promise<void> {
  const told = selects.map((select) => `SELECT text, NULL::BIGINT AS seen FROM (${select})`);
  if (byEvents)
    told.push(
      `SELECT "caseId" AS text, min(rowid) AS seen FROM ${stagedTable('event')} WHERE "caseId" IS NOT NULL GROUP BY 1`,
    );
  if (told.length === 0) return;
  await connection.run(
    `INSERT INTO case_id SELECT (SELECT coalesce(max("no"), 0) FROM case_id) + row_number() OVER (ORDER BY seen NULLS LAST, text), text
     FROM (SELECT text, min(seen) AS seen FROM (${told.join(' UNION ALL ')}) GROUP BY text) n
     WHERE NOT EXISTS (SELECT 1 FROM case_id d WHERE d.text = n.text)`,
  );
}

const hashed = (text: string, prefix: 'h:' | 'e:', key: string): string =>
  `CASE WHEN starts_with(${text}, '${prefix}') THEN ${text} ELSE '${prefix}' || sha256(${quote(key)} || ${text})[1:20] END`;

/** SELECT of a fact's staged rows in stored form: dictionary numbers in place of texts. `extraColumns` come last. */
export function encodedSelect(
  fact: Fact,
  common: {
    readonly batch: number;
    readonly ord: string;
    readonly horizon: number;
    readonly source: number;
    readonly more?: readonly string[];
    /** Staged rows from one number up to another. */
    readonly rows?: readonly [from: number, to: number];
  },
): string {
  const joins: string[] = [];
  const columns = storedFields(fact).map((field, i) => {
    const dictionary = DICTIONARIES[lieOf(field)];
    if (!dictionary) return `s.${named(field.name)} AS ${named(columnOf(field))}`;
    const text = `s.${named(field.name)}`;
    const alias = `d${i}`;
    if (isSecret(field.type)) {
      const { table } = SECRETS[field.type];
      // Not a left join: that one hands on rows without a match after the others, and the order of the file is lost.
      joins.push(
        `JOIN (SELECT raw, d."no" FROM ${table} h LEFT JOIN ${dictionary} d ON d.text = h.text) ${alias} ON ${alias}.raw = coalesce(${text}, ${NOBODY})`,
      );
    } else if (dictionary === 'code') {
      return `enum_code(${text}::${CODE_TYPE})::INTEGER + 1 AS ${named(columnOf(field))}`;
    } else {
      joins.push(`${field.required ? '' : 'LEFT '}JOIN ${dictionary} ${alias} ON ${alias}.text = ${text}`);
    }
    return `${alias}."no" AS ${named(columnOf(field))}`;
  });
  const fixed = [
    `${common.batch} AS batch`,
    'true AS live',
    `s.ord AS ord`,
    `${common.horizon} AS horizon`,
    `${common.source} AS source`,
    's.extra AS extra',
  ];
  const slice = common.rows ? ` AND rowid >= ${common.rows[0]} AND rowid < ${common.rows[1]}` : '';
  const from = `(SELECT *, ${common.ord} AS ord FROM ${stagedTable(fact)} WHERE fault IS NULL${slice})`;
  return `SELECT ${[...fixed, ...columns, ...(common.more ?? [])].join(', ')} FROM ${from} s ${joins.join(' ')}`;
}

export const insertInto = (fact: Fact): string => `INSERT INTO ${tableOf(fact)}`;
