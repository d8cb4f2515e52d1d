import type { RowType } from '#facts';
import type { Vocabulary } from '../../asked.ts';
import type { Value } from '../../tree.ts';
import type { ConceptName } from '../../words-of-grammar.ts';
import type { Condition } from '../atoms.ts';
import { type Beside, fixed, type Noun } from '../language.ts';
import { list } from '../typeset.ts';
import { CASES, CONCEPT_NOUNS, EVENTS, SPANS, TEXTS } from './nouns.ts';
import * as words from './words.ts';

// Words beside a noun, in English: adjectives, participles and prepositional phrases of single conditions.

export const AND = 'and';
export const OR = 'or';
export const quoted = (codes: readonly string[], joint: string): string =>
  list(
    codes.map((code) => `“${code}”`),
    joint,
  );

export function kindNoun(row: RowType, kind: string): Noun | null {
  const table: Readonly<Record<string, Noun>> =
    row === 'case' ? CASES : row === 'event' ? EVENTS : row === 'span' ? SPANS : row === 'text' ? TEXTS : {};
  return table[kind] ?? null;
}

/** Codes in words, where the vocabulary has them; free codes (services, units …) stand as they are. */
export function codeLabels(row: RowType, field: string, codes: readonly string[]): readonly string[] {
  return codes.map((code) => {
    if (field === 'kind') return kindNoun(row, code)?.forms.nomSg ?? code;
    if (field === 'outcome') return words.OUTCOMES[code] ?? code;
    return field === 'subject' ? (words.SUBJECTS[code]?.about ?? code) : code;
  });
}

export function codesBeside(
  condition: Extract<Condition, { kind: 'codes' }>,
  nouns: readonly Noun[],
  instruments: Vocabulary['instruments'],
): Beside | null {
  const { at, field, codes, negated, row } = condition;
  const not = negated ? 'not ' : '';
  const [code] = codes as readonly [string];
  switch (field) {
    case 'subject': {
      const side = nouns.includes(CASES.complaint) ? 'against' : 'about';
      return fixed(
        'after',
        `${not}${list(
          codes.map((one) => words.SUBJECTS[one]?.[side] ?? one),
          OR,
        )}`,
        at,
      );
    }
    case 'outcome':
      return fixed(
        'after',
        `${not}with the outcome ${quoted(
          codes.map((one) => words.OUTCOMES[one] ?? one),
          OR,
        )}`,
        at,
      );
    case 'refusalGround': {
      const removable = (code === 'fixable') !== negated;
      return fixed(
        'after',
        removable ? 'on grounds that the client could have mended' : 'on grounds that could not be mended',
        at,
      );
    }
    case 'outcomeClass': {
      const got = {
        granted: 'whose request was granted',
        refused: 'who were refused',
        other: 'with another outcome',
      };
      return fixed(
        'after',
        `${not}${list(
          codes.map((one) => got[one as keyof typeof got] ?? one),
          OR,
        )}`,
        at,
      );
    }
    case 'clientStatus': {
      const forms = codes.map((one) => words.CLIENTS[one as keyof typeof words.CLIENTS]);
      return {
        slot: 'after',
        at,
        text: (form) =>
          `${not}of ${list(
            forms.map((one) => (form.endsWith('Pl') ? one.pl : one.sg)),
            AND,
          )}`,
      };
    }
    case 'asked':
      if (codes.length === 1 && code === 'client') return fixed('after', `${not}addressed to the client`, at);
      break;
    case 'recorded':
      return fixed(
        'after',
        (code === 'yes') === negated ? 'without a recorded hand-off' : 'with a recorded hand-off',
        at,
      );
    case 'initiator':
      return fixed('after', `${not}by the ${code}`, at);
    case 'instrument':
      return fixed(
        'after',
        `${not}${quoted(
          codes.map((one) => instruments.get(one)?.name.en ?? one),
          AND,
        )}`,
        at,
      );
    case 'language':
      if (code === 'ru' && codes.length === 1) return fixed('after', `${not}in Russian`, at);
      break;
    case 'kind': {
      const kinds = codes.map((one) => kindNoun(row, one)?.forms.nomPl ?? one);
      return fixed(
        'after',
        negated ? `other than ${list(kinds, AND)}` : `of the kind ${quoted(codeLabels(row, field, codes), OR)}`,
        at,
      );
    }
  }
  const before = words.FIELDS[field]?.before;
  return before === undefined ? null : fixed('after', `${not}${before} ${quoted(codes, OR)}`, at);
}

export function conceptBeside(name: ConceptName, negated: boolean, at: readonly string[]): Beside | null {
  const not = negated ? 'not ' : '';
  switch (name) {
    case 'closed':
      return negated ? fixed('after', 'not closed', at) : fixed('before', 'closed', at);
    case 'decided':
      return fixed('after', `${not}decided on the merits`, at);
    case 'positive':
      return fixed('after', `with${negated ? 'out' : ''} a positive decision`, at);
    case 'refusal':
      return fixed('after', negated ? 'not refused' : 'refused', at);
    case 'upheld':
      return negated ? fixed('after', 'not upheld', at) : fixed('before', 'upheld', at);
    case 'byClient':
      return fixed('after', `${not}by the client`, at);
    case 'answered':
      return negated ? fixed('after', 'without an answer', at) : null;
    case 'clientAction':
    case 'statusAsk':
    case 'docRequest':
    case 'clarification':
      return fixed('after', `other than ${CONCEPT_NOUNS[name]?.forms.nomPl}`, at);
  }
}

export function validBeside(field: string, negated: boolean, at: readonly string[]): Beside {
  const not = negated ? 'not ' : '';
  const participle = words.MOMENTS[field]?.participle;
  if (participle != null) return fixed(negated ? 'after' : 'before', `${not}${participle}`, at);
  if (field === 'reopenedFrom') return fixed('before', negated ? 'first-time' : 'reopened', at);
  if (field === 'parentCase') return fixed('after', `${not}linked to another case`, at);
  if (field === 'journeyRun') return fixed('after', negated ? 'outside client journeys' : 'on a client journey', at);
  return fixed('after', `with${negated ? 'out' : ''} a known ${words.labelOf(field)}`, at);
}

/** Only a field of the row itself: "of at least 50 words". */
export function numberBeside(
  value: Value,
  { op, number, negated }: Extract<Condition, { kind: 'number' }>,
  at: readonly string[],
): Beside | null {
  if (value.kind !== 'field' || negated) return null;
  if (value.field === 'words') return fixed('after', `of ${words.AT_MOST[op]} ${words.number(number)} words`, at);
  if (value.field === 'items')
    return fixed(
      'after',
      `with ${words.AT_MOST[op]} ${words.numberWord(number)} document${number === 1 ? '' : 's'}`,
      at,
    );
  return null;
}
