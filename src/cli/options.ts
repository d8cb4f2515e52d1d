import { InvalidArgumentError } from 'commander';

/** Values of options, parsed once; a value that does not fit is a usage error (exit code 2). The message is a code of
 *  `words/`: the shell makes the sentence. */
const wrong = (code: string): never => {
  throw new InvalidArgumentError(code);
};

export function number(text: string): number {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? wrong('usage.number') : value;
}

export function whole(text: string): number {
  const value = number(text);
  return Number.isInteger(value) && value >= 0 ? value : wrong('usage.whole');
}

export function port(text: string): number {
  const value = whole(text);
  return value <= 65_535 ? value : wrong('usage.port');
}

/** `1%` or `0.01` → 0.01. */
export function share(text: string): number {
  const value = text.endsWith('%') ? number(text.slice(0, -1)) / 100 : number(text);
  return value >= 0 && value <= 1 ? value : wrong('usage.share');
}

/** `0,100` → [0, 100]; an empty side is open. */
export function bounds(text: string): [number | null, number | null] {
  const sides = text.split(',');
  const side = (part: string | undefined) => (part === undefined || part.trim() === '' ? null : number(part));
  return sides.length === 2 ? [side(sides[0]), side(sides[1])] : wrong('usage.bounds');
}

/** `2024-01..2024-12` → both ends. */
export function span(text: string): [string, string] {
  const [from = '', to = '', ...more] = text.split('..');
  return from !== '' && to !== '' && more.length === 0 ? [from.trim(), to.trim()] : wrong('usage.span');
}

/** `field=value`, repeated: one field several times means any of its values; an empty value is the group without one. */
export function scope(text: string, before: Record<string, string | null | string[]> = {}): typeof before {
  const cut = text.indexOf('=');
  if (cut < 1) return wrong('usage.scope');
  const field = text.slice(0, cut);
  const value = text.slice(cut + 1) || null;
  const known = before[field];
  if (known === undefined) return { ...before, [field]: value };
  const values = [known, value].flat();
  return values.every((each) => each !== null) ? { ...before, [field]: values as string[] } : wrong('usage.scopeNull');
}

export const repeated = (text: string, before: readonly string[] = []): string[] => [...before, text];
