import { ticks as niceTicks } from 'd3-array';
import type { JourneyPictureView, StepView } from '#acts';
import type { Design } from '#model';
import { FILL } from '../../charts/journey/drawn.ts';
import { useLanguage } from '../../language.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { budgetSum } from './changes.ts';
import type { Names } from './names.ts';
import { DAY, decimalsGiven, givenDays, hoursRounded, type ShownMeans, spanCell } from './spans.ts';

/** The longest bar ends a little before the edge. */
const MARGIN = 1.02;

/** The sum of the steps: one row a step on one scale; means add up to the last digit, medians do not, and that is said. */
export const StepSum = ({
  view,
  design,
  names,
  means,
  files,
}: {
  readonly view: JourneyPictureView;
  readonly design: Design;
  readonly names: Names;
  readonly means: ShownMeans;
  readonly files: { readonly csv: string; readonly xlsx: string };
}) => {
  const language = useLanguage();
  const { say, format } = language;
  const whole = view.whole!;
  const scale = whole.meanSeconds * MARGIN;
  const percent = (seconds: number): string => `${((100 * seconds) / scale).toFixed(3)}%`;
  const ticks = niceTicks(0, whole.meanSeconds / DAY, 3);
  const year = view.yearBefore;
  const [weakest, largest] = [view.weakest, view.largest].map((key) => view.steps.find((step) => step.key === key));
  const number = (value: number): string => format.number(value, 2);
  return (
    <section className="sec" aria-labelledby="h-sum">
      <header>
        <h2 id="h-sum">{say('sum.title')}</h2>
        <p>
          {say('sum.adds', {
            work: number(means.kind('work')),
            others: number(means.kind('agency', 'suspension')),
            nobody: number(means.kind('gap')),
            client: number(means.kind('client')),
          })}{' '}
          {say('sum.medians', {
            parts: format.value(whole.sums.p50Seconds / DAY, 'days', 1),
            whole: format.value(whole.p50Seconds / DAY, 'days', 1),
          })}
        </p>
        <span className="do noprint">
          <a href={files.csv}>CSV</a> <a href={files.xlsx}>XLSX</a>
        </span>
      </header>
      <Scroll label={say('sum.title')}>
        <table className="fall">
          <thead>
            <tr>
              <th scope="col">{say('sum.step')}</th>
              <th scope="col" className="own">
                {say('sum.whose')}
              </th>
              <th scope="col" className="trk">
                <span className="sr">{say('sum.scale')}</span>
                <svg width="100%" height="18" aria-hidden="true">
                  {ticks.map((tick, at) => (
                    <text
                      key={tick}
                      x={percent(tick * DAY)}
                      y="14"
                      textAnchor={tick === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle'}
                    >
                      {at === ticks.length - 1
                        ? format.value(tick, 'days', decimalsGiven(tick))
                        : format.number(tick, decimalsGiven(tick))}
                    </text>
                  ))}
                </svg>
              </th>
              <th scope="col" className="num">
                {say('sum.mean')}
              </th>
              {year && (
                <th scope="col" className="num yr">
                  {say('sum.yearBefore')}
                </th>
              )}
              <th scope="col" className="num cs">
                {say(view.population.of === 'run' ? 'sum.runs' : 'sum.cases')}
              </th>
              <th scope="col" className="num pq">
                {say('sum.halfNinety')}
              </th>
              <th scope="col" className="num bd">
                {say('journey.budget')}
              </th>
              <th scope="col" className="num lt">
                {say('sum.longer')}
              </th>
              <th scope="col" className="num cfm">
                {say('sum.kept')}
              </th>
              <th scope="col" className="num pr">
                {say('sum.price')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.steps.map((step) => (
              <Row
                key={step.key}
                step={step}
                view={view}
                names={names}
                mean={number(means.step.get(step.key) ?? 0)}
                percent={percent}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('sum.whole')}</th>
              <td className="own" />
              <td className="trk">
                <WholeBar view={view} percent={percent} />
              </td>
              <td className="num">{number(means.whole)}</td>
              {year && <td className="num yr">{number(year.meanSeconds / DAY)}</td>}
              <td className="num cs">{format.number(view.population.n)}</td>
              <td className="num pq">
                {format.number(whole.p50Seconds / DAY, 1)} / {format.number(whole.p90Seconds / DAY, 1)}
              </td>
              <td className="num bd">
                {budgetSum(design) > 0 && format.number(budgetSum(design), decimalsGiven(budgetSum(design)))}
                {design.reserveDays !== null &&
                  design.reserveDays > 0 &&
                  ` + ${format.number(design.reserveDays, decimalsGiven(design.reserveDays))}`}
              </td>
              <td className="lt" />
              <td className="cfm" />
              <td className="pr" />
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <p className="tiny after">
        {[
          weakest && largest && weakest.key !== largest.key
            ? say('sum.largestIsNotWeakest', { largest: names.step(largest), weakest: names.step(weakest) })
            : '',
          design.targetDays !== null ? say('sum.target', { target: givenDays(design.targetDays, language) }) : '',
          whole.withinTarget !== null && whole.withinTargetIfKept !== null && design.targetDays !== null
            ? say('sum.within', {
                kept: format.value(100 * whole.withinTargetIfKept, '%', 0),
                now: format.value(100 * whole.withinTarget, '%', 0),
              })
            : '',
          view.steps.some((step) => step.fall) ? say('sum.queues') : '',
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </p>
    </section>
  );
};

const Row = ({
  step,
  view,
  names,
  mean,
  percent,
}: {
  readonly step: StepView;
  readonly view: JourneyPictureView;
  readonly names: Names;
  readonly mean: string;
  readonly percent: (seconds: number) => string;
}) => {
  const language = useLanguage();
  const { say, format } = language;
  const weak = step.key === view.weakest;
  const tiles = view.tiles.filter((tile) => tile.step === step.key);
  const end = Math.max(
    step.startSeconds + step.meanSeconds,
    ...tiles.map((tile) => tile.startSeconds + tile.meanSeconds),
  );
  const year = view.yearBefore;
  const was = year?.steps[step.key];
  return (
    <tr className={weak ? 'weak' : step.kind === 'gap' ? 'none' : undefined}>
      <th scope="row">
        {names.step(step)}
        {weak && <span className="sr"> ({say('journey.map.weak')})</span>}
      </th>
      <td className="own">{names.owners(step)}</td>
      <td className="trk">
        <svg width="100%" height="22" aria-hidden="true">
          {tiles.map((tile) => (
            <rect
              key={tile.key}
              className={FILL[tile.kind]}
              x={percent(tile.startSeconds)}
              y="3"
              width={percent(tile.meanSeconds)}
              height="16"
            />
          ))}
          <line className="c-axis" x1={percent(end)} x2={percent(end)} y1="3" y2="22" />
          {weak && <line className="j-weak" x1={percent(step.startSeconds)} x2={percent(end)} y1="21" y2="21" />}
        </svg>
      </td>
      <td className="num">
        <b>{mean}</b>
      </td>
      {year && <td className="num mute yr">{was === undefined ? '–' : format.number(was / DAY, 2)}</td>}
      <td className="num cs">{format.number(step.cases)}</td>
      <td className="num pq">
        {spanCell(step.p50Seconds, language)} / {spanCell(step.p90Seconds, language)}
      </td>
      <td className="num bd">
        {step.budgetDays === null ? '–' : format.number(step.budgetDays, decimalsGiven(step.budgetDays))}
      </td>
      <td className="num lt">{step.over ? format.value(100 * step.over.share, '%', 0) : '–'}</td>
      <td className="num cfm">
        {step.fall ? <Fall seconds={step.fall.p50} interval={step.fallInterval?.p50 ?? null} /> : '–'}
      </td>
      <td className="num pr" data-l={say('sum.price')}>
        {step.over ? format.number(hoursRounded(step.over.excessSeconds)) : '–'}
      </td>
    </tr>
  );
};

const Fall = ({
  seconds,
  interval,
}: {
  readonly seconds: number;
  readonly interval: readonly [number | null, number | null] | null;
}) => {
  const { format } = useLanguage();
  const [low, high] = [interval?.[0] ?? null, interval?.[1] ?? null].map((bound) =>
    bound === null ? null : bound / DAY,
  );
  return (
    <>
      {seconds >= 0.05 * DAY ? format.number(-seconds / DAY, 1) : '0'}
      {seconds >= 0.05 * DAY && low !== null && high !== null && low !== undefined && high !== undefined && (
        <span className="mute"> ({format.range(Math.max(0, low), high, 1)})</span>
      )}
    </>
  );
};

/** The last row: the whole, by whose time it is. */
const WholeBar = ({
  view,
  percent,
}: {
  readonly view: JourneyPictureView;
  readonly percent: (seconds: number) => string;
}) => {
  const { kinds } = view.whole!;
  let at = 0;
  return (
    <svg width="100%" height="22" aria-hidden="true">
      {(['work', 'agency', 'suspension', 'gap', 'client'] as const).map((kind) => {
        const start = at;
        at += kinds[kind].meanSeconds;
        return (
          <rect
            key={kind}
            className={FILL[kind]}
            x={percent(start)}
            y="2"
            width={percent(kinds[kind].meanSeconds)}
            height="18"
          />
        );
      })}
    </svg>
  );
};
