import { MOST_PER_POSITION } from '../model.ts';
import type { Check, Found, ModelKnowledge } from './check.ts';
import { grouped, type ModelIndex } from './modelIndex.ts';
import { ofIndicator, ofLink, ofPosition } from './places.ts';
import { changed } from './sound.ts';

/** What must hold before anything else can be said: names that are there once, references that lead somewhere. */
export const structure: readonly Check[] = [
  {
    rule: 'repeatedId',
    severity: 'error',
    find: function* ({ model }) {
      const lists = [
        ['goals', 'goal', model.goals],
        ['values', 'value', model.values],
        ['positions', 'position', model.positions],
        ['indicators', 'indicator', model.indicators],
        ['specifics', 'specific', model.specifics],
      ] as const;
      for (const [list, of, things] of lists) {
        const seen = new Set<string>();
        for (const [no, { id }] of things.entries()) {
          if (seen.has(id)) yield { at: { of, id }, path: `${list}[${no}]`, with: { id } };
          seen.add(id);
        }
      }
    },
    spoil: changed((model) => ({ goals: [...model.goals, ...model.goals] })),
  },
  {
    rule: 'unknownMetric',
    severity: 'error',
    find: function* (index) {
      for (const [no, indicator] of index.model.indicators.entries()) {
        if (!index.metric(indicator)) yield ofIndicator(index, no, { metric: indicator.metric });
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, metric: 'no-such-metric' })) })),
  },
  {
    rule: 'unknownParameter',
    severity: 'error',
    find: function* (index) {
      for (const [no, indicator] of index.model.indicators.entries()) {
        const known = index.metric(indicator)?.params ?? {};
        for (const param of Object.keys(indicator.params ?? {})) {
          if (index.metric(indicator) && !(param in known))
            yield ofIndicator(index, no, { param, metric: indicator.metric });
        }
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, params: { nothing: 1 } })) })),
  },
  {
    rule: 'tooManyIndicators',
    severity: 'error',
    find: function* (index) {
      for (const [no, { id }] of index.model.positions.entries()) {
        const count = index.held.get(id)?.length ?? 0;
        if (count > MOST_PER_POSITION)
          yield ofPosition(index, no, { count, most: MOST_PER_POSITION, over: count - MOST_PER_POSITION });
      }
    },
    spoil: changed((model) => ({
      indicators: model.indicators.map((one) => ({ ...one, owner: model.positions[0]!.id })),
    })),
  },
  {
    rule: 'unknownReference',
    severity: 'error',
    find: references,
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, owner: 'nobody-known' })) })),
  },
  {
    rule: 'unknownPlace',
    severity: 'error',
    find: places,
    spoil: ({ model, knowledge }) => ({
      model: {
        ...model,
        indicators: model.indicators.map((one) => ({ ...one, place: { ...one.place, unit: 'no-unit' } })),
      },
      knowledge,
    }),
  },
  {
    rule: 'linkToNothing',
    severity: 'error',
    find: function* (index) {
      for (const [no, { upper, lower }] of index.model.links.entries()) {
        const missing = [upper, lower].find((id) => !index.indicator.has(id));
        if (missing !== undefined) yield ofLink(index, no, { missing });
      }
    },
    spoil: changed((model) => ({ links: model.links.map((link) => ({ ...link, upper: 'nothing' })) })),
  },
  {
    rule: 'repeatedLink',
    severity: 'error',
    find: function* (index) {
      const seen = new Set<string>();
      for (const [no, { upper, lower }] of index.model.links.entries()) {
        const key = `${upper}\u0000${lower}`;
        if (seen.has(key)) yield ofLink(index, no);
        seen.add(key);
      }
    },
    spoil: changed((model) => ({ links: [...model.links, ...model.links] })),
  },
  {
    rule: 'linkCycle',
    severity: 'error',
    find: cycles,
    spoil: changed((model) => ({
      links: [...model.links, ...model.links.map((link) => ({ ...link, upper: link.lower, lower: link.upper }))],
    })),
  },
];

function* references(index: ModelIndex): Iterable<Found> {
  const { model } = index;
  const goals = new Set(model.goals.map(({ id }) => id));
  const values = new Set(model.values.map(({ id }) => id));
  const specifics = new Set(model.specifics.map(({ id }) => id));
  for (const [no, one] of model.indicators.entries()) {
    const named: [string, string | null, boolean][] = [
      ['owner', one.owner, one.owner === null || index.position.has(one.owner)],
      ['place.position', one.place.position, one.place.position === null || index.position.has(one.place.position)],
      ...one.goals.map((id): [string, string, boolean] => ['goals', id, goals.has(id)]),
      ...one.values.map((id): [string, string, boolean] => ['values', id, values.has(id)]),
      ...one.limits.map((id): [string, string, boolean] => ['limits', id, specifics.has(id)]),
    ];
    for (const [field, got, known] of named) if (!known) yield ofIndicator(index, no, { field, got });
  }
  for (const [no, { reportsTo, id }] of model.positions.entries()) {
    if (reportsTo !== null && (!index.position.has(reportsTo) || reportsTo === id))
      yield ofPosition(index, no, { field: 'reportsTo', got: reportsTo });
  }
}

function* places(index: ModelIndex, { places: known, journeys }: ModelKnowledge): Iterable<Found> {
  const journeyIds = journeys && new Set(journeys.map(({ id }) => id));
  const unknown = (place: {
    body?: string | null;
    unit?: string | null;
    service?: string | null;
    journey: string | null;
  }) => {
    if (place.journey !== null && journeyIds && !journeyIds.has(place.journey))
      return ['journey', place.journey] as const;
    if (!known) return null;
    if (place.body && !known.bodies.has(place.body) && !known.units.has(place.body))
      return ['body', place.body] as const;
    if (place.unit && !known.units.has(place.unit) && !known.bodies.has(place.unit))
      return ['unit', place.unit] as const;
    if (place.service && !known.services.has(place.service)) return ['service', place.service] as const;
    return null;
  };
  const of = index.model;
  const own = unknown({ body: of.body, journey: of.journey });
  if (own) yield { at: { of: 'model', id: null }, path: own[0], with: { field: own[0], got: own[1] } };
  for (const [no, { place }] of of.indicators.entries()) {
    const found = unknown(place);
    if (found) yield ofIndicator(index, no, { field: found[0], got: found[1] });
  }
  for (const [no, position] of of.positions.entries()) {
    const found = unknown(position);
    if (found) yield ofPosition(index, no, { field: found[0], got: found[1] });
  }
}

/** Each way that comes back to itself, once: links are walked down, a link to what is being walked closes one. */
function* cycles(index: ModelIndex): Iterable<Found> {
  const { model } = index;
  const numbered = model.links.map((link, no) => ({ ...link, no }));
  const down = grouped(numbered, ({ upper }) => upper);
  const state = new Map<string, 'open' | 'done'>();
  for (const { id: start } of model.indicators) {
    if (state.has(start)) continue;
    const stack: { id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const link = down.get(top.id)?.[top.next];
      top.next += 1;
      if (!link) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(link.lower) === 'open') {
        const way = stack.map(({ id }) => id);
        const around = [...way.slice(way.indexOf(link.lower)), link.lower];
        yield ofLink(index, link.no, { way: around.map(index.nameOf).join(' → ') });
      } else if (!state.has(link.lower)) {
        state.set(link.lower, 'open');
        stack.push({ id: link.lower, next: 0 });
      }
    }
  }
}
