import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PilotReportView, PilotView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField } from '../model/Fields.tsx';
import { SHOWN, type Shown } from './address.ts';
import { IndicatorItem } from './IndicatorItem.tsx';
import type { Perform, PilotRow } from './pilotActs.ts';

const KPIS = ['informing', 'effort', 'speed', 'resolution', 'culture'] as const;
/** So many stand on a page at once. */
const MOST = 12;

/** What the trial showed of each indicator, by KPI. */
export const Indicators = ({
  pilot,
  report,
  perform,
}: {
  readonly pilot: PilotView['pilot'];
  readonly report: PilotReportView;
  readonly perform: Perform;
}) => {
  const { say, format, pick } = useLanguage();
  const { show, holder } = useSearch({ from: '/pilot/$id' });
  const navigate = useNavigate({ from: '/pilot/$id' });
  const [at, setAt] = useState(0);
  const decided = new Map(pilot.decisions.map((one) => [one.indicator, one]));
  const fits = (row: PilotRow): boolean =>
    (holder === undefined || row.holders.includes(holder)) &&
    (show === undefined || (show === 'undecided' ? !decided.has(row.indicator) : row.recommended === show));
  const found = KPIS.flatMap((kpi) => report.rows.filter((row) => row.kpi === kpi && fits(row)));
  const pages = Math.max(1, Math.ceil(found.length / MOST));
  const page = Math.min(at, pages - 1);
  const rows = found.slice(page * MOST, (page + 1) * MOST);
  const names = new Map(report.rows.map((row) => [row.indicator, pick(row.name)]));
  const holders = report.positions.filter(({ id }) => report.rows.some((row) => row.holders.includes(id)));
  const look = (part: { readonly show?: Shown | undefined; readonly holder?: string | undefined }) => {
    setAt(0);
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  };
  const turn = (to: number) => {
    setAt(to);
    document.getElementById('h-indicators')?.scrollIntoView();
  };
  return (
    <section className="sec" aria-labelledby="h-indicators">
      <header>
        <h2 id="h-indicators">{say('pilot.indicators')}</h2>
      </header>
      {report.rows.length === 0 ? (
        <p className="state">{say('pilot.noRows')}</p>
      ) : (
        <div className="filters">
          <SelectField
            label={say('pilot.show')}
            value={show ?? null}
            none={say('pilot.show.all')}
            options={SHOWN.map((value) => ({ value, label: say(`pilot.show.${value}`) }))}
            onChange={(value) => look({ show: (value ?? undefined) as Shown | undefined })}
          />
          <SelectField
            label={say('pilot.holder')}
            value={holder ?? null}
            none={say('pilot.anybody')}
            options={holders
              .map(({ id, name }) => ({ value: id, label: name }))
              .sort((a, b) => format.compare(a.label, b.label))}
            onChange={(value) => look({ holder: value ?? undefined })}
          />
          <p className="small soft" role="status">
            {found.length === 0
              ? say('pilot.noneFound')
              : say('pilot.found', {
                  range: format.range(page * MOST + 1, page * MOST + rows.length, 0),
                  total: found.length,
                })}
          </p>
        </div>
      )}
      {KPIS.map((kpi) => {
        const own = rows.filter((row) => row.kpi === kpi);
        return (
          own.length > 0 && (
            <section key={kpi} className="ofkpi" aria-labelledby={`h-kpi-${kpi}`}>
              <h3 id={`h-kpi-${kpi}`} className="label">
                {say(`kpi.${kpi}`)}
              </h3>
              {own.map((row) => (
                <IndicatorItem
                  key={row.indicator}
                  row={row}
                  pilot={pilot}
                  partner={row.evidence.relation ? (names.get(row.evidence.relation.partner) ?? '') : ''}
                  decided={decided.get(row.indicator)}
                  perform={perform}
                />
              ))}
            </section>
          )
        );
      })}
      {pages > 1 && (
        <p className="acts after noprint">
          <button type="button" className="btn" disabled={page === 0} onClick={() => turn(page - 1)}>
            {say('pilot.previous')}
          </button>
          <button type="button" className="btn" disabled={page >= pages - 1} onClick={() => turn(page + 1)}>
            {say('pilot.next')}
          </button>
        </p>
      )}
    </section>
  );
};
