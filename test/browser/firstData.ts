import { expect } from 'vitest';
import { PATIENT, plain, read, type Site, say, walk } from './visit.ts';

export function firstDataWalks(site: Site): void {
  walk(site, 'while the example loads the page says how far it is, then asks anew', async ({ page, house }) => {
    let loading: unknown = { stage: 'spans', done: 1200, total: 3000, unit: 'cases' };
    await page.route('**/api/health', (route) => route.fulfill({ json: { ready: loading === null, loading } }));
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/acts/scoreboard')) asked.push(request.url());
    });
    await page.goto(house.url);
    const main = page.locator('main');
    const told = plain(
      `${say('firstData.what')} ${say('stage.spans')}. ${say('work.doneOf', { done: '1 200', total: '3 000' })}`,
    );
    await expect.poll(() => read(main.getByRole('status')), PATIENT).toContain(told);
    expect(await read(main)).not.toContain(say('empty.what'));
    expect(asked).toHaveLength(1);

    loading = null;
    await expect.poll(() => read(main), PATIENT).toContain(say('empty.what'));
    expect(asked).toHaveLength(2);
  });
}
