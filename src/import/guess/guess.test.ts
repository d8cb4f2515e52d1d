import { describe, expect, it } from 'vitest';
import { hasWords } from '#words';
import { headRows } from '../formats/csvRows.ts';
import { Mapping } from '../mapping/schema.ts';
import { checkMapping, type View, viewsOf } from '../mapping/views.ts';
import type { GuessTable } from './draft.ts';
import { EXPORTS } from './exports.ts';
import { guessMapping } from './guess.ts';

const QUESTIONS = [
  { id: 'issue-solved', wordings: ['Ваш вопрос решён?', 'Is your matter resolved?'] },
  { id: 'clear-language', wordings: ['Всё, что мне говорили и писали, было понятно'] },
  { id: 'respect', wordings: ['Со мной общались уважительно'] },
];

const tableOf = (text: string, name = 'файл'): GuessTable => {
  const rows = headRows(text.trim(), ';', 1000).map((row) => row.cells);
  return { name, columns: rows[0] as string[], rows: rows.slice(1) };
};
const guess = (text: string, name?: string) => {
  const table = tableOf(text, name);
  const result = guessMapping([table], QUESTIONS);
  expect(Mapping.parse(JSON.parse(JSON.stringify(result.mapping)))).toEqual(result.mapping);
  expect(checkMapping(result.mapping)).toEqual([]);
  const views = viewsOf(result.mapping, table);
  return { ...result, table: result.mapping.tables[0]!, views };
};
const eventsOf = (views: readonly View[]) =>
  views
    .filter((view) => view.fact === 'event')
    .map(({ fields }) => [
      'column' in fields.at! ? fields.at.column : '',
      fields.kind && 'constant' in fields.kind ? fields.kind.constant : fields.kind ? 'by value' : 'step',
    ]);

