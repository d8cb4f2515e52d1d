import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BehaviourChart as Chart, ChartPoint } from '../client/types.ts';
import { languageOf } from '../language.tsx';
import { BehaviourChart, type BehaviourChartProps } from './BehaviourChart.tsx';
import { frameOf } from './frame.ts';
import { Histogram } from './Histogram.tsx';
import { domainOf, IntervalRow } from './IntervalRow.tsx';
import { Sparkline } from './Sparkline.tsx';
import { bracketsOf, toneOf } from './series.ts';

const month = (k: number): string => `${2024 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`;
const pointsOf = (
  values: readonly (number | null)[],
  more: Readonly<Record<number, Partial<ChartPoint>>> = {},
): ChartPoint[] => values.map((value, k) => ({ period: month(k), value, n: 100, rules: [], ...more[k] }));
const segment = (from: number, to: number, centre: number, reach: number) => ({
  from,
  to,
  baselineTo: to,
  centre,
  lower: centre - reach,
  upper: centre + reach,
  unclippedLower: centre - reach,
  unclippedUpper: centre + reach,
  meanMovingRange: reach / 2.66,
  excludedRanges: [],
});
const behaviour = (points: readonly ChartPoint[], segments = [segment(0, points.length - 1, 15, 1)]): Chart => ({
  kind: 'behaviour',
  points,
  segments,
  trial: null,
  seasonal: false,
});

const calm = [15.2, 14.8, 15.1, 14.9, 15.3, 14.7, 15.0, 15.2, 14.8, 15.1, 14.9, 15.0];
const shifted = [...calm, 15.4, 15.5, 15.3, 15.6, 15.4, 15.2, 15.5];
const shift = Object.fromEntries(Array.from({ length: 7 }, (_, k) => [12 + k, { rules: ['shift'] as const }]));

const props = (chart: Chart, more: Partial<BehaviourChartProps> = {}): BehaviourChartProps => ({
  chart,
  better: 'down',
  verdict: 'same',
  unit: 'days',
  decimals: 1,
  target: null,
  norm: null,
  changes: [],
  title: 'Дней до результата',
  width: 1000,
  language: languageOf('ru'),
  ...more,
});
const draw = (given: BehaviourChartProps): string => renderToStaticMarkup(<BehaviourChart {...given} />);
const tenth = (value: number): number => Math.round(value * 10) / 10;

