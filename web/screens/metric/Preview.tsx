import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { act } from '../../client/act.ts';
import type { MetricPreview } from '../../client/types.ts';
import { decimalsFor } from '../../format.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble } from '../../parts/States.tsx';
import type { MetricSpec } from './form.ts';

const SETTLES_MS = 400;

/** The metric as it is being written: what is wrong, or what it says and what the facts show. */
export const usePreview = (spec: unknown) => {
  const text = JSON.stringify(spec);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['metricPreview', settled],
    queryFn: ({ signal }) => act<MetricPreview>('metricPreview', { spec: JSON.parse(settled) }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { query, stale: settled !== text || query.isFetching };
};

/** The part of the form in which a place of the record is written. */
const partOf = (field: string): 'where' | 'measure' | 'about' => {
  const [first] = field.split(/[.[]/);
  return first === 'where' || first === 'measure' ? first : 'about';
};

const Place = ({ field, leads }: { readonly field: string; readonly leads: boolean }) => {
  const { say } = useLanguage();
  const part = partOf(field);
  return (
    <>
      {leads && (
        <button type="button" className="plain" onClick={() => document.getElementById(`mf-${part}`)?.focus()}>
          {say('mf.toPlace', { part: say(`mf.${part}`) })}
        </button>
      )}{' '}
      <span className="tiny">{field}</span>
    </>
  );
};

export const Preview = ({
  preview,
  spec,
  leads,
}: {
  readonly preview: ReturnType<typeof usePreview>;
  readonly spec: Pick<MetricSpec, 'unit'>;
  /** Whether there is a form beside it, to whose parts its faults lead. */
  readonly leads: boolean;
}) => {
  const { say, pick, format, lang } = useLanguage();
  const { query, stale } = preview;
  const view = query.data;
  return (
    <aside className="livemetric" aria-labelledby="h-live" aria-busy={stale}>
      <h2 id="h-live">{say('mf.live')}</h2>
      <p className="tiny" role="status">
        {say(stale ? 'mf.liveWorking' : (view?.refusals.length ?? 0) > 0 ? 'mf.liveFaults' : 'mf.liveDone')}
      </p>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {view && view.refusals.length > 0 && (
        <ul className="faults">
          {view.refusals.map((refusal) => (
            <li key={`${refusal.field} ${refusal.code}`}>
              <b>{pick(refusal.reason)}</b> {pick(refusal.remedy)} <Place field={refusal.field ?? ''} leads={leads} />
            </li>
          ))}
        </ul>
      )}
      {view?.told && (
        <>
          <p>{pick(view.told.definition)}</p>
          <p className="formula">{pick(view.told.formula)}</p>
          {view.told.leaves[lang].length > 0 && (
            <>
              <h3>{say('mf.leaves')}</h3>
              <ul className="notes">
                {view.told.leaves[lang].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          {view.warnings.map((warning) => (
            <p key={`${warning.field} ${warning.code}`} className="small soft">
              {pick(warning.reason)} {pick(warning.remedy)}
            </p>
          ))}
        </>
      )}
      {view?.told && view.figures === null && <p className="state">{say('mf.noFacts')}</p>}
      {view?.figures && (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{say('periods.period')}</th>
              <th scope="col" className="num">
                {say('period.value')}
              </th>
              <th scope="col" className="num">
                {say('period.n')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.figures.map(({ period, value, interval, n, unit, state }) => (
              <tr key={period}>
                <th scope="row">{format.period(period)}</th>
                <td className="num">
                  {value === null ? (
                    <span className="mute">
                      {say(state === 'unmeasured' ? 'period.state.unmeasured' : 'period.state.tooFew')}
                    </span>
                  ) : (
                    <b>{format.value(value, unit || spec.unit, decimalsFor(unit, interval))}</b>
                  )}
                </td>
                <td className="num" data-l={say('period.n')}>
                  {n === null ? '–' : format.number(n)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </aside>
  );
};
