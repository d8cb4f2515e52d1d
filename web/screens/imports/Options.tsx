import type { BatchView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import type { ImportOptions } from './useImport.ts';

/** What the files cannot say themselves. */
export const Options = ({
  options,
  batches,
  onChange,
}: {
  readonly options: ImportOptions;
  readonly batches: readonly BatchView[];
  readonly onChange: (options: ImportOptions) => void;
}) => {
  const { say, format } = useLanguage();
  const set = (change: Partial<ImportOptions>) => onChange({ ...options, ...change });
  return (
    <details className="options">
      <summary>{say('options.summary')}</summary>
      <div className="form">
        <label>
          {say('options.horizon')}
          <input type="date" value={options.horizon} onChange={(event) => set({ horizon: event.target.value })} />
          <small>{say('options.horizonWhy')}</small>
        </label>
        <label>
          {say('options.allowRefused')}
          <input
            type="number"
            min={0}
            max={100}
            step={0.1}
            value={options.allowRefusedPercent}
            onChange={(event) => set({ allowRefusedPercent: Number(event.target.value) || 0 })}
          />
          <small>{say('options.allowRefusedWhy')}</small>
        </label>
        <label>
          {say('options.events')}
          <select
            value={options.events}
            onChange={(event) => set({ events: event.target.value as ImportOptions['events'] })}
          >
            <option value="">{say('options.eventsAsk')}</option>
            <option value="whole">{say('options.eventsWhole')}</option>
            <option value="added">{say('options.eventsAdded')}</option>
          </select>
          <small>{say('options.eventsWhy')}</small>
        </label>
        {batches.length > 0 && (
          <label>
            {say('options.replaces')}
            <select value={options.replaces} onChange={(event) => set({ replaces: event.target.value })}>
              <option value="">{say('options.replacesNone')}</option>
              {batches.map((batch) => (
                <option key={batch.id} value={batch.id}>
                  {format.moment(batch.importedAt)}, {batch.files.map((file) => file.file).join(', ')}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </details>
  );
};
