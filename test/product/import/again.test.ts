import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench, records } from './kit.ts';

// Bodies export the whole year each month, mend what was wrong and take back what should not have come: facts.md § 1,
// "Again and corrected". Whatever was covered comes back as it was.

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const cases = async () =>
  records((await bench.exported())['cases.csv']).map(({ id, registeredAt, closedAt, outcome }) =>
    [id, registeredAt?.slice(0, 10), closedAt?.slice(0, 10), outcome].join(' ').trimEnd(),
  );

const mapping = (closes: boolean) => ({
  mapping: 1,
  source: closes ? 'с окончанием' : 'без окончания',
  zone: 'UTC',
  dateOrder: 'ymd',
  decimal: '.',
  empty: [],
  tables: [
    {
      table: '*',
      rows: 'event',
      fields: { caseId: 'case', at: 'time', activity: 'what' },
      activities: {
        column: 'what',
        values: { sent: { kind: 'submit' }, paid: { kind: 'pay', ...(closes ? { closes: 'granted' } : {}) } },
      },
    },
  ],
});
const LOG = { 'log.csv': 'case,time,what\nc1,2026-01-01,sent\nc1,2026-01-05,paid\nc2,2026-01-02,sent\n' };

describe('what a case takes from events', () => {
  it('goes with the mapping that gave it, and comes back with it', async () => {
    const closed = await bench.take(LOG, { mapping: mapping(true) });
    const first = await bench.exported();
    expect(await cases()).toEqual(['c1 2026-01-01 2026-01-05 granted', 'c2 2026-01-02']);
    const open = await bench.take(LOG, { mapping: mapping(false) });
    expect(open.result).toBe('taken');
    expect(await cases()).toEqual(['c1 2026-01-01', 'c2 2026-01-02']);
    await bench.act('dropBatch', { batch: open.batch });
    expect(await bench.exported()).toEqual(first);
    await bench.act('dropBatch', { batch: closed.batch });
    expect(await cases()).toEqual([]);
  });

  it('a batch on top that closes cases leaves them open again when it is dropped', async () => {
    await bench.take(LOG, { mapping: mapping(false) });
    const first = await bench.exported();
    const closed = await bench.take(LOG, { mapping: mapping(true) });
    expect(await cases()).toEqual(['c1 2026-01-01 2026-01-05 granted', 'c2 2026-01-02']);
    await bench.act('dropBatch', { batch: closed.batch });
    expect(await bench.exported()).toEqual(first);
  });

  it('a registration taken from an earlier submission is given back', async () => {
    await bench.take({ 'cases.csv': 'id,registeredAt\nc1,2026-01-03\n' });
    const first = await bench.exported();
    const events = await bench.take(
      { 'log.csv': 'case,time,what\nc1,2026-01-01T00:00:00Z,sent\n' },
      { mapping: mapping(false) },
    );
    expect(await cases()).toEqual(['c1 2026-01-01']);
    await bench.act('dropBatch', { batch: events.batch });
    expect(await bench.exported()).toEqual(first);
  });
});

describe('the same, corrected and replaced', () => {
  const january = {
    'cases.csv': 'id,registeredAt,closedAt\nc1,2026-01-01,2026-01-10\nc2,2026-01-02,\n',
    'events.csv': 'caseId,at,kind\nc1,2026-01-01,submit\nc1,2026-01-10,decide\nc2,2026-01-02,submit\n',
  };
  const february = {
    'cases.csv': 'id,registeredAt,closedAt\nc1,2026-01-01,2026-01-10\nc2,2026-01-02,2026-02-07\n',
    'events.csv': `${january['events.csv']}c2,2026-02-07,decide\n`,
  };

  it('the same bytes change nothing, also under other names of the folder', async () => {
    const first = await bench.take(january);
    const state = await bench.state();
    expect(await bench.take(january)).toMatchObject({ result: 'unchanged', batch: first.batch, cases: 2, events: 3 });
    expect(await bench.state()).toEqual(state);
  });

  it('a longer export replaces rows and events of its cases; dropping it brings the older ones back', async () => {
    await bench.take(january);
    const before = await bench.exported();
    const second = await bench.take(february);
    expect(second).toMatchObject({ result: 'taken', cases: 2, events: 4 });
    expect(records((await bench.exported())['events.csv'])).toHaveLength(4);
    expect(await cases()).toContain('c2 2026-01-01 2026-02-06');
    await bench.act('dropBatch', { batch: second.batch });
    expect(await bench.exported()).toEqual(before);
  });

  it('events that leave older ones out need a word: whole replaces, added keeps', async () => {
    await bench.take(january);
    const part = { 'events.csv': 'caseId,at,kind\nc1,2026-01-10,decide\nc1,2026-01-12,issue\n' };
    await expect(bench.take(part)).rejects.toThrow('import.eventsWholeOrAdded');
    const added = await bench.take(part, { events: 'added' });
    const kinds = async () => records((await bench.exported())['events.csv']).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['submit', 'decide', 'issue', 'submit']);
    await bench.act('dropBatch', { batch: added.batch });
    await bench.take(part, { events: 'whole' });
    expect(await kinds()).toEqual(['decide', 'issue', 'submit']);
  });

  it('--replaces puts files in a batch’s place, spans of cases that are gone included', async () => {
    const first = await bench.take(january);
    const other = await bench.take({ 'readings.csv': 'instrument,at,value\ni,2026-01-03,1\n' });
    await bench.take(
      { 'cases.csv': 'id,registeredAt,closedAt\nc9,2026-01-01,2026-01-04\n' },
      { replaces: first.batch },
    );
    expect(await cases()).toEqual([expect.stringContaining('c9')]);
    expect(records((await bench.exported())['spans.csv']).map(({ caseId }) => caseId)).toEqual(['c9']);
    const batches = await bench.act<readonly { id: string }[]>('listBatches', {});
    expect(batches.map(({ id }) => id)).toContain(other.batch);
    expect(batches.map(({ id }) => id)).not.toContain(first.batch);
  });

  it('answers that come again count once', async () => {
    const answers = 'question,value,at\nq,5,2026-01-03\nq,5,2026-01-03\n';
    await bench.take({ 'answers.csv': answers });
    expect(await bench.take({ 'answers.csv': `${answers}q,4,2026-01-04\n` })).toMatchObject({ repeated: 2 });
    expect(records((await bench.exported())['answers.csv'])).toHaveLength(3);
  });

  it('a dropped organisation takes its clocks along', async () => {
    await bench.take({
      'cases.csv': 'id,registeredAt,closedAt,unit\nc1,2026-01-12,2026-01-20,U\n',
      'events.csv': 'caseId,at,kind,unit\nc1,2026-01-12,register,U\nc1,2026-01-15,transfer,B\n',
    });
    const before = await bench.exported();
    const places = await bench.take({
      'organisation.csv': 'id,kind,parent\nB,body,\nU,unit,B\n',
    });
    expect((await bench.exported())['spans.csv']).not.toEqual(before['spans.csv']);
    await bench.act('dropBatch', { batch: places.batch });
    expect(await bench.exported()).toEqual(before);
  });
});
