import type { Measure, Related, Value } from '../../tree.ts';
import { type Form, fixed, type Phrase } from '../language.ts';
import { list } from '../typeset.ts';
import { EnConditions } from './conditions.ts';
import { ROWS } from './nouns.ts';
import * as words from './words.ts';

/** The main sentence: what is measured, over which rows. */
export class EnComposer extends EnConditions {
  protected tacitBesides() {
    const { metric } = this;
    const besides = [];
    if (metric.population.clients.length === 1 && metric.population.clients[0] === 'internal') {
      const { sg, pl } = words.CLIENTS.internal;
      if (metric.of === 'answer') besides.push(fixed('before', 'internal', []));
      else
        besides.push({ slot: 'after' as const, at: [], text: (form: Form) => `of ${form.endsWith('Pl') ? pl : sg}` });
    }
    if (metric.stock) besides.push(fixed('after', "open at the period's end", []));
    return besides;
  }

  figure(measure: Measure = this.metric.measure): string {
    switch (measure.kind) {
      case 'share':
        return this.share(measure);
      case 'count':
        return `number of ${this.all()}`;
      case 'distinct':
        return `number of different ${words.pluralOf(measure.field)} among ${this.all()}`;
      case 'mean':
        return this.mean(measure.of);
      case 'quantile':
        return this.quantile(measure.p, measure.of);
      case 'sum':
        return this.sum(measure.of);
      case 'ratio':
        return this.ratio(measure.top, measure.bottom);
      case 'rate':
        return `number of ${this.render(this.selection(measure.of, measure.where).phrase, 'nomPl')} per ${words.number(measure.per)} ${this.all()}`;
      case 'topBox':
        return `share ${this.agreeing(measure.values, measure.at)} among ${this.all()}`;
      case 'net': {
        const up = this.note([measure.at], `share of answers ${this.marks(measure.up)}`);
        return `${up} minus that of ${this.marks(measure.down)} to ${this.question()} among ${this.all()}, in points from −100 to +100`;
      }
      case 'worst': {
        const counted = this.metric.of === 'answer' ? 'answers' : ROWS[this.metric.of].forms.nomPl;
        const small = this.note([measure.at], `groups with at least ${words.number(measure.min)} ${counted}`);
        const groups = words.pluralOf(measure.by);
        return `${this.metric.better === 'up' ? 'lowest' : 'highest'} over ${groups}: ${this.figure(measure.measure)} (${small})`;
      }
    }
  }

  private all(form: Form = 'nomPl'): string {
    return this.render(this.population(), form);
  }

  private share(measure: Extract<Measure, { kind: 'share' }>): string {
    const population = this.population();
    const { besides, clauses } = this.numerator(measure.of, this.metric.of);
    const [noun] = population.nouns;
    if (clauses.length > 0 && population.clauses.length === 0 && noun !== undefined) {
      return `share of ${this.all()}${this.clauses(clauses, this.and, 'nomPl', noun)}`;
    }
    const met = this.render({ ...this.bare(population), besides, clauses }, 'nomPl');
    const plain = population.besides.length === 0 && population.clauses.length === 0;
    return `share of ${met} among ${plain ? 'all ' : ''}${this.all()}`;
  }

  private unitNote(): string {
    return words.UNITS[this.metric.unit];
  }

  private noted(): string {
    const unit = this.unitNote();
    return unit === '' ? '' : ` (${unit})`;
  }

  private mean(of: Value): string {
    switch (of.kind) {
      case 'spans':
        return `average ${this.time(of, this.unitNote())} per ${this.all('nomSg')}`;
      case 'time':
        return `average ${this.time(of, this.unitNote())}${this.amongTimed(of)}`;
      case 'grade':
        return `average school grade needed to understand a text among ${this.all()}`;
      case 'field':
        return of.field === 'amount'
          ? `average amount of ${this.all()}${this.noted()}`
          : `average ${this.answerValue(of)}`;
      case 'count':
      case 'total':
      case 'distinct':
        return `average ${this.quantity(of)}${this.noted()} per ${this.all('nomSg')}`;
    }
  }

