import { useLanguage } from '../../language.tsx';
import { MOST_COLUMNS, type Page } from './layout.ts';
import type { Namer } from './words.ts';

/** Which positions stand on the matrix; unit by unit. */
export const Pager = ({
  pages,
  at,
  total,
  names,
  onTurn,
}: {
  readonly pages: readonly Page[];
  readonly at: number;
  /** Positions in all. */
  readonly total: number;
  readonly names: Namer;
  readonly onTurn: (page: number) => void;
}) => {
  const { say, format } = useLanguage();
  if (total <= MOST_COLUMNS) return null;
  const now = Math.min(at, pages.length - 1);
  const page = pages[now]!;
  const before = pages.slice(0, now).reduce((sum, { columns }) => sum + columns.length, 0);
  const units = page.units.map(names.unit);
  return (
    <p className="pager acts">
      <button type="button" className="btn" disabled={now === 0} onClick={() => onTurn(now - 1)}>
        {say('pager.before')}
      </button>
      <button type="button" className="btn" disabled={now >= pages.length - 1} onClick={() => onTurn(now + 1)}>
        {say('pager.next')}
      </button>
      <span className="small" role="status">
        {say('pager.positions', {
          range: format.range(before + 1, before + page.columns.length, 0),
          total,
        })}{' '}
        <span className="mute">{units.length > 3 ? `${units.slice(0, 3).join(', ')} …` : units.join(', ')}</span>
      </span>
    </p>
  );
};
