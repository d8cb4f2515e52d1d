import { expect } from 'vitest';
import type { ModelsView, PeriodsView, PeriodView, RevisionView } from '#acts';
import { looksRight } from './access.ts';
import { PATIENT, plain, read, type Site, say, walk } from './visit.ts';

/** The demo's model in force. */
const MODEL = 'posobie';

export function periodWalks(site: Site): void {
  walk(site, 'a period is closed after a second word, and its figures stand as published', async (visit) => {
    const { page, house, open, settled } = visit;
    const { due } = await house.act<ModelsView>('models');
    await open('/models');
    await page.getByRole('link', { name: say('periods.waiting', { count: due[MODEL]!.periods }) }).click();
    await page.locator('.waiting').waitFor();
    await settled();
    const { open: waiting } = await house.act<PeriodsView>('periods', { model: MODEL });
    const buttons = page.locator('.waiting').getByRole('button');
    expect(await buttons.count()).toBe(waiting.length);
    await looksRight(visit, 'periods');
    await page.setViewportSize({ width: 1440, height: 900 });
    await buttons.first().click();
    const dialog = page.getByRole('dialog');
    expect(await read(dialog)).toContain(say('periods.closeWhat'));
    await dialog.getByRole('button', { name: say('periods.close'), exact: true }).click();
    await page.locator('table.frozen').waitFor();
    await settled();
    const { editions } = await house.act<PeriodView>('periodShow', { model: MODEL, period: waiting[0] });
    const { figures } = editions[0]!.closed;
    const rows = page.locator('table.frozen tbody tr');
    expect(await rows.count()).toBe(figures.length);
    for (const [no, { name, n, value }] of figures.slice(0, 6).entries()) {
      const text = await read(rows.nth(no));
      expect(text).toContain(plain(name));
      if (value !== null && n !== null) expect(text).toContain(String(n));
    }
    const csv = decodeURIComponent((await page.getByRole('link', { name: 'CSV' }).getAttribute('href'))!);
    expect(csv.trim().split('\r\n').length).toBe(figures.length + 1);
    expect(csv).toContain(String(figures.find(({ value }) => value !== null)!.value));
    await looksRight(visit, 'closed period');
  });

  walk(site, 'the facts of today are held beside what was published', async ({ page, house, open }) => {
    const { closed } = await house.act<PeriodsView>('periods', { model: MODEL });
    await open(`/model/${MODEL}/periods/${closed[0]!.period}`);
    await page.getByRole('button', { name: say('period.compare') }).click();
    await expect
      .poll(() => read(page.locator('section[aria-labelledby="h-today"]')), PATIENT)
      .toContain(say('period.same'));
    expect(await page.getByRole('button', { name: say('period.publish') }).count()).toBe(0);
  });

  walk(site, 'what to revise is grouped by its reason and leads to the indicator', async (visit) => {
    const { page, house, open, settled } = visit;
    const view = await house.act<RevisionView>('revision', { model: MODEL });
    await open(`/model/${MODEL}/revision`);
    expect(await read(page.locator('.answer'))).toBe(plain(view.answer.ru));
    const groups = new Set(view.items.map(({ code }) => code));
    expect(await page.locator('main section.sec').count()).toBe(groups.size);
    expect(await page.locator('main tbody tr').count()).toBe(view.items.length);
    await looksRight(visit, 'revision');
    await page.setViewportSize({ width: 1440, height: 900 });
    const lead = page.locator('main tbody th a').first();
    const name = await read(lead);
    await lead.click();
    await page.locator('table.tree').waitFor();
    await settled();
    for (const row of await page.locator('table.tree tr.i button.name').allInnerTexts())
      expect(plain(row)).toContain(name);
  });
}
