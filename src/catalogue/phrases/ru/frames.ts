import type { Measure, Related, Value } from '../../tree.ts';
import type { Unit } from '../../words-of-grammar.ts';
import type { Clause, Form, Gender, Phrase } from '../language.ts';
import { CLOSE, list } from '../typeset.ts';
import { RuConditions } from './conditions.ts';
import { adjective, ROWS } from './nouns.ts';
import * as words from './words.ts';

/** A figure's name as a noun phrase in the nominative, without its full stop. */
export interface Figured {
  readonly text: string;
  readonly gender: Gender;
}

/** The main sentence: what is measured, over which rows. */
export class RuComposer extends RuConditions {
  protected tacitBesides() {
    const { metric } = this;
    const besides = [];
    if (metric.population.clients.length === 1 && metric.population.clients[0] === 'internal') {
      const text = (form: Form) => words.CLIENTS.internal[form.endsWith('Pl') ? 'pl' : 'sg'];
      besides.push({ slot: 'after' as const, at: [], text });
    }
    if (metric.stock)
      besides.push({ slot: 'inserted' as const, at: [], text: adjective('открыт', 'на конец периода') });
    return besides;
  }

  figure(measure: Measure = this.metric.measure): Figured {
    switch (measure.kind) {
      case 'share':
        return { text: this.share(measure), gender: 'f' };
      case 'count':
        return { text: `число ${this.all('genPl')}`, gender: 'n' };
      case 'distinct':
        return {
          text: `число разных ${words.FIELDS[measure.field]?.genPl ?? `значений поля «${words.labelOf(measure.field)}»`} среди ${this.all('genPl')}`,
          gender: 'n',
        };
      case 'mean':
        return this.mean(measure.of);
      case 'quantile':
        return this.quantile(measure.p, measure.of);
      case 'sum':
        return this.sum(measure.of);
      case 'ratio':
        return { text: this.ratio(measure.top, measure.bottom), gender: 'f' };
      case 'rate': {
        const { phrase } = this.selection(measure.of, measure.where);
        return {
          text: `число ${this.render(phrase, 'genPl')}${CLOSE} на ${words.number(measure.per)} ${this.all('genPl')}`,
          gender: 'n',
        };
      }
      case 'topBox':
        return { text: `доля ${this.agreeing(measure.values, measure.at)} среди ${this.all('genPl')}`, gender: 'f' };
      case 'net': {
        const up = this.note([measure.at], `доля ответов ${this.marks(measure.up)}`);
        return {
          text: `${up} минус доля ответов ${this.marks(measure.down)} на вопрос ${this.question()} среди ${this.all('genPl')}, в пунктах от −100 до +100`,
          gender: 'f',
        };
      }
      case 'worst':
        return this.worst(measure);
    }
  }

  private all(form: Form): string {
    return this.render(this.population(), form);
  }

  private share(measure: Extract<Measure, { kind: 'share' }>): string {
    const population = this.population();
    const { besides, clauses } = this.numerator(measure.of, this.metric.of);
    if (clauses.length > 0 && population.clauses.length === 0) {
      return `доля ${this.all('genPl')}${this.about(clauses, population)}`;
    }
    const met = this.render({ ...this.bare(population), besides, clauses }, 'genPl');
    return `доля ${met} среди ${this.among(population)}`;
  }

  private about(clauses: readonly Clause[], { nouns }: Phrase): string {
    return nouns[0] === undefined ? '' : this.clauses(clauses, this.and, 'genPl', nouns[0]);
  }

  /** «всех заявлений» where nothing narrows the noun. */
  private among(population: Phrase): string {
    const plain = population.besides.length === 0 && population.clauses.length === 0;
    return `${plain ? 'всех ' : ''}${this.render(population, 'genPl')}`;
  }

  /** «на одно дело, решённое по существу». */
  private perRow(): string {
    const gender = this.population().nouns[0]?.gender ?? 'n';
    return `на ${{ m: 'один', f: 'одну', n: 'одно' }[gender]} ${this.all('accSg')}`;
  }

  private unitNote(unit: Unit = this.metric.unit): string {
    return words.UNITS[unit];
  }

