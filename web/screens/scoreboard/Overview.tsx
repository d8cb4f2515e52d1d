import type { CardView, ScoreboardView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Sign } from '../../parts/Verdict.tsx';

/** Five KPIs at one glance: deeds at left, words at right. */
export const Overview = ({ kpis }: { readonly kpis: ScoreboardView['kpis'] }) => {
  const { say } = useLanguage();
  return (
    <table className="over">
      <caption className="sr">{say('over.caption')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('by.log')}</th>
          <th scope="col">{say('by.survey')}</th>
        </tr>
      </thead>
      <tbody>
        {kpis.map(({ kpi, headline }) => (
          <tr key={kpi}>
            <th scope="row">
              <a href={`#${kpi}`}>{say(`kpi.${kpi}`)}</a>
            </th>
            <Glance card={headline.objective} />
            <Glance card={headline.subjective} />
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Glance = ({ card }: { readonly card: CardView | null }) => {
  const { say } = useLanguage();
  if (!card) return <td className="mute">–</td>;
  const { kind } = card.verdict;
  return (
    <td className={`o-${kind}`}>
      <Sign kind={kind} /> <span>{say(`glance.${kind}`)}</span>
    </td>
  );
};
