import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { MetricView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { TextField } from '../model/Fields.tsx';
import { KPIS } from '../model/layout.ts';
import { Removing } from './Removing.tsx';

interface Fault {
  readonly code: string;
  readonly file?: string | undefined;
  readonly field?: string | undefined;
  readonly reason: { readonly ru: string; readonly en: string };
  readonly remedy: { readonly ru: string; readonly en: string };
}

/** The catalogue: what may be counted, by KPI, with the body's own metrics and what is wrong in their files. */
export const Metrics = () => {
  const { say, pick, format } = useLanguage();
  const { query } = useAct<readonly MetricView[]>('catalogueList', {});
  const { query: faults } = useAct<readonly Fault[]>('catalogueFaults', {});
  const [text, setText] = useState('');
  const [ownOnly, setOwnOnly] = useState(false);
  const [removing, setRemoving] = useState<MetricView | null>(null);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const found = (query.data ?? [])
    .filter((metric) => !ownOnly || metric.own)
    .filter((metric) => `${metric.name.ru} ${metric.name.en} ${metric.id}`.toLowerCase().includes(wanted));
  const own = query.data?.filter((metric) => metric.own).length ?? 0;
  return (
    <>
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link>
      </p>
      <h1>{say('metrics.title')}</h1>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Working what={say('metrics.working')} progress={null} />}
      {query.data && <p className="answer">{say('metrics.answer', { count: query.data.length, own })}</p>}
      <p className="acts">
        <Link className="btn main" to="/metrics/new">
          {say('mf.title')}
        </Link>
      </p>
      {(faults.data?.length ?? 0) > 0 && (
        <section className="sec" aria-labelledby="h-faults">
          <header>
            <h2 id="h-faults">{say('metrics.faults')}</h2>
            <p>{say('metrics.faultsWhy')}</p>
          </header>
          <ul className="faults">
            {faults.data!.map((fault) => (
              <li key={`${fault.file} ${fault.field} ${fault.code}`}>
                <b>{fault.file}</b> {fault.field} {pick(fault.reason)} {pick(fault.remedy)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form className="filters" aria-label={say('filter.label')} onSubmit={(event) => event.preventDefault()}>
        <TextField label={say('add.text')} value={text} onChange={setText} />
        <label className="tick">
          <input type="checkbox" checked={ownOnly} onChange={(event) => setOwnOnly(event.target.checked)} />
          {say('metrics.ownOnly')}
        </label>
      </form>
      {query.data && found.length === 0 && <p className="state">{say('metrics.none')}</p>}
      {KPIS.map((kpi) => {
        const those = found
          .filter((metric) => metric.kpi === kpi)
          .sort((a, b) => a.group.localeCompare(b.group) || format.compare(pick(a.name), pick(b.name)));
        return (
          those.length > 0 && (
            <section key={kpi} className="sec" aria-labelledby={`h-${kpi}`}>
              <header>
                <h2 id={`h-${kpi}`}>{say(`kpi.${kpi}`)}</h2>
              </header>
              <table className="stack">
                <thead>
                  <tr>
                    <th scope="col">{say('metrics.metric')}</th>
                    <th scope="col">{say('metrics.side')}</th>
                    <th scope="col">{say('mf.unit')}</th>
                    <th scope="col">
                      <span className="sr">{say('metrics.deeds')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {those.map((metric) => (
                    <tr key={metric.id}>
                      <th scope="row">
                        <Link to="/metric/$id" params={{ id: metric.id }}>
                          {pick(metric.name)}
                        </Link>{' '}
                        {metric.own && <span className="mute">{say('metrics.own')}</span>}
                      </th>
                      <td>{say(`side.${metric.group}`)}</td>
                      <td>{format.unit(metric.unit, 5, 0) || say('mf.unitCount')}</td>
                      <td className="num">
                        <span className="deeds">
                          <Link
                            to="/metrics/new"
                            search={{ like: metric.id }}
                            aria-label={say('metrics.likeNamed', { name: pick(metric.name) })}
                          >
                            {say('metrics.like')}
                          </Link>
                          {metric.own && (
                            <>
                              <Link
                                to="/metrics/new"
                                search={{ edit: metric.id }}
                                aria-label={say('metrics.editNamed', { name: pick(metric.name) })}
                              >
                                {say('metrics.edit')}
                              </Link>
                              <button
                                type="button"
                                className="plain"
                                aria-label={say('metrics.removeNamed', { name: pick(metric.name) })}
                                onClick={() => setRemoving(metric)}
                              >
                                {say('models.remove')}
                              </button>
                            </>
                          )}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        );
      })}
      {removing && <Removing metric={removing} onClose={() => setRemoving(null)} />}
    </>
  );
};
