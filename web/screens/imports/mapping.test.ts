import { describe, expect, it } from 'vitest';
import {
  dictionariesOf,
  eventKindOf,
  roleOf,
  type TableMapping,
  withEventKind,
  withMeaning,
  withRole,
} from './mapping.ts';

const wide: TableMapping = {
  table: 'дела.csv',
  rows: 'case',
  fields: { id: 'Номер', registeredAt: 'Подано', outcome: { column: 'Результат', values: { Отказ: 'refused' } } },
  events: [{ column: 'Дата решения', kind: 'decide', why: 'by name' }],
  ignored: { Примечание: 'free text' },
};

describe('a correction of a mapping', () => {
  it('reads what each column is', () => {
    expect(roleOf(wide, 'Номер')).toBe('field:id');
    expect(roleOf(wide, 'Результат')).toBe('field:outcome');
    expect(roleOf(wide, 'Дата решения')).toBe('event');
    expect(roleOf(wide, 'Примечание')).toBe('');
  });
  it('moves a column from an event to a field and leaves the rest alone', () => {
    const moved = withRole(wide, 'Дата решения', 'field:closedAt');
    expect(moved.events).toEqual([]);
    expect(moved.fields).toEqual({ ...wide.fields, closedAt: 'Дата решения' });
  });
  it('leaves a column out and takes it back', () => {
    const out = withRole(wide, 'Номер', '');
    expect(out.fields.id).toBeUndefined();
    expect(out.ignored).toEqual({ Примечание: 'free text', Номер: 'person' });
    const back = withRole(out, 'Номер', 'field:id');
    expect(back.fields.id).toBe('Номер');
    expect(back.ignored).toEqual({ Примечание: 'free text' });
  });
  it('gives an event another kind and keeps what else is said of it', () => {
    const changed = withEventKind(wide, 'Дата решения', 'issue');
    expect(eventKindOf(changed, 'Дата решения')).toBe('issue');
    expect(changed.events?.[0]?.why).toBe('by name');
  });
  it('places a value in a dictionary', () => {
    const [outcomes] = dictionariesOf(wide);
    const changed = withMeaning(wide, outcomes!, 'На паузе', 'terminated');
    expect(dictionariesOf(changed)[0]?.values).toEqual({ Отказ: 'refused', 'На паузе': 'terminated' });
  });
  it('places an activity as a kind of event', () => {
    const log: TableMapping = {
      table: 'log',
      rows: 'event',
      fields: {},
      activities: { column: 'Статус', values: { Пауза: { kind: 'step', touchpoint: 'T' } } },
    };
    const changed = withMeaning(log, dictionariesOf(log)[0]!, 'Пауза', 'suspend');
    expect(changed.activities?.values).toEqual({ Пауза: { kind: 'suspend', touchpoint: 'T' } });
  });
});
