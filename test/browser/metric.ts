import { expect } from 'vitest';
import type { MetricDetail, MetricView } from '#acts';
import { looksRight } from './access.ts';
import { PATIENT, plain, read, type Site, say, walk } from './visit.ts';

const NAME = 'Решили за неделю';

export function metricWalks(site: Site): void {
  walk(
    site,
    'a metric of one’s own is written without JSON, read and counted while it is written, and saved',
    async (visit) => {
      const { page, house, open } = visit;
      await open('/metrics');
      const all = await house.act<readonly MetricView[]>('catalogueList');
      expect(await page.locator('main tbody tr').count()).toBe(all.length);
      await looksRight(visit, 'catalogue');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('link', { name: say('mf.title') }).click();
      const live = page.locator('.livemetric');
      await expect.poll(() => read(live), PATIENT).toMatch(/срок/);
      await page.getByRole('textbox', { name: say('mf.nameRu') }).fill(NAME);
      await page.getByRole('textbox', { name: say('mf.nameEn') }).fill('Decided within a week');
      const share = page.locator('.measureof');
      await share.getByRole('combobox', { name: say('mf.what') }).selectOption('time');
      await share.getByRole('textbox', { name: say('mf.event.span') }).fill('7');
      await expect.poll(() => read(live), PATIENT).toMatch(/7 (календарных )?дн/);
      await expect.poll(() => live.locator('tbody tr').count(), PATIENT).toBe(12);
      await looksRight(visit, 'metric being written');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('button', { name: say('mf.save') }).click();
      await page.waitForURL('**/metrics');
      const saved = await house.act<MetricDetail>('catalogueShow', { metric: 'decided-within-a-week' });
      expect(saved).toMatchObject({ own: true, name: { ru: NAME }, unit: '%' });
      expect(saved.specification.measure).toEqual({
        share: { time: ['registeredAt', 'closedAt'], clock: 'calendar', lte: 'P7D' },
      });
      const row = page.locator('main tbody tr', { hasText: NAME });
      expect(await read(row)).toContain(say('metrics.own'));
    },
  );

  walk(site, 'what is wrong is said with its remedy; beyond the form one edits what is written', async (visit) => {
    const { page, open } = visit;
    await open('/metrics/new?like=time-to-result');
    await page.locator('.livemetric tbody tr').first().waitFor();
    const levels = page.getByRole('checkbox', { name: say('level.body'), exact: true });
    for (const level of ['body', 'unit', 'journey'] as const)
      await page.getByRole('checkbox', { name: say(`level.${level}`), exact: true }).uncheck();
    await page.locator('.faults li').first().waitFor();
    await page.locator('.faults').getByRole('button').first().click();
    expect(await page.locator('#mf-about').evaluate((part) => part === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: say('mf.save') }).isDisabled()).toBe(true);
    await levels.check();
    await page.locator('.faults').waitFor({ state: 'detached' });
    await open('/metrics/new?like=repeat-30');
    expect(plain(await page.locator('textarea').inputValue())).toContain('sameMatter');
    await looksRight(visit, 'metric beyond the form');
  });

  walk(site, 'one’s own metric says who wrote it and who counts by it, is edited and taken away', async (visit) => {
    const { page, house, open } = visit;
    await open('/metrics');
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    const { definition, formula, spec } = await house.act<MetricDetail>('catalogueShow', {
      metric: 'decided-within-a-week',
    });
    for (const part of [definition.ru, formula.ru, spec])
      expect(await read(page.locator('main'))).toContain(plain(part));
    const used = page.locator('section[aria-labelledby="h-used"]');
    await expect.poll(() => read(used), PATIENT).toContain(say('metric.usedNone'));
    expect(await read(used)).toContain(say('metric.savings'));
    await looksRight(visit, 'metric of one’s own');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('link', { name: say('metrics.edit'), exact: true }).click();
    await page.getByRole('textbox', { name: say('mf.nameRu') }).fill('Решили за семь дней');
    await expect.poll(() => page.getByRole('button', { name: say('mf.save') }).isEnabled(), PATIENT).toBe(true);
    await page.getByRole('button', { name: say('mf.save') }).click();
    await page.getByRole('button', { name: say('metrics.removeNamed', { name: 'Решили за семь дней' }) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('models.remove') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const all = await house.act<readonly MetricView[]>('catalogueList');
    expect(all.some(({ own }) => own)).toBe(false);
  });
}