describe('the usual exports, field-notes § 3.2', () => {
  it.each(EXPORTS.map(({ id }) => id))('%s says in words why a table is taken for it', (id) => {
    expect(hasWords(`why.export.${id}`)).toBe(true);
  });

  it('appeals', () => {
    const { mapping, table, views, sure, unsettled, notes } = guess(`
№ п/п;Рег. №;Дата рег.;Вид обращения;Способ поступления;Источник (откуда поступило);Заявитель (категория);Район;Коллективное (да/нет);Повторное (да/нет);Код вопроса;Вопрос;Резолюция;Исполнитель;Соисполнители;Подразделение;Срок исполнения;Продлено до;Дата ответа;Исх. №;Результат;Снято с контроля
1;01-12/345-ОГ;05.03.2024;заявление;портал;гражданин;физ. лицо;Речной;нет;нет;0005.0005.0055.0682;Пособия;Прошу рассмотреть;Петрова А. А.;;Отдел 1;04.04.2024;;28.03.2024;12-1;разъяснено;29.03.2024
2;01-12/346-ОГ;06.03.2024;жалоба;почта;гражданин;юр. лицо;Лесной;нет;да;0005.0005.0055.0683;Выплаты;Разобраться;Петрова А. А.;Сидоров И. И.;Отдел 2;05.04.2024;05.05.2024;30.04.2024;12-2;поддержано, меры приняты;02.05.2024
3;01-12/347-ОГ;07.03.2024;жалоба;почта;гражданин;ИП;Лесной;нет;да;0005.0005.0055.0683;Выплаты;Разобраться;Иванова И. И.;;Отдел 2;06.04.2024;;;;;`);
    expect(mapping).toMatchObject({ source: 'Обращения', dateOrder: 'dmy', zone: 'Europe/Moscow' });
    expect(table.fields).toMatchObject({
      id: 'Рег. №',
      kind: { constant: 'appeal' },
      topic: 'Код вопроса',
      channel: 'Способ поступления',
      clientStatus: {
        column: 'Заявитель (категория)',
        values: { 'физ. лицо': 'citizen', 'юр. лицо': 'organisation', ИП: 'organisation' },
      },
      registeredAt: 'Дата рег.',
      dueAt: 'Срок исполнения',
      closedAt: 'Дата ответа',
      outcome: {
        column: 'Результат',
        values: { разъяснено: 'explained', 'поддержано, меры приняты': 'measuresTaken' },
      },
      unit: 'Подразделение',
      employee: 'Исполнитель',
      'x:Район': 'Район',
      'x:Продлено до': 'Продлено до',
    });
    expect(eventsOf(views)).toEqual([
      ['Дата рег.', 'register'],
      ['Дата ответа', 'reply'],
      ['Снято с контроля', 'complete'],
    ]);
    expect(Object.keys(table.ignored ?? {})).toEqual(
      ['Резолюция', 'Соисполнители', 'Вопрос', '№ п/п'].sort(byColumn(table.ignored)),
    );
    expect(unsettled).toEqual([]);
    expect(notes.map((note) => note.code)).toContain('note.plannedLeft');
    expect(sure).toBe(true);
  });

  it('a service centre (АИС МФЦ)', () => {
    const { table, views, sure } = guess(`
Номер дела;Дата создания;Услуга;Код услуги;ОИВ;Офис;Окно;Специалист;Статус;Дата статуса;Передано в ОИВ;Реестр передачи №;Получено из ОИВ;Выдано заявителю
М-1;05.03.2024 09:07;Пособие;0201;МСП;МФЦ-3;4;Смирнова О. П.;Выдано;12.03.2024 10:00;06.03.2024 18:00;77;11.03.2024 09:00;12.03.2024 10:00
М-2;06.03.2024 09:07;Выписка;0202;Росреестр;МФЦ-1;2;Орлова О. П.;Передано в ОИВ;07.03.2024 18:00;07.03.2024 18:00;78;;`);
    expect(table.fields).toMatchObject({
      id: 'Номер дела',
      kind: { constant: 'application' },
      service: 'Услуга',
      unit: 'Офис',
      employee: 'Специалист',
      registeredAt: 'Дата создания',
      closedAt: 'Выдано заявителю',
      'x:Код услуги': 'Код услуги',
    });
    expect(eventsOf(views)).toEqual([
      ['Дата создания', 'submit'],
      ['Дата статуса', 'by value'],
      ['Передано в ОИВ', 'transfer'],
      ['Получено из ОИВ', 'receive'],
      ['Выдано заявителю', 'issue'],
    ]);
    const transfer = views.find((view) => view.whenFilled === 'Передано в ОИВ');
    expect(transfer?.fields).toMatchObject({ unit: { column: 'Офис' }, asked: { column: 'ОИВ' } });
    expect(sure).toBe(true);
  });

  it('an electronic queue: tickets begin anew each day', () => {
    const { table, views, sure } = guess(`
Талон;Очередь;Время выдачи;Время вызова;Время начала;Время окончания;Окно;Оператор;Предв. запись;Не явился
А001;Пособия;05.03.2024 09:01:00;05.03.2024 09:10:30;05.03.2024 09:11:00;05.03.2024 09:25:00;4;Смирнова О. П.;нет;нет
А001;Пособия;06.03.2024 09:01:00;06.03.2024 09:12:30;06.03.2024 09:13:00;06.03.2024 09:25:00;4;Смирнова О. П.;да;нет`);
    expect(table.fields).toMatchObject({
      id: { column: 'Талон', and: ['Время выдачи'] },
      kind: { constant: 'contact' },
      service: 'Очередь',
      employee: 'Оператор',
      registeredAt: 'Время выдачи',
      closedAt: 'Время окончания',
    });
    expect(eventsOf(views)).toEqual([
      ['Время выдачи', 'queue'],
      ['Время вызова', 'call'],
      ['Время начала', 'start'],
      ['Время окончания', 'complete'],
    ]);
    expect(views[1]?.fields.caseId).toMatchObject({ column: 'Талон', and: ['Время выдачи'] });
    expect(sure).toBe(true);
  });

  it('a body’s system of services: only the current status', () => {
    const { table, views, sure, unsettled } = guess(`
ID заявления;Номер ЕПГУ;Канал;Дата подачи;Дата регистрации;Текущий статус;Дата изменения статуса;Основание приостановки;Дата приостановки;Дата возобновления;Плановая дата;Решение;Основание отказа;Ответственный
З-1;40001;ЕПГУ;05.03.2024 10:00;06.03.2024 09:00;Услуга оказана;15.03.2024 12:00;;;;20.03.2024;Предоставить;;Петрова А. А.
З-2;40002;МФЦ;05.03.2024 11:00;06.03.2024 09:30;Приостановлено;10.03.2024 12:00;Нет документа;10.03.2024;;20.03.2024;;;Петрова А. А.
З-3;40003;МФЦ;05.03.2024 11:00;06.03.2024 09:30;Отказано в предоставлении услуги;18.03.2024 12:00;;;;20.03.2024;Отказать;Не хватает документа;Орлов И. И.`);
    expect(table.fields).toMatchObject({
      id: 'ID заявления',
      kind: { constant: 'application' },
      channel: 'Канал',
      registeredAt: { column: 'Дата подачи', else: 'Дата регистрации' },
      dueAt: 'Плановая дата',
      outcome: { column: 'Решение', values: { Предоставить: 'granted', Отказать: 'refused' } },
      employee: 'Ответственный',
    });
    expect(eventsOf(views)).toEqual([
      ['Дата подачи', 'submit'],
      ['Дата регистрации', 'register'],
      ['Дата изменения статуса', 'by value'],
      ['Дата приостановки', 'suspend'],
      ['Дата возобновления', 'resume'],
    ]);
    const status = views.find((view) => view.whenFilled === 'Дата изменения статуса');
    expect(status?.closes).toEqual({
      column: 'Текущий статус',
      values: { 'услуга оказана': 'granted', 'отказано в предоставлении услуги': 'refused' },
    });
    expect(unsettled).toEqual([]);
    expect(sure).toBe(true);
  });

  it('a log of portal statuses (ЕПГУ)', () => {
    const { table, views, sure } = guess(`
Номер заявления;Статус;Дата статуса
1;Отправлено в ведомство;2024-03-05T10:00:00
1;Получено ведомством;2024-03-05T10:05:00
1;Зарегистрировано;2024-03-06T09:00:00
1;Принято в работу;2024-03-06T10:00:00
1;Ожидание доп. информации от заявителя;2024-03-07T10:00:00
1;Промежуточные результаты;2024-03-08T10:00:00
1;Услуга оказана;2024-03-09T10:00:00
2;Отправлено в ведомство;2024-03-05T10:00:00
2;Отказано в предоставлении услуги;2024-03-09T10:00:00
3;Отправлено в ведомство;2024-03-05T10:00:00
3;Отменено;2024-03-09T10:00:00`);
    expect(table.rows).toBe('event');
    expect(table.activities?.values).toEqual({
      'Отправлено в ведомство': { kind: 'submit', initiator: 'client' },
      'Получено ведомством': { kind: 'receive' },
      Зарегистрировано: { kind: 'register' },
      'Принято в работу': { kind: 'register' },
      'Ожидание доп. информации от заявителя': { kind: 'step' },
      'Промежуточные результаты': { kind: 'step' },
      'Услуга оказана': { kind: 'issue', closes: 'granted' },
      'Отказано в предоставлении услуги': { kind: 'decide', closes: 'refused' },
      Отменено: { kind: 'step', closes: 'withdrawn' },
    });
    expect(views).toHaveLength(1);
    expect(views[0]?.closes?.values).toMatchObject({ отменено: 'withdrawn' });
    expect(sure).toBe(true);
  });

  it('a log of inter-agency requests (СМЭВ)', () => {
    const { mapping, table, views, sure } = guess(`
MessageID (UUID);Вид сведений;Отправитель;Получатель;Время отправки (МСК);Время ответа;Статус;Код ошибки
7d1f0c3e-0001;Сведения о доходах;МСП;Фонд;05.03.2024 10:00:00;06.03.2024 12:00:00;Успешно;
7d1f0c3e-0002;Сведения о браке;МСП;ЗАГС;05.03.2024 10:00:00;;Ошибка;E12`);
    expect(mapping.zone).toBe('Europe/Moscow');
    expect(table.fields).toMatchObject({
      id: 'MessageID (UUID)',
      kind: { constant: 'interagency' },
      clientStatus: { constant: 'internal' },
      service: 'Вид сведений',
      body: 'Получатель',
      registeredAt: 'Время отправки (МСК)',
      closedAt: 'Время ответа',
    });
    expect(eventsOf(views)).toEqual([
      ['Время отправки (МСК)', 'submit'],
      ['Время ответа', 'reply'],
    ]);
    expect(sure).toBe(true);
  });

  it('the feedback platform (ПОС): a mark is an answer of its own, without the case', () => {
    const { table, views, sure } = guess(`
Номер;Дата создания;Категория;Подкатегория;Факт;Орган;Исполнитель;Статус;Срок;Дата ответа;Фаст-трек;Оценка;Комментарий к оценке;Дорассмотрение
101;05.03.2024 10:00;Дороги;Ямы;яма на улице;Администрация;Отдел дорог;Закрыто;04.04.2024;20.03.2024 15:00;нет;5;спасибо;нет
102;06.03.2024 10:00;Двор;Мусор;не вывезли;Администрация;Отдел ЖКХ;В работе;05.04.2024;;да;;;нет`);
    expect(table.fields).toMatchObject({
      id: 'Номер',
      kind: { constant: 'appeal' },
      topic: 'Категория',
      body: 'Орган',
      employee: 'Исполнитель',
      dueAt: 'Срок',
      registeredAt: 'Дата создания',
      closedAt: 'Дата ответа',
    });
    expect(table.fields['x:Оценка']).toBeUndefined();
    const answers = views.filter((view) => view.fact === 'answer');
    expect(answers.map((view) => view.fields.question)).toEqual([{ constant: 'mark' }, { constant: 'comment' }]);
    for (const view of answers) expect(Object.keys(view.fields)).not.toContain('caseId');
    expect(answers[0]?.fields.at).toMatchObject({ column: 'Дата ответа' });
    expect(sure).toBe(true);
  });

  it('marks of «Ваш контроль» (МКГУ)', () => {
    const { table, views, sure } = guess(`
Дата оценки;Ведомство;Подразделение;Услуга;Канал;Критерий 1;Критерий 2;Критерий 3;Критерий 4;Критерий 5;Средняя;Комментарий
05.03.2024;МСП;МФЦ-3;Пособие;СМС;5;5;4;5;5;4,8;быстро
06.03.2024;МСП;МФЦ-1;Пособие;терминал;5;1;5;5;5;4,2;`);
    expect(table.rows).toBe('answer');
    expect(table.fields).toMatchObject({
      at: 'Дата оценки',
      body: 'Ведомство',
      unit: 'Подразделение',
      service: 'Услуга',
      channel: 'Канал',
    });
    expect(views.map((view) => view.fields.question)).toEqual(
      ['mkgu-time', 'mkgu-queue', 'mkgu-politeness', 'mkgu-comfort', 'mkgu-information', 'comment'].map((constant) => ({
        constant,
      })),
    );
    expect(views.at(-1)?.fields.text).toMatchObject({ column: 'Комментарий' });
    expect(Object.keys(table.ignored ?? {})).toEqual(['Средняя']);
    expect(sure).toBe(true);
  });

  it('a call centre', () => {
    const { table, views, sure } = guess(`
CallID;Начало;Ожидание, с;Разговор, с;Оператор;Тема;Перевод;Повторный (24 ч);Оценка
c-1;05.03.2024 10:00:05;31;240;Смирнова О. П.;Где моё дело;нет;нет;5
c-2;05.03.2024 10:01:05;12,5;60;Орлова О. П.;Пособие;да;нет;`);
    expect(table.fields).toMatchObject({
      id: 'CallID',
      kind: { constant: 'contact' },
      topic: 'Тема',
      employee: 'Оператор',
      registeredAt: 'Начало',
      'x:Ожидание, с': 'Ожидание, с',
    });
    expect(eventsOf(views)).toEqual([['Начало', 'contact']]);
    expect(sure).toBe(true);
  });

  it('approvals: several rows of one document', () => {
    const { table, views, sure } = guess(`
Документ;Проект создан;Согласующий;Поступило;Согласовано;Замечания;Итерация
Пр-1;05.03.2024 10:00;Петрова А. А.;05.03.2024 10:05;06.03.2024 12:00;нет;1
Пр-1;05.03.2024 10:00;Орлов И. И.;06.03.2024 12:05;07.03.2024 09:00;есть;1`);
    expect(table.repeats).toBe(true);
    expect(table.fields).toMatchObject({ id: 'Документ', kind: { constant: 'internalRequest' } });
    expect(views.every((view) => view.distinct)).toBe(true);
    expect(eventsOf(views)).toEqual([
      ['Проект создан', 'submit'],
      ['Поступило', 'receive'],
      ['Согласовано', 'step'],
    ]);
    expect(views[2]?.fields).toMatchObject({
      employee: { column: 'Согласующий' },
      'x:Замечания': { column: 'Замечания' },
    });
    expect(views[0]?.fields['x:Замечания']).toBeUndefined();
    expect(sure).toBe(true);
  });
});

