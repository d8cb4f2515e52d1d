import type { ImportReport } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

const SHOWN = 100;

/** Refused rows: where, what was found, why, what to do. */
export const RefusalTable = ({ report }: { readonly report: ImportReport }) => {
  const { say, pick, format } = useLanguage();
  // a row that gives a case and events may be refused for each of them: once is enough to read
  const refusals = [...new Map(report.refusals.map((refusal) => [keyOf(refusal), refusal])).values()];
  return (
    <>
      <h3>{say('refusals.title')}</h3>
      <Scroll label={say('refusals.title')}>
        <table className="stack refusals">
          <thead>
            <tr>
              <th scope="col">{say('refusals.place')}</th>
              <th scope="col">{say('refusals.field')}</th>
              <th scope="col">{say('refusals.got')}</th>
              <th scope="col">{say('refusals.reason')}</th>
              <th scope="col">{say('refusals.remedy')}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.slice(0, SHOWN).map((refusal) => (
              <tr key={keyOf(refusal)}>
                <th scope="row">
                  {refusal.file}
                  {refusal.line !== undefined && `, ${say('refusals.line', { line: format.number(refusal.line) })}`}
                </th>
                <td data-l={say('refusals.field')}>{refusal.field ?? ''}</td>
                <td data-l={say('refusals.got')}>{refusal.got !== undefined && <code>{refusal.got}</code>}</td>
                <td>{pick(refusal.reason)}</td>
                <td>{pick(refusal.remedy)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="acts">
        {(refusals.length > SHOWN || report.more > 0) && (
          <span className="tiny">
            {say('refusals.shown', { shown: Math.min(SHOWN, refusals.length), total: refusals.length + report.more })}
          </span>
        )}
        <button type="button" className="btn" onClick={() => save(refusals, pick)}>
          {say('refusals.save')}
        </button>
      </p>
    </>
  );
};

const keyOf = ({ file, line, field, code, got }: ImportReport['refusals'][number]): string =>
  [file, line, field, code, got].join('\u0001');

/** The whole list as CSV; cells that look like formulas are defused, since people open it in a spreadsheet. */
const save = (refusals: ImportReport['refusals'], pick: ReturnType<typeof useLanguage>['pick']): void => {
  const cell = (value: string | number | undefined): string => {
    const text = String(value ?? '');
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const lines = refusals.map((refusal) =>
    [refusal.file, refusal.line, refusal.field, refusal.got, pick(refusal.reason), pick(refusal.remedy)]
      .map(cell)
      .join(';'),
  );
  const blob = new Blob([`\ufefffile;line;field;got;reason;remedy\r\n${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'refusals.csv';
  link.click();
  URL.revokeObjectURL(address);
};
