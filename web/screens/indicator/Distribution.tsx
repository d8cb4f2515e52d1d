import { Histogram } from '../../charts/Histogram.tsx';
import { savePng, saveSvg } from '../../charts/saveChart.ts';
import type { DistributionView, IndicatorView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { useWidth } from '../../parts/useWidth.ts';

/** How the cases behind the figure lie, beside the year before. */
export const Distribution = ({
  indicator,
  distribution,
}: {
  readonly indicator: IndicatorView;
  readonly distribution: DistributionView;
}) => {
  const language = useLanguage();
  const { say, pick, format } = language;
  const [ref, width] = useWidth<HTMLDivElement>(620);
  const name = `${indicator.metric}-${indicator.period ?? ''}-distribution`;
  const save = (how: typeof saveSvg) => {
    const svg = ref.current?.querySelector('svg');
    if (svg) void how(svg, name);
  };
  const period = indicator.period ? format.period(indicator.period) : '';
  const before = distribution.beforePeriod ? format.period(distribution.beforePeriod) : null;
  return (
    <figure className="sec">
      <header>
        <h2>{say('dist.title')}</h2>
        <p>{say('dist.caption', { unit: format.unit(distribution.unit, 5, 0) })}</p>
        <span className="do noprint">
          <button type="button" className="plain" onClick={() => save(saveSvg)}>
            SVG
          </button>
          <button type="button" className="plain" onClick={() => save(savePng)}>
            PNG
          </button>
        </span>
      </header>
      <div ref={ref}>
        <Histogram
          distribution={distribution}
          target={indicator.target?.value ?? null}
          better={indicator.better}
          width={width}
          language={language}
          title={say('dist.chartTitle', { name: pick(indicator.name), period })}
        />
      </div>
      <div className="key">
        <span>
          <svg width="26" height="12" aria-hidden="true">
            <rect className="o-work" width="12" height="12" />
            {indicator.target && <rect className="o-wait" x="14" width="12" height="12" />}
          </svg>
          {indicator.target ? say('dist.nowTarget', { period }) : period}
        </span>
        {before && distribution.before && (
          <span>
            <svg width="22" height="12" aria-hidden="true">
              <path className="c-before" d="M0 11V4h8V1h8v6h6" />
            </svg>
            {before}
          </span>
        )}
      </div>
      <details>
        <summary>{say('dist.table')}</summary>
        <Scroll label={say('dist.table')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('dist.from')}</th>
                <th scope="col" className="num">
                  {period}
                </th>
                {before && (
                  <th scope="col" className="num">
                    {before}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {distribution.counts.map((count, k) => (
                <tr key={distribution.edges[k]}>
                  <th scope="row">
                    {format.range(distribution.edges[k] ?? null, distribution.edges[k + 1] ?? null, 1)}
                  </th>
                  <td className="num">{format.number(count)}</td>
                  {before && <td className="num">{format.number(distribution.before?.[k] ?? 0)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
};
