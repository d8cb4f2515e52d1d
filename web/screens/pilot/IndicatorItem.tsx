import type { PilotView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { AddComment, Said } from './Comments.tsx';
import { Decide } from './Decide.tsx';
import { Findings } from './Findings.tsx';
import type { Perform, PilotRow } from './pilotActs.ts';

/** One indicator under trial: what it is, what facts and people say of it, what is advised and what is decided. */
export const IndicatorItem = ({
  row,
  pilot,
  partner,
  decided,
  perform,
}: {
  readonly row: PilotRow;
  readonly pilot: PilotView['pilot'];
  /** Name of the indicator that it is compared with. */
  readonly partner: string;
  readonly decided: PilotView['pilot']['decisions'][number] | undefined;
  readonly perform: Perform;
}) => {
  const { say, pick, format } = useLanguage();
  const { current, evidence, owner, holders, unit } = row;
  const { heard, comments } = evidence;
  const running = pilot.state === 'running';
  const name = pick(row.name);
  return (
    <article className="tried">
      <div className="what">
        <h4>{name}</h4>
        <p className="tiny">{owner ?? say(holders.length > 0 ? 'pilot.everybody' : 'pilot.nobody')}</p>
        <p className="small soft">{pick(row.sentence)}</p>
        {current && (
          <p className="small">
            {current.value === null
              ? say('pilot.nowNone', { period: format.period(current.period) })
              : say('pilot.now', {
                  period: format.period(current.period),
                  value: format.value(current.value, unit, 1),
                })}
            {current.n !== null && <span className="mute"> {say('pilot.ofN', { n: format.number(current.n) })}</span>}
          </p>
        )}
      </div>
      <div className="shown">
        <Findings row={row} partner={partner} />
        {heard.unclearWhy.length > 0 && <Said texts={heard.unclearWhy} what={say('pilot.said.unclear')} />}
        {heard.hinderedBy.length > 0 && <Said texts={heard.hinderedBy} what={say('pilot.said.hindered')} />}
        {comments.length > 0 && <Said texts={comments} what={say('pilot.said.comment')} />}
        {running && (
          <details className="noprint">
            <summary>
              {say('pilot.comment')}
              <span className="sr">: {name}</span>
            </summary>
            <AddComment indicator={row.indicator} label={say('pilot.commentText')} perform={perform} />
          </details>
        )}
      </div>
      <div className="judged">
        <p>
          <b>{say(`pilot.recommend.${row.recommended}`)}</b>
        </p>
        <ul className="small soft">
          {row.reasons.map(({ code, words }) => (
            <li key={code}>{pick(words)}</li>
          ))}
        </ul>
        <Decide row={row} name={name} decided={decided} perform={perform} />
      </div>
    </article>
  );
};
