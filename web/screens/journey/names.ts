import type { JourneyPictureView, StepView, TileView } from '#acts';
import type { Design } from '#model';
import type { Language } from '../../language.tsx';

const OWNERS_SHOWN = 2;

/** How the page calls what the picture shows. */
export interface Names {
  /** Short: its code where that reads as a name. */
  readonly body: (id: string) => string;
  /** In full, as the organisation has it. */
  readonly bodyInFull: (id: string) => string;
  readonly touchpoint: (at: { readonly touchpoint: string | null; readonly unmapped: string | null }) => string;
  /** On the map: begins small. */
  readonly tile: (tile: TileView) => string;
  readonly step: (step: StepView) => string;
  /** The first two of them. */
  readonly owners: (step: StepView) => string;
  /** What clients were asked. */
  readonly voice: (voice: { readonly metric: string; readonly question: string }) => string;
}

export const namesOf = (
  view: Pick<JourneyPictureView, 'names' | 'design'>,
  design: Design,
  { say }: Pick<Language, 'say'>,
  metricNames: ReadonlyMap<string, string> = new Map(),
): Names => {
  // what was just taken off the map keeps its name until the map is saved
  const byId = new Map([...view.design.touchpoints, ...design.touchpoints].map(({ id, name }) => [id, name]));
  const bodyInFull = (id: string): string => view.names[id] ?? id;
  const body = (id: string): string => (isNamely(id) ? id : bodyInFull(id));
  const touchpoint: Names['touchpoint'] = (at) => {
    if (at.touchpoint !== null) return byId.get(at.touchpoint) ?? at.touchpoint;
    return at.unmapped ?? say('journey.noTouchpoint');
  };
  const between = (at: { readonly giver: string | null; readonly taker: string | null }): boolean =>
    at.giver !== null && at.taker !== null && at.giver !== at.taker;
  return {
    body,
    bodyInFull,
    touchpoint,
    tile: (tile) => {
      if (tile.kind === 'suspension') return say('journey.tile.suspension');
      const name = small(touchpoint(tile));
      if (tile.kind !== 'gap') return name;
      if (isUnknown(tile)) return say('journey.tile.nobody');
      return between(tile) ? say('journey.tile.handOff') : say('journey.tile.waits', { name });
    },
    step: (step) => {
      const name = touchpoint(step);
      if (step.kind === 'suspension') return say('journey.step.suspension', { name: small(name) });
      if (step.kind === 'touchpoint') return name;
      if (isUnknown(step)) return say('journey.step.between');
      if (between(step)) return say('journey.step.handOff', { giver: body(step.giver!), taker: body(step.taker!) });
      return step.giver === null
        ? say('journey.step.nobody', { name: small(name) })
        : say('journey.step.inside', { name: small(name), body: body(step.giver) });
    },
    owners: (step) => {
      if (step.kind === 'gap') return say('journey.nobody');
      const owners = step.owners.map((owner) => (owner === null ? say('journey.client') : body(owner)));
      const few = owners.slice(0, OWNERS_SHOWN).join(', ');
      return owners.length > OWNERS_SHOWN
        ? say('journey.ownersMore', { few, more: owners.length - OWNERS_SHOWN })
        : few;
    },
    voice: ({ metric, question }) => metricNames.get(metric) ?? question,
  };
};

/** Between two cases of a run: nobody's, and on the way to no recorded step. */
const isUnknown = (at: Pick<TileView, 'touchpoint' | 'unmapped' | 'giver'>): boolean =>
  at.touchpoint === null && at.unmapped === null && at.giver === null;

/** «МФЦ» and «Фонд» are names, «0100000000000012» is a code. */
const isNamely = (id: string): boolean => id.length <= 12 && /^\p{L}[\p{L}\s-]*$/u.test(id);

/** The first letter small, unless it begins an abbreviation or a quotation. */
const small = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name[0]!.toLocaleLowerCase()}${name.slice(1)}` : name;
