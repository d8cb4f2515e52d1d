import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_FIELDS } from '#facts';
import { fieldRefusals } from './checks/fields.ts';
import { nodesOf } from './checks/nodes.ts';
import {
  CONCEPT_NAMES,
  CONCEPTS,
  canonicalJson,
  checkMetric,
  cohortDefinition,
  cohortFormula,
  definition,
  formulaLine,
  formulaWithNumbers,
  leavesOut,
  loadCatalogue,
  type Metric,
  type MetricSpec,
  mainSentence,
  metricJsonSchema,
  normalise,
  phrasesOf,
  sha256,
  specHash,
} from './index.ts';
import { wordCount } from './phrases/index.ts';

const root = new URL('../../catalogue/', import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));
const files = [
  ...readdirSync(new URL('metrics/', root)).map((name) => `metrics/${name}`),
  'order.json',
  'questions.json',
  'instruments.json',
  'models.json',
  'values.json',
];
const entries = files.map((file) => ({ file, json: json(file) }));
const catalogue = loadCatalogue(entries);
const made = json('../test/conformance/made-specs.json') as readonly MetricSpec[];
const specs = [...catalogue.metrics.values()];
const all: readonly Metric[] = [...specs, ...made].map((spec) => normalise(spec));
const tree = (id: string): Metric => all.find((metric) => metric.id === id) as Metric;

describe('the catalogue', () => {
  it('holds values by short names only, each once, for every kind of client', () => {
    const { values } = catalogue;
    expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
    expect(new Set(values.map(({ of }) => of))).toEqual(new Set(['declaration', 'people', 'business', 'internal']));
    for (const { name } of values) for (const text of [name.ru, name.en]) expect(text.length).toBeLessThanOrEqual(60);
  });

  it('holds 73 metrics in catalogue order, without a warning', () => {
    expect([...catalogue.metrics.keys()]).toEqual(json('order.json'));
    expect(catalogue.metrics.size).toBe(73);
    expect(catalogue.warnings).toEqual([]);
  });

  it('has twenty core metrics, four a KPI, and one headline pair a KPI', () => {
    for (const kpi of ['informing', 'effort', 'speed', 'resolution', 'culture']) {
      expect(specs.filter((spec) => spec.kpi === kpi && spec.core)).toHaveLength(4);
      const pair = specs.filter((spec) => spec.kpi === kpi && spec.headline).map((spec) => spec.group);
      expect(pair.sort()).toEqual(['objective', 'subjective']);
    }
  });

  it('takes the made specs of the conformance set', () => {
    const metrics = new Set(catalogue.metrics.keys());
    for (const spec of made) expect(checkMetric(spec, { vocabulary: catalogue, metrics }), spec.id).toEqual([]);
  });

  it('names every fault of every file at once', () => {
    const broken = [
      { file: 'metrics/a.json', json: { id: 'a' } },
      { file: 'metrics/other.json', json: json('metrics/easy.json') },
    ];
    expect(() => loadCatalogue([...entries, ...broken])).toThrow(/metric\.missing.*metric\.fileName/);
  });

  it('has only metrics in its starter models', () => {
    for (const model of catalogue.models) {
      for (const id of [...model.body, ...model.watch, ...model.positions.flatMap((position) => position.set)]) {
        expect(catalogue.metrics.has(id), id).toBe(true);
      }
    }
  });
});

