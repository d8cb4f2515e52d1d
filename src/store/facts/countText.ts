import { DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';
import type { IngestRequest } from '#acts';
import type { Connection } from './database.ts';
import { COUNT_TEXT } from './stage.ts';

/** Gives the engine the counting of texts as a function of content and language: the text is counted while it is read
 *  and is stored nowhere. */
export function registerCountText(connection: Connection, countText: NonNullable<IngestRequest['countText']>): void {
  connection.raw.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: COUNT_TEXT,
      parameterTypes: [VARCHAR, VARCHAR],
      returnType: VARCHAR,
      mainFunction: (_info, input, output) => {
        const contents = input.getColumnValues(0);
        const languages = input.getColumnValues(1);
        for (let row = 0; row < input.rowCount; row += 1) {
          const { words, sentences, syllables } = countText(String(contents[row]), String(languages[row] ?? 'ru'));
          output.setItem(row, `${words} ${sentences} ${syllables}`);
        }
        output.flush();
      },
    }),
  );
}
