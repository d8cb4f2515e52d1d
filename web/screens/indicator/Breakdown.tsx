import { Link } from '@tanstack/react-router';
import { domainOf, IntervalRow } from '../../charts/IntervalRow.tsx';
import type { FigureView, IndicatorView } from '../../client/types.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { whyNoValue } from '../../parts/FigureValue.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import type { View } from '../../view.ts';

/** Groups by name, never by rank: each is to be compared with its own past, not with its neighbour. */
export const Breakdown = ({
  indicator,
  breakdown,
  view,
}: {
  readonly indicator: IndicatorView;
  readonly breakdown: IndicatorView['breakdowns'][number];
  readonly view: View;
}) => {
  const { say, sayCode, format } = useLanguage();
  const { field, figures } = breakdown;
  const whole = indicator.current;
  const rows = figures
    .map((figure) => ({ figure, code: groupOf(figure, field), name: nameOf(figure) }))
    .sort((a, b) => (a.code === null ? 1 : b.code === null ? -1 : format.compare(a.name, b.name)));
  const shown = rows.filter(({ figure }) => figure.value !== null);
  const silent = rows.filter(({ figure }) => figure.value === null);
  const domain = domainOf([...figures, ...(whole ? [whole] : [])]);
  const decimals = decimalsFor(indicator.unit, whole?.interval);
  const title = say(`split.${field as 'unit'}`);
  if (figures.length === 0) return null;
  return (
    <section className="sec" aria-labelledby={`h-${field}`}>
      <header>
        <h2 id={`h-${field}`}>{title}</h2>
        <p>{say('split.why')}</p>
      </header>
      <Scroll label={title}>
        <table className="units">
          <thead>
            <tr>
              <th scope="col">{say(`split.${field as 'unit'}.one`)}</th>
              <th scope="col" className="num">
                n
              </th>
              <th scope="col" className="num">
                {say('table.value')}
              </th>
              <th scope="col" className="num wide">
                {say('table.interval')}
              </th>
              <th scope="col">{say('split.scale', { range: format.range(domain[0], domain[1], decimals) })}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ figure, code, name }) => (
              <tr key={code ?? ''}>
                <th scope="row">
                  <GroupName field={field} code={code} name={name} metric={indicator.metric} view={view} />
                </th>
                <td className="num">{figure.n === null ? '–' : format.number(figure.n)}</td>
                <td className="num">
                  <b>{format.number(figure.value!, decimals)}</b>
                </td>
                <td className="num mute wide">
                  {figure.interval && format.range(figure.interval[0], figure.interval[1], decimals)}
                </td>
                <td>
                  <IntervalRow
                    value={figure.value!}
                    interval={figure.interval}
                    whole={whole?.interval ?? null}
                    domain={domain}
                  />
                </td>
              </tr>
            ))}
          </tbody>
          {whole?.value !== null && whole && (
            <tfoot>
              <tr>
                <th scope="row">{say('split.whole')}</th>
                <td className="num">{whole.n === null ? '–' : format.number(whole.n)}</td>
                <td className="num">{format.number(whole.value!, decimals)}</td>
                <td className="num wide">
                  {whole.interval && format.range(whole.interval[0], whole.interval[1], decimals)}
                </td>
                <td className="note">{say('split.note')}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </Scroll>
      {silent.length > 0 && (
        <details className="silent" open={shown.length === 0}>
          <summary>{say('split.silent', { count: silent.length })}</summary>
          <ul>
            {silent.map(({ figure, code, name }) => (
              <li key={code ?? ''}>
                <GroupName field={field} code={code} name={name} metric={indicator.metric} view={view} />{' '}
                <span className="mute">{say(`${whyNoValue(indicator, figure)}Short`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );

  function nameOf(figure: FigureView): string {
    const code = groupOf(figure, field);
    if (code === null) return say('split.none');
    if (field === 'unit' || field === 'service') {
      return indicator.options[field].find((option) => option.value === code)?.label ?? code;
    }
    return field === 'clientStatus' ? sayCode('status', code) : sayCode('channel', code);
  }
};

const groupOf = (figure: FigureView, field: string): string | null => {
  const value = figure.scope[field];
  return typeof value === 'string' ? value : null;
};

/** A group that the page can be cut to leads to its own past. */
const GroupName = ({
  field,
  code,
  name,
  metric,
  view,
}: {
  readonly field: string;
  readonly code: string | null;
  readonly name: string;
  readonly metric: string;
  readonly view: View;
}) => {
  if (code === null || (field !== 'unit' && field !== 'service')) return <>{name}</>;
  return (
    <Link to="/indicator/$metric" params={{ metric }} search={{ ...view, [field]: code }}>
      {name}
    </Link>
  );
};
