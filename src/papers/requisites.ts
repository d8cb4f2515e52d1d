import { type Lang, say } from '#words';
import { dayFigures } from './format.ts';
import type { Block } from './paper.ts';

// The top of a document that an order approves (ГОСТ Р 7.0.97): which annex it is, by which order it is approved. The
// word of approval agrees in gender and number with the document's kind.

export type Gender = 'm' | 'f' | 'n' | 'pl';

/** One row a kind of document: its name is words `paper.kind.KIND`, and this is that name's gender in Russian. */
export const KINDS = {
  list: 'm',
  model: 'f',
  methodology: 'f',
  regulation: 'n',
  passports: 'pl',
  recommendations: 'pl',
  plan: 'm',
  report: 'm',
} as const satisfies Readonly<Record<string, Gender>>;
export type DocumentKind = keyof typeof KINDS;

export interface Order {
  /** The body that issues it, as it is called. */
  readonly issuer: string;
  /** Null: to be written by hand. */
  readonly number: string | null;
  /** `2026-11-24` */
  readonly date: string | null;
}

/** УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ. */
export const approvedWord = (lang: Lang, kind: DocumentKind): string => say(lang, `paper.approved.${KINDS[kind]}`);

/** «Приложение № 1 к приказу … от … № …», and of a document that the order approves the word of approval under it. */
export function annexCorner(
  lang: Lang,
  annex: { readonly number: number | null; readonly order: Order; readonly approves: DocumentKind | null },
): Block {
  const { order } = annex;
  const issuer = lang === 'ru' ? genitive(order.issuer) : order.issuer;
  const dated = orderDated(lang, order);
  const groups = [
    ...(annex.number === null
      ? []
      : [[say(lang, 'paper.annex', { number: annex.number }), say(lang, 'paper.order.to', { issuer }), dated]]),
    ...(annex.approves === null
      ? []
      : [[approvedWord(lang, annex.approves), say(lang, 'paper.order.by', { issuer }), dated]]),
  ];
  return { kind: 'corner', groups };
}

/** «от 24.11.2026 № 112», with lines for the hand where nothing is known. */
export const orderDated = (lang: Lang, { number, date }: Order): string =>
  say(lang, 'paper.order.dated', {
    date: date === null ? '___.___.20___' : dayFigures(date),
    number: number ?? '________',
  });

/** First words of bodies' names with their genitive: what follows them stands in the genitive or in quotes already. */
const HEADS: Readonly<Record<string, string>> = {
  министерство: 'министерства',
  управление: 'управления',
  агентство: 'агентства',
  учреждение: 'учреждения',
  правительство: 'правительства',
  представительство: 'представительства',
  департамент: 'департамента',
  комитет: 'комитета',
  центр: 'центра',
  фонд: 'фонда',
  отдел: 'отдела',
  аппарат: 'аппарата',
  служба: 'службы',
  палата: 'палаты',
  инспекция: 'инспекции',
  администрация: 'администрации',
  комиссия: 'комиссии',
};
const ADJECTIVES: readonly (readonly [RegExp, string])[] = [
  [/ая$/, 'ой'],
  [/ое$/, 'ого'],
  [/(?<=[жшчщ])ий$/, 'его'],
  [/[ыи]й$/, 'ого'],
  [/ой$/, 'ого'],
];

/** «Министерство социальной поддержки» → «Министерства социальной поддержки», «Главное управление …» → «Главного
 *  управления …». A name whose head is not known stays as it is. */
export function genitive(name: string): string {
  const words = name.split(' ');
  const at = words.findIndex((word) => HEADS[word.toLowerCase()] !== undefined);
  const before = words.slice(0, at).map(adjective);
  if (at < 0 || before.includes(null)) return name;
  const head = words[at]!;
  const turned = HEADS[head.toLowerCase()]!;
  const cased = head[0] === head[0]?.toUpperCase() ? `${turned[0]!.toUpperCase()}${turned.slice(1)}` : turned;
  return [...before, cased, ...words.slice(at + 1)].join(' ');
}

const adjective = (word: string): string | null => {
  const found = ADJECTIVES.find(([ending]) => ending.test(word));
  return found ? word.replace(found[0], found[1]) : null;
};
