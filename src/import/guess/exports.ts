import type { CaseKind } from '#facts';
import type { Act } from '../mapping/schema.ts';

/** What a column is for. */
export type Use =
  | { readonly use: 'field'; readonly field: string }
  | {
      readonly use: 'event';
      readonly act: Act;
      readonly fields?: Readonly<Record<string, string>>;
      readonly asked?: RegExp;
    }
  | { readonly use: 'answer'; readonly question: string; readonly as?: 'text' }
  | { readonly use: 'status' }
  | { readonly use: 'statusDate' }
  | { readonly use: 'attribute' }
  /** `why`: the code of the reason. */
  | { readonly use: 'ignore'; readonly why: string };

/** An export that many bodies have in the same shape (field-notes § 3.2): told by its columns. Why a table is taken for
 *  one is said in words by `why.export.ID`. */
export interface KnownExport {
  readonly id: string;
  readonly source: string;
  /** `plain` names: all of `all` and, where given, `some` of them must be there. */
  readonly all: readonly RegExp[];
  readonly some?: { readonly of: readonly RegExp[]; readonly least: number };
  readonly kind?: CaseKind;
  readonly rows: 'case' | 'answer' | 'event';
  readonly clientStatus?: 'internal';
  readonly zone?: string;
  readonly columns: readonly (readonly [RegExp, Use])[];
  /** The id needs these columns beside it: numbers that begin anew each day. */
  readonly idWith?: RegExp;
  readonly closedBy?: RegExp;
}

const field = (name: string): Use => ({ use: 'field', field: name });
const event = (act: Act, more: { fields?: Readonly<Record<string, string>>; asked?: RegExp } = {}): Use => ({
  use: 'event',
  act,
  ...more,
});
const answer = (question: string, as?: 'text'): Use => ({ use: 'answer', question, ...(as ? { as } : {}) });
const attribute: Use = { use: 'attribute' };
const ignore = (why: string): Use => ({ use: 'ignore', why });
const PERSONS = 'why.ignored.persons';

