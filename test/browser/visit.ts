import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Params, speaker, webWords } from '#words';
import type { RunningHouse } from './house.ts';

/** What the walks share: one browser, one server. Filled before the first walk begins. */
export interface Site {
  context: BrowserContext;
  house: RunningHouse;
  /** The page that the walks use one after another. */
  page?: Page;
}

/** One context for all walks, so that the page's files are read and compiled once. */
export const contextOf = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: WIDE, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  context.setDefaultTimeout(PATIENT.timeout);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return context;
};
const WIDE = { width: 1440, height: 900 };

export interface Visit {
  readonly page: Page;
  readonly house: RunningHouse;
  /** Opens an address of the product and waits until its figures stand. */
  readonly open: (path: string) => Promise<void>;
  /** Waits until nothing is being computed. */
  readonly settled: () => Promise<void>;
}

/** A loaded machine is slow, not broken. */
export const PATIENT = { timeout: 20_000, interval: 50 };

const words = speaker(webWords);
/** A sentence of the pages, as a Russian reader meets it. */
export const say = (key: string, params?: Params): string => plain(words.say('ru', `web.${key}`, params));
export const sayEnglish = (key: string, params?: Params): string => plain(words.say('en', `web.${key}`, params));
/** What stands there for a reader's eyes. */
// biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count
export const read = async (place: Locator): Promise<string> => plain(await place.innerText());
/** Text as a page shows it: any space is a space, what joins words is not seen. */
export const plain = (text: string | null): string => (text ?? '').replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();

/** One walk through the product is one test. Whatever it looks at, each walk also holds that the page wrote no error,
 *  broke no content policy and asked no other host; if it fails, the page it stood on is kept as a picture.
 *  Walks take over the page of the walk before, as new: a page of its own would cost each of them a second. */
export function walk(site: Site, truth: string, steps: (visit: Visit) => Promise<void>): void {
  it(truth, async () => {
    const { house } = site;
    const page = await pageOf(site);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
    page.on('request', (request) => {
      const local = [house.url, 'data:', 'blob:'].some((origin) => request.url().startsWith(origin));
      if (!local) complaints.push(`asked ${request.url()}`);
    });
    const settled = () => figuresStand(page);
    const open = async (path: string) => {
      await page.goto(`${house.url}${path}`);
      await settled();
    };
    try {
      await steps({ page, house, open, settled });
      expect(complaints).toEqual([]);
      await asNew(page);
    } catch (error) {
      const told = await withPage(error, page, truth, complaints);
      await page.close();
      throw told;
    }
  });
}

const pageOf = async (site: Site): Promise<Page> => {
  if (!site.page || site.page.isClosed()) site.page = await site.context.newPage();
  return site.page;
};

/** Nothing of a walk stays for the next one. */
async function asNew(page: Page): Promise<void> {
  for (const event of ['console', 'pageerror', 'request', 'download', 'dialog'] as const)
    page.removeAllListeners(event);
  await page.unrouteAll();
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: null, media: null, reducedMotion: null });
  await page.setViewportSize(WIDE);
}

const figuresStand = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main .bar, main [aria-busy="true"]') === null);
};

let folder: string | undefined;

/** The failure with what stood on the page: its text, and where the picture lies. */
async function withPage(error: unknown, page: Page, truth: string, complaints: readonly string[]): Promise<Error> {
  folder ??= mkdtempSync(join(tmpdir(), 'luchshe-failed-'));
  const picture = join(folder, `${truth.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}.png`);
  const taken = await page.screenshot({ path: picture, fullPage: true }).catch(() => null);
  const text = await readPage(page).catch(() => '(no text)');
  const failure = error instanceof Error ? error : new Error(String(error));
  failure.message = [
    failure.message,
    `At ${page.url()}${taken ? `, picture: ${picture}` : ''}`,
    complaints.length > 0 ? `The page complained:\n${complaints.join('\n')}` : '',
    `On the page:\n${text.slice(0, 1500)}`,
  ].join('\n');
  return failure;
}

/** What a reader sees, without the lists folded into selects. */
async function readPage(page: Page): Promise<string> {
  await page.locator('select').evaluateAll((lists) => {
    for (const list of lists) list.replaceChildren();
  });
  const parts = await page.locator('dialog[open], main').allInnerTexts();
  return parts.join('\n').replace(/\n{2,}/g, '\n');
}
