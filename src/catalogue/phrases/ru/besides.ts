import type { RowType } from '#facts';
import type { Vocabulary } from '../../asked.ts';
import type { Value } from '../../tree.ts';
import type { ConceptName } from '../../words-of-grammar.ts';
import type { Condition } from '../atoms.ts';
import { type Beside, type Form, fixed, type Noun } from '../language.ts';
import { CLOSE, list } from '../typeset.ts';
import { adjective, CASES, CONCEPT_NOUNS, EVENTS, SPANS, TEXTS } from './nouns.ts';
import * as words from './words.ts';

// Words beside a noun, in Russian: participles, adjectives and prepositional phrases of single conditions.

export const AND = 'и';
export const OR = 'или';
export const quoted = (codes: readonly string[], joint: string): string =>
  list(
    codes.map((code) => `«${code}»`),
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
    if (field === 'clientStatus') return words.CLIENTS[code as keyof typeof words.CLIENTS]?.nom ?? code;
    if (field === 'subject') return words.SUBJECTS[code]?.about ?? code;
    return words.CODES[code] ?? code;
  });
}

export function codesBeside(
  condition: Extract<Condition, { kind: 'codes' }>,
  nouns: readonly Noun[],
  instruments: Vocabulary['instruments'],
): Beside | null {
  const { at, field, codes, negated, row } = condition;
  const not = negated ? 'не ' : '';
  const [code] = codes as readonly [string];
  if (field === 'subject') {
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
  if (field === 'outcome') {
    const named = codeLabels(row, field, codes);
    return fixed('after', `${negated ? 'не ' : ''}с исходом ${quoted(named, OR)}`, at);
  }
  if (field === 'refusalGround') {
    const removable = (code === 'fixable') !== negated;
    return fixed(
      'after',
      removable ? `по причинам, которые клиент мог устранить${CLOSE}` : 'по неустранимым причинам',
      at,
    );
  }
  if (field === 'outcomeClass') {
    const class_ = { granted: 'положительное решение', refused: 'отказ', other: 'иное решение' };
    const got = list(
      codes.map((one) => class_[one as keyof typeof class_] ?? one),
      OR,
    );
    const stem = `${negated ? 'не ' : ''}получивш`;
    const forms: Partial<Record<Form, string>> = {
      nomPl: 'ие',
      genPl: 'их',
      prepPl: 'их',
      genSg: 'его',
      accSg: 'его',
    };
    return { slot: 'inserted', at, text: (form) => `${stem}${forms[form] ?? 'ий'} ${got}` };
  }
  if (field === 'clientStatus') {
    const forms = codes.map((one) => words.CLIENTS[one as keyof typeof words.CLIENTS]);
    const text = (form: Form) =>
      `${not}${list(
        forms.map((one) => (form.endsWith('Pl') ? one.pl : one.sg)),
        AND,
      )}`;
    return { slot: 'after', at, text };
  }
  if (field === 'asked' && codes.length === 1 && code === 'client') {
    return { slot: 'inserted', at, text: adjective(`${not}адресованн`, 'клиенту') };
  }
  if (field === 'recorded') {
    return fixed('after', (code === 'yes') === negated ? 'без записанной передачи' : 'с записанной передачей', at);
  }
  if (field === 'initiator')
    return fixed(
      'after',
      `${not}по инициативе ${code === 'client' ? 'клиента' : code === 'body' ? 'органа' : 'системы'}`,
      at,
    );
  if (field === 'instrument') {
    return fixed(
      'after',
      `${not}${quoted(
        codes.map((one) => instruments.get(one)?.name.ru ?? one),
        AND,
      )}`,
      at,
    );
  }
  if (field === 'language' && code === 'ru' && codes.length === 1) return fixed('after', `${not}на русском языке`, at);
  if (field === 'kind') {
    const kinds = codes.map((one) => kindNoun(row, one)?.forms.genPl ?? one);
    return fixed('after', negated ? `кроме ${list(kinds, AND)}` : `вида ${list(kinds, OR)}`, at);
  }
  const before = words.FIELDS[field]?.before;
  return before === undefined ? null : fixed('after', `${not}${before} ${quoted(codes, OR)}`, at);
}

export function conceptBeside(name: ConceptName, negated: boolean, at: readonly string[]): Beside | null {
  const not = negated ? 'не ' : '';
  switch (name) {
    case 'closed':
      return { slot: negated ? 'inserted' : 'before', at, text: adjective(`${not}закрыт`) };
    case 'decided':
      return { slot: 'inserted', at, text: adjective(`${not}решённ`, 'по существу') };
    case 'positive':
      return fixed('after', negated ? 'без положительного решения' : 'с положительным решением', at);
    case 'refusal':
      return fixed('after', negated ? 'без отказа' : 'с отказом', at);
    case 'upheld':
      return {
        slot: 'inserted',
        at,
        text: (form, gender) =>
          `${not}${adjective('признанн')(form, gender)} ${form.endsWith('Pl') ? 'обоснованными' : gender === 'f' ? 'обоснованной' : 'обоснованным'}`,
      };
    case 'byClient':
      return fixed('after', `${not}по инициативе клиента`, at);
    case 'answered':
      return null;
    case 'clientAction':
    case 'statusAsk':
    case 'docRequest':
    case 'clarification':
      return fixed('after', `кроме ${CONCEPT_NOUNS[name]?.forms.genPl}`, at);
  }
}

export function validBeside(field: string, negated: boolean, at: readonly string[]): Beside {
  const not = negated ? 'не ' : '';
  const participle = words.MOMENTS[field]?.participle;
  if (participle != null) return { slot: negated ? 'inserted' : 'before', at, text: adjective(`${not}${participle}`) };
  if (field === 'reopenedFrom')
    return { slot: 'before', at, text: adjective(negated ? 'впервые начат' : 'заново открыт') };
  if (field === 'parentCase') return { slot: 'inserted', at, text: adjective(`${not}связанн`, 'с другим делом') };
  if (field === 'journeyRun')
    return fixed('after', negated ? 'вне клиентских путей' : 'в составе клиентского пути', at);
  const known: Readonly<Record<string, string>> = {
    clientKey: 'известным клиентом',
    unit: 'известным подразделением',
    employee: 'известным сотрудником',
    dueAt: 'установленным сроком',
    promisedFor: 'обещанной датой',
  };
  const text = known[field] ?? `заполненным полем «${words.labelOf(field)}»`;
  return fixed('after', negated ? `не с ${text}` : `с ${text}`, at);
}

/** Only a field of the row itself: «объёмом не меньше 50 слов». */
export function numberBeside(
  value: Value,
  { op, number, negated }: Extract<Condition, { kind: 'number' }>,
  at: readonly string[],
): Beside | null {
  if (value.kind !== 'field' || negated) return null;
  if (value.field === 'words')
    return fixed('after', `объёмом ${words.AT_MOST[op]} ${words.plural(number, 'слова', 'слов', 'слов')}`, at);
  if (value.field === 'items')
    return fixed('inserted', `где документов ${words.AT_MOST[op]} ${words.genitiveNumber(number, 'm')}`, at);
  return null;
}