describe('the normalised tree', () => {
  it('has every concept on fields of its row', () => {
    for (const name of CONCEPT_NAMES) {
      const { on, means } = CONCEPTS[name];
      const { where, measure } = normalise({ ...(made[2] as MetricSpec), of: on, where: means });
      expect(fieldRefusals({ ...tree('made-open'), by: 'at', of: 'event', where: null, measure }), name).toEqual([]);
      for (const node of nodesOf({ of: on, where, measure })) {
        if (node.node !== 'value' || node.value.kind !== 'field') continue;
        const { field } = node.value;
        expect(ROW_FIELDS[on].map((known) => known.name)).toContain(field);
      }
    }
  });

  it('lifts a default by naming: a kind is added, an outcome is kept', () => {
    expect(tree('on-time').population.caseKinds).toEqual(['application', 'appeal', 'interagency', 'internalRequest']);
    expect(tree('feedback-closed').population.caseKinds).toContain('feedback');
    expect(tree('feedback-closed').population.caseKinds).toContain('application');
    expect(tree('queue-15').population.caseKinds).toContain('contact');
    const named = normalise({ ...(specs[1] as MetricSpec), where: { field: 'outcome', equal: 'withdrawn' } });
    expect(named.population.leftOutcomes).toEqual(['terminated']);
  });

  it('never leaves withdrawn cases out of a stock or a run, and keeps what the spec keeps', () => {
    expect(tree('open-age').population.leftOutcomes).toEqual([]);
    expect(tree('journey-drop').population.leftOutcomes).toEqual([]);
    expect(tree('abandoned').population.leftOutcomes).toEqual([]);
    expect(tree('made-people').population.leftOutcomes).toEqual(['terminated']);
  });

  it('fills the smallest numbers in: 5 and 30 of opinions, 5 and 10 of facts', () => {
    expect(tree('easy').min).toEqual({ show: 5, judge: 30 });
    expect(tree('on-time').min).toEqual({ show: 5, judge: 10 });
  });

  it('knows which kinds of event a selection can meet', () => {
    const { measure } = tree('promise-hit');
    const related = measure.kind === 'share' && measure.of.kind === 'has' ? measure.of.related : null;
    expect(related?.kinds).toEqual(['issue', 'reply', 'decide', 'pay']);
    const asked = tree('documents-asked').measure;
    expect(asked.kind === 'mean' && asked.of.kind === 'total' && asked.of.related.reads).toEqual(['items']);
  });

  it("puts a body's own parameters in, and another hash with them", () => {
    const spec = catalogue.metrics.get('repeat-30') as MetricSpec;
    const longer = normalise(spec, { window: 'P60D' });
    expect(longer.mature).toEqual({ clock: 'calendar', micros: 60 * 86_400e6 });
    expect(longer.hash).not.toBe(normalise(spec).hash);
    expect(mainSentence(longer, 'en', catalogue)).toContain('within 60\u00a0days of closing');
    expect(() => normalise(spec, { limit: 'P1D' })).toThrow('metric.unknownParameter');
  });
});

