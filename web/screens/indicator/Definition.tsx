import { Link } from '@tanstack/react-router';
import type { ExplainView, IndicatorView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import type { View } from '../../view.ts';

/** What exactly is counted: generated from the same record as the query. */
export const Definition = ({
  indicator,
  explained,
  view,
}: {
  readonly indicator: IndicatorView;
  readonly explained: ExplainView | null;
  readonly view: View;
}) => {
  const { say, sayCode, pick, format } = useLanguage();
  const formula = explained && !explained.hidden ? explained.formulaWithNumbers : indicator.formula;
  const left = Object.entries(indicator.current?.leftOut ?? {}).filter(([, count]) => count > 0);
  return (
    <section className="sec" aria-labelledby="h-def">
      <header>
        <h2 id="h-def">{say('def.title')}</h2>
      </header>
      <p className="def">{pick(indicator.definition)}</p>
      <p className="tiny gen">{say('def.generated')}</p>
      <p className="formula">{pick(formula)}</p>
      <dl className="kv">
        {indicator.leaves.length > 0 && (
          <>
            <dt>{say('def.leaves')}</dt>
            <dd>
              {indicator.leaves.map((sentence) => (
                <p key={sentence.en}>{pick(sentence)}</p>
              ))}
            </dd>
          </>
        )}
        {left.length > 0 && (
          <>
            <dt>{say('def.leftOut')}</dt>
            <dd>{left.map(([code, count]) => `${sayCode('leftOut', code)} ${format.number(count)}`).join(', ')}</dd>
          </>
        )}
        {indicator.counter.length > 0 && (
          <>
            <dt>{say('def.counter')}</dt>
            <dd>
              {indicator.counter.map(({ metric, name }, k) => (
                <span key={metric}>
                  {k > 0 && ', '}
                  <Link to="/indicator/$metric" params={{ metric }} search={view}>
                    {pick(name)}
                  </Link>
                </span>
              ))}
              . {say('def.counterWhy')}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
