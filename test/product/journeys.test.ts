import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  BeforeAfterView,
  DiscoveredView,
  JourneyPictureView,
  JourneyPromiseView,
  JourneysView,
  JourneyVariantsView,
  JourneyVersionsView,
  JourneyView,
  LinksView,
} from '#acts';
import type { Refused } from '#facts';
import { type Bench, openBench } from './import/kit.ts';

// Journeys through their acts, over facts small enough to reckon by hand.

/** The example of facts.md § 2 six times, each month one case; two of them wait four days more for the Fund. */
const ORGANISATION = `id,kind,name,parent
МФЦ,body,Центр,
МСП,body,Министерство,
Фонд,body,Фонд,
МФЦ-3,unit,Офис 3,МФЦ
МСП-2,unit,Отдел 2,МСП
`;
const CASES = ['id,service,journey,journeyRun,clientStatus,registeredAt,closedAt,outcome'];
const EVENTS = ['caseId,at,kind,touchpoint,unit,initiator,asked,items'];
for (let i = 1; i <= 6; i += 1) {
  const late = i <= 2 ? 4 : 0;
  const day = (date: number, time: string) => `2026-0${i}-${String(date).padStart(2, '0')}T${time}:00+03:00`;
  CASES.push(`c${i},пособие,рождение,r${i},citizen,${day(1, '10:00')},${day(18 + late, '09:30')},granted`);
  EVENTS.push(
    `c${i},${day(1, '10:00')},submit,приём,МФЦ-3,client,,3`,
    `c${i},${day(4, '09:00')},register,регистрация,МСП-2,body,,`,
    `c${i},${day(4, '15:00')},request,запросы,МСП-2,body,Фонд,`,
    `c${i},${day(8 + late, '12:00')},receive,запросы,МСП-2,body,Фонд,`,
    `c${i},${day(9 + late, '12:00')},contact,запросы,,client,,`,
    `c${i},${day(11 + late, '10:00')},request,уточнение,МСП-2,body,client,1`,
    `c${i},${day(14 + late, '18:00')},submit,уточнение,,client,,1`,
    `c${i},${day(15 + late, '11:00')},decide,решение,МСП-2,body,,`,
    `c${i},${day(15 + late, '12:00')},notify,извещение,МСП-2,body,,`,
    `c${i},${day(18 + late, '09:30')},visit,извещение,МФЦ-3,client,,`,
  );
}
const ANSWERS = ['question,value,at,touchpoint,service,journey,clientStatus'];
for (let i = 1; i <= 9; i += 1)
  ANSWERS.push(`easy,${i <= 6 ? 5 : 2},2026-03-0${i},${i <= 7 ? 'приём' : 'извещение'},пособие,рождение,citizen`);

const NOW = Date.UTC(2026, 6, 1) * 1000;
const HOUR = 3600;
const PERIOD = { from: '2026-01', to: '2026-06' };
const point = (id: string, facts: readonly string[], more: object = {}) => ({
  id,
  name: id,
  stage: 's',
  facts,
  ...more,
});
const DESIGN = {
  stages: [{ id: 's', name: 'S' }],
  touchpoints: [
    point('intake', ['приём'], { body: 'МФЦ' }),
    point('registration', ['регистрация']),
    point('requests', ['запросы'], { budgetDays: 4 }),
    point('clarify', ['уточнение'], { optional: true }),
    point('decision', ['решение']),
  ],
  handOffs: [{ giver: 'МФЦ', taker: 'МСП', budgetDays: 2 }],
  targetDays: 17,
};
const JOURNEY = {
  id: 'birth',
  name: 'Рождение ребёнка',
  kind: 'lifeSituation',
  factsJourney: 'рождение',
  asIs: DESIGN,
};

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  const paths = bench.put({
    'organisation.csv': ORGANISATION,
    'cases.csv': CASES.join('\n'),
    'events.csv': EVENTS.join('\n'),
    'answers.csv': ANSWERS.join('\n'),
  });
  const report = await bench.takePaths(paths, { horizon: '2026-06-30' }, { now: NOW });
  expect(report.result).toBe('taken');
}, 60_000);
afterAll(() => bench.close());

const act = <T>(name: string, input: object) => bench.act<T>(name, input, { now: NOW });
const refused = (name: string, input: object) =>
  act(name, input).then(
    () => [],
    (error: Refused) => error.refusals.map(({ code, field }) => [code, field]),
  );

