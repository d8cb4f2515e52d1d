import type { Fact } from '#facts';

/** A field, how its column may be called (`plain` names), and how sure that makes. Tried from the top. */
export interface NameRow {
  readonly field: string;
  readonly names: readonly (readonly [RegExp, number])[];
}

const any = (field: string, ...names: readonly (readonly [RegExp, number])[]): NameRow => ({ field, names });

const PLACES: readonly NameRow[] = [
  any('unit', [
    /^(структурное )?подразделение|^отдел( |$)|^офис|^управление|^филиал|^unit$|^org group$|^department$/,
    0.95,
  ]),
  any('body', [/^(оив|орган|ведомство|наименование органа|орган власти|организация исполнитель|body)$/, 0.95]),
];
const SERVICE = any(
  'service',
  [/^(наименование )?услуг[аи]$|^вид сведений$|^сервис$|^service$/, 0.95],
  [/^(?!.*код).*услуг/, 0.8],
);
const CHANNEL = any('channel', [
  /^канал|^способ (поступления|подачи|обращения)|^форма (подачи|поступления)|^channel$/,
  0.95,
]);
const STATUS = any('clientStatus', [
  /^заявитель категория|^(категория|тип|вид) (заявителя|автора|клиента)|^статус клиента|^client ?status$/,
  0.95,
]);
const SEGMENT = any('segment', [/^сегмент|^льготная категория|^клиентская группа|^segment$/, 0.9]);
const EMPLOYEE = any('employee', [
  /^(ответственный исполнитель|исполнитель|ответственный|специалист|оператор|сотрудник|работник|employee|org resource|resource|согласующий)$/,
  0.95,
]);

export const CASE_NAMES: readonly NameRow[] = [
  any(
    'id',
    [/^регистрационный номер( |$)/, 0.97],
    [/^(id|ид|идентификатор|номер) (дела|обращения|заявления|заявки|запроса|сообщения|жалобы|карточки)$/, 0.97],
    [/^(case id|caseid|case concept name|case|message ?id|call ?id|ticket id|ticket|id|ид)$/, 0.95],
    [/^номер$|^талон$|^номер талона$|^документ$|^номер документа$|^дело$/, 0.9],
    [/^номер (епгу|в системе)|^id /, 0.6],
  ),
  SERVICE,
  any('topic', [/^код (вопроса|темы)$/, 0.95], [/^(тематика|тема|вопрос|категория|topic)$/, 0.85]),
  CHANNEL,
  STATUS,
  SEGMENT,
  any(
    'clientKey',
    [/^(снилс|инн|(ключ|код|номер|id) клиента|client ?key)$/, 0.9],
    [/^(заявитель|клиент|customer|client|фио заявителя|корреспондент)$/, 0.8],
  ),
  any('outcome', [/^(результат|итог|решение|результат рассмотрения|результат услуги|outcome|result)$/, 0.9]),
  ...PLACES,
  EMPLOYEE,
  any('journey', [/^жизненная ситуация|^journey$/, 0.95]),
  any('journeyRun', [/^journey ?run$|^номер комплексного запроса$/, 0.9]),
  any('parentCase', [/^родительск|^parent ?case$|^обжалуемое дело$/, 0.85]),
  any('reopenedFrom', [/^повторное к$|^reopened ?from$/, 0.85]),
];

export const EVENT_NAMES: readonly NameRow[] = [
  any(
    'caseId',
    [
      /^(caseid|case id|case concept name|case|id (дела|заявления|обращения|заявки)|номер (дела|заявления|обращения|заявки|запроса)|trace)$/,
      0.97,
    ],
    [/^(id|номер|регистрационный номер)$/, 0.9],
  ),
  any(
    'at',
    [/^(at|time timestamp|timestamp|дата время|время события|дата события|event time|дата и время)$/, 0.97],
    [/^(дата|время|date|time)( |$)/, 0.9],
  ),
  any(
    'activity',
    [/^(activity|concept name|событие|действие|операция|activity name)$/, 0.97],
    [/^(статус|этап|шаг|status|event|название статуса|наименование статуса)$/, 0.92],
  ),
  any('lifecycle', [/^lifecycle transition$|^transition$/, 0.95]),
  any('touchpoint', [/^точка (взаимодействия|контакта)$|^touchpoint$/, 0.95]),
  any('initiator', [/^(инициатор|кто|initiator)$/, 0.9]),
  ...PLACES,
  EMPLOYEE,
  CHANNEL,
];

const WHEN = any('at', [
  /^(дата|время|date|at|дата (оценки|ответа|опроса|замера|визита|письма|приглашения))( |$)/,
  0.9,
]);

