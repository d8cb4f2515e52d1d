import { describe, expect, it } from 'vitest';
import { behaviourChart } from '#judge';
import { indicatorSchema } from '../model.ts';
import { type PilotFacts, pilotEvidence } from './evidence.ts';
import { type Pilot, pilotSchema, withVoice } from './pilot.ts';
import { pilotRules, recommend } from './recommend.ts';

const periods = Array.from(
  { length: 24 },
  (_, no) => `${2024 + Math.floor(no / 12)}-${String((no % 12) + 1).padStart(2, '0')}`,
);
const chartOf = (value: (no: number) => number | null) =>
  behaviourChart(
    periods.map((period, no) => ({ period, value: value(no) })),
    {},
  );
const factsOf = (id: string, more: Partial<PilotFacts> = {}): PilotFacts => ({
  indicator: indicatorSchema.parse({ id, metric: id, level: 'body' }),
  metric: id,
  kpi: 'speed',
  group: 'objective',
  unit: 'days',
  better: 'down',
  typed: false,
  counters: [],
  countersHeld: [],
  chart: chartOf((no) => 20 - 0.1 * no + 0.2 * (no % 2)),
  coverage: 1,
  ...more,
});
const pilot: Pilot = pilotSchema.parse({
  id: 'p',
  name: 'p',
  model: 'm',
  modelVersion: 1,
  from: '2024-01',
  to: '2025-12',
});
const evidenceOf = (...facts: PilotFacts[]) => pilotEvidence(pilot, facts);
const voice = { position: 'officer', indicator: 'time', unclearWhy: '', hinderedBy: '', actor: 'a', at: 1 };

describe('the evidence of a pilot', () => {
  it('noise is half the width of the limits, 2.66 mean moving ranges, against the change that matters', () => {
    const [found] = evidenceOf(factsOf('time', { chart: chartOf((no) => 50 + (no % 2)) }));
    expect(found!.stability).toMatchObject({ points: 24 });
    expect(found!.stability.noise).toBeCloseTo(2.66, 9);
    // Mean 50.5 days: a tenth matters.
    expect(found!.stability.ratio).toBeCloseTo(2.66 / 5.05, 9);
  });

  it('words that follow deeds are a relation of 1, though one figure runs down and the other up', () => {
    const [deeds, words] = evidenceOf(
      factsOf('time', { chart: chartOf((no) => 30 - no) }),
      factsOf('fast', { group: 'subjective', unit: '%', better: 'up', chart: chartOf((no) => 40 + 2 * no) }),
    );
    expect(deeds!.relation).toMatchObject({ partner: 'fast', pairs: 24 });
    expect(deeds!.relation!.rank).toBeCloseTo(1, 12);
    expect(words!.relation!.rank).toBeCloseTo(1, 12);
  });

  it('Spearman with ties is the correlation of mean ranks', () => {
    const xs = [1, 2, 2, 4, 5, 6, 7, 8];
    const ys = [2, 1, 3, 4, 6, 5, 8, 8];
    const [found] = evidenceOf(
      factsOf('a', { better: 'up', chart: chartOf((no) => xs[no] ?? null) }),
      factsOf('b', { better: 'up', group: 'subjective', chart: chartOf((no) => ys[no] ?? null) }),
    );
    // Ranks 1, 2½, 2½, 4 … and 2, 1, 3, 4, 6, 5, 7½, 7½: both have Σ(r − r̄)² = 41½, and Σ of products 38½.
    expect(found!.relation!.rank).toBeCloseTo(38.5 / 41.5, 12);
    expect(found!.relation!.interval![0]).toBeLessThan(0.93);
    expect(found!.relation!.interval![1]).toBeLessThanOrEqual(1);
  });

  it('under eight pairs there is no relation to tell', () => {
    const few = chartOf((no) => (no < 7 ? no : null));
    const [found] = evidenceOf(factsOf('a', { chart: few }), factsOf('b', { group: 'subjective', chart: few }));
    expect(found!.relation).toEqual({ partner: 'b', pairs: 7, rank: null, interval: null });
  });

  it('the newest word of a position stands', () => {
    const first = withVoice(pilot, { ...voice, clear: false, unclearWhy: 'что считать?', influences: false });
    const second = withVoice(first, { ...voice, clear: true, influences: false, hinderedBy: 'ждём Фонд' });
    const [found] = pilotEvidence(second, [factsOf('time')]);
    expect(found!.heard).toEqual({ asked: 1, clear: 1, influences: 0, unclearWhy: [], hinderedBy: ['ждём Фонд'] });
  });
});

describe('what a pilot recommends', () => {
  const heardAll = withVoice(pilot, { ...voice, clear: true, influences: true, hinderedBy: '' });
  const sound = pilotEvidence(heardAll, [factsOf('time')])[0]!;
  it('nothing against it: keep', () => {
    expect(recommend(sound)).toEqual({ decision: 'keep', reasons: [{ code: 'sound', with: {} }] });
  });

  it('nothing against it, for nobody was asked and the past is short: keep, and that is said', () => {
    const [found] = evidenceOf(factsOf('time', { chart: behaviourChart([{ period: '2024-01', value: 20 }], {}) }));
    expect(recommend(found!)).toEqual({
      decision: 'keep',
      reasons: [
        { code: 'noObjections', with: {} },
        { code: 'shortPast', with: { points: 1 } },
        { code: 'notHeard', with: {} },
      ],
    });
  });

  it('periods with too few cases are counted apart from those that can be judged', () => {
    const points = [true, false, true, true].map((hollow, no) => ({ period: `2024-0${no + 1}`, value: 20, hollow }));
    const [found] = evidenceOf(factsOf('time', { chart: behaviourChart(points, {}) }));
    expect(found!.stability).toMatchObject({ points: 1, faint: 3 });
    expect(recommend(found!)).toEqual({
      decision: 'change',
      reasons: [{ code: 'tooFew', with: { faint: 3, all: 4 } }],
    });
  });

  const spoiled: Readonly<Record<string, Partial<typeof sound>>> = {
    unmeasured: { coverage: null, stability: { noise: null, matters: null, ratio: null, points: 0, faint: 0 } },
    tooFew: { stability: { noise: null, matters: null, ratio: null, points: 3, faint: 9 } },
    hopelessNoise: { stability: { ...sound.stability, ratio: 5 } },
    noisy: { stability: { ...sound.stability, ratio: 1.5 } },
    thin: { coverage: 0.3 },
    unclear: { heard: { asked: 5, clear: 2, influences: 5, unclearWhy: [], hinderedBy: [] } },
    outOfHands: { heard: { asked: 5, clear: 5, influences: 2, unclearWhy: [], hinderedBy: [] } },
    wordsAgainstDeeds: { relation: { partner: 'b', pairs: 24, rank: -0.7, interval: [-0.9, -0.3] } },
    noCounter: { exposure: [{ code: 'noCounter' }] },
    ceiling: { exposure: [{ code: 'ceiling' }] },
    dear: { costHours: 40 },
  };
  it.each(pilotRules.map(({ code, leadsTo }) => [code, leadsTo]))('%s: %s', (code, leadsTo) => {
    const { decision, reasons } = recommend({ ...sound, ...spoiled[code] });
    expect(decision).toBe(leadsTo);
    expect(reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it('half of the voices clear is enough; most of them unclear is not', () => {
    const heard = { asked: 4, clear: 2, influences: 4, unclearWhy: [], hinderedBy: [] };
    expect(recommend({ ...sound, heard }).decision).toBe('keep');
    expect(recommend({ ...sound, heard: { ...heard, clear: 1 } }).decision).toBe('change');
  });
});