  private quantile(p: number, of: Value): string {
    const median = p === 50;
    const share = `${words.number(p)}% of ${this.all()}`;
    switch (of.kind) {
      case 'time':
      case 'spans':
        if (median) return `median ${this.time(of, this.unitNote())}${this.amongTimed(of)}`;
        return `${this.time(of, this.unitNote())} ${this.metric.stock ? 'not exceeded by' : 'within which fall'} ${share}`;
      case 'grade':
        return median
          ? `median school grade needed to understand a text among ${this.all()}`
          : `school grade that suffices to understand ${share}`;
      case 'field':
        return median
          ? `median ${this.answerValue(of)}`
          : `${this.answerValue(of).replace(/^of /, '')} not exceeded by ${words.number(p)}% of answers`;
      case 'count':
      case 'total':
      case 'distinct':
        return median
          ? `median ${this.quantity(of)} among ${this.all()}`
          : `${this.quantity(of)} not exceeded by ${share}`;
    }
  }

  private sum(of: Value): string {
    switch (of.kind) {
      case 'time':
      case 'spans':
        return `total ${this.time(of, this.unitNote())} among ${this.all()}`;
      case 'field':
        return of.field === 'amount'
          ? `total amount of ${this.all()}${this.noted()}`
          : `total of “${words.labelOf(of.field)}” among ${this.all()}`;
      case 'grade':
        return `total of school grades among ${this.all()}`;
      case 'count':
      case 'total':
      case 'distinct':
        return `total ${this.quantity(of)}${this.noted()} among ${this.all()}`;
    }
  }

  /** "among …", unless the time itself starts at the row and has named it. */
  private amongTimed(of: Value): string {
    if (of.kind !== 'time' || !this.isOwnMoment(of.from)) return ` among ${this.all()}`;
    const { mature } = this.metric;
    return of.to.kind === 'first' && of.to.orHorizon && mature !== null
      ? `, at most ${words.duration(mature, 'calendar ')}`
      : '';
  }

  /** "number of documents submitted by the client", "amount of payments by the client". */
  protected quantity(of: Extract<Value, { kind: 'count' | 'total' | 'distinct' }>): string {
    const { phrase, kinds } = this.related(of.related);
    const window = this.window(of.related, false);
    const tail = window === '' ? '' : ` ${window}`;
    if (of.kind === 'count') return `number of ${this.render(phrase, 'nomPl')}${tail}`;
    if (of.kind === 'distinct')
      return `number of different ${words.pluralOf(of.field)} among ${this.render(phrase, 'nomPl')}${tail}`;
    if (of.field === 'amount') return `amount of ${this.render(phrase, 'nomPl')}${tail}`;
    return `number of ${this.documents(of.field, phrase, kinds)}${tail}`;
  }

  /** Documents by the events that carried them: "documents submitted and handed in by the client". */
  private documents(field: string, phrase: Phrase, kinds: readonly string[]): string {
    const known = field === 'known' ? ' whose data the state already holds' : '';
    const carried = kinds.map((kind) => words.CARRIED[kind]);
    if (carried.length === 0 || carried.some((word) => word === undefined))
      return `documents${known} (${this.render(phrase, 'nomPl')})`;
    const participles = this.note(phrase.at, list(carried.map(String), this.and));
    const agents = phrase.besides.map((beside) => this.note(beside.at, beside.text('nomPl', 'n'))).join(' ');
    return `documents${known}${known === '' ? '' : ','} ${participles} ${agents}`.trimEnd();
  }

