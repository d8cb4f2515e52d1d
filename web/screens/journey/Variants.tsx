import type { JourneyVariantsView } from '#acts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { type JourneyAddress, journeyInput } from './journeyView.ts';
import type { Names } from './names.ts';
import { DAY, hoursRounded } from './spans.ts';

const SHOWN = 10;

/** How many paths clients really walk, and which of them hurt. */
export const Variants = ({
  id,
  address,
  names,
}: {
  readonly id: string;
  readonly address: JourneyAddress;
  readonly names: Names;
}) => {
  const { say, format } = useLanguage();
  const { query, progress } = useAct<JourneyVariantsView>('journeyVariants', {
    ...journeyInput(id, address),
    limit: SHOWN,
  });
  const view = query.data;
  return (
    <section className="sec" aria-labelledby="h-variants" aria-busy={query.isFetching}>
      <header>
        <h2 id="h-variants">{say('variants.title')}</h2>
        {view && (
          <p>
            {say('variants.why', {
              count: view.variants.length + view.rest.variants,
              half: view.p50Seconds === null ? '–' : format.value(view.p50Seconds / DAY, 'days', 1),
            })}
          </p>
        )}
      </header>
      {!view && query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!view && !query.isError && <Working what={say('variants.working')} progress={progress} />}
      {view && view.variants.length === 0 && <p className="state">{say('variants.none')}</p>}
      {view && view.variants.length > 0 && (
        <Scroll label={say('variants.title')}>
          <table className="variants">
            <thead>
              <tr>
                <th scope="col">{say('variants.path')}</th>
                <th scope="col" className="num">
                  {say(view.population.of === 'run' ? 'sum.runs' : 'sum.cases')}
                </th>
                <th scope="col" className="num">
                  {say('variants.share')}
                </th>
                <th scope="col" className="num">
                  {say('sum.halfNinety')}
                </th>
                <th scope="col" className="num">
                  {say('variants.hurt')}
                </th>
                <th scope="col">{say('variants.example')}</th>
              </tr>
            </thead>
            <tbody>
              {view.variants.map((variant) => (
                <tr key={variant.path.map(names.touchpoint).join('|')}>
                  <th scope="row">{variant.path.map(names.touchpoint).join(' — ')}</th>
                  <td className="num">{format.number(variant.cases)}</td>
                  <td className="num">{format.value(100 * variant.share, '%', variant.share < 0.1 ? 1 : 0)}</td>
                  <td className="num">
                    {format.number(variant.p50Seconds / DAY, 1)} / {format.number(variant.p90Seconds / DAY, 1)}
                  </td>
                  <td className="num">
                    {variant.hurtSeconds > 0 ? <b>{format.number(hoursRounded(variant.hurtSeconds))}</b> : '–'}
                  </td>
                  <td className="mute nb">{variant.example}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {view && view.rest.variants > 0 && (
        <p className="tiny after">{say('variants.rest', { variants: view.rest.variants, cases: view.rest.cases })}</p>
      )}
    </section>
  );
};
