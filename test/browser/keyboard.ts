import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENT, read, type Site, say, walk } from './visit.ts';

/** No walk here touches the mouse. */
export function keyboardWalks(site: Site): void {
  walk(site, 'the first stop skips to the content', async ({ page, open }) => {
    await open('/');
    await page.keyboard.press('Tab');
    expect((await focused(page)).text).toBe(say('app.skip'));
    await seen(page);
    await page.keyboard.press('Enter');
    expect((await focused(page)).id).toBe('main');
    await page.keyboard.press('Tab');
    expect((await focused(page)).inMain).toBe(true);
  });

  walk(
    site,
    'from the top through the filters into an indicator, the focus always seen',
    async ({ page, open, settled }) => {
      await open('/');
      const unit = () => new URL(page.url()).searchParams.get('unit');
      const stops: string[] = [];
      let name = '';
      for (let presses = 0; presses < 60 && name === ''; presses += 1) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        await seen(page);
        stops.push(stop.tag);
        if (stop.tag === 'select' && stop.label.startsWith(say('filter.unit'))) {
          await page.keyboard.press('ArrowDown');
          await expect.poll(unit, PATIENT).not.toBeNull();
          await settled();
          expect((await focused(page)).label, 'the focus stays where the choice was made').toBe(stop.label);
        }
        if (stop.href?.startsWith('/indicator/')) name = stop.text;
      }
      expect(name, `no indicator among ${stops.join(' ')}`).not.toBe('');
      expect(stops.filter((tag) => tag === 'select').length).toBeGreaterThanOrEqual(5);
      await page.keyboard.press('Enter');
      await expect.poll(() => read(page.locator('h1')), PATIENT).toContain(name);
      expect(unit()).not.toBeNull();
    },
  );

  walk(site, 'a dialog takes the focus, keeps it, and gives it back on Esc', async ({ page, open }) => {
    await open('/indicator/on-time');
    const opener = page.getByRole('button', { name: say('change.record') });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: say('change.record') });
    await dialog.waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      expect((await focused(page)).behindDialog).toBe(false);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await focused(page)).text).toBe(say('change.record'));
  });

  walk(site, 'files are chosen and tables scrolled without a mouse', async ({ page, open }) => {
    // Asked before the page opens: the browser takes a moment until it tells of choosers.
    const asked = page.waitForEvent('filechooser');
    await open('/data');
    const button = page.getByRole('button', { name: say('drop.button') });
    await button.focus();
    await page.keyboard.press('Enter');
    expect((await asked).isMultiple()).toBe(true);
    await page.setViewportSize({ width: 390, height: 800 });
    await open('/indicator/on-time');
    const table = page.locator('section[aria-labelledby="h-cases"] .scroll');
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate((box) => box.scrollLeft), PATIENT).toBeGreaterThan(0);
  });
}

interface Stop {
  readonly tag: string;
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly href: string | null;
  readonly inMain: boolean;
  /** Something of the page while a dialog is open; the browser's own bar, which counts as the body, is not. */
  readonly behindDialog: boolean;
}

const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    return {
      tag: active.tagName.toLowerCase(),
      id: active.id,
      text: (active.textContent ?? '').trim(),
      label: active.closest('label')?.textContent ?? '',
      href: active.getAttribute('href'),
      inMain: active.closest('main') !== null,
      behindDialog: active !== document.body && active.closest('dialog') === null,
    };
  });

/** What has the focus lies on the screen and is drawn around. */
async function seen(page: Page): Promise<void> {
  const told = await page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    const { top, bottom, left, right } = active.getBoundingClientRect();
    const onScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && right > left && bottom > top;
    return { what: active.outerHTML.slice(0, 120), outline: `${outlineStyle} ${outlineWidth}`, onScreen };
  });
  expect(told.onScreen, `off the screen: ${told.what}`).toBe(true);
  expect(told.outline, told.what).toMatch(/^(solid|auto|double) (?!0)/);
}
