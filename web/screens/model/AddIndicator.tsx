import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { MetricView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { EMPTY_PLACE, LEVELS, type Level } from './edits.ts';
import { SelectField, TextField } from './Fields.tsx';
import { KPIS, type Metrics, type Model } from './layout.ts';
import { MetricNow, useMetricNow } from './MetricNow.tsx';

/** So many are listed at once; a word more narrows them. */
const LISTED = 30;

/** From the catalogue: looked for by name, KPI and side, with its sentence and what it gives now. */
export const AddIndicator = ({
  model,
  metrics,
  onAdd,
  onClose,
}: {
  readonly model: Model;
  readonly metrics: Metrics;
  readonly onAdd: (metric: string, level: Level) => void;
  readonly onClose: () => void;
}) => {
  const { say, sayCode, pick, format } = useLanguage();
  const [text, setText] = useState('');
  const [kpi, setKpi] = useState<string | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const [chosen, setChosen] = useState<MetricView | null>(null);
  const [level, setLevel] = useState<Level | null>(null);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const held = new Set(model.indicators.map(({ metric }) => metric));
  const found = [...metrics.values()]
    .filter((metric) => (kpi === null || metric.kpi === kpi) && (group === null || metric.group === group))
    .filter((metric) => `${pick(metric.name)} ${metric.id}`.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.core) - Number(a.core) || format.compare(pick(a.name), pick(b.name)));
  const now = useMetricNow(chosen?.id ?? null, EMPTY_PLACE, 'month');
  const levels: readonly Level[] = chosen ? LEVELS.filter((one) => chosen.levels.includes(one)) : [];
  const at = level !== null && levels.includes(level) ? level : (levels[0] ?? null);
  return (
    <Dialog title={say('add.title')} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen && at) onAdd(chosen.id, at);
        }}
      >
        <div className="pairs three">
          <TextField label={say('add.text')} value={text} onChange={setText} />
          <SelectField
            label={say('add.kpi')}
            value={kpi}
            none={say('add.any')}
            options={KPIS.map((value) => ({ value, label: say(`kpi.${value}`) }))}
            onChange={setKpi}
          />
          <SelectField
            label={say('add.group')}
            value={group}
            none={say('add.any')}
            options={(['objective', 'subjective'] as const).map((value) => ({ value, label: say(`side.${value}`) }))}
            onChange={setGroup}
          />
        </div>
        <fieldset className="found">
          <legend className="tiny">
            {found.length > LISTED
              ? say('add.foundMore', { count: found.length, shown: LISTED })
              : say('add.found', { count: found.length })}
          </legend>
          {found.slice(0, LISTED).map((metric) => (
            <label key={metric.id} className="check">
              <input type="radio" name="metric" checked={chosen?.id === metric.id} onChange={() => setChosen(metric)} />
              <span>
                {pick(metric.name)}{' '}
                <small>
                  {say(`kpi.${metric.kpi}`)}, {say(`side.${metric.group}`)}
                  {held.has(metric.id) && `, ${say('add.held')}`}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        {chosen && <MetricNow now={now} metric={chosen.id} place={EMPTY_PLACE} />}
        {chosen && at && (
          <SelectField
            label={say('ind.level')}
            value={at}
            options={levels.map((one) => ({ value: one, label: sayCode('level', one) }))}
            hint={say('ind.levelWhy')}
            onChange={(one) => setLevel(one as Level)}
          />
        )}
        <p className="acts">
          <button type="submit" className="btn main" disabled={chosen === null || at === null}>
            {say('add.do')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
          {chosen === null && <span className="small soft">{say('add.first')}</span>}
          <Link to="/metrics/new">{say('metrics.writeOwn')}</Link>
        </p>
      </form>
    </Dialog>
  );
};
