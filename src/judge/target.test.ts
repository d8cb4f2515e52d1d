import { describe, expect, it } from 'vitest';
import { behaviourChart } from './chart.ts';
import { judgeSeries } from './judge.ts';
import { proposalClass, targetClass } from './target.ts';
import type { ChartSegment } from './types.ts';

const segment = (lower: number, centre: number, upper: number): ChartSegment => ({
  from: 0,
  to: 11,
  baselineTo: 11,
  centre,
  lower,
  upper,
  unclippedLower: lower,
  unclippedUpper: upper,
  meanMovingRange: 1,
  excludedRanges: [],
});

describe('the class of a target, limits 7…13 around 10', () => {
  it.each([
    // target, better up, better down; equality meets
    [6.9, 'consistentlyMet', 'consistentlyMissed'],
    [7, 'consistentlyMet', 'hitOrMiss'],
    [7.1, 'hitOrMiss', 'hitOrMiss'],
    [12.9, 'hitOrMiss', 'hitOrMiss'],
    [13, 'hitOrMiss', 'consistentlyMet'],
    [13.1, 'consistentlyMissed', 'consistentlyMet'],
  ])('%d', (target, up, down) => {
    expect(targetClass(target, segment(7, 10, 13), 'up')).toBe(up);
    expect(targetClass(target, segment(7, 10, 13), 'down')).toBe(down);
  });

  it('bears a billionth', () => {
    expect(targetClass(7 + 5e-9, segment(7, 10, 13), 'up')).toBe('consistentlyMet');
    expect(targetClass(7 + 2e-8, segment(7, 10, 13), 'up')).toBe('hitOrMiss');
  });

  it('needs limits and a direction', () => {
    expect(targetClass(7, { ...segment(7, 10, 13), unclippedLower: null, unclippedUpper: null }, 'up')).toBeNull();
    expect(targetClass(7, segment(7, 10, 13), null)).toBeNull();
  });
});

describe('what a proposed target is', () => {
  it.each([
    [9, 'withinNoise', 'reachable'],
    [10, 'withinNoise', 'withinNoise'],
    [11, 'reachable', 'withinNoise'],
    [13, 'reachable', 'withinNoise'],
    [13.1, 'needsSystemChange', 'withinNoise'],
    [6.9, 'withinNoise', 'needsSystemChange'],
  ])('%d', (target, up, down) => {
    expect(proposalClass(target, segment(7, 10, 13), 'up')).toBe(up);
    expect(proposalClass(target, segment(7, 10, 13), 'down')).toBe(down);
  });
});

describe('target and norm of a series', () => {
  const high = [97, 99, 98, 97, 99, 98, 97, 99, 98, 97, 99, 98].map((value, at) => ({ period: `p${at}`, value }));

  it('are judged by the unclipped limits', () => {
    // Limits 93.8…102.2; shown up to 100. A target of 100 is not consistently missed: the limit reaches 102.
    const judgement = judgeSeries(high, { better: 'up', unit: '%', target: 100, norm: 90 });
    expect(judgement.chart.segments[0]!.upper).toBe(100);
    expect(judgement.target).toMatchObject({ value: 100, class: 'hitOrMiss', proposal: 'reachable', met: 0, of: 12 });
    expect(judgement.norm).toMatchObject({ value: 90, class: 'consistentlyMet', proposal: null, met: 12, of: 12 });
  });

  it('are judged on the current segment', () => {
    const points = [...high, ...high.map(({ value }, at) => ({ period: `q${at}`, value: value - 20 }))];
    expect(judgeSeries(points, { better: 'up', target: 90, rebaseAt: [12] }).target!.class).toBe('consistentlyMissed');
    expect(judgeSeries(points, { better: 'up', target: 90 }).target!.class).toBe('hitOrMiss');
    expect(judgeSeries(points.slice(0, 20), { better: 'up', target: 90, rebaseAt: [12] }).target!.class).toBeNull();
  });

  it('under twelve points only count how often they were met', () => {
    const judgement = judgeSeries(high.slice(0, 6), { better: 'up', target: 98 });
    expect(judgement.target).toMatchObject({ class: null, proposal: null, met: 4, of: 6 });
    expect(judgement.target!.reason.code).toBe('judge.target.counted');
  });

  it('have no class where the chart is not of the figure itself', () => {
    const monthly = Array.from({ length: 36 }, (_, at) => ({
      period: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      value: at % 12,
    }));
    expect(judgeSeries(monthly, { better: 'up', target: 5, seasonal: true }).target!.class).toBeNull();
    expect(behaviourChart(monthly).kind).toBe('behaviour');
  });
});
