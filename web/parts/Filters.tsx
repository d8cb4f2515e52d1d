import type { Granularity, OptionView, ScoreboardView } from '../client/types.ts';
import { useLanguage } from '../language.tsx';
import type { View } from '../view.ts';
import { NamedOptions } from './NamedOptions.tsx';

const BY: readonly Granularity[] = ['month', 'quarter', 'year'];

/** What to look at. Every choice goes straight into the address. */
export const Filters = ({
  view,
  by,
  period,
  periods,
  options,
  onChange,
}: {
  readonly view: View;
  readonly by: Granularity;
  readonly period: string | null;
  readonly periods: readonly string[];
  readonly options: ScoreboardView['options'];
  readonly onChange: (change: Partial<View>) => void;
}) => {
  const { say, sayCode, format } = useLanguage();
  return (
    <form className="filters" aria-label={say('filter.label')} onSubmit={(event) => event.preventDefault()}>
      <label>
        {say('filter.by')}
        <select value={by} onChange={(event) => onChange({ by: event.target.value as Granularity, period: undefined })}>
          {BY.map((name) => (
            <option key={name} value={name}>
              {say(`by.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('filter.period')}
        <select value={period ?? ''} onChange={(event) => onChange({ period: event.target.value })}>
          {period !== null && !periods.includes(period) && <option value={period}>{format.period(period)}</option>}
          {[...periods].reverse().map((name) => (
            <option key={name} value={name}>
              {format.period(name)}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label={say('filter.unit')}
        all={say('filter.allUnits')}
        value={view.unit}
        options={options.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <Choice
        label={say('filter.service')}
        all={say('filter.allServices')}
        value={view.service}
        options={options.service}
        onChange={(service) => onChange({ service })}
      />
      <Choice
        label={say('filter.status')}
        all={say('filter.allStatuses')}
        value={view.status}
        options={options.clientStatus.map((option) => ({ ...option, label: sayCode('status', option.value) }))}
        onChange={(status) => onChange({ status })}
      />
      {(view.unit || view.service || view.status) && (
        <button
          type="button"
          className="btn"
          onClick={() => onChange({ unit: undefined, service: undefined, status: undefined })}
        >
          {say('filter.clear')}
        </button>
      )}
    </form>
  );
};

const Choice = ({
  label,
  all,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly OptionView[];
  readonly onChange: (value: string | undefined) => void;
}) => {
  if (options.length === 0 && value === undefined) return null;
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{all}</option>
        <NamedOptions value={value} options={options} />
      </select>
    </label>
  );
};
