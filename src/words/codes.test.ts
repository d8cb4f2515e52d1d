import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasWords } from './index.ts';

const src = fileURLToPath(new URL('..', import.meta.url));

/** Codes of refusals as they stand in the sources: `refuse('a.b'` and `code: 'a.b'`. */
function refusalCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.startsWith('words/')) continue;
    const text = readFileSync(join(src, file), 'utf8');
    // Notes say what was noticed; nothing is to be mended.
    for (const [, code] of text.matchAll(/(?:\brefuse\(|\bcode: )'((?!note\.)[a-z]\w*(?:\.\w+)+)'/g))
      codes.set(code!, file);
  }
  return codes;
}

describe('every refusal', () => {
  it.each([...refusalCodes()])('%s (%s) has its reason and its remedy', (code) => {
    expect([hasWords(`${code}.reason`), hasWords(`${code}.remedy`)]).toEqual([true, true]);
  });
});
