import type { ClientStatus, TEXT_ELEMENTS } from '#facts';
import { HARD_LETTERS_UNIT } from './planted.ts';
import type { TextRow } from './rows.ts';
import type { World } from './world.ts';

type Element = (typeof TEXT_ELEMENTS)[number];

/** How a kind of letter is written: words a sentence, syllables a word, length. */
const MANNER = {
  notice: { sentence: 15.5, syllables: 2.86, words: [60, 150] },
  reply: { sentence: 18.5, syllables: 2.98, words: [120, 420] },
  refusal: { sentence: 24, syllables: 3.1, words: [140, 380] },
} as const;

/** Chance that a letter of this kind names the element. */
const NAMED: Readonly<Record<keyof typeof MANNER, readonly (readonly [Element, number])[]>> = {
  notice: [
    ['date', 0.9],
    ['nextStep', 0.7],
    ['contact', 0.6],
    ['reason', 0.3],
    ['norm', 0.6],
  ],
  reply: [
    ['reason', 0.7],
    ['norm', 0.75],
    ['nextStep', 0.45],
    ['contact', 0.7],
    ['date', 0.3],
    ['appealWay', 0.2],
  ],
  refusal: [
    ['reason', 0.93],
    ['norm', 0.95],
    ['nextStep', 0.68],
    ['appealWay', 0.82],
    ['contact', 0.6],
    ['date', 0.4],
  ],
};

/** School grade of a text (grammar B.4, example 8): 0.36 × words a sentence + 5.76 × syllables a word − 11.97. */
export const gradeOf = (words: number, sentences: number, syllables: number): number =>
  0.36 * (words / sentences) + 5.76 * (syllables / words) - 11.97;

/** Writes one letter; returns its school grade. */
export function writeLetter(
  world: World,
  letter: {
    readonly kind: keyof typeof MANNER;
    readonly caseId: string;
    readonly at: number;
    readonly unit: string;
    readonly employee?: string;
    readonly touchpoint: string;
    readonly clientStatus?: ClientStatus;
  },
): number {
  const { random } = world;
  const manner = MANNER[letter.kind];
  const isHard = letter.unit === HARD_LETTERS_UNIT;
  const words = random.whole(manner.words[0], manner.words[1]);
  const perSentence = Math.max(7, manner.sentence + (isHard ? 6.5 : 0) + 2.4 * random.normal());
  const perWord = manner.syllables + (isHard ? 0.24 : 0) + 0.07 * random.normal();
  const sentences = Math.max(1, Math.round(words / perSentence));
  const syllables = Math.round(words * perWord);
  const elements = NAMED[letter.kind].filter(([, chance]) => random.chance(chance)).map(([element]) => element);
  const row: TextRow = { ...letter, words, sentences, syllables, elements };
  world.text(row);
  return gradeOf(words, sentences, syllables);
}
