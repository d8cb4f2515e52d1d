import type { FindingParams, Found } from './check.ts';
import type { ModelIndex } from './modelIndex.ts';

// Where a finding stands.

export const ofIndicator = (index: ModelIndex, no: number, more: FindingParams = {}): Found => {
  const { id } = index.model.indicators[no]!;
  return {
    at: { of: 'indicator', id },
    path: index.pathOf('indicators', no),
    with: { name: index.nameOf(id), ...more },
  };
};

export const ofPosition = (index: ModelIndex, no: number, more: FindingParams = {}): Found => {
  const { id, name } = index.model.positions[no]!;
  return { at: { of: 'position', id }, path: index.pathOf('positions', no), with: { name, ...more } };
};

export const ofLink = (index: ModelIndex, no: number, more: FindingParams = {}): Found => {
  const { upper, lower, kind } = index.model.links[no]!;
  return {
    at: { of: 'link', id: `${upper} → ${lower}` },
    path: `links[${no}]`,
    with: { upper: index.nameOf(upper), lower: index.nameOf(lower), kind, ...more },
  };
};

export const ofModel = (path: string, more: FindingParams = {}): Found => ({
  at: { of: 'model', id: null },
  path,
  with: more,
});

export const ofJourney = (id: string, path: string, more: FindingParams = {}): Found => ({
  at: { of: 'journey', id },
  path: `journey ${id}${path}`,
  with: more,
});

/** The name that stands beside a path. */
export function labelOf(index: ModelIndex, { at }: Found): string | null {
  switch (at.of) {
    case 'indicator':
      return at.id === null ? null : index.labelOf(at.id);
    case 'position':
      return index.position.get(at.id ?? '')?.name ?? at.id;
    case 'goal':
      return index.goal.get(at.id ?? '')?.name ?? at.id;
    case 'value':
      return index.model.values.find(({ id }) => id === at.id)?.name ?? at.id;
    case 'specific':
      return index.model.specifics.find(({ id }) => id === at.id)?.name ?? at.id;
    case 'link':
    case 'journey':
      return at.of === 'link' ? at.id : null;
    case 'model':
      return null;
  }
}
