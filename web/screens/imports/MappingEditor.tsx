import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { DictionaryEditor } from './DictionaryEditor.tsx';
import {
  dictionariesOf,
  eventKindOf,
  type GuessedTable,
  roleOf,
  type TableMapping,
  withEventKind,
  withMeaning,
  withRole,
} from './mapping.ts';
import { EVENT_KINDS, FACT_FIELDS } from './vocabulary.ts';

/** Columns → fields and events of one table, with the first values of each column beside it. */
export const MappingEditor = ({
  table,
  mapping,
  onChange,
}: {
  readonly table: GuessedTable;
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}) => {
  const { say, sayCode } = useLanguage();
  const columns = table.columns.map((name, place) => ({ name, place }));
  return (
    <>
      <label className="field rows">
        {say('map.rows')}
        <select value={mapping.rows} onChange={(event) => onChange({ ...mapping, rows: event.target.value })}>
          {[...Object.keys(FACT_FIELDS), 'none'].map((fact) => (
            <option key={fact} value={fact}>
              {sayCode('rows', fact)}
            </option>
          ))}
        </select>
      </label>
      <Scroll label={say('map.columns', { file: table.file })}>
        <table className="mapping stack">
          <thead>
            <tr>
              <th scope="col">{say('map.column')}</th>
              <th scope="col">{say('map.sample')}</th>
              <th scope="col">{say('map.role')}</th>
              <th scope="col">{say('map.kind')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, place }) => (
              <tr key={place} id={columnId(name)}>
                <th scope="row">{name}</th>
                <td className="mute samples">{samplesOf(table, place)}</td>
                <td>
                  <RoleSelect mapping={mapping} column={name} onChange={onChange} />
                </td>
                <td>
                  {roleOf(mapping, name) === 'event' && (
                    <select
                      aria-label={say('map.kindOf', { column: name })}
                      value={eventKindOf(mapping, name)}
                      onChange={(event) => onChange(withEventKind(mapping, name, event.target.value))}
                    >
                      {EVENT_KINDS.map((kind) => (
                        <option key={kind} value={kind}>
                          {sayCode('event', kind)}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {dictionariesOf(mapping).map((dictionary) => (
        <DictionaryEditor
          key={`${dictionary.of} ${dictionary.name}`}
          dictionary={dictionary}
          onMeaning={(value, meaning) => onChange(withMeaning(mapping, dictionary, value, meaning))}
        />
      ))}
    </>
  );
};

/** Where an unsettled question leads. */
export const columnId = (column: string): string => `column-${encodeURIComponent(column)}`;

const samplesOf = (table: GuessedTable, place: number): string => {
  const found = new Set(table.sample.map((row) => row[place] ?? '').filter((text) => text !== ''));
  return [...found].slice(0, 3).join(' · ');
};

const RoleSelect = ({
  mapping,
  column,
  onChange,
}: {
  readonly mapping: TableMapping;
  readonly column: string;
  readonly onChange: (mapping: TableMapping) => void;
}) => {
  const { say, sayCode } = useLanguage();
  const role = roleOf(mapping, column);
  const fields = FACT_FIELDS[mapping.rows] ?? [];
  const offered = new Set([
    '',
    'event',
    'activity',
    ...fields.map((field) => `field:${field}`),
    ...(mapping.rows === 'event' ? (FACT_FIELDS.case ?? []).map((field) => `case:${field}`) : []),
    `field:x:${column}`,
  ]);
  return (
    <select
      aria-label={say('map.roleOf', { column })}
      value={role}
      onChange={(event) => onChange(withRole(mapping, column, event.target.value))}
    >
      {!offered.has(role) && <option value={role}>{role.replace(/^(field|case|answer):/, '')}</option>}
      <option value="">{say('map.leftOut')}</option>
      {mapping.rows !== 'event' && <option value="event">{say('map.event')}</option>}
      {mapping.rows === 'event' && <option value="activity">{say('map.activity')}</option>}
      <optgroup label={sayCode('rows', mapping.rows)}>
        {fields.map((field) => (
          <option key={field} value={`field:${field}`}>
            {sayCode('field', field)}
          </option>
        ))}
        <option value={`field:x:${column}`}>{say('map.attribute')}</option>
      </optgroup>
      {mapping.rows === 'event' && (
        <optgroup label={say('map.ofCase')}>
          {(FACT_FIELDS.case ?? []).map((field) => (
            <option key={field} value={`case:${field}`}>
              {sayCode('field', field)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
};