/** Order of keys is the order of decisions; only the set matters here. */
const byColumn = (ignored: Readonly<Record<string, string>> | undefined) => (a: string, b: string) =>
  Object.keys(ignored ?? {}).indexOf(a) - Object.keys(ignored ?? {}).indexOf(b);

describe('other tables', () => {
  it('a plain wide table of cases', () => {
    const { table, views, sure, unsettled } = guess(`
Рег. номер;Дата регистрации;Срок исполнения;Дата исполнения;Исполнитель;Подразделение;Вид;Тема;Статус;Способ поступления;Результат
1-ю;05.03.24;04.04.24;28.03.24;Иванова И. И.;Отдел 3;запрос;Архив;исполнено;почта;предоставлено
2-ю;15.03.24;14.04.24;;Иванова И. И.;Отдел 3;запрос;Архив;в работе;почта;—`);
    expect(table.fields).toMatchObject({
      id: 'Рег. номер',
      registeredAt: 'Дата регистрации',
      dueAt: 'Срок исполнения',
      closedAt: 'Дата исполнения',
    });
    expect(eventsOf(views)).toEqual([
      ['Дата регистрации', 'register'],
      ['Дата исполнения', 'complete'],
    ]);
    expect(unsettled).toEqual([]);
    expect(sure).toBe(true);
  });

  it('columns under groups are known by their own names', () => {
    const { table, views } = guess(`
Дело: ID;Дело: услуга;Даты: подачи;Даты: решения;Сроки: план;Сроки: факт
Д-1;Пособие;05.03.2024;15.03.2024;20.03.2024;18.03.2024`);
    expect(table.fields).toMatchObject({
      id: 'Дело: ID',
      service: 'Дело: услуга',
      registeredAt: 'Даты: подачи',
      dueAt: 'Сроки: план',
      closedAt: 'Сроки: факт',
    });
    expect(eventsOf(views)).toEqual([
      ['Даты: подачи', 'submit'],
      ['Даты: решения', 'decide'],
      ['Сроки: факт', 'complete'],
    ]);
  });

  it('a survey by the wording of its questions', () => {
    const { table, views, sure } = guess(`
Дата;Канал;Ваш вопрос решен;Со мной общались уважительно;Что нам сделать лучше?;Телефон
05.03.2024;sms;да, полностью;5;ничего;+7 900
06.03.2024;sms;частично;скорее согласны;;
07.03.2024;sms;нет;не знаю;;`);
    expect(table.rows).toBe('answer');
    expect(table.answers).toMatchObject([
      {
        column: 'Ваш вопрос решен',
        question: 'issue-solved',
        values: { 'да, полностью': '1', частично: '0.5', нет: '0' },
      },
      { question: 'respect', values: { '5': '5', 'скорее согласны': '4', 'не знаю': '' } },
      { question: 'comment', as: 'text' },
    ]);
    expect(Object.keys(table.ignored ?? {})).toEqual(['Телефон']);
    expect(views).toHaveLength(3);
    expect(sure).toBe(true);
  });

  it('a survey with a row for each answer', () => {
    const { table, sure } = guess(`
Дата;Вопрос;Ответ
05.03.2024;Ваш вопрос решён?;да
05.03.2024;Со мной общались уважительно;полностью согласны`);
    expect(table.fields).toMatchObject({
      question: { values: { 'Ваш вопрос решён?': 'issue-solved', 'Со мной общались уважительно': 'respect' } },
      value: { values: { да: '1', 'полностью согласны': '5' } },
      at: 'Дата',
    });
    expect(sure).toBe(true);
  });

  it('the organisation', () => {
    const { table } = guess(`
Код;Наименование;Вид;Вышестоящее подразделение;Часовой пояс
МСП;Министерство;орган;;Europe/Moscow
МСП-1;Отдел 1;отдел;МСП;`);
    expect(table).toMatchObject({
      rows: 'organisation',
      fields: { id: 'Код', kind: { values: { орган: 'body', отдел: 'unit' } }, parent: 'Вышестоящее подразделение' },
    });
  });

  it('texts of replies', () => {
    const { table } = guess(`
Рег. №;Дата письма;Текст ответа;Вид документа
1;05.03.2024;Уважаемая заявительница;отказ
2;06.03.2024;Сообщаем;ответ`);
    expect(table).toMatchObject({
      rows: 'text',
      fields: {
        caseId: 'Рег. №',
        at: 'Дата письма',
        content: 'Текст ответа',
        kind: { values: { отказ: 'refusal', ответ: 'reply' } },
      },
    });
  });

  it('a canonical table is itself', () => {
    const { table, sure } = guess('id;registeredAt;x:Район\n1;2024-03-05;Речной');
    expect(table).toMatchObject({
      rows: 'case',
      fields: { id: 'id', registeredAt: 'registeredAt', 'x:Район': 'x:Район' },
    });
    expect(sure).toBe(true);
  });

  it('a log with a lifecycle: suspensions come from it where the activity says nothing', () => {
    const { table, views } = guess(`
case:concept:name;concept:name;time:timestamp;lifecycle:transition;org:resource;amount
1;Check;2024-03-05 10:00:00+03:00;start;a;1
1;Check;2024-03-05 11:00:00+03:00;complete;a;1
2;Check;2024-03-05 10:00:00+03:00;start;b;2`);
    expect(table.fields).toMatchObject({ caseId: 'case:concept:name', employee: 'org:resource', 'x:amount': 'amount' });
    expect(views[0]?.fields.kind).toMatchObject({
      column: 'concept:name',
      values: { check: 'step' },
    });
    expect(table.activities?.lifecycle).toBe('lifecycle:transition');
  });
});

