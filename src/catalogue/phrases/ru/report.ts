import type { Measure, Value } from '../../tree.ts';
import { remarks } from '../remarks.ts';
import type { Cohort, Formula, Report } from '../report.ts';
import { list, sentence } from '../typeset.ts';
import { RuComposer } from './frames.ts';
import { remarkRu } from './remarks.ts';
import * as words from './words.ts';

/** Everything that Russian says of a metric beside its main sentence. */
export class RuReport extends RuComposer implements Report {
  main(): string {
    this.asides.length = 0;
    return this.figure().text;
  }

  period(): string {
    const { metric } = this;
    const own =
      metric.by === 'at'
        ? this.byOwnMoment()
        : metric.stock
          ? words.PERIOD_END_WORDS.byDate
          : (words.MOMENTS[metric.by]?.byDate ?? metric.by);
    const path = metric.of === 'run' ? ' пути' : '';
    const { measure } = metric;
    const rate =
      measure.kind === 'rate'
        ? `, ${this.selection(measure.of, measure.where).phrase.nouns[0]?.forms.nomPl} — ${measure.by === metric.by ? 'по своей' : (words.MOMENTS[measure.by]?.byDate ?? measure.by)}`
        : '';
    const wait = metric.mature === null ? '' : `; полно через ${words.durationAccusative(metric.mature)}`;
    return `${own}${path}${rate}${wait}`;
  }

  private byOwnMoment(): string {
    switch (this.metric.of) {
      case 'answer':
        return 'по дате ответа';
      case 'text':
        return 'по дате письма';
      case 'reading':
        return 'по дате проверки';
      case 'invitation':
        return 'по дате приглашения';
      case 'event': {
        const { nouns } = this.bare(this.population());
        return nouns.length === 1 ? `по дате ${nouns[0]?.forms.genSg}` : 'по дате события';
      }
      case 'case':
      case 'span':
      case 'run':
        return 'по дате события';
    }
  }

  /** «По делам, закрытым в периоде»: the passport's way to say it. */
  attribution(): string {
    const { of, by, stock } = this.metric;
    if (stock) return 'по делам, открытым на конец периода';
    const past: Readonly<Record<string, string>> = {
      closedAt: 'закрытым',
      registeredAt: 'зарегистрированным',
      startedAt: 'начатым',
      endedAt: 'завершённым',
    };
    const row = {
      case: 'делам',
      run: 'клиентским путям',
      event: 'событиям',
      span: 'промежуткам',
      answer: 'ответам, полученным',
      text: 'письмам, отправленным',
      reading: 'проверкам, проведённым',
      invitation: 'приглашениям, отправленным',
    }[of];
    if (past[by] !== undefined) return `по ${row}, ${past[by]} в периоде`;
    if (by === 'dueAt') return `по ${row}, срок которых наступил в периоде`;
    if (by === 'promisedFor') return 'по обещаниям, дата которых наступила в периоде';
    return `по ${row}${of === 'event' ? ' периода' : ' в периоде'}`;
  }

  direction(): string {
    return this.metric.better === 'up' ? 'больше — лучше' : 'меньше — лучше';
  }

  readonly figureWord = 'показатель';

