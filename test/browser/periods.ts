import { expect } from 'vitest';
import type { ImportReport, ModelsView, PeriodsView, PeriodView, RevisionView } from '#acts';
import { looksRight } from './access.ts';
import type { RunningHouse } from './house.ts';
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
    const { open: waiting, ripens } = await house.act<PeriodsView>('periods', { model: MODEL });
    const buttons = page.locator('.waiting').getByRole('button');
    expect(await buttons.count()).toBe(waiting.filter((period) => !ripens[period]).length);
    expect(await page.locator('.waiting li').count()).toBe(waiting.length);
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

  walk(site, 'a correction makes another edition, with its reason; both are kept', async (visit) => {
    const { page, house, open, settled } = visit;
    const { closed } = await house.act<PeriodsView>('periods', { model: MODEL });
    const { period } = closed[0]!;
    await correct(house, period);
    await open(`/model/${MODEL}/periods/${period}`);
    await page.getByRole('button', { name: say('period.compare') }).click();
    const publish = page.getByRole('button', { name: say('period.publish') });
    await publish.waitFor();
    expect(await publish.isDisabled()).toBe(true);
    await page.getByLabel(say('period.why')).fill('Нашлись дела, которых не было в выгрузке');
    await publish.click();
    await page.locator('#h-editions').waitFor();
    await settled();
    const { editions } = await house.act<PeriodView>('periodShow', { model: MODEL, period });
    expect(editions.map(({ edition }) => edition)).toEqual([2, 1]);
    const rows = page.locator('section[aria-labelledby="h-editions"] tbody tr');
    expect(await rows.count()).toBe(2);
    expect(await read(rows.first())).toContain('Нашлись дела, которых не было в выгрузке');
    const changed = page.locator('section[aria-labelledby="h-edition"] table').first();
    expect(await changed.locator('tbody tr').count()).toBe(editions[0]!.differences.length);
    await looksRight(visit, 'editions of a period');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: say('periods.editionNo', { no: 1 }), exact: true }).click();
    await page.getByRole('heading', { name: say('periods.editionNo', { no: 1 }), exact: true }).waitFor();
  });

  walk(site, 'what to revise is grouped by its reason and leads to the indicator', async (visit) => {
    const { page, house, open } = visit;
    const view = await house.act<RevisionView>('revision', { model: MODEL });
    await open(`/model/${MODEL}/revision`);
    expect(await read(page.locator('.answer'))).toBe(plain(view.answer.ru));
    const groups = new Set(view.items.map(({ code }) => code));
    expect(await page.locator('main section.sec').count()).toBe(groups.size);
    expect(await page.locator('main tbody tr').count()).toBe(view.items.length);
    await looksRight(visit, 'revision');
    await page.setViewportSize({ width: 1440, height: 900 });
    const first = view.items.find(({ code }) => code === (groups.has('gamed') ? 'gamed' : 'unmeasured'))!;
    const lead = page.locator('main tbody th a').first();
    const name = await read(lead);
    await lead.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await read(dialog)).toContain(name);
    expect(page.url()).toContain(`indicator=${encodeURIComponent(first.indicator)}`);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url(), PATIENT).not.toContain('indicator=');
  });
}

/** Cases of the period that the first log did not know. */
async function correct({ url, act }: RunningHouse, period: string): Promise<void> {
  const cases = [1, 2, 3].map(
    (no) =>
      `late-${no},Единовременное пособие,citizen,${period}-02T10:00:00+03:00,${period}-2${no}T10:00:00+03:00,granted,МСП-1`,
  );
  const response = await fetch(`${url}/api/uploads?name=cases.csv`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv' },
    body: `id,service,clientStatus,registeredAt,closedAt,outcome,unit\n${cases.join('\n')}\n`,
  });
  const { upload } = (await response.json()) as { upload: string };
  const { result } = await act<ImportReport>('importFiles', { files: [{ upload }] });
  expect(result).toBe('taken');
}
