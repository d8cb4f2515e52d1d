import { DAY, dayFacts, dayOf } from '../clock.ts';
import type { ExampleCase } from './cases.ts';
import { exampleRandom, faults, first, staffName } from './cases.ts';
import { impossibleDate, russianDate, russianMoment } from './moments.ts';

export const CENTRE_FAULTS = 14;

const HEADER =
  'Номер дела;Дата создания;Услуга;Код услуги;ОИВ;Офис;Окно;Специалист;Статус;Дата статуса;Передано в ОИВ;Реестр передачи №;Получено из ОИВ;Выдано заявителю';

/** The centre's export: one row a case with the dates of the hand-over, `;` between cells, Windows-1251. */
export function centreExport(cases: readonly ExampleCase[]): string {
  const random = exampleRandom();
  const own = cases.filter(({ row }) => row.channel === 'office');
  const faulty = faults(own.length, CENTRE_FAULTS);
  const lines = own.map(({ row, events }, index) => {
    const submit = first(events, ({ kind }) => kind === 'submit');
    const transfer = first(events, ({ kind }) => kind === 'transfer');
    const decide = first(events, ({ kind }) => kind === 'decide');
    const at = submit?.at as number;
    const sent = transfer ? russianMoment(transfer.at, random) : '';
    const back = decide && random.chance(0.8) ? counterDay(decide.at + random.whole(1, 4) * DAY) : undefined;
    const issued = back !== undefined && random.chance(0.4) ? counterDay(back + random.whole(0, 3) * DAY) : undefined;
    const status = issued ? 'Выдано' : back ? 'Получен результат' : transfer ? 'Передано в ОИВ' : 'Принято';
    const statusAt = issued ?? back ?? transfer?.at ?? at;
    return [
      row.id,
      russianMoment(at, random),
      row.service === 'Единовременное пособие' && random.chance(0.1) ? 'Единовременное\u00a0пособие' : row.service,
      row.service === 'Единовременное пособие' ? '0042-01' : '0042-07',
      random.chance(0.15) ? 'Мин-во соцподдержки' : 'МСП',
      submit?.unit,
      String(random.whole(1, 9)),
      staffName(submit?.employee, random),
      status,
      russianDate(statusAt, random),
      faulty.has(index) ? impossibleDate(at) : sent,
      transfer
        ? `${random.whole(100, 999)}/${russianDate(transfer.at).slice(3, 5)}`
        : random.pick(['—', 'б/н', 'не указано']),
      back ? russianDate(back) : '',
      issued ? russianDate(issued) : random.chance(0.2) ? 'н/д' : '',
    ].join(';');
  });
  return ['sep=;', HEADER, ...lines, `Итого;;${own.length};;;;;;;;;;;`].map((line) => `${line}\r\n`).join('');
}

/** Counters are shut on Sundays. */
const counterDay = (at: number): number => (dayFacts(dayOf(at)).weekday === 0 ? at + DAY : at);