export const ANSWER_NAMES: readonly NameRow[] = [
  any('at', [/^дата|^время|^date$|^at$|^timestamp$|^отметка времени$/, 0.9]),
  any('question', [/^(вопрос|question|показатель)$/, 0.9]),
  any('value', [/^(ответ|оценка|балл|value|mark|score)$/, 0.9]),
  any('text', [/^комментар|^отзыв|^comment$|^text$/, 0.9]),
  ...PLACES,
  SERVICE,
  CHANNEL,
  STATUS,
  SEGMENT,
  any('touchpoint', [/^точка (взаимодействия|контакта)$|^touchpoint$/, 0.95]),
];

/** Facts that are told by the columns that only they have. */
export const OTHER_NAMES: Readonly<
  Partial<Record<Fact, { readonly needs: readonly string[]; readonly rows: readonly NameRow[] }>>
> = {
  organisation: {
    needs: ['id', 'name', 'parent'],
    rows: [
      any('id', [/^(код|id|ид|код подразделения|unit|шифр)$/, 0.9]),
      any('name', [/^(наименование|название|name|наименование подразделения)$/, 0.95]),
      any('parent', [/^(вышестоящ|родител|parent|подчинен|входит в)/, 0.95]),
      any('kind', [/^(вид|тип|kind)$/, 0.85]),
      any('zone', [/^(часовой пояс|зона|zone)$/, 0.95]),
      any('schedule', [/^(график( работы)?|расписание|режим работы|schedule)$/, 0.9]),
      any('validFrom', [/^(действует с|с даты|valid ?from|дата создания)$/, 0.9]),
      any('validTo', [/^(действует по|по дату|valid ?to|дата упразднения)$/, 0.9]),
    ],
  },
  text: {
    needs: ['content', 'at'],
    rows: [
      any('caseId', [/^(регистрационный номер|номер (дела|обращения|заявления)|case ?id)$/, 0.9]),
      WHEN,
      any('content', [/^(текст( ответа| письма| документа)?|содержание ответа|content)$/, 0.95]),
      any('kind', [/^(вид|тип|kind)( документа)?$/, 0.85]),
      ...PLACES,
      any('employee', [/^(автор|исполнитель|employee)$/, 0.9]),
    ],
  },
  reading: {
    needs: ['instrument', 'at', 'value'],
    rows: [
      any('instrument', [/^(инструмент|лист проверки|чек лист|анкета проверки|instrument|показатель)$/, 0.95]),
      WHEN,
      any('value', [/^(балл|баллы|значение|оценка|value)$/, 0.9]),
      any('max', [/^(максимум|максимальный балл|из|max)$/, 0.9]),
      any('by', [/^(кто проводил|наблюдатель|проверяющий|by)$/, 0.9]),
      any('evidence', [/^(основание|подтверждение|ссылка|evidence)$/, 0.85]),
      ...PLACES,
      SERVICE,
    ],
  },
  invitation: {
    needs: ['at', 'answered'],
    rows: [WHEN, any('answered', [/^(ответил|ответ получен|отвечено|answered)$/, 0.95]), ...PLACES, CHANNEL],
  },
};

/** A planned moment is never an event (facts.md § 5). */
export const PLANNED = /(^| )(срок|план|продл|контрольн|due|deadline|planned|до какого)/;
export const EXTENDED = /(^| )продл/;
export const RUNNING_NUMBER = /^(номер )?п п$|^номер (строки|по порядку)$|^row( number)?$/;
/** Names, addresses, numbers of persons and free texts never become attributes. */
export const PERSONAL =
  /(^| )(фио|фамил|отчеств|имя|адрес|местонахож|телефон|почт|e ?mail|паспорт|снилс|инн|рожден|birth|содержан|текст|резолюц|комментар|примечан|соисполнител|корреспондент)/;
export const NO_EVENT = /(^| )(рожден|birth|документа$|выгрузки|печати)/;
export const STATUS_COLUMN = /^(текущий |последний )?статус( заявления| дела| обращения)?$|^состояние$|^status$/;
export const STATUS_DATE =
  /^(дата|время|дата и время)( изменения| последнего| присвоения| установки)* статуса$|^status (date|time)$/;
export const DATE_NAME = /^(дата|время|date|time)( |$)/;

/** Which date tells that the case ended, the likeliest first. */
export const CLOSING: readonly (readonly [RegExp, number])[] = [
  [/закрыт|заверш|исполнен(?!ия)|closed|resolved|completed/, 0.95],
  [/дата исполнения|^факт$|фактическ/, 0.95],
  [/(^| )ответ(?!ств)|^replied|^answered/, 0.9],
  [/выдан|выдач|issued/, 0.9],
  [/окончан|finish/, 0.9],
  [/снят.* контрол/, 0.85],
  [/решени|decided|decision/, 0.8],
];
/** Which date tells that the client handed the matter in. */
export const SUBMITTING = /подач|подан|создан|обращени|поступ|отправ|submi|created|opened/;
export const REGISTERING = /регистр|regist/;
