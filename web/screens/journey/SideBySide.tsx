import type { JourneyPictureView } from '#acts';
import type { Journey } from '#model';
import type { DrawnJourney } from '../../charts/journey/drawn.ts';
import { NarrowMap } from '../../charts/journey/NarrowMap.tsx';
import { TimeKey } from '../../charts/journey/TimeKey.tsx';
import { WideMap } from '../../charts/journey/WideMap.tsx';
import { useLanguage } from '../../language.tsx';
import { useWidth } from '../../parts/useWidth.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { designDifferences } from './differences.ts';
import { drawJourney } from './drawJourney.ts';
import { drawPlan } from './drawPlan.ts';
import { NARROW } from './MapFigure.tsx';
import type { Names } from './names.ts';
import { decimalsGiven, type ShownMeans } from './spans.ts';

/** As is, from the facts, above to be, from its budgets: one scale of time for both, so that lengths can be compared. */
export const SideBySide = ({
  journey,
  toBe,
  view,
  names,
  means,
}: {
  readonly journey: Journey;
  readonly toBe: NonNullable<Journey['toBe']>;
  readonly view: JourneyPictureView;
  readonly names: Names;
  readonly means: ShownMeans;
}) => {
  const language = useLanguage();
  const { say, format } = language;
  const facts = drawJourney(view, journey.asIs, names, means, language);
  const before = facts.measured ? facts : drawPlan(journey.asIs, say('journey.asIs'), names, language);
  const plan = drawPlan(toBe.design, say('journey.toBe'), names, language);
  const until = Math.max(before.total, plan.total);
  const differences = designDifferences(journey.asIs, toBe.design, 'journey');
  const expected = toBe.expected.days;
  return (
    <>
      <figure className="sec first jpicture" aria-labelledby="h-beside-as-is">
        <header>
          <h2 id="h-beside-as-is">{say('journey.asIs')}</h2>
          <p>{say(facts.measured ? 'sideBySide.facts' : 'sideBySide.noFacts')}</p>
        </header>
        <Still drawn={{ ...before, until, weak: null, voices: [], beside: [] }} />
      </figure>
      <figure className="sec jpicture" aria-labelledby="h-beside-to-be">
        <header>
          <h2 id="h-beside-to-be">{say('journey.toBe')}</h2>
          <p>
            {say('sideBySide.plan')}{' '}
            {expected !== null &&
              say('sideBySide.expected', { days: format.value(expected, 'days', decimalsGiven(expected)) })}
          </p>
        </header>
        {plan.total > 0 ? <Still drawn={{ ...plan, until }} /> : <p className="state">{say('sideBySide.noBudgets')}</p>}
        <TimeKey drawn={facts.measured ? facts : plan} />
        {facts.measured && plan.total > 0 && <figcaption className="tiny after">{say('sideBySide.how')}</figcaption>}
      </figure>
      <section className="sec" aria-labelledby="h-beside-differs">
        <header>
          <h2 id="h-beside-differs">{say('toBe.differs')}</h2>
        </header>
        {differences.length === 0 ? (
          <p className="small soft">{say('toBe.same')}</p>
        ) : (
          <DifferenceList differences={differences} />
        )}
      </section>
    </>
  );
};

/** A map to look at: what it tells stands in its words, and it is edited elsewhere. */
const Still = ({ drawn }: { readonly drawn: DrawnJourney }) => {
  const [ref, width] = useWidth<HTMLDivElement>(1296);
  const stopProps = () => ({ role: 'img' as const });
  return (
    <div ref={ref}>
      {width < NARROW ? (
        <NarrowMap drawn={drawn} width={width} stopProps={stopProps} drop={null} />
      ) : (
        <WideMap drawn={drawn} width={width} stopProps={stopProps} drop={null} />
      )}
    </div>
  );
};
