import type { JourneyPictureView, TypicalRun } from '#acts';
import { FILL } from '../../charts/journey/drawn.ts';
import { useLanguage } from '../../language.tsx';
import type { Names } from './names.ts';
import { DAY } from './spans.ts';

/** Real cases that lie nearest the median and the 90th percentile, each with its own strip, all on one scale. */
export const Typical = ({ view, names }: { readonly view: JourneyPictureView; readonly names: Names }) => {
  const { say, format } = useLanguage();
  const { typical } = view.whole!;
  const longest = Math.max(1, ...[...typical.p50, ...typical.p90].map(({ seconds }) => seconds));
  if (typical.p50.length + typical.p90.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="h-typical">
      <header>
        <h2 id="h-typical">{say('typical.title')}</h2>
        <p>{say('typical.why')}</p>
      </header>
      {(['p50', 'p90'] as const).map((which) => (
        <div key={which} className="jtypical">
          <h3>{say(`typical.${which}`)}</h3>
          <ul>
            {typical[which].map((run) => (
              <li key={run.id}>
                <span>
                  {run.id} <span className="mute">{format.value(run.seconds / DAY, 'days', 1)}</span>
                </span>
                <Strip run={run} view={view} names={names} longest={longest} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

const Strip = ({
  run,
  view,
  names,
  longest,
}: {
  readonly run: TypicalRun;
  readonly view: JourneyPictureView;
  readonly names: Names;
  readonly longest: number;
}) => {
  const { format } = useLanguage();
  const percent = (seconds: number): string => `${((100 * seconds) / longest).toFixed(3)}%`;
  const pieces = run.pieces.map((piece) => ({ ...piece, of: view.tiles.find(({ key }) => key === piece.tile) }));
  const told = pieces.flatMap(({ of, seconds }) => (of ? `${names.tile(of)} ${format.number(seconds / DAY, 1)}` : []));
  return (
    <svg width="100%" height="20" role="img" aria-label={told.join(', ')}>
      {pieces.map((piece) => (
        <rect
          key={piece.startSeconds}
          className={FILL[piece.of?.kind ?? 'work']}
          x={percent(piece.startSeconds)}
          y="2"
          width={percent(piece.seconds)}
          height="16"
        >
          <title>{piece.of ? `${names.tile(piece.of)} ${format.number(piece.seconds / DAY, 1)}` : ''}</title>
        </rect>
      ))}
    </svg>
  );
};
