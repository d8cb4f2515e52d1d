import type { Measure, Value } from '../../tree.ts';
import { remarks } from '../remarks.ts';
import type { Cohort, Formula, Report } from '../report.ts';
import { list, sentence } from '../typeset.ts';
import { EnComposer } from './frames.ts';
import { remarkEn } from './remarks.ts';
import * as words from './words.ts';

/** Everything that English says of one metric. */
export class EnReport extends EnComposer implements Report {
  readonly figureWord = 'figure';

  main(): string {
    this.asides.length = 0;
    return this.figure();
  }

  period(): string {
    const { metric } = this;
    const { by, measure, mature, stock } = metric;
    const own =
      by === 'at' ? this.byOwnMoment() : stock ? words.PERIOD_END_WORDS.byDate : (words.MOMENTS[by]?.byDate ?? by);
    const rate =
      measure.kind === 'rate'
        ? `, ${this.selection(measure.of, measure.where).phrase.nouns[0]?.forms.nomPl} by ${measure.by === by ? 'their own' : measure.by}`
        : '';
    return `${own}${rate}${mature === null ? '' : `; complete after ${words.duration(mature)}`}`;
  }

  private byOwnMoment(): string {
    switch (this.metric.of) {
      case 'answer':
        return 'by date of answer';
      case 'text':
        return 'by date of letter';
      case 'reading':
        return 'by date of check';
      case 'invitation':
        return 'by date of invitation';
      case 'event': {
        const { nouns } = this.population();
        return `by date of ${nouns.length === 1 ? nouns[0]?.forms.nomSg : 'event'}`;
      }
      case 'case':
      case 'span':
      case 'run':
        return 'by date of event';
    }
  }

  attribution(): string {
    const { of, by, stock } = this.metric;
    if (stock) return "over cases open at the period's end";
    const past = { closedAt: 'closed', registeredAt: 'registered', startedAt: 'begun', endedAt: 'finished' }[by];
    const rows = {
      case: 'cases',
      run: 'client journeys',
      event: 'events',
      span: 'spans',
      answer: 'answers received',
      text: 'letters sent',
      reading: 'checks made',
      invitation: 'invitations sent',
    }[of];
    if (past !== undefined) return `over ${rows} ${past} in the period`;
    if (by === 'dueAt') return `over ${rows} whose deadline came in the period`;
    return by === 'promisedFor' ? 'over promises whose date came in the period' : `over ${rows} in the period`;
  }

  direction(): string {
    return this.metric.better === 'up' ? 'higher is better' : 'lower is better';
  }

  formula(measure: Measure = this.metric.measure): Formula {
    const all = () => this.render(this.population(), 'nomPl');
    const two = (top: string, bottom: string, rule: Formula['rule']): Formula => ({
      terms: [
        ['N', top],
        ['D', bottom],
      ],
      rule,
      each: null,
    });
    const percent = (x: string, y: string) => `${x} ÷ ${y} × 100%`;
    switch (measure.kind) {
      case 'share': {
        const population = this.population();
        const { besides, clauses } = this.numerator(measure.of, this.metric.of);
        const whole = clauses.length > 0 && population.clauses.length === 0;
        const met = whole ? { ...population, clauses } : { ...this.bare(population), besides, clauses };
        return two(this.render(met, 'nomPl'), all(), percent);
      }
      case 'topBox':
        return two(
          `answers ${list(
            measure.values.map((value) => words.number(value)),
            'and',
          )}`,
          this.allAnswers(),
          percent,
        );
      case 'net':
        return two(
          `answers ${this.marks(measure.up)} minus answers ${this.marks(measure.down)}`,
          this.allAnswers(),
          (x, y) => `${x} ÷ ${y} × 100`,
        );
      case 'ratio':
        return two(
          this.total(measure.top),
          `${this.total(measure.bottom)}${this.metric.of === 'case' ? `; counted are ${all()}` : ''}`,
          percent,
        );
      case 'rate':
        return two(
          this.render(this.selection(measure.of, measure.where).phrase, 'nomPl'),
          all(),
          (x, y) => `${x} ÷ ${y} × ${words.number(measure.per)}`,
        );
      case 'mean':
        return two(this.total(measure.of), all(), (x, y) => `${x} ÷ ${y}`);
      case 'sum':
        return { terms: [['N', this.total(measure.of)]], rule: (x) => x, each: null };
      case 'count':
        return { terms: [['N', all()]], rule: (x) => x, each: null };
      case 'distinct':
        return { terms: [], rule: null, each: `number of different ${words.pluralOf(measure.field)}: ${all()}` };
      case 'quantile': {
        const starts = measure.of.kind === 'time' && this.isOwnMoment(measure.of.from);
        const which = measure.p === 50 ? 'median' : `${words.number(measure.p)}th percentile`;
        const text = `${this.valueName(measure.of)}${starts ? '' : `; counted are ${all()}`}`;
        return { terms: [['X', text]], rule: null, each: `${which} of X` };
      }
      case 'worst': {
        const which = this.metric.better === 'up' ? 'the lowest' : 'the highest';
        return { ...this.formula(measure.measure), each: `${which} over ${words.pluralOf(measure.by)}` };
      }
    }
  }

  private allAnswers(): string {
    const question = this.vocabulary.questions.get(this.metric.ask ?? '');
    const none = question && this.vocabulary.scales.get(question.scale)?.none.en;
    return `all answers but “${none ?? "don't know"}”`;
  }

  cohort(measure: Extract<Measure, { kind: 'quantile' }>): Cohort {
    const share = measure.p === 50 ? 'half' : `${words.number(measure.p)}%`;
    return {
      period:
        'by date of start, that is of registration; open cases count as not closed yet, withdrawn ones and those closed otherwise as another outcome',
      value: this.valueName(measure.of),
      rule: `the least X within which ${share} of the cases begun are closed`,
      stand: (closed, otherwise, open) => `closed ${closed}, otherwise ${otherwise}, still open ${open}`,
    };
  }

  /** A value added up over the rows. */
  private total(value: Value): string {
    const name = this.valueName(value);
    if (value.kind === 'time' || value.kind === 'spans') return `all ${name}`;
    return value.kind === 'field' && value.field !== 'items' && value.field !== 'known' ? `total: ${name}` : name;
  }

  private valueName(value: Value): string {
    switch (value.kind) {
      case 'time':
      case 'spans':
        return this.time(value, words.UNITS[this.metric.unit]);
      case 'grade':
        return 'school grade of a text';
      case 'field':
        if (value.field === 'known') return 'number of documents whose data the state already holds';
        if (value.field === 'max') return 'possible';
        if (value.field !== 'value') return words.labelOf(value.field);
        return this.metric.of === 'answer'
          ? (this.vocabulary.questions.get(this.metric.ask ?? '')?.value?.en ?? 'value of the answer')
          : 'met';
      case 'count':
      case 'total':
      case 'distinct':
        return this.quantity(value);
    }
  }

  leaves(): readonly string[] {
    this.main();
    return [...this.asides, ...remarks(this.metric, this.vocabulary).map(remarkEn)].map(sentence);
  }
}
