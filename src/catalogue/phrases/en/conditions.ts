import type { RowType } from '#facts';
import type { Point, Related } from '../../tree.ts';
import type { ConceptName } from '../../words-of-grammar.ts';
import { type Condition, type TimeValue, TURNED } from '../atoms.ts';
import { type Agent, Composer } from '../composer.ts';
import { type Beside, type Clause, fixed, type Lead, type Noun, type Phrase } from '../language.ts';
import { list } from '../typeset.ts';
import {
  AND,
  codeLabels,
  codesBeside,
  conceptBeside,
  kindNoun,
  numberBeside,
  OR,
  quoted,
  validBeside,
} from './besides.ts';
import { CONCEPT_NOUNS, ROWS } from './nouns.ts';
import * as words from './words.ts';

/** How English words conditions, links and windows. */
export abstract class EnConditions extends Composer {
  protected readonly and = AND;
  protected readonly or = OR;

  protected rowNoun(row: RowType): Noun {
    return ROWS[row];
  }

  protected kindNoun(row: RowType, kind: string): Noun | null {
    return kindNoun(row, kind);
  }

  protected conceptNoun(name: ConceptName, kindNamed: boolean): Noun | null {
    return kindNamed && name === 'refusal' ? null : (CONCEPT_NOUNS[name] ?? null);
  }

  protected kindBesides(row: RowType, kinds: readonly string[]): readonly Beside[] {
    return row === 'text' && kinds.length > 0 && !kinds.includes('page') ? [fixed('before', 'written', [])] : [];
  }

  protected inserted(text: string): string {
    return ` ${text}`;
  }

  protected lead(lead: Lead): string {
    return { over: 'that had', of: 'whose', in: 'that', after: 'followed by', on: 'that' }[lead];
  }

  protected withWindow(clause: string, window: string): string {
    return window === '' ? clause : `${clause} ${window}`;
  }

  protected beside(condition: Condition, nouns: readonly Noun[]): Beside | null {
    const { at, negated } = condition;
    switch (condition.kind) {
      case 'concept':
        return conceptBeside(condition.name, negated, at);
      case 'codes':
        return codesBeside(condition, nouns, this.vocabulary.instruments);
      case 'valid':
        return validBeside(condition.field, negated, at);
      case 'moments': {
        const { field, op, other } = condition;
        const moment = words.MOMENTS[field];
        const rest = `${words.BY_WHEN[op]} ${this.momentName(other)}`;
        if (moment?.participle != null) return fixed('after', `${moment.participle} ${rest}`, at);
        return fixed('after', `whose ${moment?.bare ?? words.labelOf(field)} came ${rest}`, at);
      }
      case 'length':
        return this.lengthBeside(condition);
      case 'number':
        return numberBeside(condition.value, condition, at);
      case 'has':
      case 'contains':
        return null;
    }
  }

  /** "finished within 180 days of the start": a time that ends at a moment with a participle. */
  private lengthBeside({ value, op, duration, at, negated }: Extract<Condition, { kind: 'length' }>): Beside | null {
    if (value.kind !== 'time' || value.to.kind !== 'field' || op === 'equal') return null;
    const participle = words.MOMENTS[value.to.field]?.participle;
    if (participle == null) return null;
    const length = words.duration(duration);
    const from = this.pointName(value.from);
    const when =
      op === 'lte'
        ? `within ${length} of ${from}`
        : op === 'lt'
          ? `less than ${length} after ${from}`
          : `more than ${length} after ${from}`;
    const less =
      value.less.length === 0
        ? ''
        : ` (without ${list(
            value.less.map((kind) => words.SPAN_LESS[kind]),
            AND,
          )})`;
    return fixed('after', `${negated ? 'not ' : ''}${participle} ${when}${less}`, at);
  }

