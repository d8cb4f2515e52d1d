import type { CaseKind, EventKind, SpanKind } from '#facts';
import type { Duration } from '#time';
import type { CompareOp } from '../../tree.ts';
import type { Unit } from '../../words-of-grammar.ts';
import type { Gender } from '../language.ts';

// Russian words that are not nouns of rows: moments, verbs of events, codes, numbers, durations.

/** A time field: genitive, participle stem of rows that have passed it, how "before it" and "by its date" are said. */
export interface Moment {
  readonly nom: string;
  readonly gen: string;
  readonly participle: string | null;
  readonly before: string;
  readonly byDate: string;
}
export const MOMENTS: Readonly<Record<string, Moment>> = {
  registeredAt: {
    nom: 'регистрация',
    gen: 'регистрации',
    participle: 'зарегистрированн',
    before: 'до регистрации',
    byDate: 'по дате регистрации',
  },
  closedAt: {
    nom: 'закрытие',
    gen: 'закрытия',
    participle: 'закрыт',
    before: 'до закрытия',
    byDate: 'по дате закрытия',
  },
  startedAt: { nom: 'начало', gen: 'начала', participle: 'начат', before: 'до начала', byDate: 'по дате начала' },
  endedAt: {
    nom: 'завершение',
    gen: 'завершения',
    participle: 'завершённ',
    before: 'до завершения',
    byDate: 'по дате завершения',
  },
  dueAt: { nom: 'срок', gen: 'срока', participle: null, before: 'не позже срока', byDate: 'по дате срока' },
  promisedFor: {
    nom: 'обещанная дата',
    gen: 'обещанной даты',
    participle: null,
    before: 'не позже обещанной даты',
    byDate: 'по обещанной дате',
  },
  at: { nom: 'событие', gen: 'события', participle: null, before: 'до события', byDate: 'по дате события' },
  from: { nom: 'начало', gen: 'начала', participle: null, before: 'до начала', byDate: 'по дате начала' },
  to: { nom: 'конец', gen: 'конца', participle: null, before: 'до конца', byDate: 'по дате конца' },
};
export const PERIOD_END_WORDS: Moment = {
  nom: 'конец периода',
  gen: 'конца периода',
  participle: null,
  before: 'до конца периода',
  byDate: 'на конец периода',
};

/** What happened, said without the one who did it, by the body, by the client (subjects are masculine). */
export const DEEDS: Readonly<
  Record<EventKind, { readonly done: string; readonly body: string; readonly client: string }>
> = {
  step: { done: 'выполнено действие', body: 'выполнил действие', client: 'выполнил действие' },
  start: { done: 'начата работа', body: 'начал работу', client: 'начал работу' },
  complete: { done: 'завершена работа', body: 'завершил работу', client: 'завершил работу' },
  draft: { done: 'начат черновик', body: 'начал черновик', client: 'начал черновик' },
  submit: { done: 'поданы документы', body: 'подал документы', client: 'подал документы' },
  register: { done: 'была регистрация', body: 'зарегистрировал дело', client: 'зарегистрировал дело' },
  request: { done: 'направлен запрос', body: 'направил запрос', client: 'направил запрос' },
  receive: { done: 'переданы документы', body: 'получил документы', client: 'передал документы' },
  visit: { done: 'был визит', body: 'принял клиента', client: 'пришёл на приём' },
  contact: { done: 'был контакт', body: 'связался с клиентом', client: 'обратился' },
  reply: { done: 'дан ответ', body: 'дал ответ', client: 'дал ответ' },
  notify: { done: 'клиента известили', body: 'известил клиента', client: 'известил орган' },
  transfer: { done: 'была передача дела', body: 'передал дело', client: 'передал дело' },
  suspend: { done: 'была приостановка', body: 'приостановил дело', client: 'приостановил дело' },
  resume: { done: 'было возобновление', body: 'возобновил дело', client: 'возобновил дело' },
  queue: { done: 'взят талон очереди', body: 'выдал талон очереди', client: 'взял талон очереди' },
  call: { done: 'клиента вызвали к окну', body: 'вызвал клиента к окну', client: 'подошёл к окну' },
  decide: { done: 'принято решение', body: 'принял решение', client: 'принял решение' },
  issue: { done: 'выдан результат', body: 'выдал результат', client: 'получил результат' },
  promise: { done: 'обещан срок', body: 'обещал срок', client: 'обещал срок' },
  return: { done: 'был возврат на доработку', body: 'вернул дело на доработку', client: 'вернул дело на доработку' },
  confirm: { done: 'подтверждено исполнение', body: 'подтвердил исполнение', client: 'подтвердил исполнение' },
  sign: { done: 'подписаны документы', body: 'подписал документы', client: 'подписал документы' },
  pay: { done: 'проведён платёж', body: 'выплатил деньги', client: 'внёс плату' },
  extend: { done: 'срок продлён', body: 'продлил срок', client: 'продлил срок' },
};

