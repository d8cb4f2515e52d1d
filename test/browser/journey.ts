import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { JourneyPictureView, JourneysView, JourneyView } from '#acts';
import { textOf } from '../papers/docx.ts';
import { looksRight, unfold } from './access.ts';
import { PATIENT, plain, read, type Site, say, type Visit, walk } from './visit.ts';

const MAP = 'svg.jmap';
/** Drawn from the facts by the first walk; the others look at it and edit it. */
const SERVICE = 'Реестр поставщиков соцуслуг';
const NAME = 'От заявки до реестра';

export function journeyWalks(site: Site): void {
  walk(site, 'a journey is proposed from the facts, named, and accepted', async (visit) => {
    const { page, open, house, settled } = visit;
    await open('/journeys');
    await page.getByRole('link', { name: SERVICE, exact: true }).click();
    const proposal = page.locator('section[aria-labelledby="h-found"]');
    await proposal.waitFor();
    expect(await read(proposal.locator('h2'))).toMatch(/^Найден/);
    const rows = proposal.locator('tbody tr');
    const found = await rows.count();
    expect(found).toBeGreaterThan(3);
    await looksRight(visit, 'proposed journey');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await proposal.getByRole('textbox', { name: say('journey.form.name'), exact: true }).fill(NAME);
    await rows.last().getByRole('checkbox').uncheck();
    await proposal.getByRole('button', { name: say('discovered.accept') }).click();
    await page.locator(MAP).waitFor();
    await settled();
    expect(await read(page.locator('h1'))).toContain(NAME);
    const { journey, version } = await shown(visit);
    expect(version).toBe(1);
    expect(journey.services).toEqual([SERVICE]);
    expect(journey.asIs.touchpoints.length).toBe(found - 1);
    expect((await house.act<JourneysView>('journeys')).undrawn.services.map(({ value }) => value)).not.toContain(
      SERVICE,
    );
  });

  walk(site, 'the list tells the mean and nobody’s time of each journey', async ({ page, open, settled }) => {
    await open('/journeys');
    await settled();
    const row = page.locator('section.jrow', { hasText: NAME });
    await row.locator('.jfigures').waitFor();
    expect(await read(row.locator('.jfigures'))).toMatch(/\d+,\d\d/);
    expect(await read(row)).toContain(say('journeys.nobody'));
  });

  walk(
    site,
    'the answer stands on the picture’s numbers, and the sum of steps adds up to the last digit',
    async (visit) => {
      const { page, house, open } = visit;
      const id = await demoOf(visit);
      const view = await house.act<JourneyPictureView>('journeyPicture', { id, scope: {} });
      await open(`/journey/${encodeURIComponent(id)}`);
      const mean = (view.whole!.meanSeconds / 86_400).toFixed(2).replace('.', ',');
      expect(await read(page.locator('.answer'))).toContain(mean);
      const table = page.locator('table.fall');
      const shown = await table.locator('tbody td.num b').allInnerTexts();
      const sum = shown.reduce((total, text) => total + Math.round(Number(text.replace(',', '.')) * 100), 0);
      expect(sum).toBe(Math.round(Number(mean.replace(',', '.')) * 100));
      expect(shown.length).toBe(view.steps.length);
      expect(await read(page.locator('section[aria-labelledby="h-sum"] header'))).toContain('не складываются');
      for (const [link, place] of [
        ['CSV', page.locator('section[aria-labelledby="h-sum"]')],
        [say('journey.sheet'), page.locator('figure.jpicture')],
      ] as const) {
        const loading = page.waitForEvent('download');
        await place.getByRole('link', { name: link, exact: true }).click();
        const bytes = await readFile(await (await loading).path());
        if (link !== 'CSV') {
          expect(textOf(bytes)).toContain(view.journey.name);
          continue;
        }
        const lines = bytes.toString('utf8').trim().split('\r\n');
        expect(lines.length).toBe(view.steps.length + 2);
        expect(lines.at(-1)).toContain(String(view.whole!.meanSeconds / 86_400));
      }
      const bars = await page.locator(`${MAP} [data-bar]`).count();
      expect(bars).toBeGreaterThanOrEqual(view.tiles.length);
      expect(plain(await page.locator(`${MAP} > title`).textContent())).toContain(mean);
    },
  );

  walk(site, 'by keyboard: a budget is set, a step moved, both saved, then undone', async (visit) => {
    const { page, open } = visit;
    const id = await idOf(visit);
    await open(`/journey/${encodeURIComponent(id)}`);
    const before = await shown(visit);
    const [first, second] = before.journey.asIs.touchpoints;
    await page.locator(`${MAP} [data-stop="own ${first!.id}"]`).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: say('stepForm.change') });
    await dialog.waitFor();
    await dialog.getByRole('textbox', { name: say('stepForm.budget') }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('3,25');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator(`${MAP} [data-stop="own ${first!.id}"]`).focus();
    await page.keyboard.press('Alt+ArrowRight');
    const list = page.locator('.jpath li');
    await expect.poll(() => read(list.first()), PATIENT).toContain(second!.name);
    await page.locator('.jsave', { hasText: 'Не сохранено' }).waitFor();
    await page.getByRole('button', { name: say('journeySave.save') }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(say('journeySave.saved', { version: before.version + 1 })).waitFor();
    const saved = await shown(visit);
    expect(saved.journey.asIs.touchpoints.map(({ id: each }) => each).slice(0, 2)).toEqual([second!.id, first!.id]);
    expect(saved.journey.asIs.touchpoints[1]!.budgetDays).toBe(3.25);
    await page.getByRole('button', { name: say('journeySave.undo') }).click();
    await page.getByText(say('journeySave.undone')).waitFor();
    expect((await shown(visit)).journey).toEqual(before.journey);
  });

  walk(site, 'who saves second sees what the first changed, and may put both together', async (visit) => {
    const { page, open, house } = visit;
    const id = await idOf(visit);
    await open(`/journey/${encodeURIComponent(id)}`);
    const { journey, version } = await shown(visit);
    await house.act('saveJourney', { journey: { ...journey, note: 'Правка соседа' }, version });
    const name = journey.asIs.touchpoints[0]!.name;
    await page.getByRole('button', { name: say('path.down', { name }) }).click();
    await page.getByRole('button', { name: say('journeySave.save') }).click();
    const dialog = page.getByRole('dialog', { name: say('journeyMeanwhile.title') });
    await dialog.waitFor();
    expect(await read(dialog)).toContain(say('journeyField.note'));
    await looksRight(visit, 'changed meanwhile');
    await dialog.getByRole('button', { name: say('journeyMeanwhile.reapply') }).click();
    await page.getByRole('button', { name: say('journeySave.save') }).click();
    await page.getByText(say('journeySave.saved', { version: version + 2 })).waitFor();
    const both = await shown(visit);
    expect(both.journey.note).toBe('Правка соседа');
    expect(both.journey.asIs.touchpoints[1]!.name).toBe(name);
  });

  walk(site, 'how it shall be begins as a copy, and what differs is told', async (visit) => {
    const { page, open } = visit;
    const id = await idOf(visit);
    await open(`/journey/${encodeURIComponent(id)}`);
    await page.getByRole('link', { name: say('journey.toBe'), exact: true }).click();
    await page.getByRole('button', { name: say('toBe.copy') }).click();
    await page.getByText(say('toBe.same')).waitFor();
    const { journey } = await shown(visit);
    await page.getByRole('button', { name: `${say('journey.change')}: ${journey.asIs.touchpoints[0]!.name}` }).click();
    const dialog = page.getByRole('dialog', { name: say('stepForm.change') });
    await dialog.getByRole('button', { name: say('stepForm.takeAway') }).click();
    expect(await read(page.locator('.jtobe'))).toContain(
      say('journeyDifference.touchpointRemoved', { name: journey.asIs.touchpoints[0]!.name }),
    );
    await page.getByRole('textbox', { name: say('five.days') }).fill('9');
    await page.getByRole('button', { name: say('journeySave.save') }).click();
    await page.locator('.jsave', { hasText: 'Сохранено' }).waitFor();
    const { toBe } = (await shown(visit)).journey;
    expect(toBe?.expected.days).toBe(9);
    expect(toBe?.design.touchpoints.length).toBe(journey.asIs.touchpoints.length - 1);
    await page.getByRole('link', { name: say('journey.both'), exact: true }).click();
    await expect.poll(() => page.locator(MAP).count(), PATIENT).toBe(2);
    expect(await read(page.locator('figure', { hasText: say('sideBySide.plan') }))).toContain('9 дней');
  });

  walk(site, 'journeys: axe finds nothing, wide and narrow, light and dark; 320 px suffice', async (visit) => {
    const { page, open } = visit;
    await open('/journeys');
    await looksRight(visit, 'journeys');
    const id = await demoOf(visit);
    for (const design of ['?design=both', '', '?design=toBe']) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(`/journey/${encodeURIComponent(id)}${design}`);
      await unfold(page);
      await looksRight(visit, `journey ${design}`);
      expect(await page.locator('svg.jmap.narrow').count()).toBe(design === '?design=both' ? 2 : 1);
      expect(await smallTargets(page)).toEqual([]);
    }
    for (const key of ['journey.budgets', 'journey.about']) {
      await page.getByRole('button', { name: say(key) }).click();
      await page.getByRole('dialog', { name: say(key) }).waitFor();
      await looksRight(visit, key);
      await page.keyboard.press('Escape');
    }
    await page
      .getByRole('button', { name: say('journey.add') })
      .first()
      .click();
    await looksRight(visit, 'stepForm.new');
  });
}

const idOf = async ({ house }: Visit): Promise<string> => {
  const { journeys } = await house.act<JourneysView>('journeys');
  return journeys.find(({ name }) => name === NAME)!.id;
};
/** The example's journey whose to-be is in force: all parts of the page stand. */
const demoOf = async ({ house }: Visit): Promise<string> => {
  const { journeys } = await house.act<JourneysView>('journeys');
  return journeys.find(({ toBe }) => toBe === 'inForce')!.id;
};
const shown = async (visit: Visit): Promise<JourneyView> =>
  visit.house.act<JourneyView>('journeyShow', { id: await idOf(visit) });

/** Buttons and links of the page that a finger would miss. Bars of the map are also in the list, which has the buttons. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page
    .locator('main :is(button, .tabs a)')
    .evaluateAll((all) =>
      all
        .filter((each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 43.5)
        .map((each) => each.outerHTML.slice(0, 120)),
    );