describe('a journey in the book', () => {
  it('is new at version 0, and saved over the version that was seen only', async () => {
    expect((await act<JourneysView>('journeys', {})).undrawn.journeys).toEqual([
      { value: 'рождение', cases: 6, runs: 6 },
    ]);
    expect((await act<JourneyView>('saveJourney', { journey: JOURNEY })).version).toBe(1);
    expect(await refused('saveJourney', { journey: JOURNEY })).toEqual([['document.changedMeanwhile', undefined]]);
    const named = { ...JOURNEY, name: 'Рождение' };
    expect((await act<JourneyView>('saveJourney', { journey: named, version: 1 })).version).toBe(2);
    const list = await act<JourneysView>('journeys', {});
    expect(list.journeys).toMatchObject([{ id: 'birth', name: 'Рождение', version: 2, touchpoints: 5, toBe: 'none' }]);
    expect(list.undrawn.journeys).toEqual([]);
  });

  it('refuses what does not fit and what is unsound, at its place, and saves nothing of it', async () => {
    const twice = { ...DESIGN, touchpoints: [...DESIGN.touchpoints, point('again', ['приём'])] };
    expect(await refused('saveJourney', { journey: { ...JOURNEY, asIs: twice }, version: 2 })).toEqual([
      ['journey.factsTwice', 'asIs.touchpoints[5].facts'],
    ]);
    expect(await refused('saveJourney', { journey: { ...JOURNEY, kind: 'walk' }, version: 2 })).toEqual([
      ['journey.invalid', 'kind'],
    ]);
    expect((await act<JourneyVersionsView>('journeyVersions', { id: 'birth' })).versions).toHaveLength(2);
  });

  it('is undone and removed as a version of its own, and comes back', async () => {
    expect((await act<JourneyView>('undoJourney', { id: 'birth', version: 2 })).journey.name).toBe('Рождение ребёнка');
    expect((await act<JourneyView>('removeJourney', { id: 'birth', version: 3 })).stands).toBe(false);
    expect(await refused('journeyShow', { id: 'birth' })).toEqual([['document.unknown', 'id']]);
    expect((await act<JourneysView>('journeys', {})).journeys).toEqual([]);
    expect((await act<JourneyView>('undoJourney', { id: 'birth', version: 4 })).stands).toBe(true);
    expect((await act<JourneyView>('journeyShow', { id: 'birth' })).version).toBe(5);
    expect((await act<JourneyView>('journeyShow', { id: 'birth', version: 2 })).journey.name).toBe('Рождение');
  });

  it('names its runs to those who ask for the time of links, as their value in the facts does', async () => {
    const drawn = await act<LinksView>('links', { journey: 'birth' });
    expect(drawn.population.cases).toBe(6);
    expect(drawn).toEqual(await act<LinksView>('links', { journey: 'рождение' }));
    expect((await act<LinksView>('links', { journey: 'neither' })).population.cases).toBe(0);
    expect(await refused('links', { journey: 'birth', scope: { journey: 'рождение' } })).toEqual([
      ['links.journeyTwice', 'scope.journey'],
    ]);
  });

  it('ends its runs at its closing touchpoint', async () => {
    const closing = { ...DESIGN, touchpoints: [...DESIGN.touchpoints, point('pay', ['выплата'], { closing: true })] };
    await act('saveJourney', { journey: { ...JOURNEY, asIs: closing }, version: 5 });
    expect((await act<JourneyPictureView>('journeyPicture', { id: 'birth', ...PERIOD })).population.n).toBe(0);
    await act('undoJourney', { id: 'birth', version: 6 });
    expect((await act<JourneyPictureView>('journeyPicture', { id: 'birth', ...PERIOD })).population).toMatchObject({
      of: 'run',
      n: 6,
      state: 'preliminary',
    });
  });
});

