import { useMemo } from 'react';
import type { EditionView, ModelShowView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';

type Frozen = EditionView['closed']['figures'][number];
export type NameOf = (figure: Pick<Frozen, 'indicator' | 'name'>) => string;

/** A figure goes by the name under which it was published; in another language by the model's, while both are one. */
export function useNameOf(shown: ModelShowView | null): NameOf {
  const { pick } = useLanguage();
  return useMemo(() => {
    const known = new Map(shown?.indicatorsResolved.map(({ id, name }) => [id, name]));
    return ({ indicator, name }) => {
      const now = known.get(indicator);
      return now?.ru === name ? pick(now) : name;
    };
  }, [shown, pick]);
}

const SHOWN = 3;

/** Where a figure was measured, without what all figures of a journey's model share. */
export function usePlaceWords(figures: readonly Frozen[], ofJourney: boolean): (figure: Frozen) => string {
  const { say, sayCode } = useLanguage();
  const partsOf = ({ scope }: Frozen) => Object.entries(scope).map((part) => JSON.stringify(part));
  const placed = figures.map(partsOf).filter((parts) => parts.length > 0);
  const shared = ofJourney ? (placed[0] ?? []).filter((part) => placed.every((parts) => parts.includes(part))) : [];
  return (figure) => {
    const parts = Object.entries(figure.scope);
    if (parts.length === 0) return say('period.wholeBody');
    const rest = parts.filter((part) => !shared.includes(JSON.stringify(part)));
    if (rest.length === 0) return say('period.wholeWay');
    const values = rest.flatMap(([field, value]) =>
      [value].flat().flatMap((one) => (one === null ? [] : [field === 'clientStatus' ? sayCode(field, one) : one])),
    );
    const more = values.length - SHOWN;
    return more > 1 ? say('journey.ownersMore', { few: values.slice(0, SHOWN).join(', '), more }) : values.join(', ');
  };
}
