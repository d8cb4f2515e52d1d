import type { EditionView } from '../../client/types.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

type Frozen = EditionView['closed']['figures'][number];

/** Figures as they were published: value with its interval and n, or why there is none. */
export const FrozenTable = ({ edition, model }: { readonly edition: EditionView; readonly model: string }) => {
  const { say } = useLanguage();
  const { figures, period } = edition.closed;
  return (
    <>
      <Scroll label={say('period.figures')}>
        <table className="frozen">
          <thead>
            <tr>
              <th scope="col">{say('period.indicator')}</th>
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
              <FigureRow key={figure.indicator} figure={figure} />
            ))}
          </tbody>
        </table>
      </Scroll>
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

const FigureRow = ({ figure }: { readonly figure: Frozen }) => {
  const { say, format } = useLanguage();
  const { value, interval, n, unit, target, state } = figure;
  const decimals = decimalsFor(unit, interval);
  return (
    <tr>
      <th scope="row">{figure.name}</th>
      <td className="mute">{placeOf(figure)}</td>
      <td className="num">
        {value === null ? (
          <span className="mute">
            {say(`period.state.${state === 'final' || state === 'preliminary' ? 'absent' : state}`)}
          </span>
        ) : (
          <>
            <b>{format.value(value, unit, decimals)}</b>
            {interval && <span className="mute"> ({format.range(interval[0], interval[1], decimals)})</span>}
          </>
        )}
      </td>
      <td className="num">{n === null ? '–' : format.number(n)}</td>
      <td className="num">{target === null ? '–' : format.value(target, unit, targetDecimals(target))}</td>
    </tr>
  );
};

const targetDecimals = (target: number): number => Math.min(3, String(target).split('.')[1]?.length ?? 0);

const placeOf = ({ scope }: Frozen): string =>
  Object.values(scope)
    .flat()
    .filter((place) => place !== null)
    .join(', ');

const COLUMNS = ['indicator', 'name', 'metric', 'spec', 'unit', 'state', 'value', 'n', 'target'] as const;

/** All that was published of each figure, as a file that needs no server: an edition never changes. */
export function csvAddress({ closed, edition }: EditionView): string {
  const head = ['period', 'edition', ...COLUMNS, 'low', 'high', 'numerator', 'denominator', 'coverage', 'scope'];
  const rows = closed.figures.map((figure) => [
    closed.period,
    edition,
    ...COLUMNS.map((column) => figure[column]),
    figure.interval?.[0] ?? null,
    figure.interval?.[1] ?? null,
    figure.numerator,
    figure.denominator,
    figure.coverage,
    placeOf(figure),
  ]);
  const text = [head, ...rows].map((cells) => cells.map(cellOf).join(',')).join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${text}\r\n`)}`;
}

/** Text that a spreadsheet would take for a formula is defused. */
const cellOf = (cell: string | number | null): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