describe('process behaviour chart', () => {
  it('the axis is natural: a greater value stands higher', () => {
    const { y } = frameOf(props(behaviour(pointsOf(calm))));
    expect(y(16)).toBeLessThan(y(15));
  });
  it('a point stands at its own period and value', () => {
    const given = props(behaviour(pointsOf(calm)));
    const { x, y } = frameOf(given);
    expect(draw(given)).toContain(`cx="${tenth(x(2))}" cy="${tenth(y(15.1))}"`);
  });
  it('the band spans exactly from the lower to the upper limit', () => {
    const given = props(behaviour(pointsOf(calm)));
    const { y } = frameOf(given);
    const rect = /<rect class="c-band"[^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/.exec(draw(given));
    expect(Number(rect?.[1])).toBeCloseTo(tenth(y(16)), 1);
    expect(Number(rect?.[1]) + Number(rect?.[2])).toBeCloseTo(tenth(y(14)), 0);
  });
  it('the limits are written beside the band, with a decimal comma and an unbroken range', () => {
    expect(draw(props(behaviour(pointsOf(calm))))).toContain('середина 15,00 · пределы 14,00\u2060–\u206016,00');
  });
  it('without limits there is no band', () => {
    const chart: Chart = { ...behaviour(pointsOf(calm.slice(0, 5)), []), kind: 'short' };
    expect(draw(props(chart))).not.toContain('c-band');
  });
  it('where the baseline ends early the band ends with it and the limits go on', () => {
    const early = { ...segment(0, 18, 15, 1), baselineTo: 11 };
    const given = props(behaviour(pointsOf(shifted), [early]));
    const { x, half } = frameOf(given);
    const svg = draw(given);
    const rect = /<rect class="c-band" x="([\d.]+)"[^>]*width="([\d.]+)"/.exec(svg);
    expect(Number(rect?.[1]) + Number(rect?.[2])).toBeCloseTo(x(11) + half - 1, 0);
    expect(svg).toContain(`H${tenth(x(18) + half - 1)}`);
  });
  it('a missing period breaks the line', () => {
    const values: (number | null)[] = [...calm];
    values[4] = null;
    expect(draw(props(behaviour(pointsOf(values)))).match(/class="c-past"/g)).toHaveLength(2);
  });
  it('a recorded change that rebases starts a new band and breaks the line', () => {
    const chart = behaviour(pointsOf(shifted), [segment(0, 11, 15, 1), segment(12, 18, 15.4, 0.6)]);
    const change = {
      id: 'a',
      period: month(12),
      title: 'Новый порядок',
      reason: 'порядок',
      rebases: true,
      actor: 'x',
      at: '',
    };
    const given = props(chart, { changes: [change] });
    const { x, half } = frameOf(given);
    const svg = draw(given);
    expect(svg.match(/class="c-band"/g)).toHaveLength(2);
    expect(svg.match(/class="c-past"/g)).toHaveLength(2);
    expect(svg).toContain(`M${tenth(x(12) - half)} 4V`);
    expect(svg).not.toContain('c-note dotted');
  });
  it('a change that does not rebase is dotted', () => {
    const change = { id: 'a', period: month(5), title: 'Сбой', reason: '', rebases: false, actor: 'x', at: '' };
    expect(draw(props(behaviour(pointsOf(calm)), { changes: [change] }))).toContain('c-note dotted');
  });
  it('a hollow point is a broken ring', () => {
    const svg = draw(props(behaviour(pointsOf(calm, { 3: { hollow: true } }))));
    expect(svg).toContain('stroke-dasharray="2 2"');
  });
  it('a bracket spans the points of its rule and says it in words', () => {
    const given = props(behaviour(pointsOf(shifted, shift)), { verdict: 'worse' });
    const { x } = frameOf(given);
    const svg = draw(given);
    expect(svg).toContain('data-rule="shift"');
    expect(svg).toContain(`M${tenth(x(12) - 5)} `);
    expect(svg).toContain(`H${tenth(x(18) + 5)}v`);
    expect(svg).toContain('7 подряд выше середины');
  });
  it('a trial chart draws the median and no band', () => {
    const trial = { median: 15, longestRun: 3, longestRunLimit: 6, crossings: 5, crossingsLimit: 2, signal: false };
    const chart: Chart = { ...behaviour(pointsOf(calm.slice(0, 9)), []), kind: 'trialRun', trial };
    const given = props(chart, { verdict: 'unclear' });
    const { y, left, right } = frameOf(given);
    const svg = draw(given);
    expect(svg).toContain(`data-part="median" d="M${left} ${tenth(y(15))}H${right}"`);
    expect(svg).not.toContain('c-band');
  });
  it('the target is drawn at its value', () => {
    const given = props(behaviour(pointsOf(calm)), { target: 14.2 });
    const { y, left } = frameOf(given);
    expect(draw(given)).toContain(`class="c-target" d="M${left} ${tenth(y(14.2))}H`);
  });
  it('on a phone the names of the changes give way to their numbers', () => {
    const change = {
      id: 'a',
      period: month(5),
      title: 'Электронная передача',
      reason: '',
      rebases: false,
      actor: 'x',
      at: '',
    };
    const svg = draw(props(behaviour(pointsOf(calm)), { changes: [change], width: 358 }));
    expect(svg).not.toContain('Электронная передача');
    expect(svg).toContain('c-number');
  });
});

describe('what a marked point says', () => {
  const chart = behaviour(pointsOf(shifted, shift));
  it('above the centre is worse where less is better, and better where more is', () => {
    expect(toneOf(chart, 15, 'down')).toBe('worse');
    expect(toneOf(chart, 15, 'up')).toBe('better');
  });
  it('a trend alone has no colour', () => {
    expect(toneOf(behaviour(pointsOf(calm, { 4: { rules: ['trend'] } })), 4, 'up')).toBe('neutral');
  });
  it('an unmarked point says nothing', () => {
    expect(toneOf(chart, 0, 'down')).toBeNull();
  });
  it('runs on two sides of the centre are two brackets', () => {
    const values = [...calm, 16.5, 13.2];
    const marks = { 12: { rules: ['outside'] as const }, 13: { rules: ['outside'] as const } };
    const brackets = bracketsOf(behaviour(pointsOf(values, marks)), 'down');
    expect(brackets.map(({ side, tone }) => [side, tone])).toEqual([
      ['above', 'worse'],
      ['below', 'better'],
    ]);
  });
});

describe('sparkline', () => {
  const spark = (verdict: 'better' | 'worse' | 'same' | 'unclear'): string =>
    renderToStaticMarkup(
      <Sparkline chart={behaviour(pointsOf(calm))} verdict={verdict} width={330} height={66} label="свой ход" />,
    );
  it('the last point carries the verdict by shape as well as by colour', () => {
    expect(spark('worse')).toMatch(/<path class="c-worse"/);
    expect(spark('better')).toMatch(/<circle class="c-better"/);
    expect(spark('same')).toMatch(/<circle class="c-ring"[^>]*r="4.2">/);
    expect(spark('unclear')).toContain('stroke-dasharray="2 2"');
  });
  it('a target far from the past is left out: it would flatten it', () => {
    const far = renderToStaticMarkup(
      <Sparkline chart={behaviour(pointsOf(calm))} verdict="same" target={90} width={330} height={66} />,
    );
    expect(far).not.toContain('c-target');
  });
  it('stays inside its box', () => {
    const ys = [...spark('same').matchAll(/cy="([\d.]+)"/g)].map((match) => Number(match[1]));
    for (const y of ys) expect(y).toBeGreaterThanOrEqual(4.2);
    for (const y of ys) expect(y).toBeLessThanOrEqual(66 - 4.2);
  });
});

describe('histogram', () => {
  const distribution = {
    unit: 'days',
    edges: [0, 10, 20, 30],
    counts: [2, 6, 2],
    before: [5, 5, 0],
    beforePeriod: '2025-10',
  };
  const svg = renderToStaticMarkup(
    <Histogram
      distribution={distribution}
      target={20}
      better="down"
      title="t"
      width={600}
      language={languageOf('ru')}
    />,
  );
  it('fills bars within the target darkly and those beyond it lightly', () => {
    expect(svg.match(/class="o-work"/g)).toHaveLength(2);
    expect(svg.match(/class="o-wait"/g)).toHaveLength(1);
  });
  it('bars are as high as their share', () => {
    const heights = [...svg.matchAll(/data-part="bar"[^>]*height="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(heights[1]! / heights[0]!).toBeCloseTo(3, 1);
  });
  it('the year before is an outline', () => {
    expect(svg).toContain('c-before');
  });
});

describe('interval row', () => {
  it('whisker and dot lie at the interval and the value, on one scale for all rows', () => {
    const rows = [
      { value: 10, interval: [8, 12] as const },
      { value: 15, interval: [5, 18] as const },
    ];
    expect(domainOf(rows)).toEqual([5, 18]);
    const svg = renderToStaticMarkup(
      <IntervalRow value={5} interval={[5, 18]} whole={null} domain={[5, 18]} width={150} />,
    );
    expect(svg).toContain('M5 11H145');
    expect(svg).toContain('cx="5"');
  });
  it('an open side of an interval reaches the edge', () => {
    const svg = renderToStaticMarkup(
      <IntervalRow value={10} interval={[8, null]} whole={null} domain={[5, 18]} width={150} />,
    );
    expect(svg).toContain('H145');
  });
});
