import type { EditionView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';

/** All editions of a period, newest first; none is ever taken away. */
export const Editions = ({
  editions,
  shown,
  onShow,
}: {
  readonly editions: readonly EditionView[];
  readonly shown: number;
  readonly onShow: (edition: number) => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  return (
    <section className="sec" aria-labelledby="h-editions">
      <header>
        <h2 id="h-editions">{say('period.editions')}</h2>
        <p>{say('period.editionsWhy')}</p>
      </header>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say('periods.edition')}</th>
            <th scope="col">{say('periods.when')}</th>
            <th scope="col">{say('versions.actor')}</th>
            <th scope="col">{say('period.version')}</th>
            <th scope="col">{say('period.reasonOf')}</th>
            <th scope="col">{say('period.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map(({ edition, at, actor, closed, differences }) => (
            <tr key={edition}>
              <th scope="row">
                {edition === shown ? (
                  <span aria-current="true">{say('period.shown', { no: edition })}</span>
                ) : (
                  <button type="button" className="plain" onClick={() => onShow(edition)}>
                    {say('periods.editionNo', { no: edition })}
                  </button>
                )}
              </th>
              <td data-l={say('periods.when')}>{format.moment(at)}</td>
              <td>{sayCode('actor', actor)}</td>
              <td data-l={say('period.version')}>{closed.modelVersion}</td>
              <td data-l={say('period.reasonOf')}>{closed.reason === '' ? say('period.first') : closed.reason}</td>
              <td className={differences.length === 0 ? 'blank' : undefined} data-l={say('period.changes')}>
                {differences.length === 0 ? '–' : say('period.changedOf', { count: differences.length })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
