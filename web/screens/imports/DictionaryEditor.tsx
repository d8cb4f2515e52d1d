import { useLanguage } from '../../language.tsx';
import type { Dictionary } from './mapping.ts';
import { CASE_KINDS, EVENT_KINDS, FIELD_CODES } from './vocabulary.ts';

/** All values of a dictionary; open where some of them mean nothing yet. */
export const DictionaryEditor = ({
  dictionary,
  onMeaning,
}: {
  readonly dictionary: Dictionary;
  readonly onMeaning: (value: string, meaning: string) => void;
}) => {
  const { say } = useLanguage();
  const count = Object.keys(dictionary.values).length;
  if (count === 0) return null;
  return (
    <details className="dictionary">
      <summary>{say('map.dictionary', { column: dictionary.column, count })}</summary>
      <DictionaryRows dictionary={dictionary} onMeaning={onMeaning} />
    </details>
  );
};

/** Found values → codes. A field with a closed vocabulary offers it; any other takes a code as text. */
export const DictionaryRows = ({
  dictionary,
  only,
  onMeaning,
}: {
  readonly dictionary: Dictionary;
  /** These values and no others. */
  readonly only?: readonly string[];
  readonly onMeaning: (value: string, meaning: string) => void;
}) => {
  const { say, sayCode } = useLanguage();
  const ofEvents = dictionary.of === 'activity' || dictionary.of === 'status';
  const codes = ofEvents ? EVENT_KINDS : dictionary.name === 'kind' ? CASE_KINDS : FIELD_CODES[dictionary.name];
  const group = ofEvents ? 'event' : dictionary.name;
  const values = Object.entries(dictionary.values).filter(([value]) => only === undefined || only.includes(value));
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{say('map.found')}</th>
          <th scope="col">{say('map.means')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(([value, meaning]) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            <td>
              {codes ? (
                <select
                  aria-label={say('map.meansOf', { value })}
                  value={meaning}
                  onChange={(event) => onMeaning(value, event.target.value)}
                >
                  {!ofEvents && <option value="">{say('map.noValue')}</option>}
                  {meaning !== '' && !codes.includes(meaning) && <option value={meaning}>{meaning}</option>}
                  {codes.map((code) => (
                    <option key={code} value={code}>
                      {sayCode(group, code)}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  type="text"
                  aria-label={say('map.meansOf', { value })}
                  value={meaning}
                  onChange={(event) => onMeaning(value, event.target.value)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
