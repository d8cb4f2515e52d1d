import { useLanguage } from '../../language.tsx';
import { DictionaryRows } from './DictionaryEditor.tsx';
import { columnId } from './MappingEditor.tsx';
import { dictionariesOf, type Mapping, tableIndexOf, type Unsettled, withMeaning, withTable } from './mapping.ts';

/** Unsettled questions come first; most can be answered on the spot. */
export const Questions = ({
  questions,
  mapping,
  onCorrect,
}: {
  readonly questions: readonly Unsettled[];
  readonly mapping: Mapping | null;
  readonly onCorrect: (mapping: Mapping) => void;
}) => {
  const { say, pick } = useLanguage();
  return (
    <section className="unsettled" aria-labelledby="h-unsettled">
      <h3 id="h-unsettled">{say('guess.unsettled')}</h3>
      <ol>
        {questions.map((question) => (
          <li key={`${question.code} ${question.where.table} ${question.where.column}`}>
            <p>
              {pick(question.reason)}{' '}
              {question.where.column && <a href={`#${columnId(question.where.column)}`}>{question.where.column}</a>}
            </p>
            {mapping && <OnTheSpot question={question} mapping={mapping} onCorrect={onCorrect} />}
          </li>
        ))}
      </ol>
    </section>
  );
};

const OnTheSpot = ({
  question,
  mapping,
  onCorrect,
}: {
  readonly question: Unsettled;
  readonly mapping: Mapping;
  readonly onCorrect: (mapping: Mapping) => void;
}) => {
  const { say, sayCode } = useLanguage();
  const index = tableIndexOf(mapping, question.where.table);
  const table = mapping.tables[index];
  if (!table) return null;
  switch (question.what) {
    case 'dateOrder':
      return (
        <label className="field rows">
          {say('map.dateOrder')}
          <select
            value={mapping.dateOrder}
            onChange={(event) => onCorrect({ ...mapping, dateOrder: event.target.value })}
          >
            {question.candidates.map((order) => (
              <option key={order} value={order}>
                {sayCode('dateOrder', order)}
              </option>
            ))}
          </select>
        </label>
      );
    case 'rows':
      return (
        <label className="field rows">
          {say('map.rows')}
          <select
            value={table.rows}
            onChange={(event) => onCorrect(withTable(mapping, index, { ...table, rows: event.target.value }))}
          >
            {question.candidates.map((fact) => (
              <option key={fact} value={fact}>
                {sayCode('rows', fact)}
              </option>
            ))}
          </select>
        </label>
      );
    default: {
      const dictionary = dictionariesOf(table).find((one) => one.column === question.where.column);
      if (!dictionary || question.values.length === 0) return null;
      return (
        <DictionaryRows
          dictionary={dictionary}
          only={question.values}
          onMeaning={(value, meaning) =>
            onCorrect(withTable(mapping, index, withMeaning(table, dictionary, value, meaning)))
          }
        />
      );
    }
  }
};
