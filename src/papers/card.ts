import { refuse } from '#facts';
import { MOST_PER_POSITION } from '#model';
import { type Lang, say } from '#words';
import { amount, bound, dayText, periodText } from './format.ts';
import type { Block, Paper, Row } from './paper.ts';

/** A position's card: what its holder remembers. One page of A5. */
export interface CardInput {
  readonly position: string;
  /** Unit or body. */
  readonly place: string;
  readonly model: string;
  /** Whom to talk to about the whole card. */
  readonly talkTo: string;
  readonly indicators: readonly CardIndicator[];
}

export interface CardIndicator {
  readonly name: string;
  readonly sentence: string;
  readonly unit: string | null;
  readonly better: 'up' | 'down' | null;
  readonly shared: boolean;
  readonly watch: boolean;
  /** The holder's own. */
  readonly baseline: { readonly value: number; readonly period: string } | null;
  readonly target: { readonly value: number; readonly by: string | null } | null;
  /** Whom to talk to about this one; empty: as about the card. */
  readonly talkTo: string;
}

/** Cards of one or more positions, each on a page of its own. */
export function cardsPaper(cards: readonly CardInput[], lang: Lang): Paper {
  const crowded = cards.find(({ indicators }) => indicators.length > MOST_PER_POSITION);
  if (crowded)
    refuse('paper.cardCrowded', {
      got: crowded.position,
      with: { held: crowded.indicators.length, most: MOST_PER_POSITION },
    });
  return {
    title:
      cards.length === 1
        ? say(lang, 'paper.card.titleOf', { position: cards[0]!.position })
        : say(lang, 'paper.card.titles'),
    lang,
    sections: cards.map((card) => ({ page: 'a5', blocks: cardBlocks(card, lang) })),
  };
}

function cardBlocks(card: CardInput, lang: Lang): readonly Block[] {
  const size = sizeFor(card);
  const t = (code: string, params = {}) => say(lang, `paper.card.${code}`, params);
  return [
    { kind: 'heading', text: card.position },
    { kind: 'note', text: [card.place, `«${card.model}»`].filter((part) => part !== '').join(' · ') },
    {
      kind: 'table',
      size,
      columns: [
        { title: t('indicator'), share: 62 },
        { title: t('was'), share: 27 },
        { title: t('target'), share: 29 },
      ],
      rows: card.indicators.map((indicator) => cardRow(indicator, size, lang)),
    },
    { kind: 'note', text: `${t('talk', { who: card.talkTo || '______________________' })}\n${t('purpose')}` },
    {
      kind: 'signatures',
      signers: [
        { role: t('employee'), name: null },
        { role: t('manager'), name: null },
      ],
    },
  ];
}

function cardRow(indicator: CardIndicator, size: number, lang: Lang): Row {
  const { name, sentence, unit, better, shared, watch, baseline, target, talkTo } = indicator;
  const t = (code: string, params = {}) => say(lang, `paper.card.${code}`, params);
  const most = LONGEST[size] ?? 0;
  return [
    {
      text: shared ? t('shared', { name }) : name,
      bold: true,
      more: [clipped(sentence, most), ...(talkTo ? [t('talkOf', { who: talkTo })] : [])],
    },
    baseline === null
      ? t('noBaseline')
      : { text: amount(lang, baseline.value, unit), more: [periodText(lang, baseline.period)] },
    target === null
      ? t(watch ? 'watched' : 'noTarget')
      : {
          text: bound(lang, target.value, unit, better),
          bold: true,
          more: target.by === null ? [] : [t('by', { day: dayText(lang, target.by) })],
        },
  ];
}

/** Characters of all rows that still fit one page in a type of so many points; measured on rendered pages with five rows
 *  of even length. Above the last, sentences are cut: the whole one stands in the passport. */
const FITS: readonly (readonly [points: number, characters: number])[] = [
  [11, 700],
  [10, 950],
  [9, 1250],
];
const SMALLEST = 9;
/** The longest sentence of one row in the smallest type. */
const LONGEST: Readonly<Record<number, number>> = { 11: 400, 10: 400, 9: 190 };

const sizeFor = ({ indicators }: CardInput): number => {
  const characters = indicators.reduce(
    (sum, { name, sentence, talkTo }) => sum + name.length + sentence.length + talkTo.length,
    0,
  );
  return FITS.find(([, most]) => characters <= most)?.[0] ?? SMALLEST;
};

const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\s,;:—–-]+\S*$/, '')}…`;
