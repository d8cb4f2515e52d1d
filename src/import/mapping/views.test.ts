import { describe, expect, it } from 'vitest';
import { Refused } from '#facts';
import { fold } from './fold.ts';
import { Mapping } from './schema.ts';
import { checkMapping, viewsOf } from './views.ts';

const mapping = (table: Record<string, unknown>, more: Record<string, unknown> = {}): Mapping =>
  Mapping.parse({
    mapping: 1,
    source: 'Проба',
    zone: 'Europe/Moscow',
    dateOrder: 'dmy',
    decimal: ',',
    empty: ['—', 'Н/Д'],
    tables: [{ table: '*', ...table }],
    ...more,
  });
const refusals = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map(({ code, got }) => [code, got]);
    throw error;
  }
  return [];
};

describe('views', () => {
  const wide = mapping({
    rows: 'case',
    fields: {
      id: { column: '№', and: ['Дата'] },
      kind: { constant: 'appeal' },
      registeredAt: { column: 'Подано', else: 'Дата' },
      outcome: { column: 'Итог', values: { 'Дано  РАЗЪЯСНЕНИЕ': 'explained', Ёлка: '' } },
      closedAt: { column: 'Ответ', when: { column: 'Статус', values: ['Закрыто'] } },
      'x:Район': 'Район',
    },
    events: [
      { column: 'Подано', kind: 'submit', initiator: 'client' },
      {
        column: 'Ответ',
        activity: 'Ответ дан',
        kind: 'reply',
        asked: { constant: 'client' },
        fields: { unit: 'Отдел' },
      },
    ],
    answers: [{ column: 'Оценка', question: 'mark', values: { да: '1' } }],
    answerFields: { at: 'Ответ' },
  });
  const columns = ['№', 'Дата', 'Подано', 'Итог', 'Ответ', 'Статус', 'Район', 'Отдел', 'Оценка'];
  const views = viewsOf(wide, { name: 'март.csv', columns });

  it('a wide row gives its case, an event for each filled date, and answers that know no case', () => {
    expect(views.map(({ fact, whenFilled }) => [fact, whenFilled])).toEqual([
      ['case', undefined],
      ['event', 'Подано'],
      ['event', 'Ответ'],
      ['answer', 'Оценка'],
    ]);
    expect(Object.keys(views[3]!.fields)).toEqual(['question', 'value', 'at']);
  });

  it('say how each field is read', () => {
    expect(views[0]!.empty).toEqual(['—', 'н/д']);
    expect(views[0]!.fields).toMatchObject({
      id: { column: '№', and: ['Дата'], otherwise: 'keep', dateOrder: 'dmy', decimal: ',' },
      kind: { constant: 'appeal' },
      registeredAt: { column: 'Подано', else: { column: 'Дата' } },
      outcome: { values: { 'дано разъяснение': 'explained', елка: '' }, otherwise: 'refuse' },
      closedAt: { column: 'Ответ', when: { column: 'Статус', values: ['закрыто'] } },
      'x:Район': { column: 'Район' },
    });
  });

  it('events of one row carry its id, their order and their own fields', () => {
    expect(views[1]!.fields).toMatchObject({
      caseId: { column: '№', and: ['Дата'] },
      at: { column: 'Подано' },
      seq: { constant: '1' },
      activity: { constant: 'Подано' },
      kind: { constant: 'submit' },
      initiator: { constant: 'client' },
    });
    expect(views[2]!.fields).toMatchObject({
      seq: { constant: '2' },
      activity: { constant: 'Ответ дан' },
      asked: { constant: 'client' },
      unit: { column: 'Отдел' },
    });
  });

  it('a log: what activities mean, then the lifecycle; which ones end a case', () => {
    const log = mapping({
      rows: 'event',
      fields: { caseId: 'дело', at: 'когда', activity: 'что' },
      activities: {
        column: 'что',
        lifecycle: 'стадия',
        values: { Приём: { kind: 'submit', initiator: 'client' }, Прочее: {}, Закрыто: { closes: 'completed' } },
      },
      cases: { service: 'услуга' },
    });
    const [own, events] = viewsOf(log, { name: 'лог', columns: ['дело', 'когда', 'что', 'стадия', 'услуга'] });
    expect(own).toMatchObject({
      fact: 'case',
      distinct: true,
      fields: { id: { column: 'дело' }, service: { column: 'услуга' } },
    });
    expect(events).toMatchObject({
      closes: { column: 'что', values: { закрыто: 'completed' } },
      fields: {
        kind: {
          column: 'что',
          values: { прием: 'submit' },
          otherwise: 'null',
          else: { column: 'стадия', values: { suspend: 'suspend' }, otherwise: 'null' },
        },
        initiator: { column: 'что', values: { прием: 'client' } },
      },
    });
    expect(events!.fields.asked).toBeUndefined();
  });

  it('tables that give no facts give no views', () => {
    expect(viewsOf(mapping({ rows: 'none', fields: {} }), { name: 'справка', columns: [] })).toEqual([]);
  });

  it('of tables for any name the one that reads most of the columns is taken', () => {
    const two = mapping(
      {},
      {
        tables: [
          { table: '*', rows: 'case', fields: { id: 'a' } },
          { table: '*', rows: 'event', fields: { caseId: 'a', at: 'b' } },
        ],
      },
    );
    expect(viewsOf(two, { name: 'x', columns: ['a', 'b'] })[0]!.fact).toBe('event');
    expect(viewsOf(two, { name: 'x', columns: ['a'] })[0]!.fact).toBe('case');
  });
});

describe('mistakes in a mapping', () => {
  it('a column that the table does not have', () => {
    const one = mapping({ rows: 'case', fields: { id: 'a', unit: { column: 'b', and: ['c'] } } });
    expect(refusals(() => viewsOf(one, { name: 'x', columns: ['a'] }))).toEqual([
      ['mapping.columnMissing', 'b'],
      ['mapping.columnMissing', 'c'],
    ]);
  });
  it('a table that it does not name', () => {
    const one = mapping({}, { tables: [{ table: 'Дела', rows: 'case', fields: { id: 'a' } }] });
    expect(refusals(() => viewsOf(one, { name: 'x', columns: ['a'] }))).toEqual([['mapping.tableUnknown', 'x']]);
  });
  it('unknown fields, missing ones, unknown codes', () => {
    const one = mapping({
      rows: 'case',
      fields: {
        unti: 'a',
        outcome: { column: 'a', values: { да: 'yes', нет: 'refused' } },
        kind: { constant: 'step' },
      },
    });
    expect(checkMapping(one).map(({ code, field, got }) => [code, field, got])).toEqual([
      ['mapping.fieldUnknown', 'unti', 'unti'],
      ['mapping.fieldMissing', 'id', undefined],
      ['mapping.codeUnknown', 'outcome', 'yes'],
      ['mapping.codeUnknown', 'kind', 'step'],
    ]);
  });
  it('a shape of its own is refused by the schema', () => {
    expect(Mapping.safeParse({ mapping: 1, source: '', tables: [] }).success).toBe(false);
  });
});

it('folding: ends cut, blanks single, lower case, ё as е', () => {
  expect(fold('  Ещё\u00a0 РАЗ\n')).toBe('еще раз');
});
