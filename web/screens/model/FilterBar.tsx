import { useLanguage } from '../../language.tsx';
import { type Column, type Filter, KPIS } from './layout.ts';
import type { Namer } from './words.ts';

/** More positions than that are not offered in one list: choose the unit first, or type. */
const MOST_LISTED = 200;

/** What of the model to look at. */
export const FilterBar = ({
  filter,
  columns,
  units,
  names,
  onChange,
}: {
  readonly filter: Filter;
  readonly columns: readonly Column[];
  readonly units: readonly string[];
  readonly names: Namer;
  readonly onChange: (change: Partial<Filter>) => void;
}) => {
  const { say } = useLanguage();
  const listed = filter.unit ? columns.filter(({ position }) => position.unit === filter.unit) : columns;
  const tooMany = listed.length > MOST_LISTED;
  const any = filter.kpi || filter.unit || filter.position || filter.text || filter.findings;
  return (
    <form className="filters" aria-label={say('model.filter')} onSubmit={(event) => event.preventDefault()}>
      <label>
        {say('model.filterText')}
        <input
          type="text"
          value={filter.text ?? ''}
          onChange={(event) => onChange({ text: event.target.value || undefined })}
        />
      </label>
      <label>
        {say('add.kpi')}
        <select value={filter.kpi ?? ''} onChange={(event) => onChange({ kpi: event.target.value || undefined })}>
          <option value="">{say('model.allKpis')}</option>
          {KPIS.map((kpi) => (
            <option key={kpi} value={kpi}>
              {say(`kpi.${kpi}`)}
            </option>
          ))}
        </select>
      </label>
      {units.length > 1 && (
        <label>
          {say('filter.unit')}
          <select
            value={filter.unit ?? ''}
            onChange={(event) => onChange({ unit: event.target.value || undefined, position: undefined })}
          >
            <option value="">{say('filter.allUnits')}</option>
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {names.unit(unit)}
              </option>
            ))}
          </select>
        </label>
      )}
      {columns.length > 1 && (
        <label>
          {say('model.filterPosition')}
          <select
            value={filter.position ?? ''}
            disabled={tooMany}
            onChange={(event) => onChange({ position: event.target.value || undefined })}
          >
            <option value="">{say(tooMany ? 'model.unitFirst' : 'model.allPositions')}</option>
            {!tooMany &&
              listed.map(({ position }) => (
                <option key={position.id} value={position.id}>
                  {position.name}
                </option>
              ))}
          </select>
        </label>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={filter.findings ?? false}
          onChange={(event) => onChange({ findings: event.target.checked || undefined })}
        />
        {say('model.onlyFindings')}
      </label>
      {any && (
        <button
          type="button"
          className="btn"
          onClick={() =>
            onChange({ kpi: undefined, unit: undefined, position: undefined, text: undefined, findings: undefined })
          }
        >
          {say('filter.clear')}
        </button>
      )}
    </form>
  );
};
