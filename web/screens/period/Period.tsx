import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ModelShowView, PeriodView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Crumb } from './Crumb.tsx';
import { Differences } from './Differences.tsx';
import { FrozenTable } from './FrozenTable.tsx';
import { NextEdition } from './NextEdition.tsx';

/** A closed period: its figures as published, edition by edition, and what the facts say today. */
export const Period = () => {
  const { say, format } = useLanguage();
  const { id, period } = useParams({ from: '/model/$id/periods/$period' });
  const { query } = useAct<PeriodView>('periodShow', { model: id, period });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const [chosen, setChosen] = useState<number | null>(null);
  const view = query.data?.model === id && query.data.period === period ? query.data : null;
  const newest = view?.editions[0];
  const edition = view?.editions.find((one) => one.edition === chosen) ?? newest;
  return (
    <div className="periods">
      <Crumb id={id} name={current.data?.id === id ? current.data.name : undefined}>
        {' '}
        <span aria-hidden="true">/</span>{' '}
        <Link to="/model/$id/periods" params={{ id }}>
          {say('periods.title')}
        </Link>
      </Crumb>
      <h1>{say('period.title', { period: format.period(period) })}</h1>
      {!view && query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!view && !query.isError && <Working what={say('periods.working')} progress={null} />}
      {view && newest && edition && (
        <>
          <p className="answer">
            {say('period.answer', {
              editions: view.editions.length,
              figures: newest.closed.figures.length,
              day: format.day(newest.at),
            })}
          </p>
          <section className="sec" aria-labelledby="h-edition">
            <header>
              <h2 id="h-edition">{say('periods.editionNo', { no: edition.edition })}</h2>
              <p>
                {say('period.made', { moment: format.moment(edition.at), version: edition.closed.modelVersion })}
                {edition.closed.reason !== '' && ` ${say('period.reason', { reason: edition.closed.reason })}`}
              </p>
              {view.editions.length > 1 && (
                <label className="do">
                  <span className="sr">{say('periods.edition')}</span>
                  <select value={edition.edition} onChange={(event) => setChosen(Number(event.target.value))}>
                    {view.editions.map((one) => (
                      <option key={one.edition} value={one.edition}>
                        {say('period.editionOf', { no: one.edition, day: format.day(one.at) })}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </header>
            {edition.differences.length > 0 && (
              <>
                <h3>{say('period.changed', { no: edition.edition - 1 })}</h3>
                <Differences differences={edition.differences} />
              </>
            )}
            <FrozenTable edition={edition} model={id} />
          </section>
          <NextEdition model={id} period={period} onPublished={() => setChosen(null)} />
        </>
      )}
    </div>
  );
};
