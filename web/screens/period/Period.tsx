import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ModelShowView, PeriodView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Crumb } from './Crumb.tsx';
import { Differences } from './Differences.tsx';
import { Editions } from './Editions.tsx';
import { FrozenTable } from './FrozenTable.tsx';
import { NextEdition } from './NextEdition.tsx';
import { useNameOf } from './names.ts';

/** A closed period: its figures as published, edition by edition, and what the facts say today. */
export const Period = () => {
  const { say, sayCode, format } = useLanguage();
  const { id, period } = useParams({ from: '/model/$id/periods/$period' });
  const { query } = useAct<PeriodView>('periodShow', { model: id, period });
  const { query: current } = useAct<ModelShowView>('modelShow', { id });
  const [chosen, setChosen] = useState<number | null>(null);
  const view = query.data?.model === id && query.data.period === period ? query.data : null;
  const newest = view?.editions[0];
  const shown = current.data?.id === id ? current.data : null;
  const nameOf = useNameOf(shown);
  const edition = view?.editions.find((one) => one.edition === chosen) ?? newest;
  return (
    <div className="periods">
      <Crumb id={id} name={shown?.name}>
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
          {view.editions.length > 1 && <Editions editions={view.editions} shown={edition.edition} onShow={setChosen} />}
          <section className="sec" aria-labelledby="h-edition">
            <header>
              <h2 id="h-edition">{say('periods.editionNo', { no: edition.edition })}</h2>
              <p>
                {say('period.made', {
                  moment: format.moment(edition.at),
                  version: edition.closed.modelVersion,
                  actor: sayCode('actor', edition.actor),
                })}
                {edition.closed.reason !== '' && ` ${say('period.reason', { reason: edition.closed.reason })}`}
              </p>
            </header>
            {edition.differences.length > 0 && (
              <>
                <h3>{say('period.changed', { no: edition.edition - 1 })}</h3>
                <Differences
                  differences={edition.differences}
                  figures={edition.closed.figures}
                  nameOf={nameOf}
                  sides={{ before: say('period.was'), after: say('period.became') }}
                />
                <h3>{say('period.figures')}</h3>
              </>
            )}
            <FrozenTable edition={edition} model={id} ofJourney={shown?.journey != null} nameOf={nameOf} />
          </section>
          <NextEdition
            model={id}
            period={period}
            figures={newest.closed.figures}
            nameOf={nameOf}
            onPublished={() => setChosen(null)}
          />
        </>
      )}
    </div>
  );
};
