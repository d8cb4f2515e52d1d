import type { JourneyPromiseView } from '#acts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { type JourneyAddress, journeyInput } from './journeyView.ts';
import type { Names } from './names.ts';

/** Once the to-be is in force it is a promise: which of its steps were missed, doubled or taken out of order. */
export const Promised = ({
  id,
  address,
  names,
}: {
  readonly id: string;
  readonly address: JourneyAddress;
  readonly names: Names;
}) => {
  const { say, format } = useLanguage();
  const { query, progress } = useAct<JourneyPromiseView>('journeyPromise', journeyInput(id, address));
  const view = query.data;
  const cell = (breach: JourneyPromiseView['steps'][number]['missed'] | null) =>
    breach === null
      ? '–'
      : breach.runs === 0
        ? '0'
        : `${format.number(breach.runs)} (${format.value(100 * (breach.share ?? 0), '%', 1)})`;
  return (
    <section className="sec" aria-labelledby="h-promise">
      <header>
        <h2 id="h-promise">{say('promise.title')}</h2>
        {view?.inForceFrom && (
          <p>
            {say('promise.since', { day: format.day(view.inForceFrom) })}
            {view.order !== '' && `, ${view.order}`}.{' '}
            {view.asDesigned.share === null
              ? say('promise.tooFew')
              : say('promise.share', {
                  share: format.value(100 * view.asDesigned.share, '%', 0),
                  interval: view.asDesigned.interval
                    ? format.range(
                        ...(view.asDesigned.interval.map((bound) => (bound === null ? null : 100 * bound)) as [
                          number | null,
                          number | null,
                        ]),
                        0,
                      )
                    : '–',
                  runs: format.number(view.runs),
                })}
          </p>
        )}
      </header>
      {!view && query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!view && !query.isError && <Working what={say('promise.working')} progress={progress} />}
      {view && (
        <Scroll label={say('promise.title')}>
          <table className="promise">
            <thead>
              <tr>
                <th scope="col">{say('sum.step')}</th>
                {(['missed', 'doubled', 'outOfOrder', 'overBudget'] as const).map((which) => (
                  <th key={which} scope="col" className="num">
                    {say(`promise.${which}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.steps.map((step) => (
                <tr key={step.touchpoint}>
                  <th scope="row">{names.touchpoint({ touchpoint: step.touchpoint, unmapped: null })}</th>
                  <td className="num">{cell(step.missed)}</td>
                  <td className="num">{cell(step.doubled)}</td>
                  <td className="num">{cell(step.outOfOrder)}</td>
                  <td className="num">{cell(step.overBudget)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {view && view.unknown.length > 0 && (
        <p className="tiny after">
          {say('promise.unknown', {
            list: view.unknown
              .map(({ facts, runs }) => `${say('journey.quoted', { name: facts })} (${format.number(runs)})`)
              .join(', '),
          })}
        </p>
      )}
    </section>
  );
};
