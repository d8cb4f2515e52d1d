import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ModelCheckView,
  ModelComparisonView,
  ModelSavedView,
  ModelShowView,
  ModelsView,
  ModelVersionsView,
  StartersView,
} from '#acts';
import type { StarterModel } from '#catalogue';
import { type Model, modelSchema } from '#model';
import { type Bench, openBench } from './import/kit.ts';

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act(name, input) as Promise<T>;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const shown = (id: string, version?: number) =>
  act<ModelShowView>('modelShow', { id, ...(version ? { version } : {}) });

describe('starter models', () => {
  it('are listed with their names, and both ways of rolling out with their reasons', async () => {
    const { starters, rollouts } = await act<StartersView>('startersList', {});
    expect(starters.map(({ id }) => id)).toEqual(['permits', 'appeals', 'benefit-mfc', 'internal-service']);
    expect(starters.every(({ goal, name }) => goal.ru !== '' && name.en !== '')).toBe(true);
    expect(rollouts.filter(({ recommended }) => recommended).map(({ kind }) => kind)).toEqual(['lifeSituation']);
  });

  it.each(['permits', 'appeals', 'benefit-mfc', 'internal-service'])(
    '%s becomes a draft without errors, each indicator of which leads to its goal',
    async (starter) => {
      const { id, checks } = await act<ModelSavedView>('applyStarter', { starter });
      expect(checks.errors).toEqual([]);
      const { indicatorsResolved, positionsResolved, state, editable } = await shown(id);
      expect([state, editable]).toEqual(['draft', true]);
      for (const { id: indicator, chain } of indicatorsResolved) expect(chain.at(-1)?.of, indicator).toBe('goal');
      for (const { count, shared } of positionsResolved) {
        expect(count).toBeLessThanOrEqual(5);
        expect(shared).toBeGreaterThan(0);
      }
    },
  );

  it('is adapted to a journey: its body indicators become the journey’s', async () => {
    await act('saveJourney', { journey: { id: 'birth', name: 'Рождение ребёнка', clientStatuses: ['citizen'] } });
    const { id, checks } = await act<ModelSavedView>('applyStarter', {
      starter: 'benefit-mfc',
      id: 'of-birth',
      journey: 'birth',
    });
    expect(checks.errors).toEqual([]);
    const { model } = await shown(id);
    const time = model.indicators.find((one) => one.metric === 'journey-time' && one.owner === 'journey-owner');
    expect([time?.level, time?.place.journey, time?.shared]).toEqual(['journey', 'birth', true]);
    expect(model.clients).toEqual(['citizen']);
  });

  it('is refused under an id that is taken', async () => {
    await expect(act('applyStarter', { starter: 'permits', id: 'of-birth' })).rejects.toThrow('model.idTaken');
  });
});

describe('saving', () => {
  it('refuses to write over a version that was not seen', async () => {
    const { model, version } = await shown('permits');
    await act('saveModel', { model: { ...model, name: 'А' }, version });
    await expect(act('saveModel', { model: { ...model, name: 'Б' }, version })).rejects.toThrow(
      'document.changedMeanwhile',
    );
    expect((await shown('permits')).name).toBe('А');
  });

  it('refuses a sixth indicator even of a draft, and saves nothing', async () => {
    const { model, version } = await shown('permits');
    const owner = model.positions[0]!.id;
    const indicators = model.indicators.map((one, no) => (no < 6 ? { ...one, owner } : one));
    await expect(act('saveModel', { model: { ...model, indicators }, version })).rejects.toThrow(
      'modelCheck.tooManyIndicators',
    );
    expect((await shown('permits')).version).toBe(version);
  });

  it('keeps a draft that has other hard stops, and says them', async () => {
    const { model, version } = await shown('permits');
    const { checks } = await act<ModelSavedView>('saveModel', { model: { ...model, links: [] }, version });
    expect(new Set(checks.errors.map(({ rule }) => rule))).toEqual(new Set(['noWayToGoal']));
  });

  it('refuses what has not the shape of a model, with the place', async () => {
    await expect(act('saveModel', { model: { id: 'x', name: 'x', indicators: [{ id: 'a' }] } })).rejects.toMatchObject({
      refusals: [{ code: 'model.shape', field: 'indicators.0.metric' }, { field: 'indicators.0.level' }],
    });
  });

  it('undoes: the version before is saved once more', async () => {
    const { version } = await shown('permits');
    await act('undoModel', { id: 'permits', version });
    expect((await shown('permits')).model.links.length).toBeGreaterThan(0);
  });

  it('takes a draft away and brings it back', async () => {
    const { version } = await shown('appeals');
    await act('removeModel', { id: 'appeals', version });
    await expect(shown('appeals')).rejects.toThrow('document.unknown');
    await act('undoModel', { id: 'appeals', version: version + 1 });
    const { versions } = await act<ModelVersionsView>('modelVersions', { id: 'appeals' });
    expect(versions.map(({ stands }) => stands)).toEqual([true, false, true]);
  });
});

