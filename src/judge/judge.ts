import { naturalBounds } from '#measure';
import { behaviourChart, type ChartOptions } from './chart.ts';
import { daysBetween, rareEventsChart } from './rare.ts';
import { boundsOfDifference, yearOnYear } from './seasonal.ts';
import { judgeTarget } from './target.ts';
import type { BehaviourChart, Better, Judgement, SeriesPoint } from './types.ts';
import { type VerdictOptions, verdictOf } from './verdict.ts';

export interface JudgeOptions extends ChartOptions {
  /** Which way is better for the client; null: a mark is told, but not called better or worse. */
  readonly better: Better;
  /** The metric's unit (`%`, `points`, `days`…): gives the natural bounds where they are not given, and the change
   *  that matters. */
  readonly unit?: string | null | undefined;
  /** The change that matters, in the unit; by default 5 points for shares and net, a tenth of the value for the rest. */
  readonly matters?: number | null | undefined;
  readonly target?: number | null | undefined;
  /** By law or public promise; judged apart from the target. */
  readonly norm?: number | null | undefined;
  /** The period asked about; by default that of the last value. Missing there: unclear. Later points are left out. */
  readonly period?: string | undefined;
  /** A person marked the indicator as seasonal: charted are differences to the same period a year ago. */
  readonly seasonal?: boolean | undefined;
  /** Days (`YYYY-MM-DD`) of the counted events, where they are so rare (`eventsAreRare`) that the days between them
   *  are charted instead. `better` stays that of the count. */
  readonly eventDates?: readonly string[] | undefined;
}

/** Judges a series, oldest first, against its own past, its target and its norm. */
export function judgeSeries(points: readonly SeriesPoint[], options: JudgeOptions): Judgement {
  const { better, unit, target, norm } = options;
  const bounds = options.bounds ?? (unit == null ? null : naturalBounds(unit));
  const asked = options.period === undefined ? -1 : points.findIndex(({ period }) => period === options.period);
  const { chart, verdict } = drawn(asked < 0 ? points : points.slice(0, asked + 1), { ...options, bounds });
  return {
    chart,
    verdict: verdictOf(chart, verdict),
    target: target == null ? null : judgeTarget('target', target, chart, { better, unit }),
    norm: norm == null ? null : judgeTarget('norm', norm, chart, { better, unit }),
  };
}

/** The chart that the options ask for, and how its verdict is to be read. */
function drawn(
  points: readonly SeriesPoint[],
  options: JudgeOptions,
): { chart: BehaviourChart; verdict: VerdictOptions } {
  const { better, bounds, eventDates, seasonal } = options;
  if (eventDates) {
    // More days between complaints are good where fewer complaints are.
    const turned = better === null ? null : better === 'up' ? 'down' : 'up';
    const chart = rareEventsChart(daysBetween(eventDates), options);
    return { chart, verdict: { better: turned, of: 'daysBetween', figures: chart.points } };
  }
  if (seasonal) {
    const chart = behaviourChart(yearOnYear(points), {
      ...options,
      bounds: bounds ? boundsOfDifference(bounds) : null,
    });
    return { chart: { ...chart, seasonal: true }, verdict: { ...options, of: 'yearOnYear', figures: points } };
  }
  return { chart: behaviourChart(points, options), verdict: { ...options, of: 'value' } };
}
