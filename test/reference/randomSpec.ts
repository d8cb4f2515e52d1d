import { checkMetric } from '#catalogue';
import { CLIENT_STATUSES, type Field, ROW_FIELDS, type RowType, SPAN_KINDS } from '#facts';
import { MADE } from './generate.ts';
import { Random } from './random.ts';
import type { Measure, Point, Predicate, Related, Spec, Value } from './spec.ts';

// Made metrics: any tree of the grammar that the catalogue's own check accepts. What it refuses is thrown away.

/** A valid metric; the same seed gives the same one. */
export function randomSpec(seed: number): Spec {
  for (let attempt = 0; ; attempt++) {
    const spec = new Author(new Random(seed * 1009 + attempt)).spec(seed);
    if (checkMetric(spec).every((refusal) => refusal.warning)) return spec;
  }
}

const ROWS: readonly RowType[] = [
  'case',
  'case',
  'case',
  'case',
  'event',
  'event',
  'event',
  'run',
  'text',
  'answer',
  'answer',
];
const RARE: readonly RowType[] = ['reading', 'invitation', 'span'];
const CONCEPTS_ON: Partial<Record<RowType, readonly string[]>> = {
  case: ['closed', 'decided', 'positive', 'refusal', 'upheld'],
  event: ['byClient', 'clientAction', 'statusAsk', 'docRequest', 'clarification'],
  answer: ['answered'],
};
const LINKS = ['sameCase', 'sameCase', 'sameCase', 'sameMatter', 'sameJourney', 'parent', 'child', 'reopened'];
const BY: Readonly<Record<RowType, readonly string[]>> = {
  case: ['closedAt', 'closedAt', 'registeredAt', 'startedAt', 'dueAt', 'periodEnd'],
  event: ['at', 'at', 'promisedFor'],
  span: ['from', 'to'],
  run: ['endedAt', 'startedAt'],
  answer: ['at'],
  invitation: ['at'],
  text: ['at'],
  reading: ['at'],
};
const FREE: Readonly<Record<string, readonly string[]>> = {
  service: MADE.services,
  topic: MADE.topics,
  journey: MADE.journeys,
  segment: MADE.segments,
  channel: MADE.channels,
  touchpoint: MADE.touchpoints,
  unit: MADE.units,
  body: MADE.bodies,
  giver: MADE.units,
  taker: MADE.units,
  asked: ['client', ...MADE.bodies],
  question: MADE.questions,
  instrument: MADE.instruments,
  language: ['ru', 'en'],
};
const ROLLS: Readonly<Record<string, readonly string[]>> = {
  count: ['sumOfParts', 'none'],
  sum: ['sumOfParts', 'none'],
  mean: ['sumOfParts', 'sumOfParts', 'weightedParts'],
  median: ['pooled'],
  p: ['pooled'],
  distinct: ['none'],
  worst: ['none'],
};

class Author {
  private readonly random: Random;
  constructor(random: Random) {
    this.random = random;
  }

  spec(seed: number): Spec {
    const { random } = this;
    const of = random.chance(0.1) ? random.pick(RARE) : random.pick(ROWS);
    const by = random.pick(BY[of]);
    const measure = this.measure(of);
    const kind = Object.keys(measure)[0]!;
    const window = random.pick(['P7D', 'P30D', 'PT36H']);
    const show = random.pick([1, 1, 1, 2, 4]);
    const ask = of === 'answer' ? random.pick(MADE.questions) : undefined;
    const spec = {
      id: `made-${seed}`,
      kpi: 'speed',
      group: ask !== undefined && random.chance(0.7) ? 'subjective' : 'objective',
      name: { ru: `Сделанный ${seed}`, en: `Made ${seed}` },
      better: random.pick(['up', 'down']),
      of,
      ask,
      where: random.chance(0.75) ? this.predicate(of, 2) : undefined,
      keep: random.chance(0.15) ? random.some(['withdrawn', 'terminated']) : undefined,
      measure,
      by,
      mature: JSON.stringify(measure).includes('$window') || random.chance(0.1) ? '$window' : undefined,
      params: { window },
      min: { show, judge: 10 },
      unit: this.unitOf(measure),
      levels: ['body', 'unit'],
      clients: random.some(CLIENT_STATUSES, 0.6),
      roll: random.pick(ROLLS[kind] ?? ['weightedParts']),
      counter: ['on-time'],
    };
    const text = JSON.stringify(spec);
    if (!text.includes('$window')) return JSON.parse(JSON.stringify({ ...spec, params: undefined })) as Spec;
    return JSON.parse(text) as Spec;
  }