describe('the life of a model', () => {
  const order = { number: '17-П', date: '2025-01-20' };

  it('goes through a pilot, binds by an order from a day, and is edited no more', async () => {
    const { version } = await shown('internal-service');
    await expect(act('moveModel', { id: 'internal-service', version, to: 'inForce' })).rejects.toThrow(
      'model.noSuchMove',
    );
    const pilot = await act<ModelSavedView>('moveModel', { id: 'internal-service', version, to: 'pilot' });
    const move = { id: 'internal-service', version: pilot.version, to: 'inForce' };
    await expect(act('moveModel', move)).rejects.toThrow('model.orderMissing');
    await act('moveModel', { ...move, from: '2025-02-01', order });
    const { model, version: now, editable } = await shown('internal-service');
    expect([model.state, model.inForceFrom, model.order, editable]).toEqual(['inForce', '2025-02-01', order, false]);
    await expect(act('saveModel', { model, version: now })).rejects.toThrow('model.notEditable');
    await expect(act('removeModel', { id: model.id, version: now })).rejects.toThrow('model.notEditable');
  });

  it('is followed by a draft, which supersedes it when it is put in force', async () => {
    const draft = await act<ModelSavedView>('newDraftOf', { id: 'internal-service' });
    expect((await shown(draft.id)).model).toMatchObject({ state: 'draft', follows: 'internal-service', order: null });
    const pilot = await act<ModelSavedView>('moveModel', { ...draft, to: 'pilot' });
    await act('moveModel', { id: draft.id, version: pilot.version, to: 'inForce', from: '2026-01-01', order });
    const { models } = await act<ModelsView>('models', {});
    const states = Object.fromEntries(models.map(({ id, state }) => [id, state]));
    expect([states[draft.id], states['internal-service']]).toEqual(['inForce', 'superseded']);
  });

  it('leaves the former one in force until its day comes, and for good where it is taken back before', async () => {
    const states = async () => {
      const { models } = await act<ModelsView>('models', {});
      return Object.fromEntries(models.map(({ id, state, today, inForceTo }) => [id, [state, today, inForceTo]]));
    };
    const former = (await act<ModelsView>('models', {})).models.find(({ today }) => today === 'inForce')!;
    const draft = await act<ModelSavedView>('newDraftOf', { id: former.id });
    const pilot = await act<ModelSavedView>('moveModel', { ...draft, to: 'pilot' });
    const from = '2099-01-01';
    const bound = await act<ModelSavedView>('moveModel', {
      id: draft.id,
      version: pilot.version,
      to: 'inForce',
      from,
      order,
    });
    expect((await states())[draft.id]).toEqual(['inForce', 'waits', null]);
    expect((await states())[former.id]).toEqual(['inForce', 'inForce', from]);
    await act('moveModel', { id: draft.id, version: bound.version, to: 'superseded' });
    expect((await states())[draft.id]).toEqual(['superseded', 'superseded', from]);
    expect((await states())[former.id]).toEqual(['inForce', 'inForce', null]);
  });

  it('binds until the one after the next, where the next is taken back before its day', async () => {
    const list = async () => (await act<ModelsView>('models', {})).models;
    const former = (await list()).find(({ today }) => today === 'inForce')!;
    const ordered: ModelSavedView[] = [];
    for (const from of ['2098-01-01', '2099-01-01']) {
      const draft = await act<ModelSavedView>('newDraftOf', { id: former.id });
      const pilot = await act<ModelSavedView>('moveModel', { ...draft, to: 'pilot' });
      const move = { id: draft.id, version: pilot.version, to: 'inForce', from, order };
      ordered.push(await act<ModelSavedView>('moveModel', move));
    }
    const until = async () => (await list()).find(({ id }) => id === former.id)!.inForceTo;
    expect(await until()).toBe('2098-01-01');
    for (const { id } of ordered) {
      const { version } = await shown(id);
      await act('moveModel', { id, version, to: 'superseded' });
      expect(await until()).toBe(id === ordered[0]!.id ? '2099-01-01' : null);
    }
  });

  it('does not bind with a hard stop, and the former one stays in force', async () => {
    const former = (await act<ModelsView>('models', {})).models.find(({ state }) => state === 'inForce')!;
    const draft = await act<ModelSavedView>('newDraftOf', { id: former.id });
    const { model } = await shown(draft.id);
    const broken = await act<ModelSavedView>('saveModel', { model: { ...model, goals: [] }, version: draft.version });
    const pilot = await act<ModelSavedView>('moveModel', { id: draft.id, version: broken.version, to: 'pilot' });
    const move = { id: draft.id, version: pilot.version, to: 'inForce', from: '2026-01-01', order };
    await expect(act('moveModel', move)).rejects.toThrow('modelCheck.noGoals');
    expect((await shown(former.id)).state).toBe('inForce');
  });
});

