import { useState } from 'react';
import type { BatchView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { MappingEditor } from './MappingEditor.tsx';
import { type Guess, type GuessedTable, type Mapping, tableIndexOf, withTable } from './mapping.ts';
import { Options } from './Options.tsx';
import { Questions } from './Questions.tsx';
import { type ImportOptions, NO_OPTIONS } from './useImport.ts';

/** What was recognised, with a sample; unsettled questions first; then try, then take. */
export const Preview = ({
  guess,
  mapping,
  batches,
  tried,
  onCorrect,
  onRun,
  onAway,
}: {
  readonly guess: Guess;
  readonly mapping: Mapping | null;
  readonly batches: readonly BatchView[];
  /** A dry run of exactly this went well. */
  readonly tried: boolean;
  readonly onCorrect: (mapping: Mapping) => void;
  readonly onRun: (options: ImportOptions, dryRun: boolean) => void;
  readonly onAway: () => void;
}) => {
  const { say, sayCode, pick } = useLanguage();
  const [options, setOptions] = useState(NO_OPTIONS);
  return (
    <div className="preview">
      {guess.unsettled.length > 0 && <Questions questions={guess.unsettled} mapping={mapping} onCorrect={onCorrect} />}
      {guess.notes.length > 0 && (
        <ul className="notes">
          {guess.notes.map((note) => (
            <li key={note.en}>{pick(note)}</li>
          ))}
        </ul>
      )}
      {guess.tables.map((table) => (
        <section key={`${table.file} ${table.table}`} className="gtable">
          <h3>
            {table.file}
            {table.table !== table.file && ` · ${table.table}`}
          </h3>
          <p className="small soft">
            {table.register && say('guess.register')}
            {!table.register &&
              (factOf(table, mapping)
                ? say('guess.fact', { fact: sayCode('fact', factOf(table, mapping) ?? '') })
                : say('guess.factUnknown'))}{' '}
            {table.canonical && say('guess.canonical')}
          </p>
          <Scroll label={say('guess.sample', { file: table.file })}>
            <Sample columns={table.columns} rows={table.sample} />
          </Scroll>
          {!table.canonical && mapping && (
            <Corrections table={table} mapping={mapping} sure={guess.sure} onCorrect={onCorrect} />
          )}
        </section>
      ))}
      <Options options={options} batches={batches} onChange={setOptions} />
      <p className="acts">
        <button type="button" className={tried ? 'btn' : 'btn main'} onClick={() => onRun(options, true)}>
          {say('import.try')}
        </button>
        <button type="button" className={tried ? 'btn main' : 'btn'} onClick={() => onRun(options, false)}>
          {say('import.take')}
        </button>
        {mapping && (
          <button type="button" className="btn" onClick={() => saveMapping(mapping)}>
            {say('import.saveMapping')}
          </button>
        )}
        <button type="button" className="btn" onClick={onAway}>
          {say('import.away')}
        </button>
        <span className="tiny">{say('import.tryWhy')}</span>
      </p>
    </div>
  );
};

/** What the rows of a table are: told by its name and header, else by the mapping. */
const factOf = (table: GuessedTable, mapping: Mapping | null): string | null => {
  const rows = table.fact ?? (mapping ? mapping.tables[tableIndexOf(mapping, table.table)]?.rows : null);
  return rows && rows !== 'none' ? rows : null;
};

/** A sure guess is folded away: who wants to check it opens it. */
const Corrections = ({
  table,
  mapping,
  sure,
  onCorrect,
}: {
  readonly table: GuessedTable;
  readonly mapping: Mapping;
  readonly sure: boolean;
  readonly onCorrect: (mapping: Mapping) => void;
}) => {
  const { say } = useLanguage();
  const index = tableIndexOf(mapping, table.table);
  const own = mapping.tables[index];
  if (!own) return <p className="small soft">{say('map.none')}</p>;
  return (
    <details className="corrections" open={!sure}>
      <summary>{say('map.summary')}</summary>
      <MappingEditor
        table={table}
        mapping={own}
        onChange={(changed) => onCorrect(withTable(mapping, index, changed))}
      />
    </details>
  );
};

const SAMPLE = 8;

const Sample = ({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) => {
  // two columns may have one name and two rows one text: their places tell them apart
  const named = columns.map((name, place) => ({ name, place }));
  const shown = rows.slice(0, SAMPLE).map((cells, line) => ({ cells, line }));
  return (
    <table className="sample">
      <thead>
        <tr>
          {named.map(({ name, place }) => (
            <th key={place} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ cells, line }) => (
          <tr key={line}>
            {named.map(({ place }) => (
              <td key={place}>{cells[place]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The mapping as a file, for the command line and for the next month. */
const saveMapping = (mapping: Mapping): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(mapping, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'mapping.json';
  link.click();
  URL.revokeObjectURL(address);
};
