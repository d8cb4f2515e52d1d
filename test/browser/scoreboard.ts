import { expect } from 'vitest';
import type { ScoreboardView } from '#acts';
import { PATIENT, plain, read, type Site, say, sayEnglish, walk } from './visit.ts';

const VERDICTS = ['better', 'same', 'worse', 'unclear'].map((kind) => say(`verdict.${kind}`));
const KPIS = ['informing', 'effort', 'speed', 'resolution', 'culture'];

export function scoreboardWalks(site: Site): void {
  walk(site, 'five KPIs, each a deed beside a word, each with its verdict in words', async ({ page, open }) => {
    await open('/');
    expect(await page.locator('.kpi h2').allTextContents()).toEqual(KPIS.map((kpi) => say(`kpi.${kpi}`)));
    for (const kpi of await page.locator('.kpi').all()) {
      expect(await kpi.locator('article h3 a').count()).toBe(2);
      for (const verdict of await kpi.locator('article .verdict b').allTextContents())
        expect(VERDICTS).toContain(verdict.replace(/\.$/, ''));
      expect(await kpi.locator('article .verdict').count()).toBe(2);
    }
    expect(await page.locator('table.over tbody tr').count()).toBe(KPIS.length);
    expect(await read(page.locator('main .answer'))).not.toBe('');
  });

  walk(site, 'no figure stands without its n, no gap without its reason', async ({ page, open }) => {
    await open('/');
    for (const head of await page.locator('article.ind').all()) {
      const text = await read(head);
      expect(text).toMatch((await head.locator('.fig').count()) > 0 ? /n = \d/ : /\p{L}{3,}.*\./u);
    }
    for (const row of await page.locator('table.more tr:not(.why):not(.few)').all())
      expect(plain(await row.textContent())).toMatch(/n = \d/);
    for (const row of await page.locator('table.more tr.few td').all()) expect(await row.textContent()).not.toBe('');
  });

  walk(site, 'each filter goes into the address, survives a reload and is undone by Back', async ({ page, open }) => {
    await open('/');
    const address = () => Object.fromEntries(new URL(page.url()).searchParams);
    const filter = (label: string) => page.getByRole('combobox', { name: say(label), exact: true });
    const choose = (label: string, value: string) => filter(label).selectOption({ value });
    await choose('filter.unit', 'МСП-2');
    await expect.poll(address, PATIENT).toEqual({ unit: 'МСП-2' });
    await choose('filter.by', 'quarter');
    await expect.poll(address, PATIENT).toEqual({ unit: 'МСП-2', by: 'quarter' });
    await expect.poll(() => read(page.locator('h1')), PATIENT).toMatch(/квартал/);
    const before = await read(filter('filter.period').locator('option').nth(2));
    await filter('filter.period').selectOption({ index: 2 });
    await expect.poll(() => read(page.locator('h1')), PATIENT).toContain(before);
    await choose('filter.status', 'citizen');
    await expect.poll(() => read(page.locator('.crumb')), PATIENT).toContain(say('status.citizen'));
    const told = address();
    expect(Object.keys(told).sort()).toEqual(['by', 'period', 'status', 'unit']);

    await page.reload();
    await page.locator('.kpi').first().waitFor();
    expect(address()).toEqual(told);
    expect(await filter('filter.unit').inputValue()).toBe('МСП-2');
    expect(await read(page.locator('h1'))).toContain(before);
    expect(await read(page.locator('.crumb'))).toContain('Отдел назначений № 2');

    await page.getByRole('button', { name: say('filter.clear') }).click();
    await expect.poll(() => Object.keys(address()).sort(), PATIENT).toEqual(['by', 'period']);
    await page.goBack();
    await expect.poll(address, PATIENT).toEqual(told);
    await expect.poll(() => read(page.locator('.crumb')), PATIENT).toContain('Отдел назначений № 2');
  });

  walk(site, 'every card leads to its indicator and takes the filters along', async ({ page, house, open }) => {
    const board = await house.act<ScoreboardView>('scoreboard', { scope: { unit: 'МСП-2' } });
    const cards = board.kpis.flatMap((kpi) => [kpi.headline.objective, kpi.headline.subjective, ...kpi.others]);
    const unit = encodeURIComponent('МСП-2');
    await open(`/?unit=${unit}`);
    const links = await page.locator('.kpi a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const expected = cards.flatMap((card) => (card ? [`/indicator/${card.metric}?unit=${unit}`] : []));
    expect(links.sort()).toEqual(expected.sort());
    const first = page.locator('article.ind h3 a').first();
    const name = await read(first);
    await first.click();
    await expect.poll(() => read(page.locator('h1')), PATIENT).toContain(name);
    expect(new URL(page.url()).searchParams.get('unit')).toBe('МСП-2');
    await page.locator('.crumb a').click();
    await page.locator('.kpi').first().waitFor();
    expect(new URL(page.url()).searchParams.get('unit')).toBe('МСП-2');
  });

  walk(site, 'the other language is one press away and kept', async ({ page, open }) => {
    await open('/');
    const lang = () => page.locator('html').getAttribute('lang');
    expect(await lang()).toBe('ru');
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(lang, PATIENT).toBe('en');
    expect(await read(page.locator('.kpi h2').first())).toBe(sayEnglish('kpi.informing'));
    expect(await read(page.locator('main .answer'))).not.toMatch(/стало|изменений/i);
    await page.reload();
    await page.locator('.kpi').first().waitFor();
    expect(await lang()).toBe('en');
    await page.getByRole('button', { name: 'Русский' }).click();
    await expect.poll(lang, PATIENT).toBe('ru');
    expect(await read(page.locator('.kpi h2').first())).toBe(say('kpi.informing'));
  });

  walk(site, 'the theme follows the system until a person chooses, and the choice is kept', async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open('/guide');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.getByLabel(say('theme.label')).selectOption('light');
    expect(await ground()).toBe(light);
    await page.reload();
    await page.locator('h1').waitFor();
    expect(await ground()).toBe(light);
    await page.getByLabel(say('theme.label')).selectOption('auto');
    expect(await ground()).toBe(dark);
  });
}