describe('the picture', () => {
  let view: JourneyPictureView;
  beforeAll(async () => {
    view = await act<JourneyPictureView>('journeyPicture', { id: 'birth', ...PERIOD });
  });

  it('tiles the mean exactly, in order of the map, off the map where it begins', () => {
    // 407.5 hours as facts.md reckons, and 96 more in two of six.
    expect(view.whole!.meanSeconds).toBeCloseTo((407.5 + 32) * HOUR, 6);
    expect(view.steps.map(({ key, meanSeconds }) => [key, meanSeconds / HOUR])).toEqual(
      [
        ['handOff|МФЦ|МСП', 71],
        ['touchpoint|registration', 0],
        ['touchpoint|requests', 6 + 93 + 32],
        ['touchpoint|clarify', 70 + 80],
        ['touchpoint|decision', 17],
        ['touchpoint|?извещение', 70.5],
      ].filter(([, hours]) => hours !== 0),
    );
    let at = 0;
    for (const { startSeconds, meanSeconds } of view.tiles) {
      expect(startSeconds).toBeCloseTo(at, 6);
      at += meanSeconds;
    }
    expect(at).toBeCloseTo(view.whole!.meanSeconds, 6);
    const kinds = Object.values(view.whole!.kinds).reduce((sum, { meanSeconds }) => sum + meanSeconds, 0);
    expect(kinds).toBeCloseTo(view.whole!.meanSeconds, 6);
  });

  it('names owners, budgets, what is beyond them, and the weakest step, which is not the largest', () => {
    const requests = view.steps.find(({ touchpoint }) => touchpoint === 'requests')!;
    expect(requests).toMatchObject({ owners: ['Фонд', 'МСП'], cases: 6, budgetDays: 4, over: { cases: 6 } });
    // 99 hours of which 96 are allowed, and 195 twice.
    expect(requests.over!.excessSeconds).toBeCloseTo((4 * 3 + 2 * 99) * HOUR, 3);
    expect(requests.fall!.mean).toBeCloseTo(35 * HOUR, 3);
    expect(view.weakest).toBe('touchpoint|requests');
    expect(view.largest).toBe('touchpoint|clarify');
    expect(view.whole).toMatchObject({ budgetDays: 6, targetDays: 17, withinTargetIfKept: 1, keptEveryBudget: 0 });
    expect(view.whole!.withinTarget).toBeCloseTo(4 / 6, 12);
  });

  it('shows lanes, hand-offs, visits, documents and names', () => {
    expect(view.lanes.map(({ kind, body }) => body ?? kind)).toEqual(['client', 'МФЦ', 'nobody', 'МСП', 'Фонд']);
    expect(view.handOffs.map(({ giver, taker, cases, meanSeconds }) => [giver, taker, cases, meanSeconds])).toEqual([
      ['МСП', 'Фонд', 6, null],
      ['МФЦ', 'МСП', 6, 71 * HOUR],
      ['Фонд', 'МСП', 6, null],
    ]);
    expect(view.tiles.find(({ kind }) => kind === 'gap')!.recordedShare).toBe(1);
    const at = Object.fromEntries(view.touchpoints.map((one) => [one.touchpoint ?? `?${one.unmapped}`, one]));
    expect([at.intake!.documents, at.clarify!.documents, at['?извещение']!.visits]).toEqual([3, 1, 1]);
    expect(view.names).toMatchObject({ МФЦ: 'Центр', Фонд: 'Фонд' });
  });

  it('says what clients answer where enough did, and nothing that could be told by subtraction', () => {
    const of = (touchpoint: string) =>
      view.touchpoints.find((one) => (one.touchpoint ?? one.unmapped) === touchpoint)!.satisfaction;
    // Two answers at the notice are too few; with one small group the next smallest is hidden as well.
    expect(of('извещение')).toMatchObject([{ metric: 'easy', value: null, n: null, state: 'tooFew' }]);
    expect(of('intake')).toMatchObject([{ metric: 'easy', value: null, state: 'tooFew' }]);
  });

  it('gives typical runs that tile their own time', () => {
    const [typical] = view.whole!.typical.p90;
    expect(['r1', 'r2']).toContain(typical!.id);
    expect(typical!.pieces.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(typical!.seconds, 6);
  });

  it('of too few runs shows nothing', async () => {
    const few = await act<JourneyPictureView>('journeyPicture', { id: 'birth', from: '2026-01', to: '2026-02' });
    expect(few).toMatchObject({ whole: null, tiles: [], population: { n: 0, state: 'tooFew', leftOut: {} } });
  });
});

describe('walks', () => {
  it('are grouped by the places passed', async () => {
    const { variants, rest } = await act<JourneyVariantsView>('journeyVariants', { id: 'birth', ...PERIOD });
    expect(
      variants.map(({ path, cases }) => [
        path.map(({ touchpoint, unmapped }) => touchpoint ?? `?${unmapped}`).join(' '),
        cases,
      ]),
    ).toEqual([['intake registration requests clarify decision ?извещение', 6]]);
    expect([variants[0]!.hurts, rest]).toEqual([null, { variants: 0, cases: 0 }]);
  });

  it('are held to a promise since its day', async () => {
    const touchpoints = [
      ...DESIGN.touchpoints.slice(0, 3),
      point('decision', ['решение']),
      point('clarify', ['уточнение']),
      point('pay', ['выплата']),
    ];
    const toBe = { design: { ...DESIGN, touchpoints }, inForceFrom: '2026-01-01', order: '№ 1' };
    await act('saveJourney', { journey: { ...JOURNEY, toBe, changedOn: '2026-03-01' }, version: 7 });
    const promise = await act<JourneyPromiseView>('journeyPromise', { id: 'birth' });
    expect(promise).toMatchObject({ runs: 6, asDesigned: { runs: 0, share: 0 }, inForceFrom: '2026-01-01' });
    const told = (kind: 'missed' | 'doubled' | 'outOfOrder') =>
      promise.steps.filter((step) => step[kind].runs > 0).map((step) => `${step.touchpoint} ${step[kind].runs}`);
    expect([told('missed'), told('doubled'), told('outOfOrder')]).toEqual([['pay 6'], [], ['clarify 6']]);
    expect(promise.unknown).toMatchObject([{ facts: 'извещение', runs: 6 }]);
    expect(promise.steps[2]!.overBudget!.runs).toBe(6);
  });

  it('before and after a change need enough runs on both sides', async () => {
    const view = await act<BeforeAfterView>('beforeAfter', { id: 'birth' });
    expect(view).toMatchObject({ changedOn: '2026-03-01', before: null, after: null, difference: null });
    await act('saveJourney', { journey: { ...JOURNEY, changedOn: '2026-06-20' }, version: 8 });
    const numbers = (await act<BeforeAfterView>('beforeAfter', { id: 'birth' })).before!.numbers;
    const values = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, number?.value]));
    expect(values).toMatchObject({ services: 1, bodies: 3, documents: 4, visits: 1 });
    expect(values.days).toBeCloseTo(407.5 / 24, 9);
  });
});

