import { describe, expect, it } from 'vitest';
import { clientStatusOf, endingOf, initiatorOf, kindOf, meaningOf, outcomeOf, plain } from './stems.ts';

describe('outcomes, facts.md § 5', () => {
  it.each([
    ['Отозвано заявителем', 'withdrawn'],
    ['отозвано', 'withdrawn'],
    ['Рассмотрение прекращено', 'terminated'],
    ['Оставлено автором без ответа', 'terminated'],
    ['Перенаправлено по компетенции', 'redirected'],
    ['Переадресовано в другой орган', 'redirected'],
    ['Отказано в предоставлении', 'refused'],
    ['Услуга не предоставлена', 'refused'],
    ['Не удовлетворено', 'refused'],
    ['НЕ ПОДДЕРЖАНО', 'refused'],
    ['Отрицательный', 'refused'],
    ['Возвращено без рассмотрения', 'returned'],
    ['Возврат документов', 'returned'],
    ['Частично поддержано', 'partly'],
    ['удовлетворено частично', 'partly'],
    ['Поддержано, меры приняты', 'measuresTaken'],
    ['Приняты меры', 'measuresTaken'],
    ['Разъяснено', 'explained'],
    ['даны разъяснения', 'explained'],
    ['Услуга предоставлена', 'granted'],
    ['Удовлетворено', 'granted'],
    ['Положительное решение', 'granted'],
    ['Поддержано', 'granted'],
  ])('%s is %s', (text, outcome) => {
    expect(outcomeOf(text)?.means).toBe(outcome);
  });

  it('the first row that fits wins', () => {
    expect(outcomeOf('Отказано частично')?.means).toBe('refused');
    expect(outcomeOf('Отозвано, возвращено')?.means).toBe('withdrawn');
    expect(outcomeOf('Не поддержано, разъяснено')?.means).toBe('refused');
    expect(outcomeOf('Возвращено, частично')?.means).toBe('returned');
  });

  it('what nothing fits is not guessed', () => {
    expect(outcomeOf('Иное')).toBeUndefined();
    expect(endingOf('Иное')).toBeUndefined();
  });
});

