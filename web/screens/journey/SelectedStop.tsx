import type { JourneyPictureView } from '#acts';
import type { Design } from '#model';
import { useLanguage } from '../../language.tsx';
import type { Names } from './names.ts';
import { DAY, givenDays, type ShownMeans } from './spans.ts';
import { stopOf, touchpointOf } from './stopKeys.ts';

/** What was chosen on the map: its facts in a line, and what can be done with it. */
export const SelectedStop = ({
  stop,
  view,
  design,
  names,
  means,
  onOpen,
  onMove,
  onAdd,
}: {
  readonly stop: string | null;
  readonly view: JourneyPictureView;
  readonly design: Design;
  readonly names: Names;
  readonly means: ShownMeans;
  readonly onOpen: (stop: string) => void;
  readonly onMove: (stop: string, by: -1 | 1) => void;
  readonly onAdd: () => void;
}) => {
  const language = useLanguage();
  const { say, format } = language;
  const facts = view.touchpoints.find((each) => stopOf(each) === stop);
  const tiles = view.tiles.filter((each) => stopOf(each) === stop);
  const id = stop === null ? null : touchpointOf(stop);
  const at = design.touchpoints.findIndex((touchpoint) => touchpoint.id === id);
  const own = design.touchpoints[at];
  const known = own !== undefined || (stop !== null && tiles.length > 0) || facts !== undefined;
  if (stop === null || !known) {
    return (
      <p className="acts jchosen">
        <button type="button" className="btn" onClick={onAdd}>
          {say('journey.add')}
        </button>
        <span className="tiny">{say('journey.chooseOne')}</span>
      </p>
    );
  }
  const name = own?.name ?? names.touchpoint(tiles[0] ?? facts ?? { touchpoint: null, unmapped: null });
  const days = tiles.reduce((sum, tile) => sum + Math.round((means.tile.get(tile.key) ?? 0) * 100), 0) / 100;
  const longest = [...tiles].sort((a, b) => b.meanSeconds - a.meanSeconds)[0];
  const said = [
    tiles.length > 0 ? say('journey.chosen.days', { days: format.value(days, 'days', 2) }) : say('journey.notSeen'),
    facts ? say('journey.casesOf', { cases: facts.cases, n: format.number(view.population.n) }) : '',
    facts?.visits ? format.value(facts.visits, 'visits', 2) : '',
    facts?.documents ? format.value(facts.documents, 'documents', 1) : '',
    own?.budgetDays != null ? say('journey.chosen.budget', { budget: givenDays(own.budgetDays, language) }) : '',
    longest?.typical.p50 ? say('journey.chosen.typical', { id: longest.typical.p50 }) : '',
    longest?.typical.p90 ? say('journey.chosen.long', { id: longest.typical.p90 }) : '',
    ...(facts?.satisfaction ?? []).flatMap((voice) =>
      voice.value === null
        ? []
        : `${say('journey.quoted', { name: names.voice(voice) })} ${format.value(voice.value, '%', 0)}, ${say('figure.n', { n: format.number(voice.n ?? 0) })}`,
    ),
    facts && facts.besideSeconds >= 0.05 * DAY
      ? say('journey.chosen.beside', { days: format.value(facts.besideSeconds / DAY, 'days', 1) })
      : '',
  ].filter((part) => part !== '');
  return (
    <div className="jchosen noprint">
      <p aria-live="polite">
        <b>{name}</b> <span className="soft">{said.join(' · ')}</span>
      </p>
      <p className="acts">
        <button type="button" className="btn" onClick={() => onOpen(stop)}>
          {say(own ? 'journey.change' : 'journey.placeOnMap')}
        </button>
        {own && (
          <>
            <button type="button" className="btn" disabled={at === 0} onClick={() => onMove(stop, -1)}>
              {say('journey.earlier')}
            </button>
            <button
              type="button"
              className="btn"
              disabled={at === design.touchpoints.length - 1}
              onClick={() => onMove(stop, 1)}
            >
              {say('journey.later')}
            </button>
          </>
        )}
        <button type="button" className="btn" onClick={onAdd}>
          {say('journey.add')}
        </button>
      </p>
    </div>
  );
};