describe('a journey discovered', () => {
  it('from a log passes as it is, and has its evidence', async () => {
    const found = await act<DiscoveredView>('discoverJourney', { factsJourney: 'рождение', id: 'found' });
    expect(found.from).toBe('touchpoint');
    expect(found.journey.asIs.touchpoints.map(({ name, kind, body }) => [name, kind, body])).toEqual([
      ['приём', 'submit', 'МФЦ'],
      ['регистрация', 'register', 'МСП'],
      ['запросы', 'interagency', 'Фонд'],
      ['уточнение', 'clarify', 'МСП'],
      ['решение', 'decide', 'МСП'],
      ['извещение', 'notify', 'МСП'],
    ]);
    expect(found.journey.asIs.handOffs).toMatchObject([{ giver: 'МФЦ', taker: 'МСП', budgetDays: 3 }]);
    expect(found.evidence[2]).toMatchObject({ cases: 6, share: 1, proposedBudgetDays: 4.5 });
    expect((await act<JourneyView>('saveJourney', { journey: found.journey })).version).toBe(1);
  });

  it('of a plain log of activities takes those for touchpoints, and the picture knows them', async () => {
    const plain = await openBench();
    const log = ['caseId,at,activity'];
    for (let i = 1; i <= 8; i += 1)
      for (const [day, activity] of [
        [1, 'Заявка'],
        [3, 'Проверка'],
        [6, 'Ответ'],
      ] as const)
        log.push(`p${i},2026-02-0${day}T09:00:0${i}Z,${activity}`);
    try {
      await plain.take({
        'events.csv': log.join('\n'),
        'cases.csv': `id,registeredAt,closedAt\n${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `p${i},2026-02-01T09:00:0${i}Z,2026-02-06T09:00:0${i}Z`).join('\n')}`,
      });
      const found = await plain.act<DiscoveredView>('discoverJourney', { name: 'Все дела', id: 'all' });
      expect([found.from, found.population.of]).toEqual(['activity', 'case']);
      expect(found.journey.asIs.touchpoints.map(({ name, budgetDays }) => [name, budgetDays])).toEqual([
        ['Заявка', null],
        ['Проверка', 2],
        ['Ответ', 3],
      ]);
      await plain.act('saveJourney', { journey: found.journey });
      const view = await plain.act<JourneyPictureView>('journeyPicture', { id: 'all', from: '2026-02', to: '2026-02' });
      expect(view.steps.map(({ touchpoint, meanSeconds }) => [touchpoint, meanSeconds])).toEqual([
        ['t2', 2 * 86_400],
        ['t3', 3 * 86_400],
      ]);
    } finally {
      await plain.close();
    }
  }, 60_000);

  it('of the example log has stages that follow the way, whatever fee is paid and whoever calls on it', async () => {
    const plain = await openBench();
    try {
      await plain.takePaths([join(import.meta.dirname, '../../examples/registry-log.csv')]);
      const { journey } = await plain.act<DiscoveredView>('discoverJourney', { name: 'Реестр', id: 'registry' });
      expect(journey.asIs.touchpoints.map(({ name, kind, stage }) => [name, kind, stage])).toEqual([
        ['Приём заявления', 'submit', 'apply'],
        ['Регистрация', 'register', 'consider'],
        ['Межведомственные запросы', 'interagency', 'consider'],
        ['Извещение', 'notify', 'consider'],
        ['Уточнение у клиента', 'clarify', 'consider'],
        ['Проверка', 'examine', 'consider'],
        ['Решение', 'decide', 'consider'],
        ['Выдача результата', 'issue', 'result'],
      ]);
    } finally {
      await plain.close();
    }
  }, 60_000);

  it('of nothing is refused', async () => {
    expect(await refused('discoverJourney', { services: ['нет такой'] })).toEqual([['journey.nothingSeen', undefined]]);
  });
});