/** Kinds whose noun names a deed («подача клиентом»); beside the others the client stands in the genitive. */
export const DEED_NOUNS: readonly string[] = ['submit', 'receive', 'sign', 'start', 'complete', 'confirm', 'transfer'];
/** Participles of documents by the event that carried them. */
export const CARRIED: Readonly<Record<string, string>> = {
  submit: 'поданн',
  receive: 'переданн',
  request: 'запрошенн',
  issue: 'выданн',
};

export const SUBJECTS: Readonly<Record<string, { readonly about: string; readonly against: string }>> = {
  status: { about: 'о ходе дела', against: 'на неизвестность о ходе дела' },
  delay: { about: 'о задержке', against: 'на задержку' },
  decision: { about: 'о решении', against: 'на решение' },
  conduct: { about: 'о поведении сотрудников', against: 'на поведение сотрудников' },
};
export const OUTCOMES: Readonly<Record<string, string>> = {
  granted: 'предоставлено',
  partly: 'предоставлено частично',
  refused: 'отказано',
  explained: 'разъяснено',
  measuresTaken: 'меры приняты',
  redirected: 'перенаправлено',
  returned: 'возвращено',
  withdrawn: 'отозвано клиентом',
  terminated: 'прекращено',
  completed: 'завершено',
};
export const ELEMENTS: Readonly<Record<string, string>> = {
  reason: 'причина',
  norm: 'норма',
  nextStep: 'следующий шаг',
  appealWay: 'способ обжалования',
  contact: 'контакт',
  date: 'дата',
};
export const CLIENTS = {
  citizen: { sg: 'гражданина', pl: 'граждан', nom: 'граждане' },
  organisation: { sg: 'организации', pl: 'организаций', nom: 'организации' },
  internal: { sg: 'внутреннего клиента', pl: 'внутренних клиентов', nom: 'внутренние клиенты' },
} as const;

/** Where time is spent, after «время …», and what is taken out of it, after «без …». */
export const SPAN_PLACES: Readonly<Record<SpanKind, string>> = {
  work: 'у исполнителя',
  gap: 'между исполнителями',
  client: 'в ожидании клиента',
  agency: 'в ожидании других органов',
  suspension: 'на приостановке',
};
export const SPAN_LESS: Readonly<Record<SpanKind, string>> = {
  work: 'времени у исполнителя',
  gap: 'ничьего времени',
  client: 'ожидания клиента',
  agency: 'ожидания других органов',
  suspension: 'приостановок',
};

/** Label, genitive plural («число разных …») and dative plural («наименьшая по …») of fields. */
export const FIELDS: Readonly<
  Record<string, { readonly label: string; readonly genPl?: string; readonly datPl?: string; readonly before?: string }>
