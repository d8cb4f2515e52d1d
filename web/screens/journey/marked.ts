// Words inside a sentence that carry weight. The marks are of Unicode's private use, in no text that people write.
const BOLD = '\uE011';
const RUST = '\uE012';
const END = '\uE013';

export const bold = (text: string): string => `${BOLD}${text}${END}`;
/** Only of the weakest link, the one rust thing of a journey. */
export const rust = (text: string): string => `${RUST}${text}${END}`;

export interface MarkedPart {
  readonly tone: 'plain' | 'bold' | 'rust';
  readonly text: string;
}

export const markedParts = (sentence: string): readonly MarkedPart[] =>
  sentence
    .split(/([\uE011\uE012][^\uE013]*\uE013)/)
    .filter((part) => part !== '')
    .map((part): MarkedPart => {
      if (part[0] !== BOLD && part[0] !== RUST) return { tone: 'plain', text: part };
      return { tone: part[0] === BOLD ? 'bold' : 'rust', text: part.slice(1, -1) };
    });
