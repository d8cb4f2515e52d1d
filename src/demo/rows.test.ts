import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_FILES, FACTS, FIELDS } from '#facts';
import { generateDemo } from './generate.ts';
import { demoInMemory } from './memory.ts';

const END = '2026-07-10';
const demo = demoInMemory(6_000, 7, END);
const { horizon } = demo.plan;

async function filesOf(options: { readonly cases: number; readonly seed: number }): Promise<Record<string, string>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'demo-'));
  try {
    await generateDemo({ dir, end: END, ...options });
    const files: Record<string, string> = {};
    for (const fact of FACTS) files[fact] = await readFile(path.join(dir, `${FACT_FILES[fact]}.csv`), 'utf8');
    return files;
  } finally {
    await rm(dir, { recursive: true });
  }
}

describe('what the demo writes', () => {
  it('is the same for the same seed, and another for another', async () => {
    const first = await filesOf({ cases: 400, seed: 11 });
    expect(await filesOf({ cases: 400, seed: 11 })).toEqual(first);
    expect((await filesOf({ cases: 400, seed: 12 })).case).not.toBe(first.case);
  });

  it('has only canonical columns and instants with an offset', async () => {
    const files = await filesOf({ cases: 300, seed: 1 });
    for (const fact of FACTS) {
      const [header, first] = (files[fact] as string).split('\n');
      const names = FIELDS[fact].map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining((header as string).split(',')));
      expect(first).toBeTruthy();
    }
    expect(files.event?.split('\n')[1]).toMatch(/,20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00,/);
  });

  it('comes near the size asked for, in the same proportions at every size', () => {
    const small = demoInMemory(1_500, 3, END);
    const share = (of: typeof demo, kind: string) =>
      of.cases.filter(({ row }) => row.kind === kind).length / of.cases.length;
    expect(Math.abs(demo.cases.length / 6_000 - 1)).toBeLessThan(0.05);
    for (const kind of ['application', 'appeal', 'interagency', 'internalRequest', 'contact']) {
      expect(Math.abs(share(small, kind) - share(demo, kind)), kind).toBeLessThan(0.035);
    }
    const perCase = demo.cases.reduce((sum, { events }) => sum + events.length, 0) / demo.cases.length;
    expect(perCase).toBeGreaterThan(7.5);
    expect(perCase).toBeLessThan(10);
  });

  it('takes enumerated fields from the codes of facts', () => {
    const tables = {
      case: demo.cases.map(({ row }) => row),
      event: demo.cases.flatMap(({ events }) => events),
      answer: demo.answers,
      invitation: demo.invitations,
      text: demo.texts,
      organisation: demo.organisation,
    } as const;
    for (const [fact, rows] of Object.entries(tables)) {
      for (const { name, oneOf, required } of FIELDS[fact as keyof typeof tables]) {
        if (!oneOf) continue;
        const values = new Set(
          (rows as readonly object[]).flatMap((row) => (row as Record<string, unknown>)[name] ?? []),
        );
        for (const value of values) expect(oneOf, `${fact}.${name}`).toContain(value);
        if (required) expect(values.size).toBeGreaterThan(1);
      }
    }
    expect(new Set(tables.event.map(({ kind }) => kind))).toEqual(
      new Set(FIELDS.event.find(({ name }) => name === 'kind')?.oneOf?.filter((kind) => kind !== 'complete')),
    );
  });

  it('satisfies the rules of import: order of moments, counts, nothing recorded after the horizon', () => {
    const ids = new Set<string>();
    const wrong: unknown[] = [];
    for (const { row, events } of demo.cases) {
      expect(ids.has(row.id)).toBe(false);
      ids.add(row.id);
      if (row.closedAt !== undefined) {
        expect(row.closedAt).toBeGreaterThanOrEqual(row.registeredAt ?? Number.POSITIVE_INFINITY);
        expect(row.closedAt).toBeLessThan(horizon);
        expect(row.outcome, row.id).toBeDefined();
      } else expect(row.outcome).toBeUndefined();
      expect(Math.max(row.registeredAt ?? 0, row.startedAt ?? 0)).toBeLessThan(horizon);
      expect(events.length, row.id).toBeGreaterThan(0);
      for (const [index, event] of events.entries()) {
        const isOrdered = Number.isInteger(event.at) && event.at < horizon && event.at >= (events[index - 1]?.at ?? 0);
        const isCounted =
          (event.known ?? 0) <= (event.items ?? 0) && (event.kind !== 'submit' || event.items !== undefined);
        if (!isOrdered || !isCounted) wrong.push([row.id, event]);
      }
    }
    expect(wrong).toEqual([]);
    for (const { row } of demo.cases) {
      for (const other of [row.parentCase, row.reopenedFrom]) if (other) expect(ids.has(other), row.kind).toBe(true);
    }
    for (const text of demo.texts) {
      expect(ids.has(text.caseId as string)).toBe(true);
      expect(text.sentences).toBeLessThanOrEqual(text.words);
    }
    for (const { at } of [...demo.answers, ...demo.invitations, ...demo.readings, ...demo.texts]) {
      expect(at).toBeLessThan(horizon);
      expect(at).toBeGreaterThanOrEqual(demo.plan.start);
    }
    for (const { value, max } of demo.readings) expect(value).toBeLessThanOrEqual(max);
  });

  it('registers a case with an act of the client, before which only drafts, queues and visits lie', () => {
    for (const { row, events } of demo.cases) {
      if (row.registeredAt === undefined) continue;
      expect(
        events.some((event) => event.at === row.registeredAt),
        row.kind,
      ).toBe(true);
      for (const event of events) {
        if (event.at < row.registeredAt) expect(['draft', 'queue', 'call', 'visit', 'pay']).toContain(event.kind);
      }
    }
  });

  it('names only units and bodies of its organisation, and one unit moved', () => {
    const known = new Set(demo.organisation.map(({ id }) => id));
    for (const { row, events } of demo.cases) {
      if (row.unit) expect(known.has(row.unit)).toBe(true);
      expect(known.has(row.body as string)).toBe(true);
      for (const { unit, asked } of events) {
        if (unit) expect(known.has(unit)).toBe(true);
        if (asked && asked !== 'client') expect(known.has(asked), asked).toBe(true);
      }
    }
    const moved = demo.organisation.filter(({ id }) => id === 'МСП-ИТ');
    expect(moved.map(({ parent }) => parent)).toEqual(['МСП-Аппарат', 'МСП-Цифра']);
    expect(moved[1]?.validFrom).toBe((moved[0]?.validTo as number) + 1);
  });

  it('leaves open what nobody has closed yet, more of the last month than of the months before', () => {
    const openShare = (from: number, to: number) => {
      const begun = demo.cases.filter(({ row }) => (row.registeredAt ?? 0) >= from && (row.registeredAt ?? 0) < to);
      return begun.filter(({ row }) => row.closedAt === undefined).length / begun.length;
    };
    const month = 30 * 86_400;
    expect(openShare(horizon - month, horizon)).toBeGreaterThan(0.18);
    expect(openShare(horizon - 4 * month, horizon - 3 * month)).toBeLessThan(0.05);
  });
});