describe('what is unsure is asked', () => {
  const codes = (text: string) => guess(text).unsettled.map((one) => one.code);

  it('outcomes that nothing fits', () => {
    const { unsettled, sure } = guess(`
Рег. №;Дата регистрации;Дата ответа;Результат
1;05.03.2024;15.03.2024;разъяснено
2;05.03.2024;16.03.2024;иное`);
    expect(unsettled).toMatchObject([{ code: 'ask.outcome', column: 'Результат', values: ['иное'] }]);
    expect(unsettled[0]?.candidates).toContain('granted');
    expect(sure).toBe(false);
  });

  it('a date whose order no cell tells, and one whose cells disagree', () => {
    expect(
      codes('case id;created;closed;result\n1;05/03/2024;06/03/2024;granted\n2;07/03/2024;08/03/2024;granted'),
    ).toContain('date.order');
    expect(codes('Рег. №;Дата регистрации\n1;25.03.2024\n2;03.25.2024')).toEqual(['date.order']);
  });

  it('an order that only one cell tells holds for the whole column', () => {
    expect(guess('case id;created\n1;05/03/2024\n2;03/25/2024').mapping.dateOrder).toBe('mdy');
    expect(guess('Рег. №;Дата регистрации\n1;05.03.2024\n2;25.03.2024').mapping.dateOrder).toBe('dmy');
    expect(guess('Рег. №;Дата регистрации\n1;2024-03-05').mapping.dateOrder).toBe('ymd');
  });

  it('a table of which nothing is known', () => {
    expect(codes('а;б\nпростыня;наволочка')).toContain('ask.rows');
  });

  it('ids that come again', () => {
    expect(codes('Номер;Дата регистрации;Дата ответа\n1;05.03.2024;06.03.2024\n1;07.03.2024;08.03.2024')).toContain(
      'ask.idRepeats',
    );
  });
});

