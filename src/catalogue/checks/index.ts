import { Refused, ROW_FIELDS } from '#facts';
import type { Vocabulary } from '../asked.ts';
import { normalise } from '../normalise.ts';
import { LONGEST_SENTENCE, mainSentence, wordCount } from '../phrases/index.ts';
import { namedValues } from '../population.ts';
import { metricSchema } from '../schema.ts';
import type { MetricSpec } from '../spec.ts';
import type { Metric } from '../tree.ts';
import { fieldRefusals } from './fields.ts';
import { durationClockRefusals, linkRefusals, matureRefusals } from './links.ts';
import { measureRefusals } from './measures.ts';
import { refusal, type SpecRefusal } from './refusal.ts';
import { shapeRefusals } from './shape.ts';

export type { SpecRefusal } from './refusal.ts';

/** What a metric is checked against. Without it a metric is checked alone: unknown names are then warnings or unseen. */
export interface CheckContext {
  /** Ids of all metrics that there are. */
  readonly metrics?: ReadonlySet<string>;
  /** Questions and instruments that a spec may name; a Catalogue is one. */
  readonly vocabulary?: Vocabulary;
}

/** Longest name that a card holds. */
const NAME_LENGTH = 28;

/** Everything that is wrong with a metric's JSON: shape first; only a well-shaped one is checked for meaning. */
export function checkMetric(json: unknown, context: CheckContext = {}): readonly SpecRefusal[] {
  const parsed = metricSchema.safeParse(json);
  if (!parsed.success) return shapeRefusals(parsed.error, json);
  const spec = parsed.data;
  const unknown = parameterRefusals(spec);
  if (unknown.some((fault) => !fault.warning)) return unknown;
  let metric: Metric;
  try {
    metric = normalise(spec);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(({ code, field, got }) => refusal(code, field ?? '', { got }));
  }
  const faults = [
    ...unknown,
    ...nameRefusals(spec),
    ...askRefusals(metric, context),
    ...fieldRefusals(metric),
    ...linkRefusals(metric),
    ...matureRefusals(metric),
    ...durationClockRefusals(metric),
    ...measureRefusals(metric),
    ...placeRefusals(metric),
    ...counterRefusals(spec, context),
    ...instrumentRefusals(metric, context),
  ];
  // A spec with faults has no sentence worth measuring.
  return faults.some((fault) => !fault.warning) ? faults : [...faults, ...sentenceRefusals(metric, context)];
}

function parameterRefusals(spec: MetricSpec): readonly SpecRefusal[] {
  const own = Object.keys(spec.params ?? {});
  const used: string[] = [];
  const faults: SpecRefusal[] = [];
  const look = (value: unknown, at: string): void => {
    if (typeof value === 'string' && value.startsWith('$')) {
      used.push(value.slice(1));
      if (!own.includes(value.slice(1))) {
        faults.push(refusal('metric.unknownParameter', at, { got: value, with: { allowed: own.join(', ') || '–' } }));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        look(inner, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`);
      }
    }
  };
  const { where, measure, mature } = spec;
  look(where, 'where');
  look(measure, 'measure');
  look(mature, 'mature');
  const idle = own.filter((name) => !used.includes(name));
  return [
    ...faults,
    ...idle.map((name) => refusal('metric.idleParameter', `params.${name}`, { got: name, warning: true })),
  ];
}

const nameRefusals = ({ name }: MetricSpec): readonly SpecRefusal[] =>
  (['ru', 'en'] as const).flatMap((lang) =>
    name[lang].length > NAME_LENGTH
      ? [
          refusal('metric.nameTooLong', `name.${lang}`, {
            got: name[lang],
            with: { length: name[lang].length, most: NAME_LENGTH },
          }),
        ]
      : [],
  );

function askRefusals(metric: Metric, { vocabulary }: CheckContext): readonly SpecRefusal[] {
  const { ask, of, group } = metric;
  if (ask === null) {
    const needed = group === 'subjective' || of === 'answer';
    return needed ? [refusal('metric.askMissing', 'ask', { with: { group, of } })] : [];
  }
  if (of !== 'answer') return [refusal('metric.askOfAnswersOnly', 'of', { got: of })];
  const unknown = vocabulary !== undefined && !vocabulary.questions.has(ask);
  return unknown ? [refusal('metric.unknownQuestion', 'ask', { got: ask })] : [];
}

/** A body may keep instruments of its own; without a wording the sentence shows their bare code. */
const instrumentRefusals = ({ of, where }: Metric, { vocabulary }: CheckContext): readonly SpecRefusal[] =>
  of !== 'reading' || vocabulary === undefined
    ? []
    : namedValues(where, 'instrument')
        .filter((code) => !vocabulary.instruments.has(code))
        .map((code) => refusal('metric.unknownInstrument', 'where', { got: code, warning: true }));

const NO_WORDS: Vocabulary = { questions: new Map(), scales: new Map(), instruments: new Map() };

/** Simplicity is checked, not hoped for (grammar B.2). */
const sentenceRefusals = (metric: Metric, { vocabulary }: CheckContext): readonly SpecRefusal[] =>
  (['ru', 'en'] as const).flatMap((lang) => {
    const words = wordCount(mainSentence(metric, lang, vocabulary ?? NO_WORDS));
    return words > LONGEST_SENTENCE
      ? [refusal('metric.longSentence', '', { with: { lang, words, most: LONGEST_SENTENCE }, warning: true })]
      : [];
  });

function placeRefusals(metric: Metric): readonly SpecRefusal[] {
  const { levels, of, min } = metric;
  const people = ROW_FIELDS[of].some((field) => field.name === 'employee');
  return [
    ...(levels.includes('position') && !people
      ? [refusal('metric.noPeople', 'levels', { got: 'position', with: { row: of } })]
      : []),
    ...(min.show > min.judge
      ? [refusal('metric.minOrder', 'min', { with: { show: min.show, judge: min.judge } })]
      : []),
  ];
}

const counterRefusals = ({ counter, id }: MetricSpec, { metrics }: CheckContext): readonly SpecRefusal[] =>
  counter.flatMap((other, index) => {
    const at = `counter[${index}]`;
    if (other === id) return [refusal('metric.ownCounter', at, { got: other })];
    if (metrics?.has(other)) return [];
    return [refusal('metric.unknownCounter', at, { got: other, warning: metrics === undefined })];
  });
