import type { SpanKind } from '#facts';
import type { Step, Tile } from './tiles.ts';

/** A journey's map in what tiling needs of it. */
export interface PathTouchpoint {
  readonly id: string;
  /** Values of the facts' touchpoint that mean it. */
  readonly facts: readonly string[];
  readonly budgetDays: number | null;
}
export interface PathHandOff {
  readonly giver: string;
  readonly taker: string;
  readonly budgetDays: number | null;
}

/** One stretch as the facts tell it: the bodies, and of a gap the places themselves. */
export interface Told {
  readonly kind: SpanKind;
  readonly facts: string | null;
  readonly body: string | null;
  readonly giver: string | null;
  readonly taker: string | null;
  readonly giverPlace: string | null;
  readonly takerPlace: string | null;
}

export interface PathMap {
  /** Place of a touchpoint in the design; null: not on the map. */
  readonly orderOf: (touchpoint: string | null) => number | null;
  /** Id on the map of a facts' touchpoint. */
  readonly touchpointOf: (facts: string | null) => string | null;
  readonly tileOf: (told: Told) => { readonly tile: Omit<Tile, 'step'>; readonly step: Step };
}

export function pathMap(touchpoints: readonly PathTouchpoint[], handOffs: readonly PathHandOff[]): PathMap {
  const ids = new Map(touchpoints.flatMap(({ id, facts }) => facts.map((value) => [value, id] as const)));
  const order = new Map(touchpoints.map(({ id }, place) => [id, place]));
  const budgets = new Map(touchpoints.map(({ id, budgetDays }) => [id, budgetDays]));
  const touchpointOf = (facts: string | null) => (facts === null ? null : (ids.get(facts) ?? null));
  const handOffOf = ({ giver, taker, giverPlace, takerPlace }: Told) =>
    handOffs.find((one) => one.giver === giverPlace && one.taker === takerPlace) ??
    handOffs.find(
      (one) => (one.giver === giverPlace || one.giver === giver) && (one.taker === takerPlace || one.taker === taker),
    );
  return {
    orderOf: (touchpoint) => (touchpoint === null ? null : (order.get(touchpoint) ?? null)),
    touchpointOf,
    tileOf: (told) => {
      const touchpoint = touchpointOf(told.facts);
      const unmapped = touchpoint === null ? told.facts : null;
      const at = touchpoint ?? `?${unmapped ?? ''}`;
      const step = stepOf(told, { touchpoint, unmapped, at });
      const { kind, body, giver, taker } = told;
      const key = [step.key, kind, at, ...(kind === 'gap' ? [giver, taker] : [body])]
        .map((part) => part ?? '')
        .join('|');
      return { tile: { key, kind, touchpoint, unmapped, body, giver, taker }, step };
    },
  };

  function stepOf(
    told: Told,
    { touchpoint, unmapped, at }: { touchpoint: string | null; unmapped: string | null; at: string },
  ): Step {
    const none = { touchpoint, unmapped, giver: null, taker: null, budgetDays: null };
    switch (told.kind) {
      case 'gap': {
        const drawn = handOffOf(told);
        // A hand-off of the map is one step wherever on the way it happens.
        if (drawn)
          return {
            key: `handOff|${drawn.giver}|${drawn.taker}`,
            kind: 'gap',
            touchpoint: null,
            unmapped: null,
            giver: drawn.giver,
            taker: drawn.taker,
            budgetDays: drawn.budgetDays,
          };
        const { giver, taker } = told;
        return { ...none, key: `gap|${at}|${giver ?? ''}|${taker ?? ''}`, kind: 'gap', giver, taker };
      }
      case 'suspension':
        return { ...none, key: `suspension|${at}`, kind: 'suspension' };
      default:
        return {
          ...none,
          key: `touchpoint|${at}`,
          kind: 'touchpoint',
          budgetDays: touchpoint === null ? null : (budgets.get(touchpoint) ?? null),
        };
    }
  }
}
