import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BatchView } from '#acts';
import { eventsOnly, FAULTY_DATES, type Upload, undecidedDates, wideCp1251 } from './files.ts';
import { PATIENT, plain, read, type Site, say, type Visit, walk } from './visit.ts';

/** In this order: from nothing to several batches and back to nothing. */
export function dataWalks(site: Site): void {
  walk(site, 'with nothing loaded each screen says what to do first', async ({ page, open }) => {
    await open('/');
    expect(await read(page.locator('main'))).toContain(say('empty.first'));
    await page.getByRole('link', { name: say('empty.upload') }).click();
    await expect.poll(() => read(page.locator('.answer')), PATIENT).toBe(say('data.answerEmpty'));
    await page.getByText(say('batches.none')).waitFor();
    await open('/indicator/on-time');
    expect(await read(page.locator('main'))).toContain(say('empty.first'));
    await page.getByRole('link', { name: say('empty.upload') }).waitFor();
  });

  walk(site, 'a file of events alone: preview, a trial that writes nothing, then the facts', async (visit) => {
    const { page, house, open } = visit;
    await open('/data');
    await choose(page, eventsOnly);
    const preview = page.locator('.preview');
    await preview.waitFor();
    expect(await read(preview.locator('h3'))).toContain(eventsOnly.name);
    expect(await preview.locator('table.sample thead th').allInnerTexts()).toEqual([
      'case',
      'activity',
      'timestamp',
      'resource',
    ]);
    await press(page, 'import.try');
    await reported(page, 'dryRun');
    expect(await batchesOf(visit)).toEqual([]);
    await press(page, 'import.take');
    const report = await reported(page, 'taken');
    expect(report).toContain(say('report.counts', { cases: 12, events: 48 }));
    expect((await batchesOf(visit)).length).toBe(1);
    await page.getByRole('link', { name: say('report.look') }).click();
    await page.locator('.kpi').first().waitFor();
    expect(house.url).toBe(new URL(page.url()).origin);
  });

  walk(site, 'the same file again changes nothing', async (visit) => {
    await visit.open('/data');
    await choose(visit.page, eventsOnly);
    await press(visit.page, 'import.take');
    await reported(visit.page, 'unchanged');
    expect((await batchesOf(visit)).length).toBe(1);
  });

  walk(site, 'what the file cannot tell is asked in words and answered on the spot', async (visit) => {
    const { page, open } = visit;
    await open('/data');
    await choose(page, undecidedDates);
    const asked = page.locator('.unsettled li').first();
    await asked.waitFor();
    expect(await read(asked)).toContain('не понять, что стоит раньше, день или месяц');
    await asked.getByRole('combobox', { name: say('map.dateOrder') }).selectOption('mdy');
    await press(page, 'import.take');
    expect(await reported(page, 'taken')).toContain(say('report.counts', { cases: 12, events: 24 }));
    expect((await batchesOf(visit))[0]?.files.map((file) => file.file)).toEqual([undecidedDates.name]);
  });

  walk(site, 'a refused file: line, field, what was found and the remedy; and nothing has changed', async (visit) => {
    const { page, open } = visit;
    const before = await batchesOf(visit);
    await open('/data');
    await choose(page, wideCp1251);
    await page.locator('.preview').waitFor();
    expect(await read(page.locator('.preview .notes'))).toContain('windows-1251');
    expect(await read(page.locator('table.sample thead th').first())).toBe('Номер дела');
    await press(page, 'import.take');
    expect(await reported(page, 'refused')).toContain(say('report.refused'));
    const rows = page.locator('table.refusals tbody tr');
    expect(await rows.count()).toBe(FAULTY_DATES);
    const [place, field, got, reason, remedy] = (await rows.first().locator('th, td').allInnerTexts()).map(plain);
    expect(place).toMatch(/^mfc-cases\.csv, строка \d+$/);
    expect(field).toBe('Передано в ОИВ');
    expect(got).toBe('31.04.2026');
    for (const sentence of [reason, remedy]) expect(sentence).toMatch(/\p{L}+ .*\.$/u);
    expect(await batchesOf(visit)).toEqual(before);
  });

  walk(site, 'a stated share may be refused, and the rest is taken', async (visit) => {
    const { page, open } = visit;
    await open('/data');
    await choose(page, wideCp1251);
    await page.getByText(say('options.summary')).click();
    await page.getByRole('spinbutton', { name: say('options.allowRefused') }).fill('20');
    await press(page, 'import.take');
    const report = await reported(page, 'taken');
    expect(report).toContain(say('refusals.title'));
    const [newest] = await batchesOf(visit);
    expect(newest?.cases).toBeGreaterThan(60);
    expect(newest?.refused).toBeGreaterThan(0);
  });

  walk(site, 'a batch goes only after a second word, and the page says what goes', async (visit) => {
    const { page, open } = visit;
    await open('/data');
    const rows = page.locator('table.batches tbody tr');
    await expect.poll(() => rows.count(), PATIENT).toBe(3);
    const ask = rows.first().getByRole('button');
    await ask.click();
    const dialog = page.getByRole('dialog', { name: say('batches.dropTitle') });
    const [newest] = await batchesOf(visit);
    expect(await read(dialog)).toContain(`дел ${newest?.cases}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await batchesOf(visit)).length).toBe(3);
    for (const left of [2, 1, 0]) {
      await ask.click();
      await dialog.getByRole('button', { name: say('batches.dropDo') }).click();
      await expect.poll(() => rows.count(), PATIENT).toBe(left);
    }
    await page.getByText(say('batches.none')).waitFor();
    expect(await batchesOf(visit)).toEqual([]);
  });
}

const batchesOf = ({ house }: Visit) => house.act<readonly BatchView[]>('listBatches');

async function choose(page: Page, file: Upload): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('drop.button') }).click();
  await (await asked).setFiles(file);
}

const press = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true }).click();

/** The report's text, once it is there and says what it should. */
async function reported(page: Page, result: 'dryRun' | 'taken' | 'unchanged' | 'refused'): Promise<string> {
  const report = page.locator('.report');
  await report.waitFor();
  const text = await read(report);
  expect(text).toContain(say(`report.${result}`));
  return text;
}
