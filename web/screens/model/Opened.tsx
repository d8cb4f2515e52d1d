import type { JourneysView, ModelShowView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { AboutModel } from './AboutModel.tsx';
import { AddIndicator } from './AddIndicator.tsx';
import {
  changeModel,
  type Edit,
  freeIn,
  newIndicator,
  putIndicator,
  putThing,
  removeIndicator,
  removeThing,
} from './edits.ts';
import { IndicatorDialog, type Places } from './IndicatorDialog.tsx';
import type { Column, Indicator, Layout, Metrics, Model, Position, Row, Seat } from './layout.ts';
import { PositionDialog, tidyPosition } from './PositionDialog.tsx';
import { idFrom, type Namer } from './words.ts';

/** What stands open over the page. */
export type Opened =
  | { readonly of: 'about' | 'add' | 'newPosition' }
  | { readonly of: 'position' | 'indicator'; readonly id: string }
  | { readonly of: 'fresh'; readonly indicator: Indicator }
  | { readonly of: 'row'; readonly key: string; readonly id: string; readonly position: string | undefined };

export const OpenedDialog = ({
  opened,
  shown,
  model,
  layout,
  metrics,
  names,
  most,
  editable,
  change,
  deeds,
  onOpen,
}: {
  readonly opened: Opened;
  readonly shown: ModelShowView;
  readonly model: Model;
  readonly layout: Layout;
  readonly metrics: Metrics;
  readonly names: Namer;
  readonly most: number;
  readonly editable: boolean;
  readonly change: (what: string, edit: Edit) => void;
  readonly deeds: {
    readonly take: (row: Row, column: Column) => void;
    readonly leave: (row: Row, seat: Seat) => void;
  };
  readonly onOpen: (opened: Opened | null) => void;
}) => {
  const { say } = useLanguage();
  const close = () => onOpen(null);
  const places = usePlaces(model);

  if (opened.of === 'about')
    return (
      <AboutModel
        model={model}
        places={places}
        onDone={(about) => {
          change(say('step.about'), changeModel(about));
          close();
        }}
        onClose={close}
      />
    );
  if (opened.of === 'add')
    return (
      <AddIndicator
        model={model}
        metrics={metrics}
        onAdd={(metric, level) => onOpen({ of: 'fresh', indicator: newIndicator(model, metric, level) })}
        onClose={close}
      />
    );
  if (opened.of === 'position' || opened.of === 'newPosition') {
    const column = opened.of === 'position' ? (layout.column.get(opened.id) ?? null) : null;
    if (opened.of === 'position' && !column) return null;
    const position = column?.position ?? NEW_POSITION;
    return (
      <PositionDialog
        column={column}
        position={position}
        layout={layout}
        model={model}
        names={names}
        places={places}
        most={most}
        editable={editable}
        deeds={{ ...deeds, openIndicator: (id) => onOpen({ of: 'indicator', id }) }}
        onDone={(given) => {
          const tidy = tidyPosition(given);
          const id = tidy.id || freeIn(new Set(model.positions.map((one) => one.id)), idFrom(tidy.name));
          change(say('step.position', { name: tidy.name }), putThing('positions', { ...tidy, id }));
          close();
        }}
        onRemove={() => {
          change(say('thing.removed', { name: position.name }), removeThing('positions', position.id));
          close();
        }}
        onClose={close}
      />
    );
  }
  if (opened.of === 'row') {
    const row = layout.rows.find(({ key }) => key === opened.key) ?? layout.row.get(opened.id);
    if (!row) return null;
    const own = row.indicators.filter(({ owner }) => opened.position === undefined || owner === opened.position);
    const several = own.length > 1 ? own : row.indicators.length > 1 && own.length === 0 ? row.indicators : null;
    if (several)
      return (
        <Dialog title={names.row(row)} onClose={close}>
          <p className="small soft">{say('row.several', { count: several.length })}</p>
          <ul className="several">
            {several.slice(0, MOST_LISTED).map((indicator) => (
              <li key={indicator.id}>
                <button type="button" className="plain" onClick={() => onOpen({ of: 'indicator', id: indicator.id })}>
                  {holderOf(indicator, model) ?? say('row.nobody')}
                </button>
                <span className="tiny">{say(`level.${indicator.level}`)}</span>
              </li>
            ))}
          </ul>
          {several.length > MOST_LISTED && <p className="tiny">{say('row.more', { count: several.length })}</p>}
          <p className="acts after">
            <button type="button" className="btn" onClick={close}>
              {say('model.close')}
            </button>
          </p>
        </Dialog>
      );
  }
  const indicator = indicatorOf(opened, model, layout);
  if (!indicator) return null;
  return (
    <IndicatorDialog
      key={indicator.id}
      model={model}
      indicator={indicator}
      shown={shown}
      metrics={metrics}
      names={names}
      places={places}
      most={most}
      editable={editable}
      onDone={(given, up) => {
        const code = opened.of === 'fresh' ? 'step.added' : 'step.indicator';
        change(say(code, { name: names.indicator(given) }), putIndicator(given, up));
        close();
      }}
      onRemove={() => {
        change(say('thing.removed', { name: names.indicator(indicator) }), removeIndicator(indicator.id));
        close();
      }}
      onClose={close}
    />
  );
};

const indicatorOf = (opened: Opened, model: Model, layout: Layout): Indicator | undefined => {
  switch (opened.of) {
    case 'fresh':
      return opened.indicator;
    case 'indicator':
      return model.indicators.find(({ id }) => id === opened.id);
    case 'row': {
      const row = layout.rows.find(({ key }) => key === opened.key) ?? layout.row.get(opened.id);
      const own = row?.indicators.find(({ owner }) => opened.position === undefined || owner === opened.position);
      return own ?? row?.indicators[0];
    }
    default:
      return undefined;
  }
};

const MOST_LISTED = 60;

const holderOf = ({ owner }: Indicator, model: Model): string | null =>
  owner === null ? null : (model.positions.find(({ id }) => id === owner)?.name ?? owner);

/** What may be picked for a place: what the model and its journeys name already. Anything else may be typed. */
const usePlaces = (model: Model): Places => {
  const { query } = useAct<JourneysView>('journeys', {});
  const all = (of: (place: Indicator['place']) => string | null, more: readonly (string | null)[]) =>
    [...new Set([...model.indicators.map(({ place }) => of(place)), ...more])].flatMap((one) => one ?? []).sort();
  return {
    bodies: all(({ body }) => body, [model.body, ...model.positions.map(({ body }) => body)]),
    units: all(
      ({ unit }) => unit,
      model.positions.map(({ unit }) => unit),
    ),
    touchpoints: all(
      ({ touchpoint }) => touchpoint,
      model.positions.flatMap(({ touchpoints }) => touchpoints),
    ),
    services: all(({ service }) => service, model.services),
    journeys: (query.data?.journeys ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
};

const NEW_POSITION: Position = {
  id: '',
  name: '',
  level: 'position',
  body: null,
  unit: null,
  journey: null,
  touchpoints: [],
  employees: [],
  reportsTo: null,
  contact: '',
};