it('compares versions: what was added, removed, changed', async () => {
  const { model, version } = await shown('appeals');
  const [first, ...rest] = model.indicators;
  const indicators = [{ ...first!, name: 'Короткое имя' }, ...rest, { ...rest[0]!, id: 'new-one', owner: null }];
  const saved = await act<ModelSavedView>('saveModel', {
    model: { ...model, indicators, links: model.links.slice(1) },
    version,
  });
  const { added, removed, changed } = await act<ModelComparisonView>('compareModels', {
    before: { id: 'appeals', version },
    after: { id: 'appeals', version: saved.version },
  });
  expect(added.map(({ id }) => id)).toEqual(['new-one']);
  expect(removed.map(({ of }) => of)).toEqual(['link']);
  expect(changed).toEqual([
    { of: 'indicator', id: first!.id, name: 'Короткое имя', fields: [{ field: 'name', from: '', to: 'Короткое имя' }] },
  ]);
});

describe('a model travels', () => {
  const text = fc.string({ minLength: 1, maxLength: 20 }).map((s) => `a${s.trim()}`.trim());
  const made = fc
    .record({
      id: text,
      name: text,
      note: fc.string({ maxLength: 40 }),
      target: fc.double({ noNaN: true, noDefaultInfinity: true }),
    })
    .map(({ id, name, note, target }) => ({ id, name, note, target }));

  it('imports back as it was exported', async () => {
    let no = 0;
    await fc.assert(
      fc.asyncProperty(made, async ({ name, note, target }) => {
        no += 1;
        const id = `travels-${no}`;
        const { model } = await shown('benefit-mfc');
        const given: Model = modelSchema.parse({
          ...model,
          id,
          name,
          indicators: model.indicators.map((one) => ({ ...one, reason: note, target: { value: target, by: null } })),
        });
        await act('importModel', { model: given });
        const out = JSON.parse(JSON.stringify(await act<Model>('exportModel', { id })));
        await act('importModel', { model: { ...out, id: `${id}-copy` } });
        expect(await act<Model>('exportModel', { id: `${id}-copy` })).toEqual({ ...out, id: `${id}-copy` });
        expect(out).toEqual(JSON.parse(JSON.stringify(given)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a file is checked', () => {
  const check = (model: unknown) => act<ModelCheckView>('modelCheck', { model });
  const starter = (): StarterModel =>
    (JSON.parse(readFileSync('catalogue/models.json', 'utf8')) as readonly StarterModel[])[0]!;

  it('finds an unknown metric and a sixth indicator where they stand in the short form', async () => {
    const short = starter();
    const [first, ...rest] = short.positions;
    const spoiled = {
      ...short,
      positions: [{ ...first!, set: [...first!.set, 'on-time'] }, ...rest],
      body: ['nothing', ...short.body.slice(1)],
    };
    const { errors } = await check([spoiled]);
    expect(errors.map(({ rule, place }) => [rule, place])).toEqual([
      ['unknownMetric', '[0] "permits": body[0] "nothing"'],
      ['tooManyIndicators', '[0] "permits": positions[0] "Министр"'],
    ]);
    expect(errors.every(({ remedy }) => remedy.ru !== '' && remedy.en !== '')).toBe(true);
  });

  it.each([[null], [42], [[]], [{}], [{ model: 'x', clients: ['alien'], body: [], positions: [] }]])(
    'says what is wrong with %j',
    async (given) => {
      const { errors } = await check(given);
      expect(errors).toHaveLength(1);
      expect(errors[0]!.place).not.toBe('');
    },
  );
});

it('an unknown metric by a name that any object has is told as unknown', async () => {
  const { model, version } = await shown('appeals');
  const strange = { ...model.indicators[0]!, id: 'strange', metric: 'constructor', name: '' };
  const given = { ...model, indicators: [...model.indicators, strange] };
  await act<ModelSavedView>('saveModel', { model: given, version });
  const { indicatorsResolved, metricsTold } = await shown('appeals');
  const { told, name } = indicatorsResolved.find(({ id }) => id === 'strange')!;
  expect(name).toEqual({ ru: 'constructor', en: 'constructor' });
  expect(metricsTold[told]).toMatchObject({ known: false, counters: [] });
});
