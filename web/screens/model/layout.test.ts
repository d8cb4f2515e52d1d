import { describe, expect, it } from 'vitest';
import type { FindingView, MetricView } from '../../client/types.ts';
import { newIndicator } from './edits.ts';
import {
  filtered,
  type Indicator,
  layoutOf,
  MOST_COLUMNS,
  type Model,
  type Names,
  type Position,
  pagesOf,
  rowsOf,
  spokenOf,
} from './layout.ts';

const compare = (a: string, b: string) => a.localeCompare(b, 'ru');
const names: Names = { row: ({ name, metric }) => name || metric, unit: (unit) => unit };
const FIVE = 5;

const metric = (id: string, kpi: MetricView['kpi'], group: MetricView['group']): MetricView => ({
  id,
  kpi,
  group,
  core: false,
  own: false,
  name: { ru: id, en: id },
  unit: '%',
  better: 'up',
  levels: ['body', 'unit', 'position'],
  roll: 'weightedParts',
});
const metrics = new Map(
  [
    metric('on-time', 'speed', 'objective'),
    metric('fast-enough', 'speed', 'subjective'),
    metric('easy', 'effort', 'subjective'),
  ].map((one) => [one.id, one]),
);

const empty: Model = {
  format: 'luchshe-model/1',
  id: 'benefit',
  name: 'Пособие',
  body: null,
  journey: null,
  clients: [],
  services: [],
  state: 'draft',
  inForceFrom: null,
  inForceTo: null,
  order: null,
  follows: null,
  goals: [{ id: 'goal', name: 'За один визит', document: '' }],
  values: [],
  positions: [],
  indicators: [],
  links: [],
  specifics: [],
  reviseMonths: 12,
};
const position = (id: string, unit: string | null = null): Position => ({
  id,
  name: id,
  level: 'position',
  body: null,
  unit,
  journey: null,
  touchpoints: [],
  employees: [],
  reportsTo: null,
  contact: '',
});
const indicator = (id: string, given: Partial<Indicator> = {}): Indicator => ({
  ...newIndicator(empty, id.split('.')[0]!, 'body'),
  id,
  ...given,
});

const model: Model = {
  ...empty,
  positions: [position('эксперт', 'отдел 1'), position('директор'), position('оператор', 'отдел 2')],
  indicators: [
    indicator('easy', { goals: ['goal'] }),
    indicator('on-time', { goals: ['goal'] }),
    indicator('on-time.эксперт', { owner: 'эксперт' }),
    indicator('on-time.директор', { owner: 'директор' }),
    indicator('fast-enough', { goals: ['goal'] }),
    indicator('easy.эксперт', { owner: 'эксперт', shared: true }),
  ],
};
const layout = layoutOf(model, metrics, FIVE, compare);

describe('rows', () => {
  it('indicators of one metric are one row with a seat for each position', () => {
    const row = layout.row.get('on-time')!;
    expect(row.indicators.map(({ id }) => id)).toEqual(['on-time', 'on-time.эксперт', 'on-time.директор']);
    expect([...row.seats.keys()]).toEqual(['эксперт', 'директор']);
    expect(layout.row.get('on-time.эксперт')).toBe(row);
  });
  it('stand by KPI in the order of the article, the pair of deeds and words first', () => {
    expect(layout.rows.map(({ metric: id }) => id)).toEqual(['easy', 'on-time', 'fast-enough']);
    expect(layout.rows.every(({ head }) => head)).toBe(true);
  });
  it('a name of one’s own, another service, other clients make a row of their own', () => {
    const other = [
      indicator('on-time.a', { name: 'В срок у нас' }),
      indicator('on-time.b', { place: { ...indicator('x').place, service: 'benefit' } }),
    ];
    const more = layoutOf({ ...model, indicators: [...model.indicators, ...other] }, metrics, FIVE, compare);
    expect(more.rows.filter(({ metric: id }) => id === 'on-time')).toHaveLength(3);
  });
  it('a metric that the catalogue lost stays in the model, last', () => {
    const lost = layoutOf({ ...model, indicators: [indicator('gone'), ...model.indicators] }, metrics, FIVE, compare);
    expect(lost.rows.at(-1)).toMatchObject({ metric: 'gone', kpi: null, head: false });
  });
});

