import type { RowType } from '#facts';
import type { Vocabulary } from '../asked.ts';
import type { Metric, Point, Predicate, Related } from '../tree.ts';
import type { ConceptName } from '../words-of-grammar.ts';
import { type Condensed, type Condition, condense, conjuncts } from './atoms.ts';
import type { Beside, Clause, Form, Lead, Noun, Phrase, Spoken } from './language.ts';
import { list, typeset } from './typeset.ts';

/** Who acts in an event. `notClient` is the body or its system. */
export type Agent = 'client' | 'notClient' | 'body' | 'system';

/** What a related selection is, taken apart: nouns, agent and the rest. */
export interface Selection {
  readonly kinds: readonly string[];
  readonly agent: Agent | null;
  readonly agentAt: readonly string[];
  readonly phrase: Phrase;
}

/** Joins conditions into phrases and clauses; a language words the parts. One composer words one metric once: it
 *  notes which node each piece of text spoke for. */
export abstract class Composer {
  readonly spoken: Spoken[] = [];
  /** Filters that the main sentence leaves to the paragraph of what is left out. */
  readonly asides: string[] = [];

  constructor(
    readonly metric: Metric,
    readonly vocabulary: Vocabulary,
  ) {}

  protected abstract readonly and: string;
  protected abstract readonly or: string;
  protected abstract rowNoun(row: RowType): Noun;
  protected abstract kindNoun(row: RowType, kind: string): Noun | null;
  /** A concept that is a noun of its own («вопрос о ходе дела»). `kindNamed`: another condition names the kind. */
  protected abstract conceptNoun(name: ConceptName, kindNamed: boolean): Noun | null;
  /** The condition as words beside the noun; null where it can only be a clause. */
  protected abstract beside(condition: Condition, nouns: readonly Noun[]): Beside | null;
  protected abstract clause(condition: Condition): Clause;
  protected abstract agentBeside(agent: Agent, kinds: readonly string[], at: readonly string[]): Beside;
  protected abstract linkBesides(related: Related): readonly Beside[];
  /** Words of the population that no condition says: internal clients alone, a stock at the period's end. */
  protected abstract tacitBesides(): readonly Beside[];
  /** What the kinds of a row let say of all of them («письменный»). */
  protected abstract kindBesides(row: RowType, kinds: readonly string[]): readonly Beside[];
  protected abstract inserted(text: string): string;
  protected abstract lead(lead: Lead, form: Form, noun: Noun): string;
  protected abstract withWindow(clause: string, window: string): string;

  note(at: readonly string[], text: string): string {
    for (const path of at) this.spoken.push({ path, text: typeset(text) });
    return text;
  }

  /** Set while the population is told: its own conditions cannot name it by itself. */
  protected telling = false;

  /** The metric's own rows. */
  population(): Phrase {
    const { where, of } = this.metric;
    this.telling = true;
    const { phrase } = this.selection(of, where);
    this.telling = false;
    return { ...phrase, besides: [...phrase.besides, ...this.tacitBesides()] };
  }

  selection(row: RowType, where: Predicate | null): Selection {
    const parts = where === null ? [] : conjuncts(condense(where, row));
    const kindPart = parts.find((part) => part.kind === 'codes' && part.field === 'kind' && !part.negated);
    const kinds = kindPart?.kind === 'codes' ? kindPart.codes : [];
    const nouns: Noun[] = kinds.map((kind) => this.kindNoun(row, kind) ?? this.rowNoun(row));
    const at: string[] = kindPart?.kind === 'codes' ? [...kindPart.at] : [];
    const rest: Condensed[] = [];
    let agent: Agent | null = null;
    const agentAt: string[] = [];
    for (const part of parts) {
      if (part === kindPart) continue;
      const noun = part.kind === 'concept' && !part.negated ? this.conceptNoun(part.name, kinds.length > 0) : null;
      const who = agentOf(part);
      if (noun !== null && part.kind === 'concept') {
        nouns.push(noun);
        at.push(...part.at);
        if (part.name === 'upheld') rest.push(part);
      } else if (who !== null && 'at' in part) {
        agent = who;
        agentAt.push(...part.at);
      } else rest.push(part);
    }
    const all = nouns.length > 0 ? nouns : [this.rowNoun(row)];
    const besides: Beside[] = agent === null ? [] : [this.agentBeside(agent, kinds, agentAt)];
    besides.push(...this.kindBesides(row, kinds));
    const clauses: Clause[] = [];
    for (const part of rest) {
      const beside = this.besideOf(part, all);
      if (beside !== null) besides.push(beside);
      else clauses.push(this.clauseOf(part));
    }
    return { kinds, agent, agentAt, phrase: { nouns: all, besides, clauses, at } };
  }

  /** The selection of related rows as a phrase, its link included. */
  related(related: Related): Selection {
    const selection = this.selection(related.fact, related.where);
    const besides = [...selection.phrase.besides, ...this.linkBesides(related)];
    return { ...selection, phrase: { ...selection.phrase, besides, at: [...selection.phrase.at, related.at] } };
  }