> = {
  id: { label: 'номер' },
  kind: { label: 'вид' },
  service: { label: 'услуга', genPl: 'услуг', datPl: 'услугам', before: 'по услуге' },
  topic: { label: 'тема', genPl: 'тем', datPl: 'темам', before: 'по теме' },
  subject: { label: 'предмет' },
  journey: {
    label: 'вид клиентского пути',
    genPl: 'видов клиентского пути',
    datPl: 'клиентским путям',
    before: 'на пути',
  },
  journeyRun: { label: 'клиентский путь', genPl: 'клиентских путей', datPl: 'клиентским путям' },
  clientStatus: { label: 'статус клиента', datPl: 'статусам клиента' },
  segment: { label: 'группа клиентов', genPl: 'групп клиентов', datPl: 'группам клиентов', before: 'группы' },
  clientKey: { label: 'клиент', genPl: 'клиентов', datPl: 'клиентам' },
  channel: { label: 'канал', genPl: 'каналов', datPl: 'каналам', before: 'по каналу' },
  startedAt: { label: 'начало' },
  registeredAt: { label: 'дата регистрации' },
  dueAt: { label: 'срок' },
  closedAt: { label: 'дата закрытия' },
  endedAt: { label: 'дата завершения' },
  outcome: { label: 'исход' },
  refusalGround: { label: 'причина отказа' },
  unit: { label: 'подразделение', genPl: 'подразделений', datPl: 'подразделениям', before: 'подразделения' },
  employee: { label: 'сотрудник', genPl: 'сотрудников', datPl: 'сотрудникам', before: 'сотрудника' },
  body: { label: 'орган', genPl: 'органов', datPl: 'органам', before: 'органа' },
  reopenedFrom: { label: 'прежнее дело' },
  parentCase: { label: 'исходное дело' },
  caseId: { label: 'дело', genPl: 'дел', datPl: 'делам' },
  at: { label: 'дата' },
  seq: { label: 'порядок' },
  activity: { label: 'действие', genPl: 'действий', datPl: 'действиям' },
  touchpoint: { label: 'точка контакта', genPl: 'точек контакта', datPl: 'точкам контакта', before: 'в точке' },
  initiator: { label: 'кто действует' },
  asked: { label: 'адресат запроса', genPl: 'адресатов', datPl: 'адресатам' },
  items: { label: 'число документов' },
  known: { label: 'число известных документов' },
  amount: { label: 'сумма' },
  promisedFor: { label: 'обещанная дата' },
  question: { label: 'вопрос' },
  value: { label: 'значение' },
  max: { label: 'наибольшее значение' },
  text: { label: 'комментарий' },
  outcomeClass: { label: 'исход дела' },
  answered: { label: 'ответ на приглашение' },
  language: { label: 'язык' },
  content: { label: 'текст' },
  words: { label: 'число слов' },
  sentences: { label: 'число предложений' },
  syllables: { label: 'число слогов' },
  elements: { label: 'части текста' },
  instrument: { label: 'вид проверки', datPl: 'видам проверки' },
  by: { label: 'кто проверил' },
  evidence: { label: 'подтверждение' },
  giver: { label: 'кто передал', genPl: 'передавших' },
  taker: { label: 'кто принял', genPl: 'принявших' },
  recorded: { label: 'запись передачи' },
  from: { label: 'начало' },
  to: { label: 'конец' },
};
export const labelOf = (field: string): string =>
  field.startsWith('x:') ? field.slice(2) : (FIELDS[field]?.label ?? field);

export const UNITS: Readonly<Record<Unit, string>> = {
  '%': '',
  points: '',
  days: 'в днях',
  workingHours: 'в рабочих часах',
  minutes: 'в минутах',
  hours: 'в часах',
  count: '',
  per1000: '',
  grade: '',
  rub: 'в рублях',
};

export const AT_MOST: Readonly<Record<CompareOp, string>> = {
  lte: 'не больше',
  lt: 'меньше',
  gte: 'не меньше',
  gt: 'больше',
  equal: 'ровно',
};
export const BY_WHEN: Readonly<Record<CompareOp, string>> = {
  lte: 'не позже',
  lt: 'раньше',
  gte: 'не раньше',
  gt: 'позже',
  equal: 'в момент',
};