  private mean(of: Value): Figured {
    switch (of.kind) {
      case 'spans':
        return { text: `среднее ${this.time(of, 'nom', this.unitNote())} ${this.perRow()}`, gender: 'n' };
      case 'time':
        return { text: `среднее ${this.time(of, 'nom', this.unitNote())}${this.amongTimed(of)}`, gender: 'n' };
      case 'grade':
        return { text: `средний школьный класс, нужный, чтобы понять текст, среди ${this.all('genPl')}`, gender: 'm' };
      case 'field':
        return of.field === 'amount'
          ? { text: `средняя сумма ${this.all('genPl')} (${this.unitNote()})`, gender: 'f' }
          : { text: `среднее ${this.answerValue(of, 'nom')}`, gender: 'n' };
      case 'total':
        return of.field === 'amount'
          ? { text: `средняя ${this.quantity(of, 'nom')} (${this.unitNote()}) ${this.perRow()}`, gender: 'f' }
          : { text: `среднее ${this.quantity(of, 'nom')}${CLOSE} ${this.perRow()}`, gender: 'n' };
      case 'count':
      case 'distinct':
        return { text: `среднее ${this.quantity(of, 'nom')} ${this.perRow()}`, gender: 'n' };
    }
  }

  private quantile(p: number, of: Value): Figured {
    const median = p === 50;
    switch (of.kind) {
      case 'time':
      case 'spans': {
        if (median)
          return { text: `медиана ${this.time(of, 'gen', this.unitNote())}${this.amongTimed(of)}`, gender: 'f' };
        const fit = this.metric.stock ? 'не больше которого прошло у' : 'в которое укладываются';
        return {
          text: `${this.time(of, 'nom', this.unitNote())}, ${fit} ${words.number(p)} % ${this.all('genPl')}`,
          gender: 'n',
        };
      }
      case 'grade':
        return median
          ? { text: `медиана школьного класса, нужного, чтобы понять текст, среди ${this.all('genPl')}`, gender: 'f' }
          : {
              text: `школьный класс, которого хватает, чтобы понять ${words.number(p)} % ${this.all('genPl')}`,
              gender: 'm',
            };
      case 'field':
        return median
          ? { text: `медиана ${this.answerValue(of, 'gen')}`, gender: 'f' }
          : { text: `${this.answerValue(of, 'nom')}, которое не превышают ${words.number(p)} % ответов`, gender: 'n' };
      case 'count':
      case 'total':
      case 'distinct':
        return median
          ? { text: `медиана ${this.quantity(of, 'gen')} среди ${this.all('genPl')}`, gender: 'f' }
          : {
              text: `${this.quantity(of, 'nom')}, которого не превышают ${words.number(p)} % ${this.all('genPl')}`,
              gender: 'n',
            };
    }
  }

  private sum(of: Value): Figured {
    if (of.kind === 'time' || of.kind === 'spans') {
      return { text: `всё ${this.time(of, 'nom', this.unitNote())} среди ${this.all('genPl')}`, gender: 'n' };
    }
    if (of.kind === 'field') {
      return of.field === 'amount'
        ? { text: `сумма ${this.all('genPl')} (${this.unitNote()})`, gender: 'f' }
        : { text: `сумма по полю «${words.labelOf(of.field)}» среди ${this.all('genPl')}`, gender: 'f' };
    }
    if (of.kind === 'grade') return { text: `сумма школьных классов ${this.all('genPl')}`, gender: 'f' };
    const unit = this.unitNote();
    return {
      text: `общее ${this.quantity(of, 'nom')}${unit === '' ? '' : ` (${unit})`}${CLOSE} среди ${this.all('genPl')}`,
      gender: 'n',
    };
  }

  /** «среди …», unless the time itself starts at the row and has named it. */
  private amongTimed(of: Value): string {
    return of.kind === 'time' && this.isOwnMoment(of.from) ? this.bound(of) : ` среди ${this.all('genPl')}`;
  }

  /** A first event that may not have come yet: the wait is bounded by `mature`. */
  private bound(of: Extract<Value, { kind: 'time' }>): string {
    const { mature } = this.metric;
    return of.to.kind === 'first' && of.to.orHorizon && mature !== null
      ? `, но не больше ${words.durationGenitive(mature, 'календарных ')}${CLOSE}`
      : '';
  }

