import { type DragEvent, useState } from 'react';
import type { JourneyPictureView } from '#acts';
import type { Design, Touchpoint } from '#model';
import { useLanguage } from '../../language.tsx';
import { freshId, moveBy, moveTo, putStage, removeStage } from './changes.ts';
import type { OpenForm } from './JourneyPage.tsx';
import type { Names } from './names.ts';
import { givenDays, type ShownMeans } from './spans.ts';
import { stopOf } from './stopKeys.ts';

/** The path as a list by stages: the same touchpoints as on the map, also those that no case passed. */
export const PathList = ({
  view,
  design,
  names,
  means,
  selected,
  onSelect,
  onForm,
  onEdit,
}: {
  readonly view: JourneyPictureView;
  readonly design: Design;
  readonly names: Names;
  readonly means: ShownMeans;
  readonly selected: string | null;
  readonly onSelect: (stop: string) => void;
  readonly onForm: (form: OpenForm) => void;
  readonly onEdit: (change: (design: Design) => Design) => void;
}) => {
  const { say } = useLanguage();
  const [dragged, setDragged] = useState<string | null>(null);
  const unmapped = view.touchpoints.filter((facts) => facts.touchpoint === null && facts.unmapped !== null);
  const dropOn = (id: string) => (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null && dragged !== id)
      onEdit((before) =>
        moveTo(
          before,
          dragged,
          before.touchpoints.findIndex((each) => each.id === id),
        ),
      );
    setDragged(null);
  };
  return (
    <section className="sec" aria-labelledby="h-path">
      <header>
        <h2 id="h-path">{say('path.title')}</h2>
        <p>{say('path.why')}</p>
      </header>
      {design.stages.map((stage) => {
        const own = design.touchpoints.filter((touchpoint) => touchpoint.stage === stage.id);
        return (
          <div key={stage.id} className="jstage">
            <p className="jstagehead">
              <label>
                <span className="sr">{say('path.stageName')}</span>
                <input
                  key={stage.name}
                  type="text"
                  defaultValue={stage.name}
                  maxLength={200}
                  onBlur={(event) => {
                    const name = event.target.value.trim();
                    if (name !== '' && name !== stage.name)
                      onEdit((before) => putStage(before, { id: stage.id, name }));
                  }}
                />
              </label>
              <button
                type="button"
                className="btn"
                onClick={() => onForm({ form: 'touchpoint', id: null, stage: stage.id })}
              >
                {say('journey.add')}
              </button>
              {own.length === 0 && design.stages.length > 1 && (
                <button
                  type="button"
                  className="plain"
                  onClick={() => onEdit((before) => removeStage(before, stage.id))}
                >
                  {say('path.removeStage')}
                </button>
              )}
            </p>
            <ol className="jpath">
              {own.map((touchpoint) => {
                const stop = stopOf({ touchpoint: touchpoint.id, unmapped: null });
                return (
                  <li
                    key={touchpoint.id}
                    className={stop === selected ? 'chosen' : undefined}
                    draggable
                    onDragStart={() => setDragged(touchpoint.id)}
                    onDragOver={(event) => event.preventDefault()}
                    onDrop={dropOn(touchpoint.id)}
                    onDragEnd={() => setDragged(null)}
                  >
                    <Item
                      touchpoint={touchpoint}
                      view={view}
                      design={design}
                      names={names}
                      means={means}
                      onOpen={() => {
                        onSelect(stop);
                        onForm({ form: 'touchpoint', id: touchpoint.id });
                      }}
                      onMove={(by) => onEdit((before) => moveBy(before, touchpoint.id, by))}
                    />
                  </li>
                );
              })}
            </ol>
          </div>
        );
      })}
      <p className="acts">
        <button
          type="button"
          className="btn"
          onClick={() =>
            onEdit((before) =>
              putStage(before, {
                id: freshId(
                  'stage',
                  before.stages.map(({ id }) => id),
                ),
                name: say('path.newStage', { number: before.stages.length + 1 }),
              }),
            )
          }
        >
          {say('path.addStage')}
        </button>
      </p>
      {unmapped.length > 0 && (
        <div className="junmapped">
          <h3>{say('path.unmapped')}</h3>
          <p className="small soft">{say('path.unmappedWhy')}</p>
          <ul>
            {unmapped.map((facts) => (
              <li key={facts.unmapped}>
                {facts.unmapped} <span className="mute">{say('path.runs', { cases: facts.cases })}</span>{' '}
                <button
                  type="button"
                  className="plain"
                  onClick={() => onForm({ form: 'touchpoint', id: null, facts: facts.unmapped! })}
                >
                  {say('journey.placeOnMap')}
                  <span className="sr">: {facts.unmapped}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};

const Item = ({
  touchpoint,
  view,
  design,
  names,
  means,
  onOpen,
  onMove,
}: {
  readonly touchpoint: Touchpoint;
  readonly view: JourneyPictureView;
  readonly design: Design;
  readonly names: Names;
  readonly means: ShownMeans;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
}) => {
  const language = useLanguage();
  const { say, sayCode, format } = language;
  const at = design.touchpoints.indexOf(touchpoint);
  const tiles = view.tiles.filter((tile) => tile.touchpoint === touchpoint.id);
  const facts = view.touchpoints.find((each) => each.touchpoint === touchpoint.id);
  const days = tiles.reduce((sum, tile) => sum + Math.round((means.tile.get(tile.key) ?? 0) * 100), 0) / 100;
  const said = [
    sayCode('touchpointKind', touchpoint.kind),
    touchpoint.body ? names.body(touchpoint.body) : '',
    touchpoint.beside ? say('journey.key.beside') : '',
    tiles.length > 0 ? format.value(days, 'days', 2) : touchpoint.beside ? '' : say('journey.notSeen'),
    facts?.visits ? format.value(facts.visits, 'visits', 2) : '',
    facts?.documents ? format.value(facts.documents, 'documents', 1) : '',
    touchpoint.documents.some(({ held }) => held)
      ? say('path.held', { list: touchpoint.documents.flatMap(({ name, held }) => (held ? [name] : [])).join(', ') })
      : '',
    touchpoint.budgetDays !== null
      ? say('journey.chosen.budget', { budget: givenDays(touchpoint.budgetDays, language) })
      : '',
  ].filter((part) => part !== '');
  return (
    <>
      <p>
        <b>
          {at + 1}. {touchpoint.name}
        </b>{' '}
        <span className="soft">{said.join(' · ')}</span>
      </p>
      <p className="jtools noprint">
        <button
          type="button"
          className="btn"
          aria-label={`${say('journey.change')}: ${touchpoint.name}`}
          onClick={onOpen}
        >
          {say('journey.change')}
        </button>
        <button type="button" className="btn icon" disabled={at === 0} onClick={() => onMove(-1)}>
          <Arrow up />
          <span className="sr">{say('path.up', { name: touchpoint.name })}</span>
        </button>
        <button
          type="button"
          className="btn icon"
          disabled={at === design.touchpoints.length - 1}
          onClick={() => onMove(1)}
        >
          <Arrow />
          <span className="sr">{say('path.down', { name: touchpoint.name })}</span>
        </button>
      </p>
    </>
  );
};

const Arrow = ({ up = false }: { readonly up?: boolean }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path
      d={up ? 'M7 12V2M2.5 6.5L7 2l4.5 4.5' : 'M7 2v10M2.5 7.5L7 12l4.5 -4.5'}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  </svg>
);