describe('details', () => {
  it('a planned date is never an event', () => {
    const { views } = guess(
      'Рег. №;Дата регистрации;Плановая дата выдачи;Контрольный срок\n1;05.03.2024;06.03.2024;07.03.2024',
    );
    expect(eventsOf(views)).toEqual([['Дата регистрации', 'register']]);
  });
  it('a date of birth is neither an event nor kept', () => {
    const { views, table } = guess('Рег. №;Дата регистрации;Дата рождения\n1;05.03.2024;06.03.1984');
    expect(eventsOf(views)).toHaveLength(1);
    expect(table.ignored).toHaveProperty('Дата рождения');
  });
  it('day numbers of a spreadsheet are dates where the name says so', () => {
    const { table, views } = guess('Рег. №;Дата регистрации\n1;45356\n2;45357');
    expect(table.events?.[0]).toMatchObject({ column: 'Дата регистрации', excel: true });
    expect(views[1]?.fields.at).toMatchObject({ excelSerial: true });
  });
  it('dates and day numbers may stand in one column', () => {
    const { table } = guess('Рег. №;Дата регистрации\n1;45356\n2;06.03.2024\n3;2024-03-07');
    expect(table.events?.[0]).toMatchObject({ column: 'Дата регистрации', kind: 'register', excel: true });
  });
  it('a time in the next column belongs to its date', () => {
    const { table, views } = guess('Рег. №;Дата регистрации;Время регистрации\n1;05.03.2024;10:05\n2;06.03.2024;11:05');
    expect(table.fields.registeredAt).toEqual({ column: 'Дата регистрации', and: ['Время регистрации'] });
    expect(views[1]?.fields.at).toMatchObject({ and: ['Время регистрации'] });
  });
  it('a decimal comma is seen', () => {
    expect(guess('Рег. №;Дата регистрации;Сумма\n1;05.03.2024;1 234,50').mapping.decimal).toBe(',');
  });
  it('names of persons become no attributes', () => {
    const { table } = guess('Рег. №;Дата регистрации;Кто принёс\n1;05.03.2024;Иванов И. И.\n2;06.03.2024;Петров П. П.');
    expect(table.ignored).toHaveProperty('Кто принёс');
  });
});
