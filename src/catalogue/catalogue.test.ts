import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMetric, loadCatalogue, normalise, sha256 } from './index.ts';

const root = new URL('../../catalogue/', import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));
const files = [
  ...readdirSync(new URL('metrics/', root)).map((name) => `metrics/${name}`),
  'order.json',
  'questions.json',
  'instruments.json',
  'models.json',
];
const catalogue = loadCatalogue(files.map((file) => ({ file, json: json(file) })));
const made = json('../test/conformance/made-specs.json') as unknown[];

describe('the catalogue', () => {
  it('holds 73 metrics in catalogue order, without a warning', () => {
    expect([...catalogue.metrics.keys()]).toEqual(json('order.json'));
    expect(catalogue.metrics.size).toBe(73);
    expect(catalogue.warnings).toEqual([]);
  });
  it.each([...catalogue.metrics.values()])('normalises $id', (spec) => {
    expect(normalise(spec).hash).toMatch(/^[0-9a-f]{12}$/);
  });
});

it('the made specs of the conformance set pass the grammar', () => {
  const metrics = new Set([...catalogue.metrics.keys()]);
  for (const spec of made) expect(checkMetric(spec, { vocabulary: catalogue, metrics })).toEqual([]);
});

it('sha256 agrees with the examples of FIPS 180-4', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});
