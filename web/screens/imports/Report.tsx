import { Link } from '@tanstack/react-router';
import type { ImportReport } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { RefusalTable } from './RefusalTable.tsx';

/** What became of the files: rows read, taken, refused; each refusal with its place and remedy. */
export const Report = ({ report }: { readonly report: ImportReport }) => {
  const { say, sayCode, pick, format } = useLanguage();
  const bad = report.result === 'refused';
  return (
    <div className={bad ? 'state err report' : 'state report'} role={bad ? 'alert' : 'status'}>
      <p>
        <b>{say(`report.${report.result}`)}</b> {say('report.counts', { cases: report.cases, events: report.events })}{' '}
        {report.repeated > 0 && say('report.repeated', { count: report.repeated })}{' '}
        {report.horizon && say('report.horizon', { day: format.day(report.horizon) })}
      </p>
      <table className="stack">
        <caption className="sr">{say('report.files')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('report.file')}</th>
            <th scope="col">{say('report.fact')}</th>
            <th scope="col" className="num">
              {say('report.read')}
            </th>
            <th scope="col" className="num">
              {say('report.takenRows')}
            </th>
            <th scope="col" className="num">
              {say('report.refusedRows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.files.map((file) => (
            <tr key={`${file.file} ${file.fact}`}>
              <th scope="row">{file.file}</th>
              <td>{file.fact ? sayCode('fact', file.fact) : '–'}</td>
              <td className="num" data-l={say('report.read')}>
                {format.number(file.rowsRead)}
              </td>
              <td className="num" data-l={say('report.takenRows')}>
                {format.number(file.taken)}
              </td>
              <td className="num" data-l={say('report.refusedRows')}>
                {format.number(file.refused)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.notes.length > 0 && (
        <ul className="notes">
          {report.notes.map((note) => (
            <li key={note.en}>{pick(note)}</li>
          ))}
        </ul>
      )}
      {bad && <p className="hint">{say('report.allowHint')}</p>}
      {report.refusals.length > 0 && <RefusalTable report={report} />}
      {report.result === 'taken' && (
        <p className="acts">
          <Link className="btn main" to="/">
            {say('report.look')}
          </Link>
        </p>
      )}
    </div>
  );
};
