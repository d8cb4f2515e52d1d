import type { BeforeAfterView } from '#acts';
import type { FiveNumbers } from '#model';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import type { OpenForm } from './JourneyPage.tsx';
import { type JourneyAddress, journeyInput } from './journeyView.ts';
import { decimalsGiven } from './spans.ts';

export const FIVE = [
  'services',
  'bodies',
  'documents',
  'visits',
  'days',
] as const satisfies readonly (keyof FiveNumbers)[];

/** The five numbers that bodies report of a redesign: before, after, expected. */
export const FiveCard = ({
  id,
  address,
  changedOn,
  onForm,
}: {
  readonly id: string;
  readonly address: JourneyAddress;
  readonly changedOn: string | null;
  readonly onForm: (form: OpenForm) => void;
}) => {
  const { say, format } = useLanguage();
  const { scope } = journeyInput(id, address);
  const { query, progress } = useAct<BeforeAfterView>('beforeAfter', { id, scope });
  const view = query.data;
  return (
    <section className="sec" aria-labelledby="h-five">
      <header>
        <h2 id="h-five">{say('five.title')}</h2>
        <p>{changedOn ? say('five.why', { day: format.day(changedOn) }) : say('five.noDay')}</p>
        <span className="do noprint">
          <button type="button" className="plain" onClick={() => onForm({ form: 'about' })}>
            {say(changedOn ? 'five.changeDay' : 'five.setDay')}
          </button>
        </span>
      </header>
      {!view && query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!view && !query.isError && <Working what={say('five.working')} progress={progress} />}
      {view && !view.before && !view.after && !view.expected && <p className="state">{say('five.empty')}</p>}
      {view && (view.before || view.after || view.expected) && <FiveTable view={view} />}
    </section>
  );
};

const FiveTable = ({ view }: { readonly view: BeforeAfterView }) => {
  const { say, format } = useLanguage();
  const { before, after, expected, difference } = view;
  const digits = (which: keyof FiveNumbers): number =>
    which === 'services' || which === 'bodies' ? 2 : which === 'days' ? 1 : 2;
  const cell = (side: BeforeAfterView['before'], which: keyof FiveNumbers) => {
    const number = side?.numbers[which];
    if (!number) return '–';
    return (
      <>
        <b>{format.number(number.value, digits(which))}</b>
        {number.interval && (
          <span className="mute"> ({format.range(number.interval[0], number.interval[1], digits(which))})</span>
        )}
      </>
    );
  };
  return (
    <>
      <Scroll label={say('five.title')}>
        <table className="five">
          <thead>
            <tr>
              <th scope="col">{say('five.number')}</th>
              <th scope="col" className="num">
                {say('five.before')}
              </th>
              <th scope="col" className="num">
                {say('five.after')}
              </th>
              <th scope="col" className="num">
                {say('five.difference')}
              </th>
              {expected && (
                <th scope="col" className="num">
                  {say('five.expected')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {FIVE.map((which) => {
              const changed = difference?.[which];
              const plan = expected?.[which];
              return (
                <tr key={which}>
                  <th scope="row">{say(`five.${which}`)}</th>
                  <td className="num">{cell(before, which)}</td>
                  <td className="num">{cell(after, which)}</td>
                  <td className="num">
                    {changed ? (
                      <>
                        {changed.value > 0 && '+'}
                        {format.number(changed.value, digits(which))}
                        {changed.interval && (
                          <span className="mute">
                            {' '}
                            ({format.range(changed.interval[0], changed.interval[1], digits(which))})
                          </span>
                        )}
                      </>
                    ) : (
                      '–'
                    )}
                  </td>
                  {expected && (
                    <td className="num">{typeof plan === 'number' ? format.number(plan, decimalsGiven(plan)) : '–'}</td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p className="tiny after">
        {before &&
          say('five.beforeFrom', {
            from: format.day(before.fromAt),
            to: format.day(before.toAt),
            runs: before.runs,
          })}{' '}
        {after &&
          say('five.afterFrom', { from: format.day(after.fromAt), to: format.day(after.toAt), runs: after.runs })}{' '}
        {say('five.how')}
      </p>
    </>
  );
};