  private unitOf(measure: Measure): string {
    const { random } = this;
    if ('worst' in measure) return this.unitOf((measure.worst as { measure: Measure }).measure);
    if ('net' in measure) return 'points';
    if ('rate' in measure) return 'per1000';
    if ('share' in measure || 'ratio' in measure || 'topBox' in measure) return '%';
    const value = (measure.mean ?? measure.median ?? measure.sum ?? measure.of) as Value | undefined;
    if (value === undefined) return 'count';
    if ('text' in value) return 'grade';
    if ('time' in value || 'spans' in value) {
      return value.clock === 'working' ? random.pick(['workingHours', 'minutes']) : random.pick(['days', 'hours']);
    }
    return value.total === 'amount' || value.field === 'amount' ? 'rub' : 'count';
  }

  private measure(of: RowType): Measure {
    const { random } = this;
    const among = of === 'case' ? 9 : 8;
    switch (random.int(0, of === 'answer' ? 10 : among)) {
      case 0:
        return { count: true };
      case 1:
      case 2:
        return { share: this.predicate(of, 2) };
      case 3:
      case 4:
        return { mean: this.value(of, 1) };
      case 5:
        return random.chance(0.5)
          ? { median: this.value(of, 1) }
          : { p: random.pick([10, 75, 90]), of: this.value(of, 1) };
      case 6:
        return random.chance(0.5) ? { sum: this.value(of, 1) } : { distinct: this.field(of).name };
      case 7:
        return { ratio: [this.value(of, 1), this.value(of, 1)] };
      case 8: {
        const inner = random.pick<Measure>([
          { count: true },
          { share: this.predicate(of, 1) },
          { mean: this.value(of, 1) },
        ]);
        const groups = ROW_FIELDS[of].filter(
          (field) => FREE[field.name] !== undefined || field.name === 'clientStatus',
        );
        return {
          worst: {
            by: (groups.length > 0 ? random.pick(groups) : this.field(of)).name,
            measure: inner,
            min: random.int(1, 3),
          },
        };
      }
      default:
        if (of === 'answer') {
          return random.chance(0.5) ? { topBox: [4, 5] } : { net: { up: [2, 4, 5], down: [1, 0, -1, -2] } };
        }
        if (random.chance(0.3)) {
          const counted = random.pick(['event', 'text', 'answer'] as const);
          return { rate: { of: counted, where: this.predicate(counted, 1), by: 'at' }, per: 1000 };
        }
        return {
          rate: { of: 'case', where: this.predicate('case', 1), by: random.pick(['closedAt', 'registeredAt']) },
          per: 1000,
        };
    }
  }

  private value(row: RowType, depth: number): Value {
    const { random } = this;
    const numbers = ROW_FIELDS[row].filter((field) => field.type === 'integer' || field.type === 'number');
    switch (random.int(0, 6)) {
      case 0:
        if (row === 'text' && random.chance(0.5)) return { text: 'gradeRu' };
        return { field: (numbers.length > 0 ? random.pick(numbers) : this.field(row)).name };
      case 1:
        return { spans: random.some(SPAN_KINDS, 0.4), clock: this.clock() };
      case 2:
      case 3: {
        const less = random.chance(0.4) ? { less: random.some(SPAN_KINDS, 0.3) } : {};
        return { time: [this.point(row, depth), this.point(row, depth)], clock: this.clock(), ...less };
      }
      case 4:
        return { count: this.related(row, depth) };
      case 5:
        return { total: random.pick(['items', 'known', 'amount']), in: this.related(row, depth, 'event') };
      default: {
        const related = this.related(row, depth);
        const fact = (['event', 'case', 'span', 'text'] as const).find((name) => related[name] !== undefined)!;
        return { distinct: this.field(fact).name, in: related };
      }
    }
  }

