import { useState } from 'react';
import { BehaviourChart } from '../../charts/BehaviourChart.tsx';
import { savePng, saveSvg } from '../../charts/saveChart.ts';
import type { IndicatorView } from '../../client/types.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { useWidth } from '../../parts/useWidth.ts';
import { exportAddress, type View } from '../../view.ts';
import { Changes } from './Changes.tsx';
import { ChartKey } from './ChartKey.tsx';
import { LimitArithmetic } from './LimitArithmetic.tsx';
import { RecordChange } from './RecordChange.tsx';

/** The big chart, its changes, and the arithmetic behind its limits. */
export const OwnPast = ({
  indicator,
  view,
  onChanged,
}: {
  readonly indicator: IndicatorView;
  readonly view: View;
  readonly onChanged: () => void;
}) => {
  const language = useLanguage();
  const { say, pick, format } = language;
  const [ref, width] = useWidth<HTMLDivElement>(1296);
  const [recording, setRecording] = useState(false);
  const { chart } = indicator;
  const name = `${indicator.metric}-${indicator.period ?? ''}`;
  const drawn = (): SVGSVGElement | null => ref.current?.querySelector('svg.pbc') ?? null;
  const decimals = decimalsFor(indicator.unit, indicator.current?.interval);
  const empty = chart.points.every((point) => point.value === null);
  return (
    <figure className="sec first">
      <header>
        <h2>{say('past.title')}</h2>
        <p>
          {say(`by.${indicator.by}`)}
          {unitCaption(indicator.unit, format.unit(indicator.unit, 5, 0))}.{' '}
          {say(indicator.better === 'down' ? 'past.less' : 'past.more')} {chart.seasonal && say('past.seasonal')}{' '}
          {chart.kind !== 'behaviour' && say(`past.${chart.kind}`, { count: chart.points.length })}
        </p>
        <span className="do noprint">
          <button type="button" className="plain" onClick={() => void withSvg(drawn, (svg) => saveSvg(svg, name))}>
            SVG
          </button>
          <button type="button" className="plain" onClick={() => void withSvg(drawn, (svg) => savePng(svg, name))}>
            PNG
          </button>
          <a href={exportAddress('csv', indicator.metric, view, language.lang)} download>
            CSV
          </a>
          <a href={exportAddress('xlsx', indicator.metric, view, language.lang)} download>
            XLSX
          </a>
        </span>
      </header>
      <div ref={ref}>
        {empty ? (
          <p className="state">{say('past.empty')}</p>
        ) : (
          <BehaviourChart
            chart={chart}
            better={indicator.better}
            verdict={indicator.verdict.kind}
            unit={indicator.unit}
            decimals={decimals}
            target={indicator.target?.value ?? null}
            norm={indicator.norm?.value ?? null}
            changes={indicator.changes}
            width={width}
            language={language}
            title={say('past.chartTitle', {
              name: pick(indicator.name),
              from: format.period(chart.points[0]?.period ?? ''),
              to: format.period(chart.points.at(-1)?.period ?? ''),
              verdict: `${say(`verdict.${indicator.verdict.kind}`)}. ${pick(indicator.verdict.reason)}`,
            })}
          />
        )}
      </div>
      <ChartKey indicator={indicator} />
      {chart.trial && (
        <p className="small soft prose trial">
          {say(chart.trial.signal ? 'trial.signal' : 'trial.none', {
            run: chart.trial.longestRun,
            runLimit: format.number(chart.trial.longestRunLimit),
            crossings: chart.trial.crossings,
            crossingsLimit: format.number(chart.trial.crossingsLimit),
          })}
        </p>
      )}
      <Changes changes={indicator.changes} onChanged={onChanged} />
      <p className="acts">
        <button type="button" className="btn main" onClick={() => setRecording(true)}>
          {say('change.record')}
        </button>
        <span className="tiny">{say('change.why')}</span>
      </p>
      <LimitArithmetic indicator={indicator} />
      {recording && (
        <RecordChange
          indicator={indicator}
          onClose={(changed) => {
            setRecording(false);
            if (changed) onChanged();
          }}
        />
      )}
    </figure>
  );
};

const unitCaption = (unit: string, word: string): string => (unit === 'count' || word === '' ? '' : `, ${word}`);

const withSvg = async (
  find: () => SVGSVGElement | null,
  save: (svg: SVGSVGElement) => Promise<void>,
): Promise<void> => {
  const svg = find();
  if (svg) await save(svg);
};
