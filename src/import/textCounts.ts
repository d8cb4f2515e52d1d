/** Counts of an official text, for the readability grade (catalogue grammar, `gradeRu`). */
export interface TextCounts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** Words, sentences and syllables of a letter or page. A word has a letter («какой-то» is one, «59-ФЗ» is one, «2024»
 *  none). In Russian every vowel letter is a syllable; in other languages a group of vowels is, at least one a word.
 *  A sentence ends at `.`, `!`, `?`, `…` before a capital, a digit, a quote or the end, and at every line break and
 *  list item; abbreviations («ст.», «п.», «г.», «т. д.») and initials end none. */
export const textCounts = (content: string, language = 'ru'): TextCounts => {
  const words = wordsOf(content);
  const syllables =
    language === 'ru' ? count(content, VOWELS) : words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return { words: words.length, sentences: sentencesOf(content), syllables };
};

const WORD =
  /[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*(?:[-‑'’][\p{L}\p{N}]+)*|\p{N}+(?:[-‑'’][\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*)+/gu;
const VOWELS = /[аеёиоуыэюя]/giu;

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const syllablesOf = (word: string): number => {
  const groups = count(word.normalize('NFD'), /[aeiouyаеёиоуыэюя]+/giu);
  const silent = /[^aeiouyl]e$/i.test(word) ? 1 : 0;
  return Math.max(1, groups - silent);
};

const ITEMS = /[\r\n\u2028\u2029]+|[•▪‣◦●]/u;

const sentencesOf = (text: string): number => {
  let sentences = 0;
  for (const line of text.split(ITEMS)) {
    let start = 0;
    for (const stop of line.matchAll(/[.!?…]+["»”)\]]*/gu)) {
      const end = stop.index + stop[0].length;
      if (!endsSentence(line.slice(start, stop.index), stop[0], line.slice(end))) continue;
      if (hasWord(line.slice(start, end))) sentences++;
      start = end;
    }
    if (hasWord(line.slice(start))) sentences++;
  }
  return sentences;
};

const hasWord = (text: string): boolean => /\p{L}/u.test(text);

/** `before` reaches back to the last end; `after` to the end of the line. */
const endsSentence = (before: string, stop: string, after: string): boolean => {
  if (after.trim() === '') return true;
  // «3.5», «gosuslugi.ru», «Приозёрск…» within a word.
  if (!/^\s/u.test(after)) return false;
  if (!/^\s+["«“„([—–-]*\s*[\p{Lu}\p{N}№]/u.test(after)) return false;
  return !stop.startsWith('.') || stop.startsWith('..') || !isAbbreviation(before);
};

const isAbbreviation = (before: string): boolean => {
  const last = /(?:^|[^\p{L}])(\p{L}+)$/u.exec(before)?.[1];
  if (last === undefined) return false;
  // Initials: one capital letter.
  if (/^\p{Lu}$/u.test(last)) return true;
  return ABBREVIATIONS.has(last.toLowerCase());
};

/** As they stand before the stop. Single letters are those of «т. д.», «п. 2», «г. Озёрск», «д. 5». */
const ABBREVIATIONS = new Set(
  (
    'ст п пп ч г гг в вв с стр т д е к м см абз подп разд гл прил рис табл ред утв изд им ул пр просп пер пл наб бул ' +
    'бульв ш корп стр кв оф обл респ р н пос дер тел факс доб эл руб коп тыс млн млрд мин сек час напр др проч ' +
    'исп зам нач гр гос мун рег вх исх др ср англ лат сч etc e i vs mr mrs dr art par sec'
  ).split(' '),
);
