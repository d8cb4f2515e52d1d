import type { EventRow } from '../rows.ts';
import type { ExampleCase } from './cases.ts';
import { exampleRandom, faults } from './cases.ts';
import { logMoment } from './moments.ts';

export const EXCHANGE_FAULTS = 15;

const HEADER =
  'MessageID;Номер дела;Вид сведений;Отправитель;Получатель;Время отправки (МСК);Время ответа;Статус;Код ошибки';
const KINDS: Readonly<Record<string, string>> = { Фонд: 'Сведения о выплатах', ЗАГС: 'Сведения о рождении' };

/** The log of the data exchange: one row a message, Moscow time without saying so, UTF-8 with a byte order mark. */
export function exchangeLog(cases: readonly ExampleCase[], limit: number): string {
  const random = exampleRandom();
  const hex = (digits: number) => Array.from({ length: digits }, () => random.whole(0, 15).toString(16)).join('');
  const messages = cases
    .flatMap(({ row, events }) => pairs(events).map((pair) => ({ id: row.id, ...pair })))
    .sort((one, other) => one.sent.at - other.sent.at)
    .slice(0, limit);
  const faulty = faults(messages.length, EXCHANGE_FAULTS);
  const lines = messages.map(({ id, sent, answered }, index) => {
    const hasFailed = answered !== undefined && random.chance(0.04);
    return [
      `${hex(8)}-${hex(4)}-1${hex(3)}-a${hex(3)}-${hex(12)}`,
      id,
      KINDS[sent.asked as string],
      'МСП',
      sent.asked,
      faulty.has(index) ? logMoment(sent.at).replace(/ \d\d:/, ' 25:') : logMoment(sent.at),
      answered ? logMoment(answered.at) : '',
      answered ? (hasFailed ? 'Ошибка' : 'Ответ получен') : 'Ожидание',
      hasFailed ? random.pick(['SMEV-102', 'SMEV-117']) : '',
    ].join(';');
  });
  return `\ufeff${[HEADER, ...lines].map((line) => `${line}\n`).join('')}`;
}

function pairs(
  events: readonly EventRow[],
): readonly { readonly sent: EventRow; readonly answered: EventRow | undefined }[] {
  return events
    .filter(({ kind, activity }) => kind === 'request' && activity === 'Межведомственный запрос')
    .map((sent) => ({
      sent,
      answered: events.find(({ kind, asked, at }) => kind === 'receive' && asked === sent.asked && at > sent.at),
    }));
}
