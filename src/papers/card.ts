import { refuse } from '#facts';
import { MOST_PER_POSITION } from '#model';
import { type Lang, say } from '#words';
import { type CardRow, type Clip, fitted, NOTE_POINTS } from './cardFit.ts';
import { amount, bound, dayFigures, periodText } from './format.ts';
import type { Block, Paper } from './paper.ts';

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

const COLUMNS = [
  { name: 'indicator', share: 66 },
  { name: 'was', share: 25 },
  { name: 'target', share: 27 },
] as const;

function cardBlocks(card: CardInput, lang: Lang): readonly Block[] {
  const t = (code: string, params = {}) => say(lang, `paper.card.${code}`, params);
  const place = [card.place, `«${card.model}»`].filter((part) => part !== '').join(' · ');
  const talk = t('talk', { who: card.talkTo || '______________________' });
  const { size, rows } = fitted(card.position, [place, talk, t('purpose')], COLUMNS, (clip) =>
    card.indicators.map((indicator) => cardRow(indicator, clip, lang)),
  );
  const note = (text: string): Block => ({ kind: 'note', text, size: NOTE_POINTS });
  return [
    { kind: 'heading', text: card.position, first: true },
    note(place),
    {
      kind: 'table',
      size,
      columns: COLUMNS.map(({ name, share }) => ({ title: t(name), share })),
      rows: rows.map((cells, row) =>
        cells.map(([text, ...more], index) => ({
          text: text!,
          bold: index === 0 || (index === 2 && card.indicators[row]!.target !== null),
          more,
        })),
      ),
    },
    note(talk),
    note(t('purpose')),
    {
      kind: 'signatures',
      plain: true,
      signers: [
        { role: t('employee'), name: null },
        { role: t('manager'), name: null },
      ],
    },
  ];
}

/** The paragraphs of each cell. */
function cardRow(indicator: CardIndicator, clip: Clip, lang: Lang): CardRow {
  const { name, sentence, unit, better, shared, watch, baseline, target, talkTo } = indicator;
  const t = (code: string, params = {}) => say(lang, `paper.card.${code}`, params);
  return [
    [shared ? t('shared', { name }) : name, clip(sentence), ...(talkTo ? [t('talkOf', { who: talkTo })] : [])],
    baseline === null ? [t('noBaseline')] : [amount(lang, baseline.value, unit), periodText(lang, baseline.period)],
    target === null
      ? [t(watch ? 'watched' : 'noTarget')]
      : [
          bound(lang, target.value, unit, better),
          ...(target.by === null ? [] : [t('by', { day: dayFigures(target.by) })]),
        ],
  ];
}
