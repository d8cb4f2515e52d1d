import { useState } from 'react';
import type { ExplainView, IndicatorView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { AdjustIndicator } from './AdjustIndicator.tsx';

/** Where the number is from: record, imprint, batches, query; and what a person may set. */
export const Provenance = ({
  indicator,
  explained,
  onChanged,
}: {
  readonly indicator: IndicatorView;
  readonly explained: ExplainView | null;
  readonly onChanged: () => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  const [adjusting, setAdjusting] = useState(false);
  const figure = indicator.current;
  return (
    <section className="sec" aria-labelledby="h-prov">
      <header>
        <h2 id="h-prov">{say('prov.title')}</h2>
      </header>
      <dl className="kv prov">
        <dt>{say('prov.record')}</dt>
        <dd>
          <code>{indicator.metric}</code>
          {figure && (
            <>
              , {say('prov.spec')} <code>{figure.spec.slice(0, 12)}</code>
            </>
          )}
        </dd>
        {figure && (
          <>
            <dt>{say('prov.state')}</dt>
            <dd>
              {sayCode('state', figure.state)}
              {figure.coverage !== null &&
                `, ${say('prov.coverage', { share: format.value(figure.coverage * 100, '%', 1) })}`}
              {figure.intervalMethod && `, ${say('prov.method', { method: sayCode('method', figure.intervalMethod) })}`}
            </dd>
            <dt>{say('prov.batches')}</dt>
            <dd>{figure.batches.length === 0 ? '–' : figure.batches.map((id) => <code key={id}>{id} </code>)}</dd>
          </>
        )}
        {indicator.levels.length > 0 && (
          <>
            <dt>{say('prov.levels')}</dt>
            <dd>{indicator.levels.map((level) => sayCode('level', level)).join(', ')}</dd>
          </>
        )}
      </dl>
      {explained && !explained.hidden && (
        <details>
          <summary>{say('prov.query')}</summary>
          <Scroll label={say('prov.query')}>
            <pre className="query">
              <code>{explained.query}</code>
            </pre>
          </Scroll>
        </details>
      )}
      <details>
        <summary>{say('prov.specification')}</summary>
        <Scroll label={say('prov.specification')}>
          <pre className="query">
            <code>{JSON.stringify(indicator.specification, null, 2)}</code>
          </pre>
        </Scroll>
      </details>
      <p className="acts">
        <button type="button" className="btn" onClick={() => setAdjusting(true)}>
          {say('adjust.title')}
        </button>
      </p>
      {adjusting && (
        <AdjustIndicator
          indicator={indicator}
          onClose={(changed) => {
            setAdjusting(false);
            if (changed) onChanged();
          }}
        />
      )}
    </section>
  );
};