  formula(measure: Measure = this.metric.measure): Formula {
    const all = () => this.render(this.population(), 'nomPl');
    const percent = (x: string, y: string) => `${x} ÷ ${y} × 100 %`;
    const ratio = (x: string, y: string) => `${x} ÷ ${y}`;
    const two = (top: string, bottom: string, rule: Formula['rule']): Formula => ({
      terms: [
        ['Ч', top],
        ['З', bottom],
      ],
      rule,
      each: null,
    });
    switch (measure.kind) {
      case 'share': {
        const population = this.population();
        const { besides, clauses } = this.numerator(measure.of, this.metric.of);
        const met =
          clauses.length > 0 && population.clauses.length === 0
            ? { ...population, clauses }
            : { ...this.bare(population), besides, clauses };
        return two(this.render(met, 'nomPl'), all(), percent);
      }
      case 'topBox': {
        const chosen = list(
          measure.values.map((value) => words.number(value)),
          'и',
        );
        return two(`ответы ${chosen}`, `все ответы, кроме «${this.noneLabel()}»`, percent);
      }
      case 'net': {
        const chosen = `ответы ${this.marks(measure.up)} минус ответы ${this.marks(measure.down)}`;
        return two(chosen, `все ответы, кроме «${this.noneLabel()}»`, (x, y) => `${x} ÷ ${y} × 100`);
      }
      case 'ratio':
        return two(
          this.total(measure.top),
          `${this.total(measure.bottom)}${this.metric.of === 'case' ? `; считаются ${all()}` : ''}`,
          percent,
        );
      case 'rate':
        return two(
          this.render(this.selection(measure.of, measure.where).phrase, 'nomPl'),
          all(),
          (x, y) => `${x} ÷ ${y} × ${words.number(measure.per)}`,
        );
      case 'mean':
        return two(this.total(measure.of), all(), ratio);
      case 'sum':
        return { terms: [['Ч', this.total(measure.of)]], rule: (x) => x, each: null };
      case 'count':
        return { terms: [['Ч', all()]], rule: (x) => x, each: null };
      case 'distinct':
        return {
          terms: [],
          rule: null,
          each: `число разных ${words.FIELDS[measure.field]?.genPl ?? words.labelOf(measure.field)}: ${all()}`,
        };
      case 'quantile': {
        const starts = measure.of.kind === 'time' && this.isOwnMoment(measure.of.from);
        const which = measure.p === 50 ? 'медиана' : `${words.number(measure.p)}-й процентиль`;
        return {
          terms: [['X', `${this.valueName(measure.of)}${starts ? '' : `; считаются ${all()}`}`]],
          rule: null,
          each: `${which} X`,
        };
      }
      case 'worst': {
        const inner = this.formula(measure.measure);
        const which = this.metric.better === 'up' ? 'наименьшее' : 'наибольшее';
        return { ...inner, each: `${which} по ${words.FIELDS[measure.by]?.datPl ?? words.labelOf(measure.by)}` };
      }
    }
  }

  cohort(measure: Extract<Measure, { kind: 'quantile' }>): Cohort {
    const share = measure.p === 50 ? 'половина' : `${words.number(measure.p)} %`;
    return {
      period:
        'по дате начала, то есть регистрации; открытые дела учтены как ещё не закрытые, отозванные и закрытые иначе — как другой исход',
      value: this.valueName(measure.of),
      rule: `наименьшее X, за которое закрыта ${share} начатых дел`,
      stand: (closed, otherwise, open) => `закрыто ${closed}, иначе ${otherwise}, ещё открыто ${open}`,
    };
  }

  /** A value added up over the rows. */
  private total(value: Value): string {
    const name = this.valueName(value);
    return value.kind === 'time' || value.kind === 'spans'
      ? `всё ${name}`
      : value.kind === 'field' && value.field !== 'items' && value.field !== 'known'
        ? `сумма: ${name}`
        : name;
  }

  private valueName(value: Value): string {
    switch (value.kind) {
      case 'time':
      case 'spans':
        return this.time(value, 'nom', words.UNITS[this.metric.unit]);
      case 'grade':
        return 'школьный класс текста';
      case 'field':
        if (value.field === 'value' && this.metric.of === 'answer')
          return this.vocabulary.questions.get(this.metric.ask ?? '')?.value?.ru ?? 'значение ответа';
        if (value.field === 'value') return 'выполнено';
        if (value.field === 'known') return 'число документов, сведения из которых у государства уже есть';
        return value.field === 'max' ? 'возможно' : words.labelOf(value.field);
      case 'count':
      case 'total':
      case 'distinct':
        return this.quantity(value, 'nom');
    }
  }

  private noneLabel(): string {
    const question = this.vocabulary.questions.get(this.metric.ask ?? '');
    return (question && this.vocabulary.scales.get(question.scale)?.none.ru) ?? 'не знаю';
  }

  leaves(): readonly string[] {
    this.main();
    return [...this.asides, ...remarks(this.metric, this.vocabulary).map(remarkRu)].map(sentence);
  }
}
