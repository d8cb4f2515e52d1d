import type { CaseKind, EventKind, RowType, SpanKind } from '#facts';
import type { ConceptName } from '../../words-of-grammar.ts';
import type { Form, Gender, Noun } from '../language.ts';

// Russian nouns of the language of metrics: nominative and genitive, singular and plural, written out; no morphology.

const noun = (
  gender: Gender,
  nomSg: string,
  genSg: string,
  nomPl: string,
  genPl: string,
  more: Partial<Record<Form, string>> = {},
): Noun => ({
  gender,
  forms: { nomSg, genSg, accSg: nomSg, nomPl, genPl, prepPl: genPl, ...more },
});

export const ROWS: Readonly<Record<RowType, Noun>> = {
  case: noun('n', 'дело', 'дела', 'дела', 'дел', { prepPl: 'делах' }),
  event: noun('n', 'событие', 'события', 'события', 'событий'),
  span: noun('m', 'промежуток', 'промежутка', 'промежутки', 'промежутков'),
  run: noun('m', 'клиентский путь', 'клиентского пути', 'клиентские пути', 'клиентских путей'),
  answer: noun('m', 'ответивший', 'ответившего', 'ответившие', 'ответивших', { accSg: 'ответившего' }),
  invitation: noun('n', 'приглашение к опросу', 'приглашения к опросу', 'приглашения к опросу', 'приглашений к опросу'),
  text: noun('m', 'текст', 'текста', 'тексты', 'текстов'),
  reading: noun('f', 'проверка', 'проверки', 'проверки', 'проверок', { accSg: 'проверку' }),
};

export const CASES: Readonly<Record<CaseKind, Noun>> = {
  application: noun('n', 'заявление', 'заявления', 'заявления', 'заявлений'),
  appeal: noun('n', 'обращение', 'обращения', 'обращения', 'обращений'),
  complaint: noun('f', 'жалоба', 'жалобы', 'жалобы', 'жалоб', { accSg: 'жалобу' }),
  interagency: noun(
    'm',
    'межведомственный запрос',
    'межведомственного запроса',
    'межведомственные запросы',
    'межведомственных запросов',
  ),
  internalRequest: noun('m', 'внутренний запрос', 'внутреннего запроса', 'внутренние запросы', 'внутренних запросов'),
  feedback: noun('m', 'отзыв', 'отзыва', 'отзывы', 'отзывов'),
  obstacle: noun('n', 'препятствие', 'препятствия', 'препятствия', 'препятствий'),
  contact: noun('m', 'отдельный контакт', 'отдельного контакта', 'отдельные контакты', 'отдельных контактов'),
};

export const EVENTS: Readonly<Record<EventKind, Noun>> = {
  step: noun('n', 'действие', 'действия', 'действия', 'действий'),
  start: noun('n', 'начало работы', 'начала работы', 'начала работы', 'начал работы'),
  complete: noun('n', 'завершение работы', 'завершения работы', 'завершения работы', 'завершений работы'),
  draft: noun('m', 'черновик', 'черновика', 'черновики', 'черновиков'),
  submit: noun('f', 'подача', 'подачи', 'подачи', 'подач', { accSg: 'подачу' }),
  register: noun('f', 'регистрация', 'регистрации', 'регистрации', 'регистраций', { accSg: 'регистрацию' }),
  request: noun('m', 'запрос', 'запроса', 'запросы', 'запросов'),
  receive: noun('f', 'передача документов', 'передачи документов', 'передачи документов', 'передач документов', {
    accSg: 'передачу документов',
  }),
  visit: noun('m', 'визит', 'визита', 'визиты', 'визитов'),
  contact: noun('m', 'контакт', 'контакта', 'контакты', 'контактов'),
  reply: noun('m', 'ответ', 'ответа', 'ответы', 'ответов'),
  notify: noun('n', 'извещение', 'извещения', 'извещения', 'извещений'),
  transfer: noun('f', 'передача дела', 'передачи дела', 'передачи дела', 'передач дела', { accSg: 'передачу дела' }),
  suspend: noun('f', 'приостановка', 'приостановки', 'приостановки', 'приостановок', { accSg: 'приостановку' }),
  resume: noun('n', 'возобновление', 'возобновления', 'возобновления', 'возобновлений'),
  queue: noun('m', 'талон очереди', 'талона очереди', 'талоны очереди', 'талонов очереди'),
  call: noun('m', 'вызов к окну', 'вызова к окну', 'вызовы к окну', 'вызовов к окну'),
  decide: noun('n', 'решение', 'решения', 'решения', 'решений'),
  issue: noun('f', 'выдача результата', 'выдачи результата', 'выдачи результата', 'выдач результата', {
    accSg: 'выдачу результата',
  }),
  promise: noun('n', 'обещание срока', 'обещания срока', 'обещания срока', 'обещаний срока'),
  return: noun('m', 'возврат на доработку', 'возврата на доработку', 'возвраты на доработку', 'возвратов на доработку'),
  confirm: noun(
    'n',
    'подтверждение исполнения',
    'подтверждения исполнения',
    'подтверждения исполнения',
    'подтверждений исполнения',
  ),
  sign: noun('n', 'подписание документов', 'подписания документов', 'подписания документов', 'подписаний документов'),
  pay: noun('m', 'платёж', 'платежа', 'платежи', 'платежей'),
  extend: noun('n', 'продление срока', 'продления срока', 'продления срока', 'продлений срока'),
};