const GENITIVES = ['', 'одного', 'двух', 'трёх', 'четырёх', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти'];
/** «не больше одного»: small whole numbers in words, in the genitive. */
export const genitiveNumber = (value: number, gender: Gender = 'n'): string =>
  value === 1 && gender === 'f' ? 'одной' : GENITIVES[value] || number(value);
export const number = (value: number): string =>
  new Intl.NumberFormat('ru', { maximumFractionDigits: 2, useGrouping: 'min2' }).format(value);

const rules = new Intl.PluralRules('ru');
/** «1 день, 2 дня, 5 дней». */
export const plural = (count: number, one: string, few: string, many: string): string => {
  const rule = rules.select(count);
  return `${number(count)} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

const UNITS_OF_TIME = [
  { micros: 86_400e6, nom: ['день', 'дня', 'дней'], gen: ['дня', 'дней'] },
  { micros: 3_600e6, nom: ['час', 'часа', 'часов'], gen: ['часа', 'часов'] },
  { micros: 60e6, nom: ['минуту', 'минуты', 'минут'], gen: ['минуты', 'минут'] },
  { micros: 1e6, nom: ['секунду', 'секунды', 'секунд'], gen: ['секунды', 'секунд'] },
] as const;
const parts = ({ clock, micros }: Duration, calendar: string) => {
  // A working day is eight hours of the working clock.
  const scaled = clock === 'working' ? micros * 3 : micros;
  const unit = UNITS_OF_TIME.find((candidate) => scaled % candidate.micros === 0) ?? UNITS_OF_TIME[3];
  return {
    count: scaled / unit.micros,
    unit,
    word: clock === 'working' ? 'рабочих ' : unit === UNITS_OF_TIME[0] ? calendar : '',
  };
};
/** «30 дней», «1 дня», «15 минут», «5 рабочих дней»: after «в течение», «больше». `calendar`: «календарных », where
 *  the clock must be told from the working one. */
export const durationGenitive = (duration: Duration, calendar: '' | 'календарных ' = ''): string => {
  const { count, unit, word } = parts(duration, calendar);
  const one = count % 10 === 1 && count % 100 !== 11;
  return `${number(count)} ${one ? word.replace('ых', 'ого').replace('их', 'его') : word}${unit.gen[one ? 0 : 1]}`;
};
/** «через 30 дней», «через 1 день». */
export const durationAccusative = (duration: Duration): string => {
  const { count, unit } = parts(duration, '');
  const [one, few, many] = unit.nom;
  return plural(count, one, few, many);
};

/** «события по жалобам». */
export const CASES_DATIVE: Readonly<Record<CaseKind, string>> = {
  application: 'заявлениям',
  appeal: 'обращениям',
  complaint: 'жалобам',
  interagency: 'межведомственным запросам',
  internalRequest: 'внутренним запросам',
  feedback: 'отзывам',
  obstacle: 'препятствиям',
  contact: 'отдельным контактам',
};

/** Moments passed and concepts of a case as clauses: subject, state. */
export const HAPPENED: Readonly<Record<string, readonly [subject: string, state: string]>> = {
  closedAt: ['дело', 'закрыто'],
  startedAt: ['дело', 'начато'],
  registeredAt: ['дело', 'зарегистрировано'],
  endedAt: ['путь', 'завершён'],
  closed: ['дело', 'закрыто'],
  decided: ['дело', 'решено по существу'],
  positive: ['решение', 'положительное'],
  refusal: ['дело', 'кончилось отказом'],
  upheld: ['жалоба', 'признана обоснованной'],
  byClient: ['действие', 'клиента'],
  answered: ['ответ', 'дан'],
  clientAction: ['событие', 'действие клиента'],
  statusAsk: ['событие', 'вопрос клиента о ходе дела'],
  docRequest: ['событие', 'запрос документов у клиента'],
  clarification: ['событие', 'уточняющий запрос клиенту'],
};

/** Codes that stand in conditions beside those with a table of their own. */
export const CODES: Readonly<Record<string, string>> = {
  client: 'клиент',
  body: 'орган',
  system: 'система',
  fixable: 'устранимая',
  substantive: 'неустранимая',
  yes: 'да',
  no: 'нет',
  ru: 'русский',
  granted: 'положительный',
  refused: 'отказ',
  other: 'иной',
};
