import { describe, expect, it } from 'vitest';
import { type Design, designSchema } from '#model';
import { layOutNarrow } from '../../charts/journey/narrow.ts';
import { layOutWide } from '../../charts/journey/wide.ts';
import { drawPlan } from './drawPlan.ts';
import type { Names } from './names.ts';

const names = { body: (id: string) => id } as Names;
const language = {
  say: (key: string) => key,
  format: { value: (value: number, unit: string) => `${value} ${unit}` },
} as unknown as Parameters<typeof drawPlan>[3];
const step = (id: string, body: string | null, budgetDays: number | null, more: object = {}) => ({
  id,
  name: id,
  stage: 's',
  body,
  budgetDays,
  ...more,
});
const design: Design = designSchema.parse({
  stages: [{ id: 's', name: 'S' }],
  touchpoints: [
    step('apply', 'МФЦ', null, { kind: 'submit' }),
    step('ask', 'Фонд', 2, { kind: 'interagency' }),
    step('papers', 'МСП', 3, { kind: 'clarify' }),
    step('other', 'МСП', 9, { beside: true }),
    step('decide', 'МСП', 4, { kind: 'decide' }),
  ],
  handOffs: [
    { giver: 'МФЦ', taker: 'Фонд', budgetDays: 1 },
    { giver: 'МСП', taker: 'МФЦ', budgetDays: 7 },
  ],
});

describe('a plan drawn from its budgets', () => {
  const drawn = drawPlan(design, 'Как будет', names, language);

  it('puts steps and hand-offs one after another, what runs beside and what is not met left out', () => {
    expect(drawn.bars.map(({ key, kind, start, seconds }) => [key, kind, start / 86_400, seconds / 86_400])).toEqual([
      ['plan apply', 'plan', 0, 0],
      ['gap ask', 'gap', 0, 1],
      ['plan ask', 'agency', 1, 2],
      ['plan papers', 'client', 3, 3],
      ['plan decide', 'work', 6, 4],
    ]);
    expect(drawn.total).toBe(10 * 86_400);
    expect(drawn.lanes.map(({ kind, title }) => [kind, title])).toEqual([
      ['client', 'journey.lane.client'],
      ['body', 'МФЦ'],
      ['nobody', 'journey.lane.nobody'],
      ['body', 'Фонд'],
      ['body', 'МСП'],
    ]);
  });

  it('shares one scale with a longer map, and ends where its own time ends', () => {
    const [own, shared] = [layOutWide(drawn, 1000), layOutWide({ ...drawn, until: 2 * drawn.total }, 1000)];
    const lengths = (layout: typeof own) => layout.bars.map(({ width }) => width);
    for (const [no, width] of lengths(own).entries()) expect(lengths(shared)[no]).toBeCloseTo(width / 2, 9);
    expect(shared.right - shared.left).toBeCloseTo((own.right - own.left) / 2, 9);
    expect(shared.ticks.at(-1)!.days).toBeGreaterThan(10);
    const heights = (until: number) => layOutNarrow({ ...drawn, until }, 390).bars.map(({ height }) => height);
    const [once, twice] = [heights(20 * 86_400), heights(40 * 86_400)];
    expect(twice.at(-1)!).toBeLessThan(once.at(-1)!);
  });

  it('without budgets has nothing to the scale of time', () => {
    const bare = {
      ...design,
      handOffs: [],
      touchpoints: design.touchpoints.map((one) => ({ ...one, budgetDays: null })),
    };
    expect(drawPlan(bare, 'Как будет', names, language)).toMatchObject({ total: 0, measured: false });
  });
});
