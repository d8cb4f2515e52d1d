import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openHouse } from './house.ts';
import { contextOf, type Site } from './visit.ts';

/** One browser and one server for the walks of a file: started before the first, stopped after the last.
 *  `demoCases` fills the server with the example; without it the server is empty. */
export function openSites<Names extends string>(
  houses: Readonly<Record<Names, { readonly demoCases?: number }>>,
): Readonly<Record<Names, Site>> {
  const names = Object.keys(houses) as Names[];
  const sites = Object.fromEntries(names.map((name) => [name, {} as Site])) as Record<Names, Site>;
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
    const context = await contextOf(browser);
    await Promise.all(
      names.map(async (name) => Object.assign(sites[name], { context, house: await openHouse(houses[name]) })),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(names.map((name) => sites[name].house?.stop()));
  });
  return sites;
}
