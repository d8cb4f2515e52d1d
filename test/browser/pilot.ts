import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PilotReportView, PilotsView, PilotView, RecommendationsView } from '#acts';
import { looksRight, unfold } from './access.ts';
import { PATIENT, plain, read, type Site, say, type Visit, walk } from './visit.ts';

/** The demo's model in force, and its next draft, which is on trial. */
const BOUND = 'posobie';
const TRIED = 'posobie-2';
const HOLDER = 'benefit-examiner';

export function pilotWalks(site: Site): void {
  walk(
    site,
    'a pilot begins from its model, with a year of facts; months the wrong way round are refused',
    async (visit) => {
      const { page, house, open, settled } = visit;
      await open(`/model/${TRIED}`);
      await page.getByRole('link', { name: say('life.pilots'), exact: true }).click();
      const form = page.locator('form.startpilot');
      await form.waitFor();
      const { pilots: before, offered } = await house.act<PilotsView>('pilots', { model: TRIED });
      expect(await page.locator('table tbody tr').count()).toBe(before.length);
      const from = form.getByRole('combobox', { name: say('pilots.from') });
      expect([await from.inputValue(), offered?.months.indexOf(offered.to)]).toEqual([
        offered!.from,
        offered!.months.indexOf(offered!.from) + 11,
      ]);
      await looksRight(visit, 'pilots of a model');
      await page.setViewportSize({ width: 1440, height: 900 });

      await form.getByRole('textbox', { name: say('pilots.startName') }).fill('Пробуем год');
      await from.selectOption(offered!.months.at(-1)!);
      await form.getByRole('button', { name: say('pilots.startDo') }).click();
      await form.getByRole('alert').waitFor();
      expect(await form.getByRole('textbox').first().inputValue(), 'what was typed stays').toBe('Пробуем год');
      await from.selectOption(offered!.from);
      await form.getByRole('button', { name: say('pilots.startDo') }).click();
      await page.getByRole('heading', { level: 1, name: 'Пробуем год' }).waitFor();
      await settled();
      const { pilots } = await house.act<PilotsView>('pilots', { model: TRIED });
      expect(pilots[0]?.pilot).toMatchObject({ name: 'Пробуем год', from: offered!.from, to: offered!.to });

      await open(`/model/${BOUND}/pilot`);
      expect(await read(page.locator('main'))).toContain(say('pilots.notDraft', { state: say('model.state.inForce') }));
      expect(await form.count()).toBe(0);
    },
  );

  walk(
    site,
    'the report answers first; each indicator has its advice, its findings and what people said',
    async (visit) => {
      const { page, house, open, settled } = visit;
      const { pilots } = await house.act<PilotsView>('pilots', { model: TRIED });
      const { id } = pilots.at(-1)!.pilot;
      const report = await house.act<PilotReportView>('pilotReport', { id });
      await open(`/pilot/${id}?holder=${HOLDER}`);
      expect(await read(page.locator('.answer'))).toBe(plain(report.answer.ru));
      const own = report.rows.filter(({ holders }) => holders.includes(HOLDER));
      const items = page.locator('article.tried');
      expect(await items.count()).toBe(own.length);
      for (const { name, sentence, recommended, reasons, evidence } of own) {
        const text = await read(itemOf(page, plain(name.ru)));
        const { heard, comments } = evidence;
        const said = [...heard.unclearWhy, ...heard.hinderedBy, ...comments];
        for (const words of [sentence.ru, ...reasons.map(({ words: why }) => why.ru), ...said])
          expect(text).toContain(plain(words));
        expect(text).toContain(say(`pilot.recommend.${recommended}`));
        if (heard.asked > 0)
          expect(text).toContain(
            say('pilot.heard.of', { asked: heard.asked, clear: heard.clear, influences: heard.influences }),
          );
      }
      await unfold(page);
      await looksRight(visit, 'report of a pilot');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('combobox', { name: say('pilot.holder') }).selectOption('');
      await page.getByRole('combobox', { name: say('pilot.show'), exact: true }).selectOption('drop');
      const total = report.counts.drop;
      await expect
        .poll(() => read(page.locator('main')), PATIENT)
        .toContain(say('pilot.found', { range: `1–${Math.min(12, total)}`, total }));
      await page.reload();
      await settled();
      for (const advice of await page.locator('.judged b').allInnerTexts())
        expect(plain(advice)).toBe(say('pilot.recommend.drop'));
    },
  );

  walk(
    site,
    'a position-holder, without a mouse, says what is clear and what hinders: saved at once',
    async (visit) => {
      const { page, house, open } = visit;
      const id = await begin(visit, 'Голоса');
      const voices = async () => (await house.act<PilotsView>('pilots', { id })).pilots[0]!.pilot.voices;
      await open(`/pilot/${id}`);
      await page.getByRole('combobox', { name: say('pilot.position'), exact: true }).selectOption(HOLDER);
      const voice = page.locator('fieldset.voice').first();
      await voice.getByRole('radio', { name: say('pilot.unclear'), exact: true }).focus();
      await page.keyboard.press('Space');
      await expect.poll(() => read(voice.getByRole('status')), PATIENT).toBe(say('pilot.both'));
      expect(await voices(), 'half a word is none').toEqual([]);
      await voice.getByRole('radio', { name: say('pilot.influences') }).focus();
      await page.keyboard.press('Space');
      await expect.poll(async () => (await voices()).length, PATIENT).toBe(1);
      await voice.getByRole('textbox', { name: say('pilot.unclearWhy') }).focus();
      await page.keyboard.type('Что такое закрытое дело?');
      await page.keyboard.press('Tab');
      await expect
        .poll(voices, PATIENT)
        .toMatchObject([{ position: HOLDER, clear: false, influences: true, unclearWhy: 'Что такое закрытое дело?' }]);
      await expect.poll(() => read(voice.getByRole('status')), PATIENT).toBe(say('pilot.saved'));
      await unfold(page);
      await looksRight(visit, 'voices');
      await open(`/pilot/${id}?position=${HOLDER}&holder=${HOLDER}`);
      const radio = page
        .locator('fieldset.voice')
        .first()
        .getByRole('radio', { name: say('pilot.unclear'), exact: true });
      expect(await radio.isChecked()).toBe(true);
      expect(await read(page.locator('main'))).toContain(say('pilot.heard.of', { asked: 1, clear: 0, influences: 1 }));
    },
  );

  walk(
    site,
    'another one changes the pilot meanwhile: it is told, seen, and what was typed goes in at the second try',
    async (visit) => {
      const { page, house, open } = visit;
      const id = await begin(visit, 'Вдвоём');
      await open(`/pilot/${id}?position=${HOLDER}`);
      const voice = page.locator('fieldset.voice').first();
      await voice.getByRole('radio', { name: say('pilot.clear'), exact: true }).check();
      await house.act('pilotComment', { id, version: 1, text: 'Слово другого человека' });
      await voice.getByRole('radio', { name: say('pilot.cannot') }).check();
      const told = voice.getByRole('alert');
      await told.waitFor();
      expect(await read(told)).toContain(say('pilot.meanwhile'));
      expect(await read(page.locator('main'))).toContain('Слово другого человека');
      expect(await voice.getByRole('radio', { name: say('pilot.cannot') }).isChecked()).toBe(true);
      await told.getByRole('button', { name: say('pilot.again') }).click();
      await told.waitFor({ state: 'detached' });
      const { pilot } = (await house.act<PilotsView>('pilots', { id })).pilots[0]!;
      expect(pilot.voices).toMatchObject([{ clear: true, influences: false }]);
      expect(pilot.comments).toMatchObject([{ text: 'Слово другого человека' }]);
    },
  );

  walk(site, 'people decide beside the advice, comment, and end the pilot: the report is kept', async (visit) => {
    const { page, house, open, settled } = visit;
    const id = await begin(visit, 'До конца');
    const pilot = async () => (await house.act<PilotsView>('pilots', { id })).pilots[0]!.pilot;
    const report = await house.act<PilotReportView>('pilotReport', { id });
    const row = report.rows.find(({ holders }) => holders.includes(HOLDER))!;
    await open(`/pilot/${id}?holder=${HOLDER}`);
    const item = itemOf(page, plain(row.name.ru));
    const keep = item.getByRole('button', { name: say('pilot.decide.keep') });
    await keep.click();
    await expect.poll(() => keep.getAttribute('aria-pressed'), PATIENT).toBe('true');
    const why = say(row.recommended === 'keep' ? 'pilot.why' : 'pilot.whyOtherwise');
    await item.getByRole('textbox', { name: why }).fill('Без него не видно ожидания');
    await item.getByRole('button', { name: say('pilot.writeWhy') }).click();
    const decided = { indicator: row.indicator, decision: 'keep', reason: 'Без него не видно ожидания' };
    await expect.poll(async () => (await pilot()).decisions, PATIENT).toEqual([decided]);
    await item.locator('summary').click();
    await item.getByRole('textbox', { name: say('pilot.commentText') }).fill('Ждём ещё месяц');
    await item.getByRole('button', { name: say('pilot.commentDo') }).click();
    await expect.poll(() => read(item.locator('.said')), PATIENT).toContain('Ждём ещё месяц');

    await page.getByRole('button', { name: say('pilot.end') }).click();
    const dialog = page.getByRole('dialog');
    await looksRight(visit, 'end of a pilot');
    await dialog.getByRole('button', { name: say('pilot.endDo') }).click();
    await dialog.waitFor({ state: 'detached' });
    await settled();
    expect((await pilot()).state).toBe('ended');
    await expect.poll(() => read(page.locator('main')), PATIENT).toContain(say('pilot.ended'));
    expect(await page.getByRole('combobox', { name: say('pilot.position'), exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: say('pilot.end') }).count()).toBe(0);
    await item.getByRole('button', { name: say('pilot.decide.drop') }).click();
    await expect.poll(async () => (await pilot()).decisions[0]?.decision, PATIENT).toBe('drop');
    const paper = await page.getByRole('link', { name: say('pilot.docx') }).getAttribute('href');
    expect((await fetch(`${house.url}${paper}`)).headers.get('content-type')).toContain('wordprocessingml');
  });

  walk(
    site,
    'recommendations are composed of chosen pilots and edited; saved meanwhile: nobody’s text is lost',
    async (visit) => {
      const { page, house, open, settled } = visit;
      const { pilots } = await house.act<PilotsView>('pilots', { model: TRIED });
      await open(`/recommendations?pilot=${pilots.at(-1)!.pilot.id}`);
      await page.getByRole('textbox', { name: new RegExp(`^${say('recs.docTitle')}`) }).fill('Как мы пробовали');
      await looksRight(visit, 'composing recommendations');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('button', { name: say('recs.composeDo') }).click();
      await page.getByRole('heading', { level: 1, name: 'Как мы пробовали' }).waitFor();
      await settled();
      const id = decodeURIComponent(page.url().split('/').at(-1)!);
      const shown = async () => (await house.act<readonly RecommendationsView[]>('recommendationsShow', { id }))[0]!;
      const made = await shown();
      const sections = page.locator('.recdoc section.sec');
      expect(await sections.count()).toBe(made.sections.length);
      const [first, second] = made.sections.map(({ title }) => title);
      await page.getByRole('button', { name: say('recs.downNamed', { what: first! }), exact: true }).click();
      await sections
        .first()
        .getByRole('button', { name: new RegExp(`^${say('recs.addParagraph')}`) })
        .click();
      await sections.first().getByRole('textbox').last().fill('Наш вывод');
      await page.getByRole('button', { name: say('recs.save'), exact: true }).click();
      await page.locator('.savebar').waitFor({ state: 'detached' });
      const saved = await shown();
      expect(saved.sections.slice(0, 2).map(({ title }) => title)).toEqual([second, first]);
      expect(saved.sections[0]?.paragraphs.at(-1)).toBe('Наш вывод');

      await page.getByRole('textbox', { name: say('recs.docTitle'), exact: true }).fill('Моё название');
      const { version, ...rest } = saved;
      const content = {
        title: rest.title,
        pilots: rest.pilots,
        sections: [{ title: 'Их раздел', paragraphs: ['их слова'] }],
      };
      await house.act('saveRecommendations', { id, version, content });
      await page.getByRole('button', { name: say('recs.save'), exact: true }).click();
      const told = page.locator('.savebar').getByRole('alert');
      await told.waitFor();
      expect(await read(told)).toContain('их слова');
      expect((await shown()).sections, 'no silent overwrite').toEqual(content.sections);
      await looksRight(visit, 'recommendations saved meanwhile');
      await told.getByRole('button', { name: say('recs.mineOnTop') }).click();
      await page.locator('.savebar').waitFor({ state: 'detached' });
      expect(await shown()).toMatchObject({ title: 'Моё название', sections: saved.sections, version: version + 2 });
      await open('/recommendations');
      expect(await read(page.locator('table'))).toContain('Моё название');
    },
  );
}

const itemOf = (page: Page, name: string): Locator =>
  page.locator('article.tried').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** A pilot of its own for a walk that changes it. */
async function begin({ house }: Visit, name: string): Promise<string> {
  const { offered } = await house.act<PilotsView>('pilots', { model: TRIED });
  const { from, to } = offered!;
  return (await house.act<PilotView>('startPilot', { model: TRIED, name, from, to })).pilot.id;
}
