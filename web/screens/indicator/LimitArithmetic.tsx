import type { IndicatorView } from '../../client/types.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

/** How the limits came about, and every point as a table. */
export const LimitArithmetic = ({ indicator }: { readonly indicator: IndicatorView }) => {
  const { say, format } = useLanguage();
  const { chart } = indicator;
  const decimals = decimalsFor(indicator.unit, indicator.current?.interval);
  const fine = Math.min(3, decimals + 1);
  const limited = chart.segments.filter(
    (segment) => segment.meanMovingRange !== null && segment.unclippedUpper !== null,
  );
  return (
    <details className="arithmetic">
      <summary>{say('limits.summary')}</summary>
      {limited.map((segment) => (
        <p key={segment.from} className="small soft prose">
          {say('limits.sum', {
            from: format.period(chart.points[segment.from]?.period ?? ''),
            to: format.period(chart.points[segment.baselineTo]?.period ?? ''),
            centre: format.number(segment.centre!, fine),
            range: format.number(segment.meanMovingRange!, fine),
            limits: format.range(segment.unclippedLower, segment.unclippedUpper, fine),
          })}{' '}
          {segment.excludedRanges.length > 0 &&
            say('limits.excluded', { list: segment.excludedRanges.map(format.period).join(', ') })}{' '}
          {(segment.lower !== segment.unclippedLower || segment.upper !== segment.unclippedUpper) &&
            say('limits.clipped', { limits: format.range(segment.lower, segment.upper, fine) })}
        </p>
      ))}
      {limited.length === 0 && (
        <p className="small soft prose">{say(chart.kind === 'daysBetween' ? 'limits.days' : 'limits.none')}</p>
      )}
      <Scroll label={say('limits.caption')}>
        <table className="pts">
          <caption className="sr">{say('limits.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('filter.period')}</th>
              <th scope="col" className="num">
                n
              </th>
              <th scope="col" className="num">
                {say('table.value')}
              </th>
              <th scope="col" className="num">
                {say('table.interval')}
              </th>
              <th scope="col">{say('limits.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {[...chart.points].reverse().map((point) => (
              <tr key={point.period}>
                <td>{format.period(point.period)}</td>
                <td className="num">{typeof point.n === 'number' ? format.number(point.n) : '–'}</td>
                <td className="num">{point.value === null ? '–' : format.number(point.value, decimals)}</td>
                <td className="num mute">{point.interval ? format.range(...point.interval, decimals) : ''}</td>
                <td>
                  {point.rules.map((rule) => say(`rule.${rule}`)).join(', ')}
                  {point.hollow && say('limits.hollow')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
};
