import type { EditionView } from '../../client/types.ts';
import { decimalsFor, decimalsOf } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { csvAddress } from './csv.ts';
import { type NameOf, usePlaceWords } from './names.ts';

type Frozen = EditionView['closed']['figures'][number];

/** Figures as they were published: value with its interval and n, or why there is none. */
export const FrozenTable = ({
  edition,
  model,
  ofJourney,
  nameOf,
}: {
  readonly edition: EditionView;
  readonly model: string;
  /** Whether the model is one of a journey: what all its figures share is not said of each. */
  readonly ofJourney: boolean;
  readonly nameOf: NameOf;
}) => {
  const { say } = useLanguage();
  const { figures, period } = edition.closed;
  const placeWords = usePlaceWords(figures, ofJourney);
  return (
    <>
      <table className="stack frozen" aria-label={say('period.figures')}>
        <thead>
          <tr>
            <th scope="col">{say('period.indicator')}</th>
            <th scope="col">{say('revision.who')}</th>
            <th scope="col">{say('period.place')}</th>
            <th scope="col" className="num">
              {say('period.value')}
            </th>
            <th scope="col" className="num">
              {say('period.n')}
            </th>
            <th scope="col" className="num">
              {say('period.target')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow key={figure.indicator} figure={figure} name={nameOf(figure)} place={placeWords(figure)} />
          ))}
        </tbody>
      </table>
      <p className="acts noprint">
        <a className="btn" download={`${model}-${period}-${edition.edition}.csv`} href={csvAddress(edition)}>
          CSV
        </a>
        <button type="button" className="btn" onClick={() => window.print()}>
          {say('journey.print')}
        </button>
      </p>
    </>
  );
};

const FigureRow = ({
  figure,
  name,
  place,
}: {
  readonly figure: Frozen;
  readonly name: string;
  readonly place: string;
}) => {
  const { say, format } = useLanguage();
  const { value, interval, n, unit, target, state, owner } = figure;
  const decimals = decimalsFor(unit, interval);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={owner === null ? 'blank' : undefined} data-l={say('revision.who')}>
        {owner ?? '–'}
      </td>
      <td className="mute" data-l={say('period.place')}>
        {place}
      </td>
      <td className="num">
        {value === null ? (
          <span className="mute">{say(`period.state.${state === 'final' ? 'absent' : state}`)}</span>
        ) : (
          <>
            <b>{format.value(value, unit, decimals)}</b>
            {interval && <span className="mute"> ({format.range(interval[0], interval[1], decimals)})</span>}
          </>
        )}
      </td>
      <td className={n === null ? 'num blank' : 'num'} data-l={say('period.n')}>
        {n === null ? '–' : format.number(n)}
      </td>
      <td className={target === null ? 'num blank' : 'num'} data-l={say('period.target')}>
        {target === null ? '–' : format.value(target, unit, decimalsOf(target))}
      </td>
    </tr>
  );
};
