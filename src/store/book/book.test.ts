import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type IndicatorSetting } from '#acts';
import { openBook } from './open.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luchshe-book-'));
  path = join(folder, 'book.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const setting: IndicatorSetting = {
  metric: 'on-time',
  scope: { unit: ['Б', 'А'], service: 'Пособие' },
  target: 95,
  norm: { value: 90, source: 'regulation, section 12' },
  seasonal: false,
  baseline: ['2024-01', '2024-12'],
  matters: null,
  version: 0,
};

describe('the operational store', () => {
  it('begins with the default settings and keeps the changed ones over a reopening', async () => {
    const first = await openBook(path);
    expect(await first.settings()).toEqual(DEFAULT_SETTINGS);
    await first.saveSettings({ zone: 'Asia/Omsk' });
    await first.close();
    const second = await openBook(path);
    expect(await second.settings()).toEqual({ ...DEFAULT_SETTINGS, zone: 'Asia/Omsk' });
    await second.close();
  });

  it('finds an indicator by its scope, in whatever order the fields and values stand', async () => {
    const book = await openBook(path);
    await book.saveIndicator(setting);
    const found = await book.indicator('on-time', { service: ['Пособие'], unit: ['А', 'Б'] });
    expect(found).toMatchObject({ target: 95, norm: setting.norm, baseline: ['2024-01', '2024-12'], version: 1 });
    expect(await book.indicator('on-time', {})).toBeNull();
    await book.close();
  });

  it('refuses a saving over a version that someone else has replaced', async () => {
    const book = await openBook(path);
    const saved = await book.saveIndicator(setting);
    await book.saveIndicator({ ...saved, target: 96 });
    await expect(book.saveIndicator({ ...saved, target: 97 })).rejects.toThrow('indicator.changedMeanwhile');
    await expect(book.saveIndicator(setting)).rejects.toThrow('indicator.changedMeanwhile');
    expect((await book.indicators()).map(({ target, version }) => [target, version])).toEqual([[96, 2]]);
    await book.close();
  });

  it('keeps each version of a document and refuses to write over one that was not seen', async () => {
    const book = await openBook(path);
    const draft = {
      kind: 'model',
      id: 'm',
      version: 0,
      content: { name: 'А' },
      stands: true,
      actor: 'a',
      at: 1,
    } as const;
    const first = await book.saveDocument(draft);
    expect(first.version).toBe(1);
    await book.saveDocument({ ...first, content: { name: 'Б' }, actor: 'b' });
    await expect(book.saveDocument({ ...first, content: { name: 'В' } })).rejects.toThrow('document.changedMeanwhile');
    await expect(book.saveDocument(draft)).rejects.toThrow('document.changedMeanwhile');
    expect((await book.documentHistory('model', 'm')).map(({ content, actor }) => [content, actor])).toEqual([
      [{ name: 'Б' }, 'b'],
      [{ name: 'А' }, 'a'],
    ]);
    expect((await book.document('model', 'm', 1))?.content).toEqual({ name: 'А' });
    await book.saveDocument({ ...draft, kind: 'journey', id: 'other' });
    expect((await book.documents('model')).map(({ version }) => version)).toEqual([2]);
    await book.saveDocument({ ...draft, version: 2, stands: false });
    expect(await book.documents('model')).toEqual([]);
    await book.close();
  });

  it('gives a metric its own changes and those of every indicator', async () => {
    const book = await openBook(path);
    const change = { scope: {}, title: 't', reason: 'r', rebases: true, actor: 'local', at: 1_700_000_000_000_000 };
    await book.addChange({ ...change, id: 'a', metric: null, period: '2024-05' });
    await book.addChange({ ...change, id: 'b', metric: 'on-time', period: '2024-03' });
    await book.addChange({ ...change, id: 'c', metric: 'csat', period: '2024-04' });
    expect((await book.changes('on-time')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect((await book.changes('on-time'))[0]).toEqual({ ...change, id: 'b', metric: 'on-time', period: '2024-03' });
    expect(await book.removeChange('b')).toBe(true);
    expect(await book.removeChange('b')).toBe(false);
    await book.close();
  });

  it('keeps nothing of a transaction that throws', async () => {
    const book = await openBook(path);
    const half = book.transaction(async (inside) => {
      await inside.saveMapping({ source: 's', mapping: {}, actor: 'local', at: 1 });
      throw new Error('stop');
    });
    await expect(half).rejects.toThrow('stop');
    expect(await book.mappings()).toEqual([]);
    await book.close();
  });

  it('appends to the audit log, newest first', async () => {
    const book = await openBook(path);
    const entry = { actor: 'local', at: 5, act: 'saveSettings', inputDigest: 'd', outcome: 'done' } as const;
    await Promise.all([book.audit(entry), book.audit({ ...entry, at: 6 })]);
    expect((await book.audited(9)).map(({ at }) => at)).toEqual([6, 5]);
    await book.close();
  });

  it('holds every acknowledged saving after its process was killed', async () => {
    const script = join(folder, 'writer.mts');
    const open = fileURLToPath(new URL('./open.ts', import.meta.url));
    writeFileSync(
      script,
      `import { openBook } from ${JSON.stringify(open)};
       const book = await openBook(${JSON.stringify(path)});
       for (let n = 1; ; n++) { await book.keepFigures('n' + n, n, n); console.log(n); }`,
    );
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = 0;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        acknowledged = Number(text.toString().trim().split('\n').at(-1));
        if (acknowledged >= 50) child.kill('SIGKILL');
      });
      child.on('close', () => (acknowledged >= 50 ? resolve() : reject(new Error('the writer stopped by itself'))));
    });
    const book = await openBook(path);
    for (const n of [1, 25, acknowledged]) expect(await book.keptFigures(`n${n}`)).toBe(n);
    await book.close();
  });
});