export const SPANS: Readonly<Record<SpanKind, Noun>> = {
  work: noun(
    'n',
    'время у исполнителя',
    'времени у исполнителя',
    'промежутки у исполнителя',
    'промежутков у исполнителя',
  ),
  gap: noun('n', 'ничьё время', 'ничьего времени', 'промежутки ничьего времени', 'промежутков ничьего времени'),
  client: noun('n', 'ожидание клиента', 'ожидания клиента', 'ожидания клиента', 'ожиданий клиента'),
  agency: noun(
    'n',
    'ожидание другого органа',
    'ожидания другого органа',
    'ожидания других органов',
    'ожиданий других органов',
  ),
  suspension: noun('f', 'приостановка', 'приостановки', 'приостановки', 'приостановок'),
};

export const TEXTS: Readonly<Record<string, Noun>> = {
  reply: noun('m', 'ответ', 'ответа', 'ответы', 'ответов'),
  refusal: noun('m', 'отказ', 'отказа', 'отказы', 'отказов'),
  notice: noun('n', 'извещение', 'извещения', 'извещения', 'извещений'),
  page: noun('f', 'страница', 'страницы', 'страницы', 'страниц', { accSg: 'страницу' }),
};

/** Concepts that are nouns of their own. */
export const CONCEPT_NOUNS: Partial<Record<ConceptName, Noun>> = {
  refusal: noun('m', 'отказ', 'отказа', 'отказы', 'отказов'),
  answered: ROWS.answer,
  upheld: CASES.complaint,
  clientAction: noun('n', 'действие клиента', 'действия клиента', 'действия клиента', 'действий клиента'),
  statusAsk: noun(
    'm',
    'вопрос клиента о ходе дела',
    'вопроса клиента о ходе дела',
    'вопросы клиента о ходе дела',
    'вопросов клиента о ходе дела',
  ),
  docRequest: noun(
    'm',
    'запрос документов у клиента',
    'запроса документов у клиента',
    'запросы документов у клиента',
    'запросов документов у клиента',
  ),
  clarification: noun(
    'm',
    'уточняющий запрос клиенту',
    'уточняющего запроса клиенту',
    'уточняющие запросы клиенту',
    'уточняющих запросов клиенту',
  ),
};

const HARD: Readonly<Record<Gender, Readonly<Partial<Record<Form, string>>>>> = {
  m: { nomSg: 'ый', accSg: 'ый', genSg: 'ого' },
  f: { nomSg: 'ая', accSg: 'ую', genSg: 'ой' },
  n: { nomSg: 'ое', accSg: 'ое', genSg: 'ого' },
};
const PLURAL: Readonly<Partial<Record<Form, string>>> = { nomPl: 'ые', genPl: 'ых', prepPl: 'ых' };

/** An adjective or participle of the hard declension: `adjective('закрыт')` → «закрытый», «закрытой», «закрытых» … */
export const adjective =
  (stem: string, rest = '') =>
  (form: Form, gender: Gender): string =>
    `${stem}${(form.endsWith('Pl') ? PLURAL[form] : HARD[gender][form]) ?? 'ый'}${rest === '' ? '' : ` ${rest}`}`;

/** «другой»: its ending is stressed, unlike those of `adjective`. */
export const other = (form: Form, gender: Gender): string => {
  const plural: Partial<Record<Form, string>> = { nomPl: 'другие', genPl: 'других', prepPl: 'других' };
  const feminine: Partial<Record<Form, string>> = { nomSg: 'другая', accSg: 'другую', genSg: 'другой' };
  if (form.endsWith('Pl')) return plural[form] ?? 'другие';
  if (gender === 'f') return feminine[form] ?? 'другая';
  return form === 'genSg' ? 'другого' : gender === 'm' ? 'другой' : 'другое';
};
