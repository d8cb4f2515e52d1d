import { MINUTE } from '../clock.ts';
import { demoInMemory } from '../memory.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import { type ExampleCase, exampleRandom, staffName } from './cases.ts';
import { russianMoment } from './moments.ts';

const HEADER = 'Номер дела;Дата и время;Событие;Точка взаимодействия;Подразделение;Сотрудник;Канал';
const SERVICE = 'Реестр поставщиков соцуслуг';
const MOST = 300;
/** As this system calls what the demo calls otherwise; null: it keeps no such event. */
const ACTIVITIES: Readonly<Record<string, string | null>> = {
  Пошлина: 'Оплата пошлины',
  'Регистрация в ведомстве': 'Регистрация заявления',
  'О регистрации': 'Извещение о регистрации',
  'Назван срок решения': null,
  'Вопрос о ходе дела': 'Звонок о ходе дела',
  'Документы досланы': 'Подача недостающих документов',
  'Предупреждение о задержке': 'Извещение о задержке',
  'Выписка из реестра': 'Выдача выписки из реестра',
};
const CHANNELS: Readonly<Record<string, string>> = { portal: 'портал', counter: 'окно', phone: 'телефон', chat: 'чат' };

/** Fifteen months of one service: few enough to read, enough to judge a month by. */
export function serviceCases(): readonly ExampleCase[] {
  const { cases } = demoInMemory(6_500, 33, '2026-06-30', 15);
  return cases
    .filter(({ row }) => row.service === SERVICE && row.registeredAt !== undefined)
    .sort((one, other) => (one.row.registeredAt as number) - (other.row.registeredAt as number))
    .slice(0, MOST);
}

/** What any system keeps: one row an event, and nothing about journeys. UTF-8, `;`, moments `05.03.2026 9:07`. */
export function serviceLog(cases: readonly ExampleCase[]): string {
  const random = exampleRandom();
  const lines = cases.flatMap(({ row, events }) =>
    keptOf(row, events).map(({ at, activity, touchpoint = '', unit = '', employee, channel = '' }) =>
      [
        row.id.replace(/^Д-/, 'Р-'),
        russianMoment(at),
        activity,
        touchpoint,
        unit,
        employee === undefined ? '' : staffName(employee, random).trim(),
        CHANNELS[channel] ?? channel,
      ].join(';'),
    ),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function keptOf({ unit, employee, closedAt }: CaseRow, events: readonly EventRow[]): readonly EventRow[] {
  const kept = events.flatMap((event) => {
    const activity = event.activity in ACTIVITIES ? ACTIVITIES[event.activity]! : event.activity;
    return activity === null ? [] : [{ ...event, activity }];
  });
  if (closedAt === undefined) return kept;
  const closing = { at: closedAt + MINUTE, kind: 'complete' as const, activity: 'Дело закрыто' };
  return [...kept, { ...closing, ...(unit ? { unit } : {}), ...(employee ? { employee } : {}) }];
}