  /** «число вопросов клиента о ходе дела», «число документов, поданных клиентом», «сумма платежей клиента». */
  protected quantity(of: Extract<Value, { kind: 'count' | 'total' | 'distinct' }>, grammatical: 'nom' | 'gen'): string {
    const { phrase, kinds } = this.related(of.related);
    const window = this.window(of.related, false);
    const tail = window === '' ? '' : ` ${window}`;
    const number = grammatical === 'nom' ? 'число' : 'числа';
    if (of.kind === 'count') return `${number} ${this.render(phrase, 'genPl')}${tail}`;
    if (of.kind === 'distinct') {
      const what = words.FIELDS[of.field]?.genPl ?? `значений поля «${words.labelOf(of.field)}»`;
      return `${number} разных ${what} среди ${this.render(phrase, 'genPl')}${tail}`;
    }
    if (of.field === 'amount')
      return `${grammatical === 'nom' ? 'сумма' : 'суммы'} ${this.render(phrase, 'genPl')}${tail}`;
    return `${number} ${this.documents(of.field, phrase, kinds, 'genPl')}${tail}`;
  }

  /** Documents by the events that carried them: «документов, поданных и переданных клиентом». */
  private documents(field: string, phrase: Phrase, kinds: readonly string[], form: 'genPl' | 'prepPl'): string {
    const noun = form === 'genPl' ? 'документов' : 'документах';
    const known = field === 'known' ? ', сведения из которых у государства уже есть' : '';
    const carried = kinds.map((kind) => words.CARRIED[kind]);
    if (carried.length === 0 || carried.some((stem) => stem === undefined)) {
      return `${noun}${known}${CLOSE} (${this.render(phrase, 'nomPl')})`;
    }
    const participles = list(
      carried.map((stem) => `${stem}ых`),
      this.and,
    );
    this.note(phrase.at, participles);
    const agents = phrase.besides.map((beside) => this.note(beside.at, beside.text('genPl', 'm'))).join(' ');
    return `${noun}${known}, ${participles} ${agents}`.trimEnd();
  }

  private ratio(top: Value, bottom: Value): string {
    const fields = top.kind === 'field' && bottom.kind === 'field' ? `${top.field}/${bottom.field}` : '';
    if (fields === 'value/max') return this.readingShare();
    if (fields === 'known/items') return this.knownDocuments();
    if (top.kind === 'total' && bottom.kind === 'total' && top.field === 'known' && bottom.field === 'items') {
      const documents = this.documentsOf(bottom.related);
      // Only where both count documents of the same events is one a part of the other.
      if (this.documentsOf(top.related) === documents) {
        return `доля документов, сведения из которых у государства уже есть${CLOSE} во всех ${documents}${CLOSE} среди ${this.all('genPl')}`;
      }
    }
    if ((top.kind === 'spans' || top.kind === 'time') && (bottom.kind === 'time' || bottom.kind === 'spans')) {
      return `доля ${this.time(top, 'gen', '')} в ${this.time(bottom, 'prep', '')} среди ${this.all('genPl')}`;
    }
    return `отношение двух сумм (${this.summand(top)} к ${this.summand(bottom)}) среди ${this.all('genPl')}`;
  }

  private documentsOf(related: Related): string {
    const { phrase, kinds } = this.related(related);
    return this.documents('items', phrase, kinds, 'prepPl');
  }

  private summand(value: Value): string {
    if (value.kind === 'count' || value.kind === 'total' || value.kind === 'distinct')
      return this.quantity(value, 'nom');
    if (value.kind === 'time' || value.kind === 'spans') return this.timeNominative(value);
    return value.kind === 'field' ? `«${words.labelOf(value.field)}»` : 'школьный класс';
  }

  /** Of readings: value of max. */
  private readingShare(): string {
    const { where } = this.metric;
    const codes =
      where !== null && where.kind === 'compare' && where.right.kind === 'literal' ? String(where.right.value) : '';
    const instrument = this.vocabulary.instruments.get(codes);
    return instrument === undefined
      ? `доля выполненного от возможного среди ${this.all('genPl')}`
      : `доля ${instrument.met.ru} при ${this.all('genSg').replace(/^проверки/, 'проверке')}`;
  }