  private clock(): string {
    return this.random.pick(['calendar', 'working']);
  }

  private field(row: RowType): Field {
    return this.random.pick(ROW_FIELDS[row]);
  }

  private instant(row: RowType): string {
    return this.random.pick(ROW_FIELDS[row].filter((field) => field.type === 'instant')).name;
  }

  private point(row: RowType, depth: number): Point {
    const { random } = this;
    if (random.chance(0.05)) return 'periodEnd';
    if (depth <= 0 || random.chance(0.6)) return this.instant(row);
    const related = this.related(row, 0, 'event');
    if (row === 'event' && random.chance(0.3)) return { first: { ...related, after: 'at' }, orHorizon: true };
    return random.chance(0.5) ? { first: related } : { last: related };
  }

  private related(row: RowType, depth: number, fact?: 'event'): Related {
    const { random } = this;
    const name = fact ?? random.pick(['event', 'event', 'event', 'case', 'span', 'text'] as const);
    const link = row === 'run' ? 'sameJourney' : random.pick(LINKS);
    const predicate = random.chance(0.15) ? true : this.predicate(name, random.chance(0.12) ? 1 : depth - 1);
    const after = random.chance(0.35) ? { after: this.point(row, depth - 1) } : {};
    const before = random.chance(0.2) ? { before: this.point(row, depth - 1) } : {};
    const within = 'after' in after && random.chance(0.4) ? { within: '$window' } : {};
    return { [name]: predicate, link, ...after, ...before, ...within } as Related;
  }

  private predicate(row: RowType, depth: number): Predicate {
    const { random } = this;
    if (depth > 0 && random.chance(0.35)) {
      const parts = [this.predicate(row, depth - 1), this.predicate(row, depth - 1)];
      return random.pick<Predicate>([{ and: parts }, { or: parts }, { not: parts[0]! }]);
    }
    const concepts = CONCEPTS_ON[row];
    if (concepts !== undefined && random.chance(0.25)) return { is: random.pick(concepts) };
    if (depth > 0 && random.chance(0.35)) {
      if (random.chance(0.5)) return { has: this.related(row, depth - 1) };
      return this.compared(this.value(row, depth - 1));
    }
    return this.leaf(row);
  }

  private compared(value: Value): Predicate {
    const { random } = this;
    if (random.chance(0.1)) return { ...value, valid: random.chance(0.5) };
    const comparator = random.pick(['lt', 'lte', 'gt', 'gte']);
    if ('time' in value || 'spans' in value) {
      const limit = value.clock === 'working' ? random.pick(['W2D', 'PT5H']) : random.pick(['P3D', 'PT12H']);
      return { ...value, [comparator]: limit };
    }
    return { ...value, [random.chance(0.3) ? 'equal' : comparator]: random.int(0, 3) };
  }

  private leaf(row: RowType): Predicate {
    const { random } = this;
    if (row === 'case' && random.chance(0.08)) return { field: 'x:Район', equal: random.pick(MADE.districts) };
    const { name, type, oneOf } = row === 'event' && random.chance(0.5) ? KIND : this.field(row);
    if (random.chance(0.15)) return { field: name, valid: random.chance(0.7) };
    if (type === 'list') return { field: name, contains: random.pick(oneOf ?? ['reason']) };
    if (type === 'instant') {
      return {
        field: name,
        [random.pick(['lt', 'lte', 'gt', 'gte'])]: random.chance(0.15)
          ? { point: 'periodEnd' }
          : { field: this.instant(row) },
      };
    }
    if (type === 'integer' || type === 'number') {
      return { field: name, [random.pick(['equal', 'lt', 'lte', 'gt', 'gte'])]: random.int(0, 5) };
    }
    const codes = oneOf ?? FREE[name];
    if (codes === undefined) return { field: name, valid: random.chance(0.5) };
    if (random.chance(0.5)) return { field: name, oneOf: random.some(codes, 0.5) };
    return { field: name, equal: random.pick(codes) };
  }
}

const KIND: Field = ROW_FIELDS.event.find((field) => field.name === 'kind')!;
