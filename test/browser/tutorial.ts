import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { JourneysView, ModelShowView, ModelsView, PilotReportView, PilotsView } from '#acts';
import { textOf } from '../papers/docx.ts';
import { PATIENT, plain, read, type Site, say, walk } from './visit.ts';

const LOG = join(import.meta.dirname, '../../examples/registry-log.csv');
const JOURNEY = 'Включение в реестр';
const MODEL = 'Реестр без лишних бумаг';
const STARTER = 'Разрешения и лицензии';
const POSITION = 'Эксперт';
const UNIT = 'МСП-Реестр';

/** docs/tutorial.md, step by step, on a server that knows nothing yet. */
export function tutorialWalks(site: Site): void {
  walk(
    site,
    'from a log without journeys to a model with five indicators for a named position, a pilot report and the annex',
    async ({ page, house, open, settled }) => {
      // 1. The log.
      await open('/data');
      await page.locator('input[type=file]').setInputFiles(LOG);
      await page.getByRole('button', { name: say('import.take'), exact: true }).click();
      await expect.poll(() => read(page.locator('.report')), PATIENT).toContain(say('report.taken'));
      const { journeys, undrawn } = await house.act<JourneysView>('journeys');
      expect([journeys, undrawn]).toEqual([[], { journeys: [], services: [], cases: 300 }]);

      // 2. The journey.
      await open('/journeys');
      await page
        .getByRole('link', { name: say('journeys.discover') })
        .first()
        .click();
      const proposal = page.locator('section[aria-labelledby="h-found"]');
      await proposal.getByRole('textbox', { name: say('journey.form.name'), exact: true }).fill(JOURNEY);
      expect(await proposal.locator('tbody tr').count()).toBe(8);
      await proposal.getByRole('button', { name: say('discovered.accept') }).click();
      await page.locator('svg.jmap').waitFor();
      await settled();
      expect(await read(page.locator('.answer'))).toContain('Решение');

      // 3. The model.
      await open('/models');
      await page.getByRole('button', { name: say('starter.takeNamed', { name: STARTER }) }).click();
      const begin = page.getByRole('dialog', { name: say('begin.starter') });
      await begin.getByRole('textbox', { name: say('begin.name') }).fill(MODEL);
      await begin.getByRole('combobox', { name: say('begin.journey') }).selectOption({ label: JOURNEY });
      await begin.getByRole('button', { name: say('begin.do') }).click();
      const head = page.locator('table.tree thead th.pos', { hasText: POSITION });
      await head.getByRole('button').click();
      const position = page.getByRole('dialog', { name: POSITION });
      await position.getByLabel(say('place.unit'), { exact: true }).fill(UNIT);
      await position.getByRole('textbox', { name: say('pos.touchpoints') }).fill('Проверка, Решение');
      await position.getByRole('button', { name: say('ind.done') }).click();
      await page.getByRole('button', { name: say('save.do'), exact: true }).click();
      await page.getByRole('button', { name: say('save.do'), exact: true }).waitFor({ state: 'detached' });
      await settled();
      const shown = await modelNamed(house);
      const own = shown.positionsResolved.find(({ name }) => name === POSITION)!;
      expect(own.count).toBeGreaterThan(0);
      expect(own.count).toBeLessThanOrEqual(5);
      for (const id of own.holds)
        expect(shown.indicatorsResolved.find((one) => one.id === id)?.chain.at(-1)?.of, id).toBe('goal');
      expect(shown.model.positions.find(({ name }) => name === POSITION)?.unit).toBe(UNIT);
      expect(shown.checks.errors).toEqual([]);
      const goal = shown.model.goals[0]!.name;
      await page.locator('table.tree tr.i button.name', { hasText: 'Время этапа' }).click();
      expect(await read(page.getByRole('dialog'))).toContain(say('ind.goalNamed', { name: goal }));
      await page.keyboard.press('Escape');

      // 4. The trial.
      await page.getByRole('link', { name: say('life.pilots'), exact: true }).click();
      await page.getByRole('textbox', { name: say('pilots.startName') }).fill('Год назад и сегодня');
      await page.getByRole('button', { name: say('pilots.startDo') }).click();
      await page.getByRole('heading', { level: 1, name: 'Год назад и сегодня' }).waitFor();
      await settled();
      const { pilot } = (await house.act<PilotsView>('pilots', { model: shown.id })).pilots[0]!;
      const report = await house.act<PilotReportView>('pilotReport', { id: pilot.id });
      expect(report.rows.length).toBe(shown.indicators);
      expect(await read(page.locator('.answer'))).toBe(plain(report.answer.ru));
      const measured = report.rows.filter(({ current }) => current?.value != null).map(({ name }) => name.ru);
      expect(measured).toEqual(expect.arrayContaining(['Дней до результата', 'Время этапа']));
      await page.getByRole('combobox', { name: say('pilot.position'), exact: true }).selectOption({ label: POSITION });
      const voice = page.locator('fieldset.voice').first();
      await voice.getByRole('radio', { name: say('pilot.clear'), exact: true }).check();
      await voice.getByRole('radio', { name: say('pilot.influences') }).check();
      await expect.poll(() => read(voice.getByRole('status')), PATIENT).toBe(say('pilot.saved'));
      const told = textOf(await downloaded(page, say('pilot.docx')));
      expect(told).toContain('Время этапа');

      // 5. The annex.
      await open(`/model/${encodeURIComponent(shown.id)}`);
      const annex = textOf(await downloaded(page, say('life.annex')));
      for (const words of [POSITION, 'Дней до результата', goal]) expect(annex).toContain(words);
      expect(annex).toMatch(/УТВЕРЖДЕН/);
    },
  );
}

const modelNamed = async (house: Site['house']): Promise<ModelShowView> => {
  const { models } = await house.act<ModelsView>('models');
  return house.act<ModelShowView>('modelShow', { id: models.find(({ name }) => name === MODEL)!.id });
};

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const loading = page.waitForEvent('download');
  await page.getByRole('link', { name: link, exact: true }).click();
  return readFile(await (await loading).path());
}
