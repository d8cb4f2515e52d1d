import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeySchema, TOUCHPOINT_KINDS } from '#model';
import { languageOf } from '../../language.tsx';
import { journeyAnswer } from './answer.ts';
import { bornChild, bornChildDesign } from './bornChild.ts';
import {
  beginToBe,
  budgetSum,
  emptyJourney,
  emptyTouchpoint,
  moveBy,
  moveTo,
  putHandOff,
  putTouchpoint,
  removeStage,
  removeTouchpoint,
} from './changes.ts';
import { differencesOf } from './differences.ts';
import { drawJourney, orderedTiles } from './drawJourney.ts';
import { markedParts } from './marked.ts';
import { mergeThree } from './merge.ts';
import { namesOf } from './names.ts';
import { roundParts } from './rounding.ts';
import { hoursRounded, shownMeans, spanWords } from './spans.ts';
import { KINDS } from './TouchpointForm.tsx';

const language = languageOf('ru');
const ids = (design: typeof bornChildDesign) => design.touchpoints.map(({ id }) => id);
const journey = { ...emptyJourney('j', 'Путь', 'Этап'), asIs: bornChildDesign };
/** As a reader sees it. */
const plain = (text: string) =>
  markedParts(text)
    .map((part) => part.text)
    .join('')
    .replace(/\s/g, ' ');

describe('what is shown adds up', () => {
  it('rounded parts sum to the rounded whole and none is off by more than one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 30 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const rounded = roundParts(parts, whole, 2);
        expect(rounded.reduce((sum, part) => sum + Math.round(part * 100), 0)).toBe(Math.round(whole * 100));
        for (const [k, part] of rounded.entries()) expect(Math.abs(part - parts[k]!)).toBeLessThanOrEqual(0.011);
      }),
    );
  });

  it('steps add up to the whole, tiles to their step, kinds to the whole', () => {
    const thirds = { ...bornChild, tiles: bornChild.tiles.map((tile) => ({ ...tile, meanSeconds: 86_400 / 3 })) };
    const view = {
      ...thirds,
      steps: bornChild.steps.map((step) => ({ ...step, meanSeconds: 86_400 / 3 })),
      whole: { ...bornChild.whole!, meanSeconds: (11 * 86_400) / 3 },
    };
    const means = shownMeans(view);
    const hundredths = (values: Iterable<number>) =>
      [...values].reduce((sum, value) => sum + Math.round(value * 100), 0);
    expect(means.whole).toBe(3.67);
    expect(hundredths(means.step.values())).toBe(367);
    expect(hundredths(means.tile.values())).toBe(367);
    expect(hundredths(['work', 'gap', 'client', 'agency', 'suspension'].map((kind) => means.kind(kind)))).toBe(367);
  });

  it('a short time is told in minutes or hours, hours of clients with three digits', () => {
    expect(spanWords(9 * 60, language).replace(/\s/g, ' ')).toBe('9 минут');
    expect(spanWords(3.53 * 86_400, language).replace(/\s/g, ' ')).toBe('3,53 дня');
    expect(hoursRounded(68_517 * 3600)).toBe(68_500);
    expect(hoursRounded(91 * 3600)).toBe(91);
  });
});

describe('the answer', () => {
  const answer = (view: typeof bornChild) =>
    journeyAnswer(view, namesOf(view, bornChildDesign, language), shownMeans(view), language);

  it('tells the mean, what is nobody’s, and the weakest link with its price', () => {
    expect(plain(answer(bornChild))).toBe(
      'Весь путь от начала до конца в среднем 16,65 дня. Из них 2,90 дня дело ничьё. Больше всего держит «Ответы на запросы»: сверх бюджета (2 дня) клиенты ждали 68 500 часов за октябрь 2026.',
    );
    expect(
      markedParts(answer(bornChild))
        .filter(({ tone }) => tone === 'rust')
        .map(({ text }) => text),
    ).toEqual(['«Ответы на запросы»']);
  });

  it('without budgets there is no weakest link, and it says so', () => {
    const bare = {
      ...bornChild,
      weakest: null,
      steps: bornChild.steps.map((step) => ({ ...step, budgetDays: null, over: null, fall: null })),
    };
    expect(plain(answer(bare))).toContain('слабое звено пока не видно');
    expect(answer(bare)).toContain('Выплата');
  });

  it('without cases the map can still be edited', () => {
    const none = { ...bornChild, whole: null, steps: [], tiles: [], population: { ...bornChild.population, n: 0 } };
    expect(answer(none)).toContain('Карту можно править');
    const drawn = drawJourney(
      none,
      bornChildDesign,
      namesOf(none, bornChildDesign, language),
      shownMeans(none),
      language,
    );
    expect(drawn.measured).toBe(false);
    expect(drawn.bars.map(({ kind }) => kind)).toEqual(Array.from({ length: 7 }, () => 'plan'));
  });
});

