import type { CardView, FigureView } from '../client/types.ts';
import { decimalsFor } from '../format.ts';
import { useLanguage } from '../language.tsx';

/** The value at 34 px with its interval and n; never a figure without n. */
export const FigureValue = ({ figure }: { readonly figure: FigureView }) => {
  const { format, say } = useLanguage();
  if (figure.value === null) return null;
  const decimals = decimalsFor(figure.unit, figure.interval);
  const unit = format.unit(figure.unit, figure.value, decimals);
  const glued = unit === '%' && format.lang === 'en';
  return (
    <div className="fig">
      <p className="val">
        {format.number(figure.value, decimals)}
        {unit !== '' && <small>{glued ? unit : `\u00a0${unit}`}</small>}
      </p>
      <p className="ival">
        {figure.interval && (
          <>
            <span className="sr">{say('figure.interval')} </span>
            {format.range(figure.interval[0], figure.interval[1], decimals)}
            <br />
          </>
        )}
        {figure.n !== null && say('figure.n', { n: format.number(figure.n) })}
        {figure.state === 'preliminary' && (
          <>
            <br />
            <b>{say('figure.early')}</b>
          </>
        )}
      </p>
    </div>
  );
};

/** Why no value stands here, in words. */
export const WhyNoValue = ({
  card,
  figure,
}: {
  readonly card: Pick<CardView, 'group'>;
  readonly figure: FigureView | null;
}) => {
  const { say } = useLanguage();
  return <div className="novalue">{say(whyNoValue(card, figure))}</div>;
};

export const whyNoValue = (card: Pick<CardView, 'group'>, figure: FigureView | null) => {
  if (figure === null) return 'none.noFigure';
  if (figure.hidden === 'complementary') return 'none.complementary';
  if (figure.state === 'unmeasured') return 'none.unmeasured';
  if (figure.state === 'tooFew') return card.group === 'subjective' ? 'none.fewAnswers' : 'none.fewCases';
  return 'none.noFigure';
};