  protected clause(condition: Condition): Clause {
    const { at, negated } = condition;
    const not = negated ? 'not ' : '';
    const said = (lead: Lead, text: string, window = ''): Clause => ({ lead, text, window, at });
    switch (condition.kind) {
      case 'has': {
        const { related } = condition;
        const own = this.isOwnMoment(related.after);
        const { phrase } = this.related(related);
        const words_ = negated ? `no ${this.render(phrase, 'nomSg')}` : this.withArticle(phrase);
        return said(own ? 'after' : 'over', words_, this.window(related, own));
      }
      case 'contains': {
        const elements = condition.elements.map((one) => words.ELEMENTS[one] ?? one);
        return said('in', negated ? `do not state ${list(elements, OR)}` : `state ${list(elements, AND)}`);
      }
      case 'number':
        return this.numberClause(condition);
      case 'length':
        return said(
          'over',
          `${words.AT_MOST[negated ? TURNED[condition.op] : condition.op].replace('fewer', 'less')} ${words.duration(condition.duration)} of ${this.time(condition.value, '')}`,
        );
      case 'moments': {
        const noun = words.MOMENTS[condition.field]?.bare ?? words.labelOf(condition.field);
        return said('over', `a ${noun} ${words.BY_WHEN[condition.op]} ${this.momentName(condition.other)}`);
      }
      case 'codes': {
        const { field, codes, row } = condition;
        if (field === 'answered')
          return said('on', (codes[0] === 'yes') === negated ? 'were not answered' : 'were answered');
        const name = field.startsWith('x:') ? `attribute “${words.labelOf(field)}”` : words.labelOf(field);
        return said('of', `${name} is ${not}${quoted(codeLabels(row, field, codes), OR)}`);
      }
      case 'valid':
        return said('of', `${words.labelOf(condition.field)} is ${negated ? 'un' : ''}known`);
      case 'concept': {
        const state = words.STATES[condition.name] ?? condition.name;
        return said('over', negated ? `no ${state}` : `${/^[aeiou]/.test(state) ? 'an' : 'a'} ${state}`);
      }
    }
  }

  /** "a reply or decision by the body". */
  protected withArticle(phrase: Phrase): string {
    const text = this.render(phrase, 'nomSg');
    if (phrase.nouns[0]?.bare === true) return text;
    if (text.startsWith('other ')) return `an${text}`;
    return `${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${text}`;
  }

  private numberClause({ value, op, number, negated, at }: Extract<Condition, { kind: 'number' }>): Clause {
    const bound = `${negated ? 'not ' : ''}${words.AT_MOST[op]} ${words.numberWord(number)}`;
    if (value.kind === 'count') {
      const { phrase } = this.related(value.related);
      const text = `${bound} ${this.render(phrase, number === 1 ? 'nomSg' : 'nomPl', OR)}`;
      return { lead: 'over', text, window: this.window(value.related, false), at };
    }
    if (value.kind === 'total' || value.kind === 'distinct') {
      const { phrase } = this.related(value.related);
      const what =
        value.kind === 'total' ? words.labelOf(value.field) : `number of different ${words.pluralOf(value.field)}`;
      return {
        lead: 'of',
        text: `${what} over ${this.render(phrase, 'nomPl')} is ${bound}`,
        window: this.window(value.related, false),
        at,
      };
    }
    const what = value.kind === 'field' ? words.labelOf(value.field) : 'school grade';
    return {
      lead: 'of',
      text: `${what} is ${negated ? 'not ' : ''}${words.AT_MOST[op].replace('fewer', 'less')} ${words.number(number)}`,
      window: '',
      at,
    };
  }

  protected agentBeside(agent: Agent, _kinds: readonly string[], at: readonly string[]): Beside {
    const who = {
      client: 'by the client',
      notClient: 'by the body',
      body: "by the body's staff",
      system: 'by the system',
    }[agent];
    return fixed('after', who, at);
  }

