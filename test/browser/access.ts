import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { wideCp1251 } from './files.ts';
import { type Site, say, type Visit, walk } from './visit.ts';

const SCREENS = [
  { screen: 'scoreboard', path: '/' },
  { screen: 'indicator', path: '/indicator/time-to-result' },
  { screen: 'data', path: '/data' },
  { screen: 'guide', path: '/guide' },
];
const WIDTHS = [1440, 390];
/** The narrowest screen that a page must fit without scrolling sideways (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;

export function accessWalks(site: Site): void {
  for (const { screen, path } of SCREENS)
    walk(site, `${screen}: axe finds nothing, wide and narrow, light and dark; 320 px suffice`, async (visit) => {
      await visit.open(path);
      await unfold(visit.page);
      await looksRight(visit, path);
    });

  walk(site, 'import under way: axe finds nothing; 320 px suffice', async (visit) => {
    const { page, open } = visit;
    await open('/data');
    await page.locator('input[type=file]').setInputFiles(wideCp1251);
    await page.locator('.preview').waitFor();
    await page.getByRole('button', { name: say('import.try') }).click();
    await page.locator('table.refusals').waitFor();
    await unfold(page);
    await looksRight(visit, 'import under way');
  });

  walk(site, 'open dialogs: axe finds nothing; 320 px suffice', async (visit) => {
    const { page, open } = visit;
    await open('/indicator/time-to-result');
    for (const key of ['change.record', 'adjust.title']) {
      await page.getByRole('button', { name: say(key) }).click();
      await page.getByRole('dialog', { name: say(key) }).waitFor();
      await looksRight(visit, key);
      await page.keyboard.press('Escape');
    }
  });
}

export const unfold = (page: Page) =>
  page.locator('main details').evaluateAll((all) => {
    for (const part of all) part.setAttribute('open', '');
  });

export async function looksRight({ page, settled }: Visit, where: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // Colours are the same at any width.
    for (const colorScheme of width === WIDTHS[0] ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled();
      expect(await violations(page, colorScheme), `${where}, ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  await settled();
  expect(await wider(page), `${where}: wider than ${NARROWEST} px`).toEqual([]);
}

/** Rule, element, and what is wrong with it. Runs in the page's own world, past its policy, as a screen reader would.
 *  What is dark differs from what is light in its colours alone. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
      }),
    colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : null,
  );
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}\n${node.failureSummary}`));
}

/** What makes the page scroll sideways; empty where nothing does. */
const wider = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter(
      (part) => part.getBoundingClientRect().right > root.clientWidth + 0.5 && part.closest('.scroll') === null,
    );
    return [`${root.scrollWidth} px`, ...over.slice(0, 8).map((part) => part.outerHTML.slice(0, 160))];
  });
