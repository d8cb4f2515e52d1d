import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Sparkline } from '../../charts/Sparkline.tsx';
import type { CardView, FigureView, ScoreboardView } from '../../client/types.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { FigureValue, WhyNoValue, whyNoValue } from '../../parts/FigureValue.tsx';
import { targetWords } from '../../parts/targetWords.ts';
import { Sign, Verdict } from '../../parts/Verdict.tsx';
import type { View } from '../../view.ts';

type Kpi = ScoreboardView['kpis'][number];

/** One KPI: the headline pair with equal weight, no index; the others in a compact table. */
export const KpiRow = ({ kpi, view }: { readonly kpi: Kpi; readonly view: View }) => {
  const { say, pick } = useLanguage();
  const { objective, subjective } = kpi.headline;
  const heading = `h-${kpi.kpi}`;
  return (
    <section className="kpi" id={kpi.kpi} aria-labelledby={heading}>
      <div className="kname">
        <h2 id={heading}>{say(`kpi.${kpi.kpi}`)}</h2>
        <p className="label">{say(`kpi.${kpi.kpi}.question`)}</p>
      </div>
      <div className="pair">
        {kpi.parted && (
          <p className="divnote">
            <b>{say('board.parted')}</b> {pick(kpi.parted)}
          </p>
        )}
        {objective ? <Headline card={objective} view={view} /> : <NoHeadline side="log" />}
        {subjective ? <Headline card={subjective} view={view} /> : <NoHeadline side="survey" />}
      </div>
      {kpi.others.length > 0 && <Others kpi={kpi} view={view} />}
    </section>
  );
};

const Headline = ({ card, view }: { readonly card: CardView; readonly view: View }) => {
  const language = useLanguage();
  const { say, pick, format } = language;
  const name = pick(card.name);
  const shown = card.current?.value !== null && card.current !== null;
  return (
    <article className="ind" aria-label={name}>
      <header>
        <h3>
          <Link to="/indicator/$metric" params={{ metric: card.metric }} search={view}>
            {name}
          </Link>
        </h3>
        <span className="label">
          {say(`by.${card.provenance}`)}
          {card.better === 'down' && `, ${say('less')}`}
        </span>
      </header>
      {shown ? <FigureValue figure={card.current!} /> : <WhyNoValue card={card} figure={card.current} />}
      {card.chart.points.length > 0 && (
        <Sparkline
          chart={card.chart}
          verdict={card.verdict.kind}
          target={card.target?.value ?? null}
          width={330}
          height={66}
          label={say('spark.label', { name, count: card.chart.points.length, value: lastValue(card, format) })}
        />
      )}
      <Verdict verdict={card.verdict} />
      <p className="tiny tgt">
        {[
          card.target && targetWords('target', card.target, card, language),
          card.norm && targetWords('norm', card.norm, card, language),
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
    </article>
  );
};

const lastValue = (card: CardView, format: ReturnType<typeof useLanguage>['format']): string =>
  card.current?.value === null || card.current === null
    ? '–'
    : format.value(card.current.value, card.unit, decimalsFor(card.unit, card.current.interval));

const NoHeadline = ({ side }: { readonly side: 'log' | 'survey' }) => {
  const { say } = useLanguage();
  return (
    <article className="ind">
      <header>
        <h3 className="mute">{say('board.noHeadline')}</h3>
        <span className="label">{say(`by.${side}`)}</span>
      </header>
      <p className="novalue">{say(side === 'log' ? 'board.noLog' : 'board.noSurvey')}</p>
    </article>
  );
};

const Others = ({ kpi, view }: { readonly kpi: Kpi; readonly view: View }) => {
  const { say } = useLanguage();
  const spoken = kpi.others.filter((card) => card.current !== null && card.current.value !== null);
  const silent = kpi.others.filter((card) => !spoken.includes(card));
  const shown = spoken.slice(0, SHOWN);
  const more = spoken.slice(SHOWN);
  return (
    <div className="others">
      <OtherTable caption={say('others.caption', { kpi: say(`kpi.${kpi.kpi}`) })} cards={shown} view={view} />
      {(more.length > 0 || silent.length > 0) && (
        <details>
          <summary>{say('others.more', { count: more.length + silent.length })}</summary>
          <OtherTable
            caption={say('others.captionMore', { kpi: say(`kpi.${kpi.kpi}`) })}
            cards={[...more, ...silent]}
            view={view}
          />
        </details>
      )}
    </div>
  );
};

/** So many rows stand beside a headline pair without making the section taller. */
const SHOWN = 5;

const OtherTable = ({
  caption,
  cards,
  view,
}: {
  readonly caption: string;
  readonly cards: readonly CardView[];
  readonly view: View;
}) => {
  const { say, pick, format } = useLanguage();
  return (
    <table className="more">
      <caption className="sr">{caption}</caption>
      <tbody>
        {cards.map((card) => {
          const value = card.current?.value ?? null;
          const decimals = decimalsFor(card.unit, card.current?.interval);
          const spoken = card.verdict.kind === 'better' || card.verdict.kind === 'worse';
          return (
            <Fragment key={card.metric}>
              <tr className={`${value === null ? 'few' : ''} ${spoken ? 'spoken' : ''}`}>
                <th scope="row">
                  <Sign kind={card.verdict.kind} label={say(`verdict.${card.verdict.kind}`)} />
                  <Link to="/indicator/$metric" params={{ metric: card.metric }} search={view}>
                    {pick(card.name)}
                  </Link>
                  {!spoken && <span className="sr"> {pick(card.verdict.reason)}</span>}
                </th>
                {value === null ? (
                  <td colSpan={2} className="num mute">
                    {say(`${whyNoValue(card, card.current)}Short`)}
                  </td>
                ) : (
                  <>
                    <td>
                      <Sparkline chart={card.chart} verdict={card.verdict.kind} width={104} height={28} />
                    </td>
                    <td className="num">
                      {format.number(value, decimals)}
                      <span className="mute">
                        {card.unit === '%' && format.lang === 'en' ? '' : '\u00a0'}
                        {format.unit(card.unit, value, decimals)}
                      </span>
                      <FineValue figure={card.current!} decimals={decimals} />
                    </td>
                  </>
                )}
              </tr>
              {spoken && (
                <tr className="why">
                  <td colSpan={3}>{pick(card.verdict.reason)}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
};

const FineValue = ({ figure, decimals }: { readonly figure: FigureView; readonly decimals: number }) => {
  const { say, format } = useLanguage();
  return (
    <span className="fine">
      {figure.interval && `${format.range(figure.interval[0], figure.interval[1], decimals)}, `}
      {figure.n !== null && say('figure.n', { n: format.number(figure.n) })}
    </span>
  );
};
