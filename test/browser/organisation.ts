import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { OrganisationView } from '#acts';
import { PATIENT, read, type Site, say, type Visit, walk } from './visit.ts';

/** In this order, from nothing: the form, facts that name others, placing, moving, people. */
export function organisationWalks(site: Site): void {
  walk(site, 'the form that is downloaded is taken back as it is', async (visit) => {
    const { page, open } = visit;
    await open('/data');
    await page.getByRole('link', { name: say('org.title') }).click();
    await expect.poll(() => read(page.locator('.answer')), PATIENT).toBe(say('org.answerEmpty'));
    const loading = page.waitForEvent('download');
    await page.getByRole('link', { name: say('org.formXlsx') }).click();
    const path = join(mkdtempSync(join(tmpdir(), 'luchshe-form-')), 'organisation.xlsx');
    await (await loading).saveAs(path);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await give(page, { name: 'organisation.xlsx', mimeType, buffer: readFileSync(path) });
    expect(await read(page.locator('.preview'))).toContain(say('guess.register'));
    await page.getByRole('button', { name: say('import.take'), exact: true }).click();
    await expect.poll(() => read(page.locator('.report')), PATIENT).toContain(say('report.taken'));
    await expect
      .poll(() => namesIn(page), PATIENT)
      .toEqual(['Министерство социальной поддержки', 'Отдел назначений № 2']);
  });

  walk(site, 'whom facts name waits to be placed, and stands in the tree afterwards', async (visit) => {
    const { page, open } = visit;
    await open('/organisation');
    await give(page, { name: 'cases.csv', mimeType: 'text/csv', buffer: Buffer.from(CASES) });
    await page.getByRole('button', { name: say('import.take'), exact: true }).click();
    const waiting = page.locator('.toplace');
    await waiting.waitFor();
    expect(await read(waiting)).toContain('Приём');
    const form = page.getByRole('form', { name: say('org.placeNamed', { name: 'Приём' }) });
    await form.getByRole('textbox', { name: say('org.name') }).fill('Приём граждан');
    await form.getByRole('combobox', { name: say('org.above') }).selectOption('МСП-2');
    await form.getByRole('button', { name: say('org.place') }).click();
    await expect.poll(() => namesIn(page), PATIENT).toContain('Приём граждан');
    const people = page.getByRole('button', { name: say('org.placePeople', { count: 1 }) });
    await people.click();
    await people.waitFor({ state: 'detached' });
    const { toPlace, register } = await shown(visit);
    expect([toPlace.units, toPlace.employees]).toEqual([[], []]);
    expect(register.employees.map(({ unit }) => unit)).toContain('Приём');
  });

  walk(
    site,
    'a unit moves from a day on, opened and saved by keyboard; the day before shows it where it was',
    async (visit) => {
      const { page, open } = visit;
      await open('/organisation');
      await page.getByRole('button', { name: 'Приём граждан', exact: true }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Приём граждан' });
      await dialog.getByRole('textbox', { name: say('org.name') }).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Приём и выдача');
      await page.keyboard.press('Tab');
      await dialog.getByRole('combobox', { name: say('org.above') }).selectOption('МСП');
      await dialog.getByLabel(say('org.changeFrom')).fill('2025-05-01');
      await dialog.getByRole('textbox', { name: say('org.reason') }).fill('Приказ № 5');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => namesIn(page), PATIENT).toContain('Приём и выдача');
      await page.getByRole('textbox', { name: say('org.day') }).fill('2025-04-30');
      await expect.poll(() => namesIn(page), PATIENT).toContain('Приём граждан');
      expect(new URL(page.url()).searchParams.get('at')).toBe('2025-04-30');
      const { places } = await shown(visit);
      const moved = places.find(({ id }) => id === 'Приём');
      expect(moved?.rows.map(({ parent, validFrom, validTo }) => [parent, validFrom, validTo])).toEqual([
        ['МСП-2', null, '2025-04-30'],
        ['МСП', '2025-05-01', null],
      ]);
    },
  );

  walk(
    site,
    'hours that nobody can read are refused in words, and the form keeps what was typed',
    async ({ page, open }) => {
      await open('/organisation');
      await page.getByRole('button', { name: 'Приём и выдача', exact: true }).click();
      const dialog = page.getByRole('dialog');
      const hours = dialog.getByRole('textbox', { name: say('org.schedule') });
      await hours.fill('с девяти до шести');
      await dialog
        .getByRole('button', { name: say('org.save'), exact: true })
        .first()
        .click();
      expect(await read(dialog.getByRole('alert'))).toContain('Часы работы не читаются: «с девяти до шести».');
      expect(await hours.inputValue()).toBe('с девяти до шести');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    },
  );

  walk(site, 'a position is added; the last change of units is undone', async (visit) => {
    const { page, open } = visit;
    await open('/organisation');
    await page.getByRole('button', { name: say('org.new.positions') }).click();
    const dialog = page.getByRole('dialog', { name: say('org.new.positions') });
    await dialog.getByRole('textbox', { name: say('org.id') }).fill('оператор');
    await dialog.getByRole('textbox', { name: say('org.name') }).fill('Оператор приёма');
    await dialog.getByRole('combobox', { name: say('org.unit') }).selectOption('Приём');
    await dialog.getByRole('button', { name: say('org.save') }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await read(page.locator('#staff'))).toContain('Оператор приёма');
    await page.getByRole('button', { name: say('org.undo', { reason: 'Приказ № 5' }) }).click();
    await expect.poll(() => namesIn(page), PATIENT).toContain('Приём граждан');
    expect((await shown(visit)).places.find(({ id }) => id === 'Приём')?.positions).toBe(1);
  });

  walk(site, 'axe finds nothing on the page and in its forms, wide and narrow, light and dark', async (visit) => {
    const { page, open } = visit;
    await open('/organisation');
    await looksRight(page, 'page');
    await page.getByRole('button', { name: 'Министерство социальной поддержки', exact: true }).click();
    await page
      .getByRole('dialog')
      .locator('details')
      .evaluateAll((all) => {
        for (const part of all) part.setAttribute('open', '');
      });
    await looksRight(page, 'a body');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: say('org.add'), exact: true }).click();
    await looksRight(page, 'a new place');
  });
}

const CASES = [
  'id,unit,employee,service,registeredAt,closedAt,outcome',
  ...Array.from({ length: 12 }, (_, no) => `К${no},Приём,77,Пособие,2025-04-${10 + no},2025-05-${10 + no},granted`),
  '',
].join('\n');

const namesIn = (page: Page) => page.locator('.places th[scope=row] button').allInnerTexts();
const shown = ({ house }: Visit) => house.act<OrganisationView>('organisation');

async function give(page: Page, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.preview').waitFor();
}

async function looksRight(page: Page, where: string): Promise<void> {
  for (const width of [1440, 390, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
      );
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(found, `${where}, ${width} px, ${colorScheme}`).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wide, `${where} scrolls sideways at ${width} px`).toBe(false);
    }
  await page.setViewportSize({ width: 1440, height: 900 });
}