export const EXPORTS: readonly KnownExport[] = [
  {
    id: 'appeals',
    source: 'Обращения',
    all: [/^регистрационный номер/],
    some: {
      of: [
        /^вид обращения/,
        /^способ поступления/,
        /^код вопроса/,
        /^резолюция/,
        /^снято с контроля/,
        /^продлено до/,
        /^исходящий номер/,
      ],
      least: 2,
    },
    kind: 'appeal',
    rows: 'case',
    columns: [
      [/^вид обращения/, attribute],
      [/^дата регистраци/, event({ kind: 'register' })],
      [/^источник/, attribute],
      [/^резолюция|^соисполнители|^вопрос$/, ignore(PERSONS)],
      [/^дата ответа/, event({ kind: 'reply' })],
      [/^снято с контроля/, event({ kind: 'complete' })],
    ],
    closedBy: /^дата ответа/,
  },
  {
    id: 'mfc',
    source: 'АИС МФЦ',
    all: [/^номер дела/, /(^| )оив( |$)/],
    kind: 'application',
    rows: 'case',
    columns: [
      [/^дата создания/, event({ kind: 'submit', initiator: 'client' })],
      [/^передано в оив/, event({ kind: 'transfer' }, { fields: { unit: 'офис' }, asked: /^оив$/ })],
      [/^получено из оив/, event({ kind: 'receive' }, { fields: { body: 'оив' }, asked: /^оив$/ })],
      [/^выдано/, event({ kind: 'issue' }, { fields: { unit: 'офис' } })],
      [/^оив$/, attribute],
      [/^окно$/, attribute],
    ],
    closedBy: /^выдано/,
  },
  {
    id: 'queue',
    source: 'Электронная очередь',
    all: [/талон/, /вызов/],
    kind: 'contact',
    rows: 'case',
    columns: [
      [/^(номер )?талон/, field('id')],
      [/^очередь$/, field('service')],
      [/^(время|дата) выдачи/, event({ kind: 'queue', initiator: 'client' })],
      [/вызов/, event({ kind: 'call' })],
      [/начал/, event({ kind: 'start' })],
      [/окончан|заверш/, event({ kind: 'complete' })],
      [/^окно$/, attribute],
    ],
    idWith: /^(время|дата) выдачи/,
    closedBy: /окончан|заверш/,
  },
  {
    id: 'services',
    source: 'Ведомственная система услуг',
    all: [/^(id|номер) заявлени/, /^(текущий )?статус/],
    some: { of: [/приостанов/, /возобнов/, /^планов/, /^решение/, /^основание отказа/, /епгу/], least: 2 },
    kind: 'application',
    rows: 'case',
    columns: [
      [/^номер епгу/, attribute],
      [/^основание (приостановки|отказа)/, attribute],
    ],
  },
  {
    id: 'smev',
    source: 'СМЭВ',
    all: [/^отправитель/, /^получатель/, /отправк/],
    kind: 'interagency',
    rows: 'case',
    clientStatus: 'internal',
    zone: 'Europe/Moscow',
    columns: [
      [/^message ?id|^id сообщения/, field('id')],
      [/^вид сведений/, field('service')],
      [/^получатель/, field('body')],
      [/^отправитель/, attribute],
      [/отправк/, event({ kind: 'submit', initiator: 'client' })],
      [/ответ/, event({ kind: 'reply' })],
      [/^статус|^код ошибки/, attribute],
    ],
    closedBy: /ответ/,
  },
  {
    id: 'pos',
    source: 'ПОС',
    all: [/^категория/, /^подкатегория/],
    some: { of: [/^факт$/, /фаст трек/, /^дорассмотрение/, /^оценка/, /^срок/], least: 2 },
    kind: 'appeal',
    rows: 'case',
    columns: [
      [/^номер$/, field('id')],
      [/^дата создания/, event({ kind: 'submit', initiator: 'client' })],
      [/^категория/, field('topic')],
      [/^подкатегория|^факт$|^фаст трек|^дорассмотрение/, attribute],
      [/^дата ответа/, event({ kind: 'reply' })],
      [/^оценка/, answer('mark')],
      [/^комментарий/, answer('comment', 'text')],
    ],
    closedBy: /^дата ответа/,
  },
  {
    id: 'mkgu',
    source: 'Ваш контроль',
    all: [/^критерий|^время предоставлен|^вежливость/, /^дата/],
    some: {
      of: [/^критерий/, /^средняя/, /^вежливость/, /^время ожидания/, /^комфорт/, /^доступность информации/],
      least: 2,
    },
    rows: 'answer',
    columns: [
      [/^критерий 1$|^время предоставлен/, answer('mkgu-time')],
      [/^критерий 2$|^время ожидания/, answer('mkgu-queue')],
      [/^критерий 3$|^вежливость/, answer('mkgu-politeness')],
      [/^критерий 4$|^комфорт/, answer('mkgu-comfort')],
      [/^критерий 5$|^доступность информации/, answer('mkgu-information')],
      [/^средн/, ignore('why.ignored.computed')],
      [/^комментарий/, answer('comment', 'text')],
    ],
  },
  {
    id: 'calls',
    source: 'Контакт-центр',
    all: [/^call ?id$|^id звонка|^номер звонка/],
    some: { of: [/ожидание/, /разговор/, /^оператор/, /^начало/], least: 2 },
    kind: 'contact',
    rows: 'case',
    columns: [
      [/^call ?id$|^id звонка|^номер звонка/, field('id')],
      [/^начало|^дата|^время начала/, event({ kind: 'contact', initiator: 'client' })],
      [/ожидание|разговор|^перевод|^повторный/, attribute],
      [/^тема/, field('topic')],
      [/^оценка/, answer('mark')],
    ],
  },
  {
    id: 'approvals',
    source: 'Согласования',
    all: [/^документ$|^номер документа/, /^согласующий/],
    kind: 'internalRequest',
    rows: 'event',
    columns: [
      [/^документ$|^номер документа/, field('caseId')],
      [/^согласующий/, field('employee')],
      [/^проект создан/, event({ kind: 'submit', initiator: 'client' })],
      [/^поступило/, event({ kind: 'receive', initiator: 'body' }, { fields: { employee: 'согласующий' } })],
      [/^согласовано/, event({ kind: 'step' }, { fields: { employee: 'согласующий' } })],
      [/^замечания|^итерация/, attribute],
    ],
  },
];

export const knownExport = (words: readonly string[]): KnownExport | undefined =>
  EXPORTS.find((one) => {
    const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
    const some = one.some ? one.some.of.filter(has).length >= one.some.least : true;
    return one.all.every(has) && some;
  });
