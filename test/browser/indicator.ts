import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { IndicatorView } from '#acts';
import { PATIENT, plain, read, type Site, say, walk } from './visit.ts';

const CHART = 'svg.pbc';

export function indicatorWalks(site: Site): void {
  walk(site, 'the chart says in words what it shows, and its arithmetic stands as a table', async (visit) => {
    const { page, house, open } = visit;
    const view = await house.act<IndicatorView>('indicator', { metric: 'time-to-result' });
    await open('/indicator/time-to-result');
    const title = plain(await page.locator(`${CHART} > title`).textContent());
    expect(title).toContain(plain(view.name.ru));
    expect(title).toContain(plain(view.verdict.reason.ru));
    await page.getByText(say('limits.summary')).click();
    const arithmetic = page.locator('.arithmetic');
    expect(await read(arithmetic)).toMatch(/± 2,66 ×/);
    expect(await arithmetic.locator('table.pts tbody tr').count()).toBe(view.chart.points.length);
    expect(await read(page.locator('.facts'))).toContain(`${view.current?.n}`);
    expect(await read(page.locator('.def'))).toBe(plain(view.definition.ru));
  });

  walk(site, 'units, services and channels stand by name, never by rank', async ({ page, open }) => {
    await open('/indicator/time-to-result');
    for (const field of ['unit', 'service', 'channel']) {
      const section = page.locator(`section[aria-labelledby="h-${field}"]`);
      expect(await read(section.locator('h2'))).toBe(say(`split.${field}`));
      const names = await section.locator('table.units tbody th').allInnerTexts();
      expect(names.length).toBeGreaterThan(1);
      const known = names.filter((name) => name !== say('split.none'));
      expect(known).toEqual([...known].sort(new Intl.Collator('ru-RU', { numeric: true }).compare));
    }
    const unit = page.locator('section[aria-labelledby="h-unit"] table.units tbody a').first();
    const name = await read(unit);
    await unit.click();
    const filter = page.getByRole('combobox', { name: say('filter.unit'), exact: true });
    await expect.poll(() => read(filter.locator('option:checked')), PATIENT).toBe(name);
  });

  walk(site, 'the cases behind the figure: page by page, those left out with the reason', async ({ page, open }) => {
    await open('/indicator/on-time');
    const section = page.locator('section[aria-labelledby="h-cases"]');
    const ids = () => section.locator('tbody th').allInnerTexts();
    await expect.poll(async () => (await ids()).length, PATIENT).toBe(20);
    const first = await ids();
    const total = Number(/из (\d+)/.exec(await read(section.locator('header')))?.[1]);
    const seen = new Set(first);
    let leftOut = await section.locator('tr.left').allInnerTexts();
    for (let from = 21; from <= total; from += 20) {
      await section.getByRole('button', { name: say('cases.next') }).click();
      await expect.poll(() => read(section.locator('header')), PATIENT).toContain(`${from}`);
      await expect.poll(() => section.getAttribute('aria-busy'), PATIENT).toBe('false');
      for (const id of await ids()) seen.add(id);
      leftOut = leftOut.concat(await section.locator('tr.left').allInnerTexts());
    }
    expect(seen.size).toBe(total);
    expect(await section.getByRole('button', { name: say('cases.next') }).isDisabled()).toBe(true);
    expect(leftOut.length).toBeGreaterThan(0);
    for (const row of leftOut) expect(plain(row)).toMatch(/вне счёта: \p{L}{4,}/u);
    await section.getByRole('button', { name: say('cases.before') }).click();
    await expect.poll(async () => (await ids()).length, PATIENT).toBe(20);
  });

  walk(site, 'a change is recorded with its reason, drawn on the chart, and taken back', async ({ page, open }) => {
    const title = 'Электронная передача дел';
    await open('/indicator/time-to-result');
    const drawn = page.locator(`${CHART} [data-part="change"]`);
    expect(await drawn.count()).toBe(0);
    await page.getByRole('button', { name: say('change.record') }).click();
    const dialog = page.getByRole('dialog', { name: say('change.record') });
    await dialog.getByRole('textbox', { name: say('change.title') }).fill(title);
    await dialog.getByRole('combobox').selectOption({ index: 8 });
    await dialog.getByRole('checkbox', { name: say('change.rebases') }).check();
    await dialog.getByRole('button', { name: say('change.save') }).click();
    expect(await dialog.isVisible(), 'limits start anew only with a reason').toBe(true);
    await dialog.getByRole('textbox', { name: say('change.reason') }).fill('Дела идут без курьера');
    await dialog.getByRole('button', { name: say('change.save') }).click();
    await expect.poll(() => drawn.count(), PATIENT).toBe(1);
    expect(await dialog.count()).toBe(0);
    expect(plain(await drawn.textContent())).toContain(title);
    const listed = page.locator('ol.changes li');
    const said = await read(listed);
    for (const part of [title, 'Дела идут без курьера', say('change.rebased')]) expect(said).toContain(part);
    await page.reload();
    await expect.poll(() => drawn.count(), PATIENT).toBe(1);
    await listed.getByRole('button', { name: say('change.removeNamed', { title }) }).click();
    await expect.poll(() => drawn.count(), PATIENT).toBe(0);
    expect(await listed.count()).toBe(0);
  });

  walk(site, 'a target is agreed with a decimal comma, drawn, and taken away again', async ({ page, open }) => {
    await open('/indicator/time-to-result');
    const drawn = page.locator(`${CHART} [data-part="target"]`);
    const set = async (value: string) => {
      await page.getByRole('button', { name: say('adjust.title') }).click();
      const dialog = page.getByRole('dialog', { name: say('adjust.title') });
      await dialog.getByRole('textbox').first().fill(value);
      await dialog.getByRole('button', { name: say('adjust.save') }).click();
    };
    await set('7,5');
    await expect.poll(() => drawn.count(), PATIENT).toBe(1);
    expect(plain(await drawn.textContent())).toBe(say('chart.target', { value: '7,5' }));
    expect(await read(page.locator('.facts'))).toContain('7,5');
    await set('');
    await expect.poll(() => drawn.count(), PATIENT).toBe(0);
  });

  walk(site, 'the figures leave as CSV and XLSX, the chart as SVG and PNG', async ({ page, open }) => {
    await open('/indicator/time-to-result');
    const csv = await downloaded(page, 'CSV');
    expect(csv.toString('utf8').split('\n').length).toBeGreaterThan(24);
    expect((await downloaded(page, 'XLSX')).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    const svg = (await downloaded(page, 'SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('@font-face');
    expect(svg).toContain('</title>');
    const png = await downloaded(page, 'PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16), 'twice the width on the page').toBe(
      2 * Number(await page.locator(CHART).getAttribute('width')),
    );
  });

  walk(site, 'an address that leads nowhere says so and shows the way back', async ({ page, open }) => {
    await open('/nowhere');
    expect(await read(page.locator('h1'))).toBe(say('notFound.title'));
    await page.getByRole('link', { name: say('notFound.back') }).click();
    await page.locator('.kpi').first().waitFor();
  });
}

async function downloaded(page: Page, name: 'CSV' | 'XLSX' | 'SVG' | 'PNG'): Promise<Buffer> {
  const begun = page.waitForEvent('download');
  await page.locator('figure.sec.first .do').getByText(name, { exact: true }).click();
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${name.toLowerCase()}$`));
  return readFile(await download.path());
}
