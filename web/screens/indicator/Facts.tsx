import type { ReactNode } from 'react';
import type { IndicatorView } from '../../client/types.ts';
import { decimalsFor, decimalsOf } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { WhyNoValue } from '../../parts/FigureValue.tsx';
import { targetWords } from '../../parts/targetWords.ts';

/** The figure in one strip: value with interval, n with what is left out, target, norm. */
export const Facts = ({ indicator }: { readonly indicator: IndicatorView }) => {
  const language = useLanguage();
  const { say, sayCode, pick, format } = language;
  const figure = indicator.current;
  if (figure === null || figure.value === null) return <WhyNoValue card={indicator} figure={figure} />;
  const decimals = decimalsFor(figure.unit, figure.interval);
  const left = Object.entries(figure.leftOut).filter(([, count]) => count > 0);
  return (
    <div className="facts">
      <Fact
        label={indicator.period ? format.period(indicator.period) : ''}
        value={format.value(figure.value, figure.unit, decimals)}
      >
        {figure.interval && say('facts.interval', { range: format.range(...figure.interval, decimals) })}
        {figure.state === 'preliminary' && <b> {say('facts.early')}</b>}
        {!figure.judged && <b> {say('facts.notJudged')}</b>}
      </Fact>
      {figure.n !== null && (
        <Fact
          label={say(indicator.provenance === 'survey' ? 'facts.answers' : 'facts.cases')}
          value={format.number(figure.n)}
        >
          {left.length > 0
            ? say('facts.leftOut', {
                list: left.map(([code, count]) => `${sayCode('leftOut', code)} ${format.number(count)}`).join(', '),
              })
            : say('facts.allCounted')}
        </Fact>
      )}
      {indicator.target && (
        <Fact label={say('facts.target')} value={level(indicator.target.value)}>
          {indicator.target.class && say(`target.${indicator.target.class}`)}
        </Fact>
      )}
      {indicator.norm && (
        <Fact label={say('facts.norm')} value={level(indicator.norm.value)}>
          {indicator.norm.class && say(`target.${indicator.norm.class}`)}
        </Fact>
      )}
      <Fact label={say('facts.verdict')} value={say(`verdict.${indicator.verdict.kind}`)}>
        {say(`by.${indicator.provenance}`)}, {say(indicator.better === 'down' ? 'less' : 'more')}
      </Fact>
      <p className="sr">
        {indicator.target && targetWords('target', indicator.target, indicator, language)}{' '}
        {pick(indicator.verdict.reason)}
      </p>
    </div>
  );

  function level(value: number): string {
    return say(indicator.better === 'down' ? 'facts.atMost' : 'facts.atLeast', {
      value: format.value(value, indicator.unit, decimalsOf(value)),
    });
  }
};

const Fact = ({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}) => (
  <p>
    <span className="label">{label}</span>
    <b>{value}</b>
    <span className="tiny">{children}</span>
  </p>
);