describe('kinds of events, facts.md § 5', () => {
  it.each([
    ['Проект ответа готов', 'step'],
    ['Подготовка решения', 'step'],
    ['Согласование', 'step'],
    ['Ожидание доп. информации от заявителя', 'step'],
    ['Черновик', 'draft'],
    ['Создан черновик заявления', 'draft'],
    ['Дата приостановки', 'suspend'],
    ['Приостановлено', 'suspend'],
    ['Дата возобновления', 'resume'],
    ['возобновлено', 'resume'],
    ['Уведомление отправлено', 'notify'],
    ['Извещение заявителя', 'notify'],
    ['Получен ответ на запрос', 'receive'],
    ['Ответ поступил', 'receive'],
    ['Ответ направлен заявителю', 'reply'],
    ['Дан ответ', 'reply'],
    ['Запрос документов у заявителя', 'request'],
    ['Запрос клиенту', 'request'],
    ['Межведомственный запрос', 'request'],
    ['Запрос в ЗАГС', 'request'],
    ['Дата решения', 'decide'],
    ['Решено', 'decide'],
    ['Отказано в предоставлении услуги', 'decide'],
    ['Назначено пособие', 'decide'],
    ['Выдача результата', 'issue'],
    ['Выдано заявителю', 'issue'],
    ['Результат направлен', 'issue'],
    ['Документы отправлены', 'issue'],
    ['Получение результата', 'issue'],
    ['Услуга оказана', 'issue'],
    ['Возвращено на доработку', 'return'],
    ['Возврат', 'return'],
    ['Перечислено', 'pay'],
    ['Дата выплаты', 'pay'],
    ['Оплата пошлины', 'pay'],
    ['Дата регистрации', 'register'],
    ['Зарегистрировано', 'register'],
    ['Принято в работу', 'register'],
    ['Принято ведомством', 'register'],
    ['Приём документов', 'register'],
    ['Заявление принято', 'register'],
    ['Дата подачи', 'submit'],
    ['Подано через портал', 'submit'],
    ['Поступило обращение', 'submit'],
    ['Заявление поступило', 'submit'],
    ['Передано в ОИВ', 'transfer'],
    ['Передача дела', 'transfer'],
    ['Перенаправлено', 'transfer'],
    ['Визит в МФЦ', 'visit'],
    ['Личный приём', 'visit'],
    ['Посещение', 'visit'],
    ['Звонок', 'contact'],
    ['Перезвонил', 'contact'],
    ['Талон взят', 'queue'],
    ['Очередь', 'queue'],
    ['Время вызова', 'call'],
    ['Вызван к окну', 'call'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(text)?.means.kind).toBe(kind);
  });

  it('says whom a request is addressed to and who acts', () => {
    expect(kindOf('Запрос документов у заявителя')?.means.asked).toBe('client');
    expect(kindOf('Межведомственный запрос')?.means.asked).toBeUndefined();
    for (const text of ['Дата подачи', 'Визит', 'Звонок']) expect(kindOf(text)?.means.initiator).toBe('client');
  });

  it('the order of the table holds', () => {
    expect(kindOf('Проект решения об отказе')?.means.kind).toBe('step');
    expect(kindOf('Уведомление о приостановке')?.means.kind).toBe('suspend');
    expect(kindOf('Решение о выдаче')?.means.kind).toBe('decide');
    expect(kindOf('Выдача талона')?.means.kind).toBe('issue');
    expect(kindOf('Регистрация обращения в день поступления')?.means.kind).toBe('register');
  });

  it('stems begin words: an «эталон» is no «талон», a «разрешение» no «решение»', () => {
    expect(kindOf('Эталон')).toBeUndefined();
    expect(kindOf('Выдача разрешения')?.means.kind).toBe('issue');
    expect(kindOf('Направлено в соответствии с регламентом')?.means.kind).toBe('transfer');
  });

  it('bare names of columns are guessed with less certainty', () => {
    expect(meaningOf('Дата ответа')).toMatchObject({ means: { kind: 'reply' }, sure: 0.85 });
    expect(meaningOf('Отправлено в ведомство')?.means).toEqual({ kind: 'submit', initiator: 'client' });
    expect(meaningOf('Промежуточные результаты')).toBeUndefined();
  });
});

describe('clients and initiators', () => {
  it.each([
    ['Гражданин РФ', 'citizen'],
    ['Физ. лицо', 'citizen'],
    ['Организация', 'organisation'],
    ['Юр. лицо', 'organisation'],
    ['ИП', 'organisation'],
    ['Индивидуальный предприниматель', 'organisation'],
    ['Самозанятый', 'organisation'],
    ['Внутренний клиент', 'internal'],
    ['Госслужащий', 'internal'],
    ['Орган власти', 'internal'],
  ])('%s is %s', (text, status) => {
    expect(clientStatusOf(text)?.means).toBe(status);
  });
  it('«ИП» is a whole word', () => {
    expect(clientStatusOf('Ипотечный заёмщик')).toBeUndefined();
    expect(clientStatusOf('Стипендиат')).toBeUndefined();
  });
  it.each([
    ['Клиент', 'client'],
    ['Заявитель', 'client'],
    ['Орган', 'body'],
    ['Служащий', 'body'],
  ])('%s acts as %s', (text, initiator) => {
    expect(initiatorOf(text)?.means).toBe(initiator);
  });
});

describe('names are compared plainly', () => {
  it('case, ё, punctuation, Latin twins and abbreviations do not matter', () => {
    expect(plain('Рег. №')).toBe('регистрационный номер');
    expect(plain('  ОТЧЁТ—ная   дата:')).toBe('отчет ная дата');
    expect(plain('Cтaтус')).toBe('статус');
    expect(plain('Case ID')).toBe('case id');
  });
});
