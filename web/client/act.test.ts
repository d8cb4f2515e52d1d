import { afterEach, describe, expect, it, vi } from 'vitest';
import { act, paceOf } from './act.ts';

afterEach(() => vi.unstubAllGlobals());

it('an act is asked in the language of the page', async () => {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => Response.json({}));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  await act('guessMapping', {});
  expect(new Headers(fetched.mock.calls[0]![1].headers).get('accept-language')).toBe('en');
});

describe('pace of long work', () => {
  it('1 000 rows in two seconds of 3 000: 500 a second, four seconds left', () => {
    let now = 0;
    const pace = paceOf(() => now);
    pace({ stage: 'read', done: 0, total: 3000, unit: 'rows' });
    now = 2000;
    const told = pace({ stage: 'read', done: 1000, total: 3000, unit: 'rows' });
    expect(told.rate).toBe(500);
    expect(told.remainingSeconds).toBe(4);
  });
  it('says nothing of the pace in the first second, nor of an end that is not known', () => {
    let now = 0;
    const pace = paceOf(() => now);
    pace({ stage: 'read', done: 0, total: null, unit: 'rows' });
    now = 500;
    expect(pace({ stage: 'read', done: 10, total: null, unit: 'rows' }).rate).toBeNull();
    now = 4000;
    expect(pace({ stage: 'read', done: 40, total: null, unit: 'rows' }).remainingSeconds).toBeNull();
  });
  it('each stage has its own pace', () => {
    let now = 0;
    const pace = paceOf(() => now);
    pace({ stage: 'read', done: 5000, total: null, unit: 'rows' });
    now = 3000;
    expect(pace({ stage: 'spans', done: 0, total: 10, unit: 'cases' }).rate).toBeNull();
  });
});