describe('seats', () => {
  it('shared ones come first on the card', () => {
    expect(layout.column.get('эксперт')!.held.map(({ indicator: id, no, shared }) => [id, no, shared])).toEqual([
      ['easy.эксперт', 1, true],
      ['on-time.эксперт', 2, false],
    ]);
  });
  it('the sixth is over', () => {
    const six = Array.from({ length: 6 }, (_, at) => indicator(`on-time.${at}`, { owner: 'директор' }));
    const crowded = layoutOf({ ...model, indicators: six }, metrics, FIVE, compare);
    expect(crowded.column.get('директор')!.held.map(({ over }) => over)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('pages of positions', () => {
  const columns = (...units: readonly [string, number][]) =>
    layoutOf(
      {
        ...empty,
        positions: units.flatMap(([unit, count]) =>
          Array.from({ length: count }, (_, at) => position(`${unit}-${at}`, unit)),
        ),
      },
      metrics,
      FIVE,
      compare,
    ).columns;
  it('a unit that does not fit into the rest of a page begins the next', () => {
    const pages = pagesOf(columns(['а', 7], ['б', 4], ['в', 3]));
    expect(pages.map(({ units, columns: inside }) => [units, inside.length])).toEqual([
      [['а', 'б'], 11],
      [['в'], 3],
    ]);
  });
  it('none holds more than twelve, and nobody is lost or shown twice', () => {
    const all = columns(['а', 30], ['б', 1], ['в', 12], ['г', 13]);
    const pages = pagesOf(all);
    expect(Math.max(...pages.map(({ columns: inside }) => inside.length))).toBeLessThanOrEqual(MOST_COLUMNS);
    expect(pages.flatMap(({ columns: inside }) => inside)).toEqual(all);
  });
});

describe('filter', () => {
  const nothing = spokenOf([]);
  const seen = (filter: Parameters<typeof filtered>[1], spoken = nothing) => {
    const { rows, columns } = filtered(layout, filter, spoken, names);
    return { rows: rows.map(({ metric: id }) => id), columns: columns.map((one) => one.position.id) };
  };
  it('a text finds indicators with their holders', () => {
    expect(seen({ text: 'EASY' })).toEqual({ rows: ['easy'], columns: ['эксперт'] });
  });
  it('a text finds positions with what they hold; ё and е are one', () => {
    expect(seen({ text: 'экспёрт' })).toEqual({ rows: ['easy', 'on-time'], columns: ['эксперт'] });
  });
  it('a unit leaves its positions and their rows', () => {
    expect(seen({ unit: 'отдел 1' })).toEqual({ rows: ['easy', 'on-time'], columns: ['эксперт'] });
  });
  it('only with findings: of indicators, of links by both ends, of positions', () => {
    const finding = (of: FindingView['at']['of'], id: string) =>
      ({ severity: 'warning', rule: 'x', place: id, at: { of, id } }) as FindingView;
    const spoken = spokenOf([finding('link', 'on-time → on-time.директор')]);
    expect(seen({ findings: true }, spoken)).toEqual({ rows: ['on-time'], columns: ['директор', 'эксперт'] });
    expect(seen({ findings: true }, spokenOf([finding('position', 'оператор')]))).toEqual({
      rows: [],
      columns: ['оператор'],
    });
  });
  it('of many rows those are shown that the positions of the page hold, and the pairs', () => {
    const many = Array.from({ length: 200 }, (_, at) => indicator(`on-time.${at}`, { name: `Имя ${at}` }));
    const long = layoutOf(
      {
        ...model,
        indicators: [...model.indicators, ...many, indicator('on-time.x', { name: 'Моё', owner: 'оператор' })],
      },
      metrics,
      FIVE,
      compare,
    );
    const shown = rowsOf(long, long.rows, [long.column.get('оператор')!]);
    expect(shown.map(({ name, metric: id }) => name || id)).toEqual(['easy', 'on-time', 'fast-enough', 'Моё']);
  });
});
