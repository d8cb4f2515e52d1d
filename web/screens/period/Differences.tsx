import type { PeriodView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';

type Difference = NonNullable<PeriodView['drifted']>[number];

/** What an edition changed, or what the facts would change today: old and new, both kept. */
export const Differences = ({ differences }: { readonly differences: readonly Difference[] }) => {
  const { say, format } = useLanguage();
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
            {say('period.was')}
          </th>
          <th scope="col" className="num">
            {say('period.became')}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ indicator, name, unit, before, after, beforeN, afterN }) => (
          <tr key={indicator}>
            <th scope="row">{name}</th>
            <td className="num" data-l={say('period.was')}>
              {side(before, beforeN, unit)}
            </td>
            <td className="num" data-l={say('period.became')}>
              {side(after, afterN, unit)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