  private ratio(top: Value, bottom: Value): string {
    const fields = top.kind === 'field' && bottom.kind === 'field' ? `${top.field}/${bottom.field}` : '';
    if (fields === 'value/max') return this.readingShare();
    if (fields === 'known/items') {
      const { phrase, kinds } = this.selection(this.metric.of, this.metric.where);
      this.asides.push(`counted are ${this.render(phrase, 'nomPl')}.`);
      const agent = phrase.besides.slice(0, 1);
      return `share of documents whose data the state already holds in all ${this.documents('items', { ...phrase, besides: agent }, kinds)}`;
    }
    if (top.kind === 'total' && bottom.kind === 'total' && top.field === 'known' && bottom.field === 'items') {
      const documents = this.documentsOf(bottom.related);
      // Only where both count documents of the same events is one a part of the other.
      if (this.documentsOf(top.related) === documents) {
        return `share of documents whose data the state already holds in all ${documents}, among ${this.all()}`;
      }
    }
    if ((top.kind === 'spans' || top.kind === 'time') && (bottom.kind === 'time' || bottom.kind === 'spans')) {
      return `share of ${this.time(top, '')} in ${this.time(bottom, '')} among ${this.all()}`;
    }
    return `ratio of two totals (${this.summand(top)} to ${this.summand(bottom)}) among ${this.all()}`;
  }

  private documentsOf(related: Related): string {
    const { phrase, kinds } = this.related(related);
    return this.documents('items', phrase, kinds);
  }

  private summand(value: Value): string {
    if (value.kind === 'count' || value.kind === 'total' || value.kind === 'distinct') return this.quantity(value);
    if (value.kind === 'time' || value.kind === 'spans') return this.time(value, '');
    return value.kind === 'field' ? `“${words.labelOf(value.field)}”` : 'school grade';
  }

  /** Of readings: value of max. */
  private readingShare(): string {
    const { where } = this.metric;
    const code =
      where !== null && where.kind === 'compare' && where.right.kind === 'literal' ? String(where.right.value) : '';
    const instrument = this.vocabulary.instruments.get(code);
    return instrument === undefined
      ? `share met of what was possible among ${this.all()}`
      : `share of ${instrument.met.en} in the ${this.all('nomSg')}`;
  }

  private asked() {
    return this.vocabulary.questions.get(this.metric.ask ?? '');
  }

  private question(): string {
    return `“${(this.asked()?.en ?? this.metric.ask ?? '').replaceAll('“', '‘').replaceAll('”', '’')}”`;
  }

  /** Who chose the values: agreement is said in words, other scales by their marks. */
  private agreeing(values: readonly number[], at: string): string {
    const name = this.asked()?.scale;
    const scale = name === undefined ? undefined : this.vocabulary.scales.get(name);
    const marks = list(
      values.map((value) => words.number(value)),
      this.and,
    );
    if (name === 'A5') {
      const agreed = [...values].sort().join() === '4,5';
      return `${agreed ? 'agreeing with' : 'rating'} ${this.question()} (${this.note([at], `mark${values.length > 1 ? 's' : ''} ${marks} of 5`)})`;
    }
    const labels = values.map((value) => `“${scale?.labels.en[scale.values.indexOf(value)] ?? value}”`);
    const said = name === 'Y3' ? list(labels, this.or) : `${marks}${name === 'R11' ? ' of 10' : ''}`;
    return `answering ${this.note([at], said)} to ${this.question()}`;
  }

  /** "9–10", "+1 and +2". */
  protected marks(values: readonly number[]): string {
    const sorted = [...values].sort((a, b) => a - b);
    const signed = this.asked()?.scale === 'T5';
    const mark = (value: number) => (signed && value > 0 ? `+${value}` : words.number(value).replace('-', '−'));
    const [first = 0] = sorted;
    const run = sorted.every((value, index) => value === first + index);
    if (run && sorted.length > 1 && !signed) return `${mark(first)}–${mark(sorted.at(-1) ?? first)}`;
    return list(sorted.map(mark), this.and);
  }

  private answerValue(of: Value): string {
    if (this.metric.of !== 'answer')
      return `value of ${of.kind === 'field' ? `“${words.labelOf(of.field)}”` : 'the text'}${this.noted()} among ${this.all()}`;
    const what = this.asked()?.value?.en ?? 'value';
    return `of ${what}${this.noted()} in answers to ${this.question()} among ${this.all()}`;
  }
}