describe('the map follows the design that is being edited', () => {
  it('bars are drawn in the new order at once and still tile the path', () => {
    const moved = moveTo(bornChildDesign, 'payment', 0);
    const drawn = drawJourney(bornChild, moved, namesOf(bornChild, moved, language), shownMeans(bornChild), language);
    expect(drawn.stops[0]!.key).toBe('own payment');
    let at = 0;
    for (const bar of drawn.bars) {
      expect(bar.start).toBeCloseTo(at, 6);
      at += bar.seconds;
    }
    expect(at).toBeCloseTo(bornChild.whole!.meanSeconds, 3);
  });

  it('what is not on the map keeps its place among the others', () => {
    const tiles = bornChild.tiles.with(2, { ...bornChild.tiles[2]!, touchpoint: null, unmapped: 'Консультация' });
    const order = orderedTiles(tiles, moveTo(bornChildDesign, 'payment', 0)).map(({ key }) => key);
    expect(order.indexOf('facts Консультация')).toBe(2);
  });
});

describe('edits', () => {
  it('a step moves by one, joins the stage it lands in, and stays inside the path', () => {
    const later = moveBy(bornChildDesign, 'intake', 1);
    expect(ids(later).slice(0, 2)).toEqual(['registration', 'intake']);
    expect(later.touchpoints[1]!.stage).toBe('consider');
    expect(moveBy(bornChildDesign, 'intake', -1)).toBe(bornChildDesign);
    expect(moveTo(bornChildDesign, 'decision', 4)).toBe(bornChildDesign);
  });

  it('facts that a step takes are taken from the other', () => {
    const taken = putTouchpoint(bornChildDesign, {
      ...emptyTouchpoint('new', 'apply', 'Новый'),
      facts: ['Решение'],
    });
    expect(ids(taken)[1]).toBe('new');
    expect(taken.touchpoints.find(({ id }) => id === 'decision')!.facts).toEqual([]);
  });

  it('a stage goes only when it is empty', () => {
    expect(removeStage(bornChildDesign, 'apply')).toBe(bornChildDesign);
    const emptied = removeTouchpoint(bornChildDesign, 'intake');
    expect(removeStage(emptied, 'apply').stages.map(({ id }) => id)).toEqual(['consider', 'receive']);
  });

  it('budgets of the path and its hand-offs are summed, what runs beside is not', () => {
    expect(budgetSum(bornChildDesign)).toBe(12.25);
    const beside = { ...bornChildDesign.touchpoints[7]!, budgetDays: 30 };
    expect(budgetSum(putTouchpoint(bornChildDesign, beside))).toBe(12.25);
    const cleared = putHandOff(bornChildDesign, { giver: 'МФЦ', taker: 'МСП', budgetDays: null, note: '' });
    expect(cleared.handOffs).toEqual([]);
  });

  it('what is made here is a journey by the model’s own schema', () => {
    expect(journeySchema.parse(beginToBe(journey))).toEqual(beginToBe(journey));
    expect([...KINDS].sort()).toEqual([...TOUCHPOINT_KINDS].sort());
  });
});

describe('two people edit at once', () => {
  const mine = { ...journey, asIs: moveBy(bornChildDesign, 'notice', -1), name: 'Моё имя' };
  const theirs = {
    ...journey,
    asIs: {
      ...removeTouchpoint(bornChildDesign, 'clarify'),
      touchpoints: removeTouchpoint(bornChildDesign, 'clarify').touchpoints.map((touchpoint) =>
        touchpoint.id === 'decision' ? { ...touchpoint, budgetDays: 2 } : touchpoint,
      ),
    },
  };

  it('where only one changed something it is taken: order mine, budget and removal theirs', () => {
    const merged = mergeThree(journey, mine, theirs);
    expect(merged.name).toBe('Моё имя');
    expect(ids(merged.asIs)).toEqual([
      'intake',
      'registration',
      'answers',
      'notice',
      'decision',
      'payment',
      'residence',
      'kindergarten',
    ]);
    expect(merged.asIs.touchpoints.find(({ id }) => id === 'decision')!.budgetDays).toBe(2);
  });

  it('where both changed the same, mine stands', () => {
    const budget = (days: number) => ({ ...journey, asIs: { ...bornChildDesign, targetDays: days } });
    expect(mergeThree(journey, budget(10), budget(12)).asIs.targetDays).toBe(10);
  });

  it('what was added on both sides stays', () => {
    const add = (id: string) => ({
      ...journey,
      asIs: putTouchpoint(bornChildDesign, emptyTouchpoint(id, 'apply', id)),
    });
    const merged = ids(mergeThree(journey, add('mine'), add('theirs')).asIs);
    expect(merged).toContain('mine');
    expect(merged).toContain('theirs');
    expect(merged.length).toBe(11);
  });

  it('differences are told one by one, with what was and what is', () => {
    expect(differencesOf(journey, theirs).map(({ code, name, before, after }) => [code, name, before, after])).toEqual([
      ['touchpointRemoved', 'Донести документы', null, null],
      ['budget', 'Решение', 3, 2],
    ]);
    expect(differencesOf(journey, mine).map(({ code }) => code)).toEqual(['renamed', 'order']);
    expect(differencesOf(journey, journey)).toEqual([]);
  });
});