describe('the hash of a spec', () => {
  it('stands on SHA-256: the examples of FIPS 180-4', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('does not hear of the order of keys, of names or of counter-metrics', () => {
    const spec = specs[0] as MetricSpec;
    const turned = Object.fromEntries(Object.entries(spec).reverse()) as unknown as MetricSpec;
    expect(specHash(turned)).toBe(specHash(spec));
    expect(specHash({ ...spec, name: { ru: 'Иначе', en: 'Other' }, counter: ['easy'] })).toBe(specHash(spec));
    expect(specHash({ ...spec, by: 'registeredAt' })).not.toBe(specHash(spec));
    expect(new Set(specs.map((each) => specHash(each))).size).toBe(73);
  });

  it('canonical JSON reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(canonicalJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

it('the JSON schema names every word of the grammar', () => {
  const text = JSON.stringify(metricJsonSchema());
  for (const word of ['topBox', 'worst', 'orHorizon', 'sameMatter', 'docRequest', 'gradeRu', 'weightedParts']) {
    expect(text).toContain(`"${word}"`);
  }
});

describe('the wording', () => {
  const langs = ['ru', 'en'] as const;

  it.each(all)('$id puts every filter of its tree into words', (metric) => {
    for (const lang of langs) {
      const said = [
        mainSentence(metric, lang, catalogue),
        definition(metric, lang, catalogue),
        ...leavesOut(metric, lang, catalogue),
      ]
        .join(' ')
        .toLowerCase();
      const spoken = phrasesOf(metric, lang, catalogue);
      for (const at of filtersOf(metric)) {
        const texts = spoken.filter((one) => one.path === at).map((one) => one.text.toLowerCase());
        expect(
          texts.some((text) => text !== '' && said.includes(text)),
          `${lang} ${at}: ${JSON.stringify(texts)}`,
        ).toBe(true);
      }
    }
  });

  it.each(all)('$id reads as sentences', (metric) => {
    for (const lang of langs) {
      const text = definition(metric, lang, catalogue);
      const rest = [formulaLine(metric, lang, catalogue), ...leavesOut(metric, lang, catalogue)];
      for (const each of [text, ...rest]) {
        expect(each).toMatch(/^[\p{Lu}\d«“]/u);
        expect(each).toMatch(/\.$/);
        expect(each).not.toMatch(/ {2}|undefined|null|NaN|[\ue000]| ,|,,|\.\./);
      }
      const better = {
        ru: { up: 'Больше\u00a0— лучше.', down: 'Меньше\u00a0— лучше.' },
        en: { up: 'Higher is better.', down: 'Lower is better.' },
      };
      expect(text.endsWith(better[lang][metric.better])).toBe(true);
    }
    // No code of the language shows in a Russian sentence; X is the formula's letter.
    const russian = [
      definition(metric, 'ru', catalogue),
      formulaLine(metric, 'ru', catalogue),
      ...leavesOut(metric, 'ru', catalogue),
    ];
    for (const each of russian) expect(each.replace(/\bX\b/g, '')).not.toMatch(/[a-zA-Z]/);
  });

  it.each(specs)('$id is said in thirty words at most', (spec) => {
    for (const lang of langs) expect(wordCount(mainSentence(normalise(spec), lang, catalogue))).toBeLessThanOrEqual(30);
  });

  it('leaves the same things out in both languages', () => {
    for (const metric of all) {
      expect(leavesOut(metric, 'ru', catalogue)).toHaveLength(leavesOut(metric, 'en', catalogue).length);
    }
  });

  // Read and approved by eye, sentence by sentence; no-break spaces are written as plain ones.
  it.each([
    [
      'on-time',
      'Доля дел, закрытых не позже срока, среди дел, решённых по существу. По дате закрытия. Больше — лучше.',
    ],
    [
      'working-time',
      'Медиана рабочего времени (в рабочих часах) от регистрации до закрытия без приостановок и ожидания клиента среди дел, решённых по существу. По дате закрытия. Меньше — лучше.',
    ],
    [
      'first-contact',
      'Доля впервые начатых дел, решённых по существу, по которым действий клиента до закрытия не больше одного и в течение 30 дней после закрытия нет нового дела по тому же вопросу. По дате закрытия; полно через 30 дней. Больше — лучше.',
    ],
    [
      'journey-time',
      'Медиана календарного времени (в днях) от начала до завершения пути среди завершённых клиентских путей. По дате завершения пути. Меньше — лучше.',
    ],
    [
      'documents-asked',
      'Среднее число документов, поданных и переданных клиентом, на одно дело, решённое по существу. По дате закрытия. Меньше — лучше.',
    ],
    [
      'documents-known',
      'Доля документов, сведения из которых у государства уже есть, во всех документах, поданных и переданных клиентом. По дате события. Меньше — лучше.',
    ],
    [
      'easy',
      'Доля согласных с утверждением «Мне было легко решить свой вопрос» (оценки 4 и 5 из 5) среди ответивших. По дате ответа. Больше — лучше.',
    ],
    [
      'issue-solved',
      'Доля тех, кто на вопрос «Ваш вопрос решён?» ответил «да, полностью», среди ответивших. По дате ответа. Больше — лучше.',
    ],
    [
      'first-response',
      'Медиана рабочего времени (в рабочих часах) от контакта или подачи клиента до первого ответа, запроса или решения сотрудника органа, но не больше 10 календарных дней. По дате события; полно через 10 дней. Меньше — лучше.',
    ],
    [
      'queue-15',
      'Доля талонов очереди, после которых в течение 15 минут клиента вызвали к окну. По дате талона очереди; полно через 15 минут. Больше — лучше.',
    ],
    [
      'delay-warned',
      'Доля дел, не закрытых или закрытых позже срока, по которым не позже срока клиента известили о задержке. По дате срока. Больше — лучше.',
    ],
    [
      'promise-hit',
      'Доля обещаний срока, после которых орган не позже обещанной даты выдал результат, дал ответ, принял решение или выплатил деньги. По обещанной дате. Больше — лучше.',
    ],
    [
      'repeat-30',
      'Доля закрытых дел, по которым в течение 30 дней после закрытия поступило новое дело по тому же вопросу или само дело открыто заново. По дате закрытия; полно через 30 дней. Меньше — лучше.',
    ],
    [
      'upheld-complaints',
      'Число жалоб, признанных обоснованными, на 1000 закрытых дел. По дате закрытия, жалобы — по своей. Меньше — лучше.',
    ],
    [
      'journey-drop',
      'Доля клиентских путей, не завершённых в течение 180 дней после начала, среди всех клиентских путей. По дате начала пути; полно через 180 дней. Меньше — лучше.',
    ],
    [
      'refusal-explained',
      'Доля письменных отказов, в которых названы причина, норма, следующий шаг и способ обжалования. По дате письма. Больше — лучше.',
    ],
  ])('%s in Russian', (id, text) => {
    expect(definition(tree(id), 'ru', catalogue).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it.each([
    [
      'on-time',
      'Share of cases closed by the deadline among cases decided on the merits. By closing date. Higher is better.',
    ],
    [
      'abandoned',
      'Share of started cases that had no submission or decision within 14 days of the start. By start date; complete after 14 days. Lower is better.',
    ],
    [
      'trust-net',
      'Share of answers +1 and +2 minus that of −2 and −1 to “How did this contact change your trust in us?” among respondents, in points from −100 to +100. By date of answer. Higher is better.',
    ],
    [
      'repeat-requests',
      'Share of closed cases that had at least two requests for documents from the client. By closing date. Lower is better.',
    ],
  ])('%s in English', (id, text) => {
    expect(definition(tree(id), 'en', catalogue).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('puts a figure into its formula', () => {
    const figure = { value: 82.5, n: 200, numerator: 165, denominator: 200 };
    expect(formulaWithNumbers(tree('on-time'), figure, 'ru', catalogue).replaceAll('\u00a0', ' ')).toBe(
      'Ч = 165 (дела, закрытые не позже срока); З = 200 (дела, решённые по существу); показатель = 165 ÷ 200 × 100 % = 82,5 %.',
    );
    const median = { value: 12.5, n: 40, numerator: null, denominator: null };
    expect(formulaWithNumbers(tree('time-to-result'), median, 'ru', catalogue).replaceAll('\u00a0', ' ')).toBe(
      'X = календарное время (в днях) от регистрации до закрытия; считаются дела, решённые по существу; n = 40; показатель = медиана X = 12,5 дня.',
    );
    expect(formulaWithNumbers(tree('on-time'), { ...figure, value: null }, 'en', catalogue)).toBe(
      formulaLine(tree('on-time'), 'en', catalogue),
    );
  });

  it('tells a start cohort by the date of start, with how its cases stand', () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const metric = tree('time-to-result');
    expect(plain(cohortDefinition(metric, 'ru', catalogue))).toBe(
      'Медиана календарного времени (в днях) от регистрации до закрытия среди дел, решённых по существу. По дате начала, то есть регистрации; открытые дела учтены как ещё не закрытые, отозванные и закрытые иначе — как другой исход. Меньше — лучше.',
    );
    expect(plain(cohortDefinition(metric, 'en', catalogue))).toContain('By date of start, that is of registration;');
    const cohort = { closed: 30, otherwise: 4, open: 6 };
    const figure = { value: 12.5, n: 40, numerator: null, denominator: null, cohort };
    expect(plain(cohortFormula(metric, figure, 'ru', catalogue))).toBe(
      'X = календарное время (в днях) от регистрации до закрытия; n = 40 (закрыто 30, иначе 4, ещё открыто 6); показатель = наименьшее X, за которое закрыта половина начатых дел = 12,5 дня.',
    );
    expect(plain(cohortFormula(metric, { ...figure, value: null }, 'en', catalogue))).toBe(
      'X = calendar time (in days) from registration to closing; n = 40 (closed 30, otherwise 4, still open 6); figure = the least X within which half of the cases begun are closed.',
    );
  });

  it('tells which clock excludes what', () => {
    expect(leavesOut(tree('working-time'), 'ru', catalogue)).toEqual(
      expect.arrayContaining([
        'Рабочее время идёт по графику того, у кого дело: ночи, выходные и праздники не входят.',
        'Часы останавливаются на время приостановок и ожидания клиента.',
      ]),
    );
  });
});

/** Places of everything that decides which rows or events count: conditions, links, windows, marks. */
function filtersOf(metric: Metric): readonly string[] {
  const places: string[] = [];
  for (const node of nodesOf(metric)) {
    if (node.node === 'predicate' && !['and', 'or', 'not'].includes(node.predicate.kind))
      places.push(node.predicate.at);
    if (node.node === 'measure' && ['topBox', 'net', 'worst'].includes(node.measure.kind)) places.push(node.measure.at);
    if (node.node !== 'related') continue;
    const { at, after, before, within, where } = node.related;
    if (where === null) places.push(at);
    if (after !== null) places.push(after.at);
    if (before !== null) places.push(before.at);
    if (within !== null) places.push(`${at}.within`);
  }
  return places;
}