  protected linkBesides({ link, fact, after, at }: Related): readonly Beside[] {
    const where = [at];
    if (fact === 'case') {
      switch (link) {
        case 'sameMatter':
          return [
            fixed('before', after === null ? 'other' : 'new', where),
            fixed('after', 'on the same matter', where),
          ];
        case 'reopened':
          return [fixed('before', 'reopened', where)];
        case 'child':
          return [fixed('after', 'about the case', where)];
        case 'parent':
          return [fixed('before', 'parent', where)];
        case 'sameJourney':
          return [fixed('after', 'on the same client journey', where)];
        case 'sameCase':
          return [];
      }
    }
    const places = {
      sameCase: '',
      sameMatter: 'in cases on the same matter',
      reopened: 'in the reopened case',
      child: 'in linked cases',
      parent: 'in the parent case',
      sameJourney: 'over the whole client journey',
    };
    return places[link] === '' ? [] : [fixed('after', places[link], where)];
  }

  /** "within 30 days of closing", "before closing". `ownAfter`: the clause's lead says "followed by" already. */
  protected window({ after, before, within, at }: Related, ownAfter: boolean): string {
    if (after !== null && ownAfter) this.note([after.at], 'followed by');
    const from = after === null || ownAfter ? '' : this.pointName(after);
    const length = within === null ? '' : this.note([`${at}.within`], `within ${words.duration(within)}`);
    const since = from === '' ? '' : this.note([after?.at ?? at], `${length === '' ? 'after' : 'of'} ${from}`);
    const until = before === null ? '' : this.note([before.at], this.untilPoint(before));
    return [length, since, until].filter((word) => word !== '').join(' ');
  }

  private untilPoint(point: Point): string {
    if (point.kind === 'field' && !this.isOwnMoment(point))
      return words.MOMENTS[point.field]?.before ?? `before ${this.momentName(point.field)}`;
    return `before ${this.pointName(point)}`;
  }

  protected momentName(field: string | null): string {
    return field === null ? words.PERIOD_END_WORDS.name : (words.MOMENTS[field]?.name ?? words.labelOf(field));
  }

  /** "registration", "the first reply"; the row's own moment is the row's noun. */
  protected pointName(point: Point): string {
    switch (point.kind) {
      case 'periodEnd':
        return words.PERIOD_END_WORDS.name;
      case 'field':
        return this.isOwnMoment(point) && !this.telling
          ? `the ${this.render(this.population(), 'nomSg')}`
          : this.momentName(point.field);
      case 'first':
      case 'last': {
        const { phrase } = this.related(point.related);
        const { after } = point.related;
        const own = this.isOwnMoment(after);
        const window = this.window({ ...point.related, after: own ? null : after }, false);
        const order = `the ${point.kind}`;
        if (after !== null && own) this.note([after.at], order);
        return [order, this.render(phrase, 'nomSg'), window].filter((word) => word !== '').join(' ');
      }
    }
  }

  /** "calendar time (in days) from registration to closing without suspensions". */
  protected time(value: TimeValue, unit: string): string {
    const note = unit === '' ? '' : ` (${unit})`;
    if (value.kind === 'spans') {
      const note =
        unit === '' ? '' : ` (${value.clock === 'calendar' ? unit.replace('in days', 'in calendar days') : unit})`;
      if (value.spans.length === 1 && value.spans[0] === 'gap') return `nobody's time${note}`;
      return `time ${list(
        value.spans.map((kind) => words.SPAN_PLACES[kind]),
        AND,
      )}${note}`;
    }
    const less =
      value.less.length === 0
        ? ''
        : ` without ${list(
            value.less.map((kind) => words.SPAN_LESS[kind]),
            AND,
          )}`;
    const path = this.metric.of === 'run' && value.to.kind === 'field' ? ' of the journey' : '';
    return `${value.clock} time${note} from ${this.pointName(value.from)} to ${this.pointName(value.to)}${path}${less}`;
  }
}
