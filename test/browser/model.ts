import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DiscussionsView, KnownValueView, ModelSavedView, ModelShowView, ModelsView } from '#acts';
import { looksRight, unfold } from './access.ts';
import { PATIENT, plain, read, type Site, say, type Visit, walk } from './visit.ts';

const STARTER = 'Разрешения и лицензии';
const NAME = 'Разрешения без лишних бумаг';
const MOST = 5;

export function modelWalks(site: Site): void {
  walk(
    site,
    'a starter is applied: its positions with their places, checks beside, the answer made of them',
    async (visit) => {
      const { page, house, open, settled } = visit;
      await open('/models');
      await page.getByRole('button', { name: say('starter.takeNamed', { name: STARTER }) }).click();
      const dialog = page.getByRole('dialog', { name: say('begin.starter') });
      await dialog.getByRole('textbox', { name: say('begin.name') }).fill(NAME);
      await dialog.getByRole('button', { name: say('begin.do') }).click();
      await matrixOf(page).waitFor();
      await settled();
      expect(await read(page.locator('h1'))).toBe(say('model.titleOf', { name: NAME }));
      const { models } = await house.act<ModelsView>('models');
      const made = models.find(({ name }) => name === NAME)!;
      const shown = await house.act<ModelShowView>('modelShow', { id: made.id });
      const columns = matrixOf(page).locator('thead th.pos');
      expect(await columns.count()).toBe(shown.positions);
      const places = await matrixOf(page).locator('tfoot td.c').allInnerTexts();
      expect(places).toEqual(shown.positionsResolved.map(({ count }) => say('seat.of', { held: count, most: MOST })));
      expect(await matrixOf(page).locator('tbody .slot').count()).toBe(
        shown.positionsResolved.reduce((sum, { count }) => sum + count, 0),
      );
      const checks = page.locator('.checks');
      expect(await checks.locator('li.warn').count()).toBeGreaterThan(0);
      expect(await checks.locator('li.stop').count()).toBe(shown.checks.errors.length);
      expect(await read(page.locator('.answer'))).toContain(say('answer.can'));
      await page.reload();
      await settled();
      expect(await read(page.locator('h1'))).toContain(NAME);
    },
  );

  walk(site, 'a check leads to what it speaks of', async (visit) => {
    const { page, open } = visit;
    await open(await addressOf(visit, 'check-leads'));
    const lead = page.locator('.checks button.lead').first();
    const place = /, positions\[\d+\] "(.+)"$/.exec(await read(lead));
    await lead.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await read(dialog.locator('h2'))).toBe(place?.[1]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  walk(
    site,
    'without a mouse: the sixth is refused in place, a place is left, taken again, and saved',
    async (visit) => {
      const { page, house, open, settled } = visit;
      const id = 'by-keyboard';
      await open(await addressOf(visit, id));
      const matrix = matrixOf(page);
      // one stop of the Tab key, arrows from there
      expect(await matrix.locator('[data-cell][tabindex="0"]').count()).toBe(1);
      await matrix.locator('[data-cell][tabindex="0"]').focus();
      for (let steps = 0; steps < 40 && !(await onEmptyCell(page)); steps += 1)
        await page.keyboard.press(steps === 0 ? 'ArrowRight' : 'ArrowDown');
      expect(await onEmptyCell(page)).toBe(true);
      await page.keyboard.press('Enter');
      const refusal = matrix.getByRole('alert');
      const [position] = ((await page.locator('[data-cell]:focus').getAttribute('aria-label')) ?? '').split(':');
      expect(await read(refusal)).toContain(say('seat.full', { position, most: MOST }));
      expect(await refusal.locator('.slot').count()).toBe(MOST);
      expect(await page.locator('.savebar').count(), 'nothing was changed').toBe(0);

      const taken = matrix.locator(`button.cell[aria-label^="${position}: место "]`);
      expect(await taken.count()).toBe(MOST);
      const label = await taken.last().getAttribute('aria-label');
      await taken.last().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => taken.count(), PATIENT).toBe(MOST - 1);
      expect(await read(page.locator('.savebar'))).toContain(say('save.undo'));
      const button = page.getByRole('button', { name: say('life.to.pilot') });
      expect(await button.isDisabled(), 'an unsaved model goes nowhere').toBe(true);
      await page.keyboard.press('Enter');
      await expect.poll(() => taken.count(), PATIENT).toBe(MOST);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(label);
      await page.keyboard.press('Enter');
      await expect.poll(() => taken.count(), PATIENT).toBe(MOST - 1);

      await page.getByRole('button', { name: say('save.do'), exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.savebar').waitFor({ state: 'detached' });
      await settled();
      const shown = await house.act<ModelShowView>('modelShow', { id });
      expect(shown.version).toBe(2);
      expect(shown.positionsResolved.find(({ name }) => name === position)?.count).toBe(MOST - 1);
    },
  );

  walk(
    site,
    'values are taken by their short names, served by nobody yet, and worded by one’s own act',
    async (visit) => {
      const { page, house, open } = visit;
      const id = 'valued';
      await open(await addressOf(visit, id));
      await page.getByRole('button', { name: say('values.take') }).click();
      const dialog = page.getByRole('dialog', { name: say('values.take') });
      const known = await house.act<readonly KnownValueView[]>('knownValues');
      const left = dialog.getByRole('checkbox', { name: known[0]!.name.ru });
      await left.uncheck();
      await looksRight(visit, 'values of the standards');
      await page.setViewportSize({ width: 1440, height: 900 });
      await dialog.getByRole('button', { name: say('values.takeDo') }).click();
      const rows = page.locator('section[aria-labelledby="h-values"] tbody tr');
      expect(await rows.count()).toBe(known.length - 1);
      for (const text of await rows.allInnerTexts()) expect(plain(text)).toContain(say('values.unserved'));
      await page.getByRole('button', { name: say('save.do'), exact: true }).click();
      await expect.poll(async () => (await house.act<ModelShowView>('modelShow', { id })).version, PATIENT).toBe(2);
      const { model } = await house.act<ModelShowView>('modelShow', { id });
      expect(model.values.map(({ name, source }) => [name, source])).toEqual(
        known.slice(1).map(({ name, source }) => [name.ru, source.ru]),
      );
      await page.getByRole('button', { name: say('values.take') }).click();
      expect(await dialog.getByRole('checkbox').count(), 'what the model has is not offered again').toBe(1);
      await page.keyboard.press('Escape');
    },
  );

  walk(site, 'changes are taken back one by one', async (visit) => {
    const { page, open } = visit;
    await open(await addressOf(visit, 'undo'));
    const slots = matrixOf(page).locator('tbody button.cell .slot');
    const before = await slots.count();
    for (let times = 0; times < 2; times += 1) await slots.first().click();
    await expect.poll(() => slots.count(), PATIENT).toBe(before - 2);
    await page.getByRole('button', { name: say('save.undo') }).click();
    await expect.poll(() => slots.count(), PATIENT).toBe(before - 1);
    await page.getByRole('button', { name: say('save.undo') }).click();
    await page.locator('.savebar').waitFor({ state: 'detached' });
    expect(await slots.count()).toBe(before);
  });

  walk(site, 'an indicator is found in the catalogue, placed, given a target, and saved', async (visit) => {
    const { page, house, open } = visit;
    const id = 'from-catalogue';
    await open(await addressOf(visit, id));
    await page.getByRole('button', { name: say('add.open') }).click();
    const search = page.getByRole('dialog', { name: say('add.title') });
    await search.getByRole('textbox', { name: say('add.text') }).fill('очередь');
    const found = search.getByRole('radio');
    await expect.poll(() => found.count(), PATIENT).toBe(1);
    await found.check();
    await search.locator('.now p').first().waitFor();
    await search.getByRole('button', { name: say('add.do') }).click();
    const form = page.getByRole('dialog').filter({ has: page.getByText(say('ind.wanted')) });
    await form.getByRole('textbox', { name: new RegExp(`^${say('ind.target', { unit: '' })}`) }).fill('82,5');
    await form.getByRole('button', { name: say('ind.done') }).click();
    await page.getByRole('button', { name: say('save.do'), exact: true }).click();
    await page.locator('.savebar').waitFor({ state: 'detached' });
    const { model } = await house.act<ModelShowView>('modelShow', { id });
    expect(model.indicators.at(-1)).toMatchObject({ owner: null, target: { value: 82.5, by: null }, agreed: false });
  });

  walk(site, 'saved meanwhile by another: shown what changed, and mine goes on top of theirs', async (visit) => {
    const { page, house, open } = visit;
    const id = 'meanwhile';
    await open(await addressOf(visit, id));
    const slot = matrixOf(page).locator('tbody button.cell:has(.slot)').first();
    const [position] = ((await slot.getAttribute('aria-label')) ?? '').split(':');
    await slot.click();
    const { model, version } = await house.act<ModelShowView>('modelShow', { id });
    await house.act<ModelSavedView>('saveModel', { model: { ...model, name: 'Переименовали' }, version });
    await page.getByRole('button', { name: say('save.do'), exact: true }).click();
    const told = page.locator('.savebar').getByRole('alert');
    await told.locator('table.changed').waitFor();
    expect(await read(told)).toContain('Переименовали');
    expect((await house.act<ModelShowView>('modelShow', { id })).version, 'no silent overwrite').toBe(2);
    await told.getByRole('button', { name: say('save.mineOnTop') }).click();
    await page.getByRole('button', { name: say('save.do'), exact: true }).click();
    await page.locator('.savebar').waitFor({ state: 'detached' });
    const both = await house.act<ModelShowView>('modelShow', { id });
    expect(both.name).toBe('Переименовали');
    expect(both.positionsResolved.find(({ name }) => name === position)?.count).toBe(MOST - 1);

    await page.getByRole('link', { name: say('versions.title'), exact: true }).click();
    const changed = page.locator('table.changed tbody tr');
    await changed.first().waitFor();
    expect(await read(page.locator('table.changed'))).toContain(say('modelField.owner'));
    await page.getByRole('combobox', { name: say('compare.before') }).selectOption('1');
    await expect.poll(() => read(page.locator('table.changed')), PATIENT).toContain('Переименовали');
    await looksRight(visit, 'versions');
  });

  walk(site, 'a filter leaves what it names, and its address keeps it', async (visit) => {
    const { page, open, settled } = visit;
    await open(await addressOf(visit, 'filtered'));
    const rows = matrixOf(page).locator('tr.i');
    const all = await rows.count();
    await page.getByRole('textbox', { name: say('model.filterText') }).fill('эксперт');
    await expect.poll(() => matrixOf(page).locator('thead th.pos').count(), PATIENT).toBe(1);
    expect(await rows.count()).toBe(MOST);
    await page.getByRole('combobox', { name: say('add.kpi') }).selectOption('speed');
    await expect.poll(() => rows.count(), PATIENT).toBeLessThan(MOST);
    const some = await rows.count();
    await page.reload();
    await settled();
    expect(await rows.count()).toBe(some);
    await page.getByRole('button', { name: say('filter.clear') }).click();
    await expect.poll(() => rows.count(), PATIENT).toBe(all);
  });

  walk(site, 'a card names what its position holds, what is wanted, and whom to talk to', async (visit) => {
    const { page, house, open } = visit;
    const id = 'carded';
    const address = await addressOf(visit, id);
    const shown = await house.act<ModelShowView>('modelShow', { id });
    const [position] = shown.positionsResolved;
    await open(`${address}/cards?position=${encodeURIComponent(position!.id)}`);
    const sheet = page.locator('article.sheet');
    expect(await sheet.count()).toBe(1);
    expect(await read(sheet.locator('h2'))).toBe(position!.name);
    const held = shown.indicatorsResolved.filter(({ owner }) => owner === position!.id);
    expect(await sheet.locator('tbody tr').count()).toBe(held.length);
    for (const { name, sentence, told } of held) {
      expect(await read(sheet)).toContain(name.ru);
      expect(await read(sheet)).toContain((sentence ?? shown.metricsTold[told]!.sentence).ru.replace(/\s+/g, ' '));
    }
    await looksRight(visit, 'card');
    await page.getByRole('link', { name: say('cards.all') }).click();
    await expect.poll(() => sheet.count(), PATIENT).toBe(shown.positions);
  });

  walk(
    site,
    'a top indicator is decomposed: proposed with reasons, chosen with a word, added in one saving',
    async (visit) => {
      const { page, house, open } = visit;
      const id = 'decomposed';
      await open(`${await addressOf(visit, id)}/decompose`);
      await page.getByRole('combobox', { name: say('decompose.top') }).selectOption('time-to-result');
      const place = page.locator('section[aria-labelledby="h-touchpoint"] details').first();
      await place.locator('summary').first().click();
      const offer = place.getByRole('checkbox', { disabled: false }).first();
      await offer.check();
      const proposed = place
        .locator('ul.proposals > li')
        .filter({ has: page.getByRole('checkbox', { checked: true }) });
      await proposed.getByText(say('talk.title', { count: 0 }), { exact: true }).click();
      await proposed.getByRole('textbox', { name: say('talk.text') }).fill('Здесь мы и правда можем успеть');
      await proposed.getByRole('combobox', { name: say('talk.stance') }).selectOption('for');
      await proposed.getByRole('button', { name: say('talk.do') }).click();
      await expect.poll(() => read(proposed.locator('.said')), PATIENT).toContain('Здесь мы и правда можем успеть');
      await looksRight(visit, 'discussion');
      await page.setViewportSize({ width: 1440, height: 900 });
      await place.getByRole('textbox', { name: say('decompose.comment') }).fill('Здесь стоят дела');
      await page.getByRole('button', { name: say('decompose.add', { count: 1 }) }).click();
      await matrixOf(page).waitFor();
      await expect.poll(async () => (await house.act<ModelShowView>('modelShow', { id })).version, PATIENT).toBe(2);
      const { model } = await house.act<ModelShowView>('modelShow', { id });
      const added = model.indicators.at(-1)!;
      expect(added.reason).toBe('Здесь стоят дела');
      expect(model.links.find(({ lower }) => lower === added.id)).toMatchObject({ upper: 'time-to-result' });
      const { remarks } = await house.act<DiscussionsView>('discussions', { model: id });
      expect(remarks, 'what was said of the proposal stays with the indicator').toEqual({ [added.id]: 1 });
    },
  );

  walk(site, 'models: axe finds nothing, wide and narrow, light and dark; 320 px suffice', async (visit) => {
    const { page, open } = visit;
    await open('/models');
    await unfold(page);
    await looksRight(visit, 'list of models');
    await open(await addressOf(visit, 'looked-at'));
    await looksRight(visit, 'model');
  });

  walk(site, 'dialogs of a model: axe finds nothing; 320 px suffice', async (visit) => {
    const { page, open } = visit;
    await open(await addressOf(visit, 'looked-at'));
    for (const deed of [
      () => matrixOf(page).locator('tr.i button.name').first().click(),
      () => matrixOf(page).locator('thead button').first().click(),
      () => page.getByRole('button', { name: say('values.add') }).click(),
    ]) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await deed();
      await page.getByRole('dialog').waitFor();
      await looksRight(visit, 'dialog of a model');
      await page.keyboard.press('Escape');
    }
  });
}

const matrixOf = (page: Page): Locator => page.locator('table.tree');

/** The starter model as a draft of that id, made on the way where it is not there. */
async function addressOf({ house }: Visit, id: string): Promise<string> {
  const { models } = await house.act<ModelsView>('models');
  if (!models.some((model) => model.id === id))
    await house.act<ModelSavedView>('applyStarter', { starter: 'permits', id, name: `${STARTER}: ${id}` });
  return `/model/${id}`;
}

const onEmptyCell = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active?.matches('button.cell') === true && active.querySelector('.slot') === null;
  });
