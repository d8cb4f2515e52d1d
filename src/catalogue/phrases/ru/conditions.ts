import type { EventKind, RowType } from '#facts';
import type { Point, Related } from '../../tree.ts';
import type { ConceptName } from '../../words-of-grammar.ts';
import { type Condition, type TimeValue, TURNED } from '../atoms.ts';
import { type Agent, Composer } from '../composer.ts';
import { type Beside, type Clause, type Form, fixed, type Gender, type Lead, type Noun } from '../language.ts';
import { CLOSE, list } from '../typeset.ts';
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
import { adjective, CONCEPT_NOUNS, other, ROWS } from './nouns.ts';
import * as words from './words.ts';

/** How Russian words conditions, links and windows. */
export abstract class RuConditions extends Composer {
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
    const written = row === 'text' && kinds.length > 0 && !kinds.includes('page');
    return written ? [{ slot: 'before', at: [], text: adjective('письменн') }] : [];
  }

  protected inserted(text: string): string {
    return `, ${text}${CLOSE}`;
  }

  protected lead(lead: Lead, form: Form, { gender }: Noun): string {
    const [dative, genitive, locative, accusative] = form.endsWith('Pl')
      ? ['которым', 'которых', 'которых', 'которые']
      : gender === 'f'
        ? ['которой', 'которой', 'которой', 'которую']
        : ['которому', 'которого', 'котором', 'который'];
    switch (lead) {
      case 'over':
        return `по ${dative}`;
      case 'of':
        return `у ${genitive}`;
      case 'in':
        return `в ${locative}`;
      case 'after':
        return `после ${genitive}`;
      case 'on':
        return `на ${accusative}`;
    }
  }

  protected withWindow(clause: string, window: string): string {
    return window === '' ? clause : `${window} ${clause}`;
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
      case 'moments':
        return this.momentsBeside(condition);
      case 'length':
        return this.lengthBeside(condition);
      case 'number':
        return numberBeside(condition.value, condition, at);
      case 'has':
      case 'contains':
        return null;
    }
  }

  private momentsBeside(condition: Extract<Condition, { kind: 'moments' }>): Beside {
    const { at, field, op, other } = condition;
    const moment = words.MOMENTS[field];
    const rest = `${words.BY_WHEN[op]} ${this.momentGenitive(other)}`;
    if (moment?.participle != null) return { slot: 'inserted', at, text: adjective(moment.participle, rest) };
    const pronoun = (form: Form, gender: Gender) =>
      form.endsWith('Pl') ? 'которых' : gender === 'f' ? 'которой' : 'которого';
    const noun = moment?.nom ?? words.labelOf(field);
    const verb = `наступил${field === 'promisedFor' || field === 'registeredAt' ? 'а' : ''}`;
    return { slot: 'inserted', at, text: (form, gender) => `${noun} ${pronoun(form, gender)} ${verb} ${rest}` };
  }

  /** «завершённых в течение 180 дней после начала»: a time that ends at a moment with a participle. */
  private lengthBeside(condition: Extract<Condition, { kind: 'length' }>): Beside | null {
    const { value, op, duration, at, negated } = condition;
    if (value.kind !== 'time' || value.to.kind !== 'field' || op === 'equal') return null;
    const participle = words.MOMENTS[value.to.field]?.participle;
    if (participle == null) return null;
    const length = words.durationGenitive(duration);
    const from = this.pointGenitive(value.from);
    const within = op === 'lte' || op === 'lt';
    const when = within
      ? `${op === 'lt' ? 'быстрее чем' : 'в течение'} ${length} после ${from}`
      : `позже чем через ${words.durationAccusative(duration)} после ${from}`;
    const less =
      value.less.length === 0
        ? ''
        : ` (без ${list(
            value.less.map((kind) => words.SPAN_LESS[kind]),
            AND,
          )})`;
    return { slot: 'inserted', at, text: adjective(`${negated ? 'не ' : ''}${participle}`, `${when}${less}`) };
  }

  protected clause(condition: Condition): Clause {
    const { at, negated } = condition;
    const said = (lead: Lead, text: string, window = ''): Clause => ({ lead, text, window, at });
    switch (condition.kind) {
      case 'has':
        return this.hasClause(condition.related, negated, at);
      case 'contains': {
        const elements = condition.elements.map((one) => words.ELEMENTS[one] ?? one);
        const [first = ''] = condition.elements;
        const verb =
          elements.length > 1
            ? 'названы'
            : first === 'reason' || first === 'norm' || first === 'date'
              ? 'названа'
              : 'назван';
        if (!negated) return said('in', `${verb} ${list(elements, AND)}`);
        return said('in', `не ${verb} ${elements.length > 1 ? `ни ${elements.join(', ни ')}` : elements.join('')}`);
      }
      case 'number':
        return said(
          condition.value.kind === 'field' || condition.value.kind === 'grade' ? 'of' : 'over',
          this.numberClause(condition),
        );
      case 'length':
        return said(
          'over',
          `${this.timeNominative(condition.value)} ${words.AT_MOST[negated ? TURNED[condition.op] : condition.op]} ${words.durationGenitive(condition.duration)}`,
        );
      case 'moments': {
        const moment = words.MOMENTS[condition.field];
        const verb =
          { closedAt: 'было', startedAt: 'было', endedAt: 'было', registeredAt: 'была', promisedFor: 'была' }[
            condition.field
          ] ?? 'был';
        return said(
          'over',
          `${moment?.nom ?? words.labelOf(condition.field)} ${verb} ${words.BY_WHEN[condition.op]} ${this.momentGenitive(condition.other)}`,
        );
      }
      case 'codes':
        if (condition.field === 'answered') {
          return said('on', (condition.codes[0] === 'yes') === negated ? 'не ответили' : 'ответили');
        }
        return said(
          'of',
          `${condition.field.startsWith('x:') ? `признак «${words.labelOf(condition.field)}»` : words.labelOf(condition.field)} — ${negated ? 'не ' : ''}${quoted(codeLabels(condition.row, condition.field, condition.codes), OR)}`,
        );
      case 'valid':
        return words.HAPPENED[condition.field] === undefined
          ? said('of', `${negated ? 'не указано' : 'указано'} поле «${words.labelOf(condition.field)}»`)
          : said('over', happened(condition.field, negated));
      case 'concept': {
        return said('over', happened(condition.name, negated));
      }
    }
  }

  private hasClause(related: Related, negated: boolean, at: readonly string[]): Clause {
    const { phrase, kinds, agent, agentAt } = this.related(related);
    const after = this.isOwnMoment(related.after);
    const lead: Lead = after ? 'after' : 'over';
    const window = this.window(related, after);
    const noun = phrase.nouns[0] as Noun;
    if (negated) {
      // «ни подачи, ни решения»
      const nouns = phrase.nouns.map((one) => ({ ...one, forms: { ...one.forms, genSg: `ни ${one.forms.genSg}` } }));
      const many = nouns.length > 1;
      return {
        lead,
        window,
        text: `нет ${this.render(many ? { ...phrase, nouns } : phrase, 'genSg', many ? ',' : OR)}`,
        at,
      };
    }
    const simple = related.fact === 'event' && kinds.length > 0 && phrase.clauses.length === 0;
    const tails = phrase.besides.filter((beside) => beside.at !== agentAt && beside.slot === 'after');
    if (simple && phrase.besides.every((beside) => beside.at === agentAt || beside.slot === 'after')) {
      const who = agent === null ? 'done' : agent === 'client' ? 'client' : 'body';
      const deeds = list(
        kinds.map((kind) => words.DEEDS[kind as EventKind][who]),
        OR,
      );
      const tail = tails.map((beside) => this.note(beside.at, beside.text('nomSg', noun.gender))).join(' ');
      const subject =
        agent === null
          ? ''
          : { client: 'клиент', notClient: 'орган', body: 'сотрудник органа', system: 'система' }[agent];
      this.note(phrase.at, deeds);
      if (subject !== '') this.note(agentAt, subject);
      const text = tail === '' ? deeds : `${deeds} ${tail}`;
      return { lead, window: [subject, window].filter((word) => word !== '').join(' '), text, at };
    }
    if (related.link === 'reopened' && related.fact === 'case' && related.where === null) {
      return { lead, window, text: this.note([related.at], 'само дело открыто заново'), at };
    }
    const verb = related.fact === 'case' ? 'поступил' : related.fact === 'text' ? 'отправлен' : 'был';
    const ending = { m: '', f: 'а', n: 'о' }[noun.gender];
    return { lead, window, text: `${verb}${ending} ${this.render(phrase, 'nomSg')}`, at };
  }

  private numberClause(condition: Extract<Condition, { kind: 'number' }>): string {
    const { value, op, number, negated } = condition;
    const not = negated ? 'не ' : '';
    const bound = (gender: Gender) => `${not}${words.AT_MOST[op]} ${words.genitiveNumber(number, gender)}`;
    if (value.kind === 'count') {
      const { phrase } = this.related(value.related);
      const window = this.window(value.related, false);
      return `${[this.render(phrase, 'genPl'), window].filter((word) => word !== '').join(' ')} ${bound(phrase.nouns[0]?.gender ?? 'n')}`;
    }
    if (value.kind === 'field')
      return `${words.labelOf(value.field)} ${not}${words.AT_MOST[op]} ${words.number(number)}`;
    if (value.kind === 'total' || value.kind === 'distinct') {
      const { phrase } = this.related(value.related);
      const what =
        value.kind === 'total'
          ? words.labelOf(value.field)
          : `число разных ${words.FIELDS[value.field]?.genPl ?? 'значений'}`;
      return `${what} среди ${this.render(phrase, 'genPl')} ${bound('n')}`;
    }
    return `школьный класс ${not}${words.AT_MOST[op]} ${words.number(number)}`;
  }

  protected agentBeside(agent: Agent, kinds: readonly string[], at: readonly string[]): Beside {
    const deed = kinds.length > 0 && kinds.every((kind) => words.DEED_NOUNS.includes(kind));
    const text =
      kinds.length === 0 && agent === 'client'
        ? 'по инициативе клиента'
        : {
            client: deed ? 'клиентом' : 'клиента',
            notClient: 'со стороны органа',
            body: deed ? 'сотрудником органа' : 'сотрудника органа',
            system: 'автоматически',
          }[agent];
    return fixed('after', text, at);
  }

  protected linkBesides({ link, fact, after, at }: Related): readonly Beside[] {
    const where = [at];
    if (fact === 'case') {
      switch (link) {
        case 'sameMatter':
          return [
            { slot: 'before', at: where, text: after === null ? other : adjective('нов') },
            fixed('after', 'по тому же вопросу', where),
          ];
        case 'reopened':
          return [{ slot: 'before', at: where, text: adjective('заново открыт') }];
        case 'child':
          return [fixed('after', 'по делу', where)];
        case 'parent':
          return [{ slot: 'before', at: where, text: adjective('исходн') }];
        case 'sameJourney':
          return [fixed('after', 'на том же клиентском пути', where)];
        case 'sameCase':
          return [];
      }
    }
    const places = {
      sameCase: '',
      sameMatter: 'в делах по тому же вопросу',
      reopened: 'в заново открытом деле',
      child: 'в связанных делах',
      parent: 'в исходном деле',
      sameJourney: 'на всём клиентском пути',
    };
    return places[link] === '' ? [] : [fixed('after', places[link], where)];
  }

  /** «в течение 30 дней после закрытия», «до закрытия». `ownAfter`: the clause's lead says "after" already. */
  protected window({ after, before, within, at }: Related, ownAfter: boolean): string {
    const length = within === null ? '' : this.note([`${at}.within`], `в течение ${words.durationGenitive(within)}`);
    const from = after === null ? '' : ownAfter ? '' : this.note([after.at], `после ${this.pointGenitive(after)}`);
    if (after !== null && ownAfter) this.note([after.at], 'после');
    const until = before === null ? '' : this.note([before.at], this.untilPoint(before));
    return [length, from, until].filter((word) => word !== '').join(' ');
  }

  private untilPoint(point: Point): string {
    if (point.kind === 'field' && !this.isOwnMoment(point))
      return words.MOMENTS[point.field]?.before ?? `до ${this.momentGenitive(point.field)}`;
    return `до ${this.pointGenitive(point)}`;
  }

  protected momentGenitive(field: string | null): string {
    return field === null ? words.PERIOD_END_WORDS.gen : (words.MOMENTS[field]?.gen ?? words.labelOf(field));
  }

  /** «регистрации», «первого ответа, запроса или решения»; the row's own moment is the row's noun. */
  protected pointGenitive(point: Point): string {
    switch (point.kind) {
      case 'periodEnd':
        return words.PERIOD_END_WORDS.gen;
      case 'field': {
        if (this.isOwnMoment(point) && !this.telling) return this.render(this.population(), 'genSg');
        return this.momentGenitive(point.field);
      }
      case 'first':
      case 'last': {
        const { phrase } = this.related(point.related);
        const gender = phrase.nouns[0]?.gender ?? 'n';
        const which = adjective(point.kind === 'first' ? 'перв' : 'последн')('genSg', gender);
        const order = point.kind === 'first' ? which : which.replace('ного', 'него').replace('ной', 'ней');
        const { after, before, within } = point.related;
        const window = this.window(
          { ...point.related, after: this.isOwnMoment(after) ? null : after, before, within },
          false,
        );
        if (after !== null && this.isOwnMoment(after)) this.note([after.at], order);
        return [order, this.render(phrase, 'genSg'), window].filter((word) => word !== '').join(' ');
      }
    }
  }

  protected timeNominative(value: TimeValue): string {
    return this.time(value, 'nom', '');
  }

  /** «календарное время (в днях) от регистрации до закрытия», in a case. */
  protected time(value: TimeValue, grammatical: 'nom' | 'gen' | 'prep', unit: string): string {
    const endings = { nom: ['ое', 'время'], gen: ['ого', 'времени'], prep: ['ом', 'времени'] }[grammatical] as [
      string,
      string,
    ];
    const note = unit === '' ? '' : ` (${unit})`;
    if (value.kind === 'spans') {
      const note =
        unit === '' ? '' : ` (${value.clock === 'calendar' ? unit.replace('в днях', 'в календарных днях') : unit})`;
      if (value.spans.length === 1 && value.spans[0] === 'gap')
        return `${grammatical === 'nom' ? 'ничьё' : grammatical === 'gen' ? 'ничьего' : 'ничьём'} ${endings[1]}${note}`;
      return `${endings[1]} ${list(
        value.spans.map((kind) => words.SPAN_PLACES[kind]),
        AND,
      )}${note}`;
    }
    const clock = value.clock === 'calendar' ? 'календарн' : 'рабоч';
    const soft = value.clock === 'working' ? { nom: 'ее', gen: 'его', prep: 'ем' }[grammatical] : endings[0];
    const less =
      value.less.length === 0
        ? ''
        : ` без ${list(
            value.less.map((kind) => words.SPAN_LESS[kind]),
            AND,
          )}`;
    const path = this.metric.of === 'run' && value.to.kind === 'field' ? ' пути' : '';
    return `${clock}${soft} ${endings[1]}${note} от ${this.pointGenitive(value.from)} до ${this.pointGenitive(value.to)}${path}${less}`;
  }
}

/** «дело закрыто», «дело не закрыто»: the "not" stands before the last word's group. */
function happened(name: string, negated: boolean): string {
  const [subject = '', state = ''] = words.HAPPENED[name] ?? [];
  return `${subject} ${negated ? 'не ' : ''}${state}`.trim();
}