  /** Of events: documents that the state knows, of all documents handed in. Other conditions go to the aside. */
  private knownDocuments(): string {
    const { phrase, kinds } = this.selection(this.metric.of, this.metric.where);
    const agent = phrase.besides.slice(0, 1);
    this.asides.push(`Считаются ${this.render(phrase, 'nomPl')}.`);
    return `доля документов, сведения из которых у государства уже есть${CLOSE} во всех ${this.documents('items', { ...phrase, besides: agent }, kinds, 'prepPl')}`;
  }

  private question(): string {
    const question = this.vocabulary.questions.get(this.metric.ask ?? '');
    return `«${(question?.ru ?? this.metric.ask ?? '').replaceAll('«', '„').replaceAll('»', '“')}»`;
  }

  private scale() {
    const question = this.vocabulary.questions.get(this.metric.ask ?? '');
    return question === undefined ? undefined : { name: question.scale, ...this.vocabulary.scales.get(question.scale) };
  }

  /** Who chose the values: agreement is said in words, other scales by their marks. */
  private agreeing(values: readonly number[], at: string): string {
    const scale = this.scale();
    const marks = list(
      values.map((value) => words.number(value)),
      this.and,
    );
    if (scale?.name === 'A5') {
      const agreed = [...values].sort().join() === '4,5';
      const mark = values.length > 1 ? `оценки ${marks}` : `оценка ${marks}`;
      return `${agreed ? 'согласных с утверждением' : 'оценивших утверждение'} ${this.question()} (${this.note([at], `${mark} из 5`)})`;
    }
    const labels = values.map((value) => scale?.labels?.ru[scale.values?.indexOf(value) ?? -1]);
    const said =
      scale?.name === 'Y3'
        ? list(
            labels.map((label) => `«${label ?? ''}»`),
            this.or,
          )
        : marks;
    const of = scale?.name === 'R11' ? ' из 10' : '';
    return `тех, кто на вопрос ${this.question()} ответил ${this.note([at], `${said}${of}`)},`;
  }

  /** «9–10», «+1 и +2». */
  protected marks(values: readonly number[]): string {
    const sorted = [...values].sort((a, b) => a - b);
    const signed = this.scale()?.name === 'T5';
    const mark = (value: number) => (signed && value > 0 ? `+${value}` : words.number(value).replace('-', '−'));
    const [first = 0] = sorted;
    const run = sorted.every((value, index) => value === first + index);
    if (run && sorted.length > 1 && !signed) return `${mark(first)}–${mark(sorted.at(-1) ?? first)}`;
    return `${list(sorted.map(mark), this.and)}`;
  }

  private answerValue(of: Value, grammatical: 'nom' | 'gen'): string {
    const question = this.vocabulary.questions.get(this.metric.ask ?? '');
    const value = question?.value;
    const what =
      value === undefined
        ? grammatical === 'nom'
          ? 'значение'
          : 'значения'
        : grammatical === 'nom'
          ? value.ru
          : value.ruGenitive;
    const unit = this.unitNote();
    const note = unit === '' ? '' : ` (${unit})`;
    if (this.metric.of !== 'answer')
      return `${of.kind === 'field' ? `значение поля «${words.labelOf(of.field)}»` : what}${note} среди ${this.all('genPl')}`;
    return `${what}${note} по ответам на вопрос ${this.question()} среди ${this.all('genPl')}`;
  }

  private worst({ by, measure, min, at }: Extract<Measure, { kind: 'worst' }>): Figured {
    const inner = this.figure(measure);
    const least = this.metric.better === 'up' ? 'наименьш' : 'наибольш';
    const ending = { m: 'ий', f: 'ая', n: 'ее' }[inner.gender];
    const groups = words.FIELDS[by]?.datPl ?? `значениям поля «${words.labelOf(by)}»`;
    const counted = this.metric.of === 'answer' ? 'ответов' : ROWS[this.metric.of].forms.genPl;
    const small = this.note([at], `группы, где ${counted} не меньше ${words.number(min)}`);
    return { text: `${least}${ending} по ${groups} ${inner.text} (${small})`, gender: inner.gender };
  }
}
