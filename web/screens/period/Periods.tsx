import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { act, type Progress } from '../../client/act.ts';
import type { ModelShowView, PeriodsView, PeriodView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Busy, Trouble, Working } from '../../parts/States.tsx';
import { Crumb } from './Crumb.tsx';

/** Closed periods of a model, and those that wait to be closed. */
export const Periods = () => {
  const { say, sayCode, format } = useLanguage();
  const { id } = useParams({ from: '/model/$id/periods' });
  const { query } = useAct<PeriodsView>('periods', { model: id });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const [closing, setClosing] = useState<string | null>(null);
  const shown = current.data?.id === id ? current.data : null;
  const view = query.data?.model === id ? query.data : null;
  const failed = [query, current].find(({ isError }) => isError);
  return (
    <div className="periods">
      <Crumb id={id} name={shown?.name} />
      <h1>{say('periods.title')}</h1>
      {failed && <Trouble error={failed.error} onAgain={() => void failed.refetch()} />}
      {!failed && !(view && shown) && <Working what={say('periods.working')} progress={null} />}
      {view && shown && (
        <>
          <p className="answer">
            {shown.inForceFrom !== null && shown.today !== 'waits'
              ? say('periods.answer', { closed: view.closed.length, open: view.open.length })
              : say('periods.notBinding', { state: say(`model.state.${shown.today}`) })}
          </p>
          <p className="soft measure">{say('periods.why')}</p>
          {view.open.length > 0 && (
            <section className="sec" aria-labelledby="h-open">
              <header>
                <h2 id="h-open">{say('periods.open')}</h2>
                <p>{say('periods.openWhy')}</p>
              </header>
              <ul className="waiting">
                {view.open.map((period) => (
                  <li key={period}>
                    <span>{format.period(period)}</span>
                    {view.ripens[period] ? (
                      <span className="mute">{say('periods.ripens', { day: format.day(view.ripens[period]) })}</span>
                    ) : (
                      <button
                        type="button"
                        className="btn"
                        aria-label={say('periods.closeNamed', { period: format.period(period) })}
                        onClick={() => setClosing(period)}
                      >
                        {say('periods.close')}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {view.closed.length > 0 && (
            <section className="sec" aria-labelledby="h-closed">
              <header>
                <h2 id="h-closed">{say('periods.closed')}</h2>
              </header>
              <table className="stack">
                <thead>
                  <tr>
                    <th scope="col">{say('periods.period')}</th>
                    <th scope="col">{say('periods.edition')}</th>
                    <th scope="col" className="num">
                      {say('periods.figures')}
                    </th>
                    <th scope="col">{say('periods.when')}</th>
                    <th scope="col">{say('versions.actor')}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...view.closed]
                    .sort((a, b) => b.period.localeCompare(a.period))
                    .map(({ period, editions, figures, at, actor }) => (
                      <tr key={period}>
                        <th scope="row">
                          <Link to="/model/$id/periods/$period" params={{ id, period }}>
                            {format.period(period)}
                          </Link>
                        </th>
                        <td>{say('periods.editionNo', { no: editions })}</td>
                        <td className="num" data-l={say('periods.figures')}>
                          {format.number(figures)}
                        </td>
                        <td data-l={say('periods.when')}>{format.moment(at)}</td>
                        <td>{sayCode('actor', actor)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </section>
          )}
          <p className="foot">
            <Link to="/model/$id/revision" params={{ id }}>
              {say('revision.title')}
            </Link>
          </p>
        </>
      )}
      {closing && <Closing model={id} period={closing} onClose={() => setClosing(null)} />}
    </div>
  );
};

/** A second word before figures are frozen. */
const Closing = ({
  model,
  period,
  onClose,
}: {
  readonly model: string;
  readonly period: string;
  readonly onClose: () => void;
}) => {
  const { say, format } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [progress, setProgress] = useState<Progress | null>(null);
  const closing = useMutation({
    mutationFn: () => act<PeriodView>('closePeriod', { model, period }, { onProgress: setProgress }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/model/$id/periods/$period', params: { id: model, period } });
    },
  });
  return (
    <Dialog title={say('periods.closeNamed', { period: format.period(period) })} onClose={onClose}>
      <p>{say('periods.closeWhat')}</p>
      {closing.isPending && <Busy what={say('periods.closing')} progress={progress} />}
      {closing.isError && <Trouble error={closing.error} />}
      <p className="acts after">
        <button type="button" className="btn main" disabled={closing.isPending} onClick={() => closing.mutate()}>
          {say('periods.close')}
        </button>
        <button type="button" className="btn" disabled={closing.isPending} onClick={onClose}>
          {say('app.cancel')}
        </button>
      </p>
    </Dialog>
  );
};
