/** Why a sentence is hard to read. */
export interface WordingFault {
  readonly code: 'longSentence' | 'manySentences' | 'officialese' | 'longWords';
  /** What was found: a count, or the words. */
  readonly found: string;
  readonly most: number;
}

const MOST_WORDS = 20;
const MOST_SENTENCES = 2;
/** Letters a word on average; plain Russian has 5–6, an order 8 and more. */
const MOST_LETTERS = 8.5;

/** Stems that say nothing and make a sentence an order (domain.md § 5). */
const OFFICIALESE =
  /(?:в целях|осуществл[а-я]*|надлежащ[а-я]*|вышеуказан[а-я]*|нижеследующ[а-я]*|в соответствии с|прин(?:ять|имаются|има[а-я]*) мер[а-я]*|обеспечени[а-я]+|в рамках|данн(?:ый|ая|ое|ые|ого|ой|ым|ых) показател[а-я]*|aforementioned|pursuant to|in order to ensure|with regard to)/iu;

/** The first thing that makes a short text hard; null: nothing does. An empty one is not judged. */
export function wordingFault(text: string): WordingFault | null {
  const words = text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length === 0) return null;
  const official = OFFICIALESE.exec(text)?.[0];
  if (official) return { code: 'officialese', found: official, most: 0 };
  const sentences = text.split(/[.!?…]+(?:\s|$)/u).filter((sentence) => /\p{L}/u.test(sentence));
  if (sentences.length > MOST_SENTENCES)
    return { code: 'manySentences', found: String(sentences.length), most: MOST_SENTENCES };
  const longest = Math.max(...sentences.map((sentence) => sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0));
  if (longest > MOST_WORDS) return { code: 'longSentence', found: String(longest), most: MOST_WORDS };
  const letters = words.reduce((sum, word) => sum + word.length, 0) / words.length;
  if (words.length >= 5 && letters > MOST_LETTERS)
    return { code: 'longWords', found: letters.toFixed(1), most: MOST_LETTERS };
  return null;
}
