import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActContext, acts } from '#acts';
import { buildApp } from './app.ts';
import { type House, openHouse } from './compose.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const TOKEN = { authorization: 'Bearer secret' };

let folder = '';
let house: House;
let app: FastifyInstance;
const closing = new AbortController();
const options = { version: '0', token: 'secret', instance: 'i', hosts: [], closing: closing.signal };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luchshe-app-'));
  house = await openHouse(folder);
  const web = join(folder, 'web');
  app = await buildApp({ ...options, house, web });
});
afterAll(async () => {
  await app.close();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const act = (name: string, payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/acts/${name}`,
    headers: { ...JSON_TYPE, ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('an act over HTTP', () => {
  it('answers what it gives', async () => {
    const response = await act('saveSettings', { zone: 'Asia/Omsk' });
    expect([response.statusCode, response.json()]).toEqual([200, expect.objectContaining({ zone: 'Asia/Omsk' })]);
    expect((await act('getSettings', {})).json().zone).toBe('Asia/Omsk');
  });

  it('leaves a line in the audit log when it changes something, also when it is refused', async () => {
    await act('saveSettings', { zone: 'Mars/Olympus' });
    const [refused, done] = await house.book.audited(2);
    expect([refused?.outcome, done?.outcome]).toEqual(['refused', 'done']);
    expect(refused).toMatchObject({ actor: 'local', act: 'saveSettings' });
    expect(refused?.inputDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      'an input that does not fit: 400 with the field',
      'recordChange',
      { period: 'May' },
      400,
      'input.invalid',
      'period',
    ],
    ['no JSON: 400', 'getSettings', '{', 400, 'input.notJson', undefined],
    ['an unknown act: 404', 'fly', {}, 404, 'act.unknown', undefined],
    ['an unknown thing: 404', 'removeChange', { id: 'x' }, 404, 'change.unknown', undefined],
    ['a content that does not stand: 422', 'judge', { text: '' }, 422, 'series.empty', undefined],
  ])('%s', async (_what, name, payload, status, code, field) => {
    const response = await act(name, payload);
    const { error, refusals } = response.json();
    expect([response.statusCode, error.code]).toEqual([status, code]);
    expect(refusals[0].field).toBe(field);
    for (const sentence of [error.reason.ru, error.reason.en, error.remedy.ru, error.remedy.en]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('an input that does not fit is told in each language wholly, and quoted as it stands', async () => {
    const { refusals } = (
      await act('judge', { text: 'period,value', target: '-1', better: 'left', matters: -1 })
    ).json();
    const told = refusals.map(({ field, got, reason }: (typeof refusals)[number]) => [
      field,
      got,
      reason.ru,
      reason.en,
    ]);
    expect(told).toEqual([
      ['better', 'left', expect.stringContaining('Значение «left» не из списка: up, down.'), expect.any(String)],
      ['target', '-1', expect.stringContaining('Стоит «-1», а нужно: число.'), expect.stringContaining('“-1”')],
      ['matters', '-1', expect.stringContaining('Число «-1» меньше'), expect.stringContaining('below the least')],
    ]);
    for (const { reason } of refusals) {
      expect(reason.ru.replace(/«[^»]*»|: up, down/g, '')).not.toMatch(/[a-z]/);
      expect(reason.en).not.toMatch(/[а-яё]/i);
    }
  });

  it('a state that somebody else has changed: 409', async () => {
    expect((await act('adjustIndicator', { metric: 'on-time', target: 95, version: 0 })).statusCode).toBe(200);
    const late = await act('adjustIndicator', { metric: 'on-time', target: 96, version: 0 });
    expect([late.statusCode, late.json().error.code]).toEqual([409, 'indicator.changedMeanwhile']);
  });

  it('another content type than JSON: 415, so that a form of another site reaches no act', async () => {
    const response = await act('getSettings', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([response.statusCode, response.json().error.code]).toEqual([415, 'input.notDeclaredJson']);
    const plain = await act('getSettings', '{}', { 'content-type': 'text/plain' });
    expect(plain.statusCode).toBe(415);
  });
});

describe('requests of other sites', () => {
  it.each([
    ['a foreign name of the host', { host: 'evil.example' }],
    ['a foreign origin', { host: 'localhost:4310', origin: 'https://evil.example' }],
    ['the same host on another port', { host: 'localhost:4310', origin: 'http://localhost:8080' }],
    ['a sandboxed page', { host: 'localhost:4310', origin: 'null' }],
  ])('%s: 403', async (_what, headers) => {
    const response = await act('getSettings', {}, headers);
    expect([response.statusCode, response.json().error.code]).toEqual([403, 'request.foreign']);
  });

  it('its own page and the shell are let in', async () => {
    const page = await act('getSettings', {}, { host: 'localhost:4310', origin: 'http://localhost:4310' });
    const shell = await act('getSettings', {}, { host: '127.0.0.1:4310', ...TOKEN });
    expect([page.statusCode, shell.statusCode]).toEqual([200, 200]);
  });
});

describe('files', () => {
  it('an upload becomes a file that acts can open, whatever its name', async () => {
    const put = await app.inject({
      method: 'PUT',
      url: `/api/uploads?name=${encodeURIComponent('../../дела за год.csv')}`,
      payload: Buffer.from('id\n1\n'),
      headers: { 'content-type': 'text/csv' },
    });
    expect([put.statusCode, put.json()]).toEqual([201, expect.objectContaining({ name: 'дела за год.csv', bytes: 5 })]);
    const file = await house.ports({ paths: false }).files.open({ upload: put.json().upload });
    expect([file.name, readFileSync(file.path, 'utf8')]).toEqual(['дела за год.csv', 'id\n1\n']);
    expect(file.path.startsWith(join(folder, 'uploads'))).toBe(true);
  });

  it('an upload beyond the limit is refused and leaves nothing behind', async () => {
    await act('saveSettings', { uploadLimitBytes: 10 });
    const before = readdirSync(join(folder, 'uploads')).length;
    const put = await app.inject({ method: 'PUT', url: '/api/uploads?name=a.csv', payload: Buffer.alloc(11) });
    expect([put.statusCode, put.json().error.code]).toEqual([413, 'upload.tooLarge']);
    expect(readdirSync(join(folder, 'uploads')).length).toBe(before);
  });

  it('only who holds the local token may name paths of this machine', async () => {
    const path = join(folder, 'secret.txt');
    writeFileSync(path, 'x');
    const files = { files: [{ path }] };
    const page = await act('guessMapping', files);
    expect([page.statusCode, page.json().error.code]).toEqual([403, 'file.pathForbidden']);
    expect((await act('guessMapping', files, TOKEN)).json().error?.code).not.toBe('file.pathForbidden');
    await expect(house.ports({ paths: false }).files.output('/tmp')).rejects.toThrow('file.pathForbidden');
  });

  it('a download cannot leave its folder', async () => {
    const made = await house.ports({ paths: false }).files.output();
    writeFileSync(join(made.path, 'дела.csv'), 'id\n');
    const address = made.address('дела.csv') ?? '';
    expect((await app.inject(address)).body).toBe('id\n');
    const outside = address.replace(/[^/]+$/, encodeURIComponent('../../book.sqlite'));
    expect((await app.inject(outside)).statusCode).toBe(404);
    expect((await app.inject('/api/downloads/../book.sqlite')).statusCode).toBe(404);
  });
});

describe('long work', () => {
  it('asked for NDJSON, tells its progress and then its output', async () => {
    const run = async (_name: string, _raw: unknown, { progress }: ActContext) => {
      progress({ stage: 'read', done: 1, total: 2, unit: 'rows' });
      return { rows: 2 };
    };
    const other = await buildApp({ ...options, house, run });
    const response = await other.inject({
      method: 'POST',
      url: '/api/acts/importFiles',
      headers: { ...JSON_TYPE, accept: 'application/x-ndjson' },
      payload: '{}',
    });
    expect(response.headers['content-type']).toContain('application/x-ndjson');
    expect(
      response.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ progress: { stage: 'read', done: 1, total: 2, unit: 'rows' } }, { output: { rows: 2 } }]);
    await other.close();
  });

  it('tells a refusal in the last line', async () => {
    const response = await act('judge', { text: '' }, { accept: 'application/x-ndjson' });
    expect(JSON.parse(response.body)).toMatchObject({ status: 422, error: { code: 'series.empty' } });
  });

  it.each(['application/json', 'application/x-ndjson'])('a client that goes away cancels it (%s)', async (accept) => {
    let cancelled: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => {
      cancelled = resolve;
    });
    const run = (_name: string, _raw: unknown, { signal }: ActContext) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          cancelled?.();
          reject(signal.reason);
        });
      });
    const other = await buildApp({ ...options, house, run });
    const url = await other.listen({ port: 0, host: '127.0.0.1' });
    const leave = new AbortController();
    const asked = fetch(`${url}/api/acts/x`, {
      method: 'POST',
      body: '{}',
      headers: { ...JSON_TYPE, accept },
      signal: leave.signal,
    }).catch(() => null);
    setTimeout(() => leave.abort(), 100);
    await stopped;
    await asked;
    await other.close();
  });
});

describe('what the server says of itself', () => {
  it('is ready or not', async () => {
    expect((await app.inject('/api/health')).json()).toMatchObject({ ready: true });
    const loading = { stage: 'spans', done: 10, total: 40, unit: 'cases' } as const;
    const waiting = await buildApp({ ...options, house, loading: () => loading });
    const asked = await waiting.inject('/api/health');
    expect([asked.statusCode, asked.json()]).toEqual([503, expect.objectContaining({ ready: false, loading })]);
    await waiting.close();
  });

  it('describes each act of the registry, and every reference leads somewhere', async () => {
    const description = (await app.inject('/api/openapi.json')).json();
    expect(description.openapi).toBe('3.1.0');
    const names = acts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      const { post } = description.paths[`/api/acts/${name}`];
      expect(post.operationId).toBe(name);
      expect(post.requestBody.content['application/json'].schema.type, name).toBe('object');
      expect(post.responses['200']).toBeDefined();
    }
    for (const [, to] of JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)) {
      const place = to!
        .slice(2)
        .split('/')
        .reduce((at, step) => at?.[step], description);
      expect(place, to).toBeDefined();
    }
  });

  it('forbids inline scripts and foreign frames', async () => {
    const policy = String((await app.inject('/api/health')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
