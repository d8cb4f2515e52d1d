import type { EditionView, PeriodView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import type { NameOf } from './names.ts';

type Difference = NonNullable<PeriodView['drifted']>[number];

/** What an edition changed, or what the facts would change today: old and new, both kept. */
export const Differences = ({
  differences,
  figures,
  nameOf,
  sides,
}: {
  readonly differences: readonly Difference[];
  /** Of the edition: who answers for what. */
  readonly figures: EditionView['closed']['figures'];
  readonly nameOf: NameOf;
  readonly sides: { readonly before: string; readonly after: string };
}) => {
  const { say, format } = useLanguage();
  const owners = new Map(figures.map(({ indicator, owner }) => [indicator, owner]));
  const side = (value: number | null, n: number | null, unit: string) => (
    <>
      {value === null ? say('period.none') : format.value(value, unit, 2)}
      {n !== null && <span className="mute"> {say('figure.n', { n: format.number(n) })}</span>}
    </>
  );
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{say('period.indicator')}</th>
          <th scope="col" className="num">
            {sides.before}
          </th>
          <th scope="col" className="num">
            {sides.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ indicator, name, unit, before, after, beforeN, afterN }) => (
          <tr key={indicator}>
            <th scope="row">
              {nameOf({ indicator, name })}
              {owners.get(indicator) && <span className="mute"> · {owners.get(indicator)}</span>}
            </th>
            <td className="num" data-l={sides.before}>
              {side(before, beforeN, unit)}
            </td>
            <td className="num" data-l={sides.after}>
              {side(after, afterN, unit)}
              {before === after && beforeN === afterN && <span className="mute"> {say('period.otherWise')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
