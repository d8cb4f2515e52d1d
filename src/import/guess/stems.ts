import type { CaseKind, ClientStatus, EventKind, Initiator, Outcome } from '#facts';
import { fold } from '../mapping/fold.ts';

/** Folded text with punctuation as blanks, «№» as «номер», Latin letters inside Cyrillic words as Cyrillic ones and the
 *  usual abbreviations written out. */
export const plain = (text: string): string =>
  cyrillic(fold(text).replaceAll('№', ' номер '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(^| )рег(?= |$)/g, '$1регистрационный')
    .replace(/(^| )исх(?= |$)/g, '$1исходящий')
    .replace(/(^| )вх(?= |$)/g, '$1входящий')
    .replace(/(^| )предв(?= |$)/g, '$1предварительная')
    .replace(/(^| )доп(?= |$)/g, '$1дополнительный')
    .trim();

const LATIN = 'aceopxykmtbhu';
const TWINS = 'асеорхукмтвни';
const cyrillic = (text: string): string =>
  text.replace(/[\p{L}]+/gu, (word) =>
    /[а-я]/.test(word) && /[a-z]/.test(word)
      ? word.replace(/[a-z]/g, (letter) => TWINS[LATIN.indexOf(letter)] ?? letter)
      : word,
  );

/** Prefixes under which a stem is still the same word: «перенаправлен», «госслужащий». Without them «эталон» would be a
 *  «талон» and «разрешение» outdo «выдача». */
const PREFIXES = 'пере|пред|предо|под|при|про|рас|раз|гос|вы|до|за|из|на|не|об|от|по|со|с|у';

interface Stem {
  readonly atWord: RegExp;
  readonly inWord: RegExp;
}

/** `…` any text, `|` alternatives, `=` a whole word; each part begins a word. */
const compile = (pattern: string): Stem => {
  const part = (text: string, start: string): string =>
    `${start}(?:${text
      .split('|')
      .map((stem) => (stem.startsWith('=') ? `${stem.slice(1)}(?!\\p{L})` : stem))
      .join('|')})`;
  const join = (start: string): RegExp =>
    new RegExp(
      pattern
        .split('…')
        .map((text) => part(text.trim(), start))
        .join('.*'),
      'u',
    );
  return { atWord: join('(?<!\\p{L})'), inWord: join(`(?<!\\p{L})(?:${PREFIXES})?`) };
};

export interface StemRow<T> {
  readonly means: T;
  readonly stems: readonly string[];
}

export interface Hit<T> {
  readonly means: T;
  /** The stem that hit, to say why. */
  readonly stem: string;
}

const table = <T>(rows: readonly StemRow<T>[]): ((text: string) => Hit<T> | undefined) => {
  const compiled = rows.flatMap(({ means, stems }) => stems.map((stem) => ({ means, stem, ...compile(stem) })));
  return (text) => {
    const words = plain(text);
    const hit = compiled.find((row) => row.atWord.test(words)) ?? compiled.find((row) => row.inWord.test(words));
    return hit && { means: hit.means, stem: hit.stem };
  };
};

// The tables of facts.md § 5, in its order: the first hit wins.

export const OUTCOME_STEMS: readonly StemRow<Outcome>[] = [
  { means: 'withdrawn', stems: ['отозва'] },
  { means: 'terminated', stems: ['прекращ', 'оставлен…без'] },
  { means: 'redirected', stems: ['перенаправ', 'переадрес'] },
  { means: 'refused', stems: ['отказ', 'не предоставл', 'не удовлетвор', 'не поддерж', 'отриц'] },
  { means: 'returned', stems: ['возвращ', 'возврат'] },
  { means: 'partly', stems: ['частичн'] },
  { means: 'measuresTaken', stems: ['меры приняты', 'приняты меры'] },
  { means: 'explained', stems: ['разъясн'] },
  { means: 'granted', stems: ['предоставл', 'удовлетвор', 'положит', 'поддерж'] },
];

export interface Meaning {
  readonly kind: EventKind;
  readonly initiator?: Initiator;
  readonly asked?: string;
}

export const KIND_STEMS: readonly StemRow<Meaning>[] = [
  { means: { kind: 'step' }, stems: ['проект', 'подготовк', 'согласован', 'ожидан'] },
  { means: { kind: 'draft' }, stems: ['черновик'] },
  { means: { kind: 'suspend' }, stems: ['приостан'] },
  { means: { kind: 'resume' }, stems: ['возобнов'] },
  { means: { kind: 'notify' }, stems: ['уведом', 'извещ'] },
  { means: { kind: 'receive' }, stems: ['получен|поступ…ответ(?!ств)', 'ответ(?!ств)…получен|поступ'] },
  { means: { kind: 'reply' }, stems: ['ответ(?!ств)…направ|отправ|дан', 'направ|отправ|дан…ответ(?!ств)'] },
  { means: { kind: 'request', asked: 'client' }, stems: ['запрос…клиент|заявител'] },
  { means: { kind: 'request' }, stems: ['запрос'] },
  { means: { kind: 'decide' }, stems: ['решени', 'решено', 'отказ', 'назнач…пособ|выплат'] },
  {
    means: { kind: 'issue' },
    stems: ['выдач', 'выдан', 'результат|документ…направ|отправ|получен', 'получен…результат', 'услуга оказана'],
  },
  { means: { kind: 'return' }, stems: ['доработ', 'возврат', 'возвращ'] },
  { means: { kind: 'pay' }, stems: ['перечисл', 'зачисл', 'выплат', 'оплат'] },
  {
    means: { kind: 'register' },
    stems: [
      'регистр',
      'принят…в работу',
      'принято ведомств',
      'принят|прием…документ|заявлен',
      'документ|заявлен…принят|прием',
    ],
  },
  {
    means: { kind: 'submit', initiator: 'client' },
    stems: ['подач', 'подан', 'поступ…заявлен|обращен', 'заявлен|обращен…поступ'],
  },
  { means: { kind: 'transfer' }, stems: ['передан', 'передач', 'направлен', 'переадрес'] },
  { means: { kind: 'visit', initiator: 'client' }, stems: ['визит', 'личн…прием', 'посещен'] },
  { means: { kind: 'contact', initiator: 'client' }, stems: ['звон'] },
  { means: { kind: 'queue' }, stems: ['талон', 'очеред'] },
  { means: { kind: 'call' }, stems: ['вызов', 'вызван'] },
];

export const CLIENT_STATUS_STEMS: readonly StemRow<ClientStatus>[] = [
  { means: 'citizen', stems: ['гражд', 'физ'] },
  { means: 'organisation', stems: ['организ', 'юр', '=ип', 'предприним', 'самозан'] },
  { means: 'internal', stems: ['внутр', 'служащ', 'орган власти'] },
];

export const INITIATOR_STEMS: readonly StemRow<Initiator>[] = [
  { means: 'client', stems: ['клиент', 'заявител'] },
  { means: 'body', stems: ['орган', 'служащ'] },
];

export const outcomeOf = table(OUTCOME_STEMS);
export const kindOf = table(KIND_STEMS);
export const clientStatusOf = table(CLIENT_STATUS_STEMS);
export const initiatorOf = table(INITIATOR_STEMS);

// Ours, for what the tables above leave open: names of columns and statuses that say little by themselves.

const MORE_KINDS = table<Meaning>([
  {
    means: { kind: 'submit', initiator: 'client' },
    stems: ['созда', 'отправлено в ведомство', 'submi', 'created(?!\\p{L})'],
  },
  { means: { kind: 'receive' }, stems: ['получено ведомств', 'получено из', 'receiv'] },
  { means: { kind: 'register' }, stems: ['принято(?!\\p{L})', 'regist'] },
  { means: { kind: 'reply' }, stems: ['ответ(?!ств)', 'repl(?:y|ied)', 'answer'] },
  { means: { kind: 'visit', initiator: 'client' }, stems: ['прием(?!\\p{L})', 'visit'] },
  {
    means: { kind: 'complete' },
    stems: [
      'закрыт',
      'завершен',
      'исполнен',
      'снят',
      'окончан',
      'факт(?!\\p{L})',
      'фактическ',
      'close',
      'complete',
      'finish',
    ],
  },
  { means: { kind: 'start' }, stems: ['начал', 'start'] },
  { means: { kind: 'notify' }, stems: ['notif'] },
  { means: { kind: 'request' }, stems: ['request'] },
  { means: { kind: 'suspend' }, stems: ['suspend'] },
  { means: { kind: 'resume' }, stems: ['resume'] },
  { means: { kind: 'transfer' }, stems: ['transfer', 'forward'] },
  { means: { kind: 'decide' }, stems: ['decision', 'decided', 'approved', 'rejected', 'refus'] },
  { means: { kind: 'issue' }, stems: ['issued?(?!\\p{L})'] },
  { means: { kind: 'pay' }, stems: ['payment', 'paid', 'pay(?!\\p{L})'] },
]);

/** The table of facts.md first, then ours: less sure. */
export const meaningOf = (text: string): (Hit<Meaning> & { readonly sure: number }) | undefined => {
  const told = kindOf(text);
  if (told) return { ...told, sure: 0.95 };
  const more = MORE_KINDS(text);
  return more && { ...more, sure: 0.85 };
};

const MORE_OUTCOMES = table<Outcome>([
  { means: 'withdrawn', stems: ['отменен', 'отзыв', 'withdr', 'cancel'] },
  { means: 'refused', stems: ['не оказан', 'не предоставит', 'не удовлетворит', 'refus', 'reject', 'denied'] },
  {
    means: 'granted',
    stems: [
      'услуга оказана',
      'оказан',
      'предоставит',
      'удовлетворит',
      'выдан',
      'назнач',
      'одобрен',
      'исполнен',
      'grant',
      'approv',
    ],
  },
  { means: 'measuresTaken', stems: ['меры'] },
  {
    means: 'completed',
    stems: ['закрыт', 'завершен', 'решен', 'выполнен', 'ответ дан', 'дан ответ', 'close', 'complete', 'resolve'],
  },
]);

export const endingOf = (text: string): (Hit<Outcome> & { readonly sure: number }) | undefined => {
  const told = outcomeOf(text);
  if (told) return { ...told, sure: 0.95 };
  const more = MORE_OUTCOMES(text);
  return more && { ...more, sure: 0.85 };
};

export const caseKindOf = table<CaseKind>([
  { means: 'complaint', stems: ['досудебн…обжал'] },
  { means: 'appeal', stems: ['обращен', 'предложен', 'жалоб'] },
  { means: 'application', stems: ['заявлен', 'заявк', 'запрос'] },
]);