  render(phrase: Phrase, form: Form, joint: string = form.endsWith('Sg') ? this.or : this.and): string {
    const [first] = phrase.nouns as readonly [Noun];
    const side = (slot: Beside['slot']) =>
      phrase.besides
        .filter((beside) => beside.slot === slot)
        .map((beside) => this.note(beside.at, beside.text(form, first.gender)));
    const nouns = this.note(
      phrase.at,
      list(
        phrase.nouns.map((noun) => noun.forms[form]),
        joint,
      ),
    );
    const core = [...side('before'), nouns, ...side('after')].filter((word) => word !== '').join(' ');
    const inserted = side('inserted').map((text) => this.inserted(text));
    return [core, ...inserted, this.clauses(phrase.clauses, this.and, form, first)].join('');
  }

  /** Clauses about the noun: those with the same lead share it. */
  clauses(clauses: readonly Clause[], joint: string, form: Form, noun: Noun): string {
    const leads = [...new Set(clauses.map((clause) => clause.lead))];
    return leads
      .map((lead) => {
        const same = clauses.filter((clause) => clause.lead === lead);
        return this.inserted(`${this.lead(lead, form, noun)} ${this.join(same, joint)}`);
      })
      .join('');
  }

  /** Clauses under one lead; a window that all share is said once. */
  protected join(clauses: readonly Clause[], joint: string): string {
    const [first] = clauses;
    const shared = clauses.length > 1 && clauses.every((clause) => clause.window === first?.window);
    if (shared && first !== undefined) {
      const words = clauses.map((clause) => bracketed(clause, this.note(clause.at, clause.text)));
      return this.withWindow(list(words, joint), first.window);
    }
    const alone = clauses.length === 1;
    const words = clauses.map((clause) => {
      const text = this.note(clause.at, clause.text);
      return this.withWindow(alone ? text : bracketed(clause, text), clause.window);
    });
    return list(words, joint);
  }

  besideOf(part: Condensed, nouns: readonly Noun[]): Beside | null {
    if (part.kind !== 'all' && part.kind !== 'any') return this.beside(part, nouns);
    const besides = part.parts.map((one) => this.besideOf(one, nouns));
    if (besides.some((one) => one === null)) return null;
    const known = besides as readonly Beside[];
    const slot = known.some((one) => one.slot !== 'after') ? 'inserted' : 'after';
    const joint = part.kind === 'any' ? this.or : this.and;
    const at: readonly string[] = [];
    return {
      slot,
      at,
      text: (form, gender) =>
        list(
          known.map((one) => this.note(one.at, one.text(form, gender))),
          joint,
        ),
    };
  }

  clauseOf(part: Condensed): Clause {
    if (part.kind !== 'all' && part.kind !== 'any') return this.clause(part);
    const clauses = part.parts.map((one) => this.clauseOf(one));
    const [first] = clauses as unknown as readonly [Clause];
    const shared = clauses.every((clause) => clause.window === first.window);
    const joint = part.kind === 'any' ? this.or : this.and;
    const words = clauses.map((clause) => {
      const text = bracketed(clause, this.note(clause.at, clause.text));
      return shared ? text : this.withWindow(text, clause.window);
    });
    return { lead: first.lead, window: shared ? first.window : '', text: list(words, joint), at: [], group: true };
  }

  /** The numerator of a share: words beside the noun where all its conditions can be that, else clauses. */
  numerator(
    predicate: Predicate,
    row: RowType,
  ): { readonly besides: readonly Beside[]; readonly clauses: readonly Clause[] } {
    const parts = conjuncts(condense(predicate, row));
    const nouns = [this.rowNoun(row)];
    const besides = parts.map((part) => (isClausal(part) ? null : this.besideOf(part, nouns)));
    if (besides.every((one) => one !== null)) return { besides, clauses: [] };
    return { besides: [], clauses: parts.map((part) => this.clauseOf(part)) };
  }

  /** The phrase without its conditions: «дел», «обращений». */
  bare = (phrase: Phrase): Phrase => ({ nouns: phrase.nouns, besides: [], clauses: [], at: [] });

  /** True where a related selection or a point is told from the metric's own moment. */
  isOwnMoment = (point: Point | null): boolean =>
    point !== null && point.kind === 'field' && point.field === 'at' && this.metric.of !== 'case';
}

const bracketed = (clause: Clause, text: string): string => (clause.group ? `(${text})` : text);

/** Conditions that say what happened in the row rather than what it is. */
const isClausal = (part: Condensed): boolean => {
  if (part.kind === 'all' || part.kind === 'any') return part.parts.some(isClausal);
  if (part.kind === 'number') return part.value.kind !== 'grade' && part.value.kind !== 'field';
  return part.kind === 'has' || part.kind === 'contains';
};

function agentOf(part: Condensed): Agent | null {
  if (part.kind === 'concept' && part.name === 'byClient') return part.negated ? 'notClient' : 'client';
  if (part.kind !== 'codes' || part.field !== 'initiator' || part.codes.length !== 1) return null;
  const [code] = part.codes;
  if (code === 'client') return part.negated ? 'notClient' : 'client';
  return !part.negated && (code === 'body' || code === 'system') ? code : null;
}
