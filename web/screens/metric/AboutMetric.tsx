import { useLanguage } from '../../language.tsx';
import type { WordKey } from '../../words.ts';
import { NumberField, SelectField, Several, TextField } from '../model/Fields.tsx';
import { KPIS, type Metrics } from '../model/layout.ts';
import type { MetricForm } from './form.ts';
import { datesOf, idFrom, unitsFor } from './vocabulary.ts';

const LEVELS = ['body', 'unit', 'journey', 'touchpoint', 'position'] as const;
/** What holds where a metric says nothing of it. */
const LEAST = { objective: { show: 5, judge: 10 }, subjective: { show: 5, judge: 30 } } as const;
const CLIENTS = ['citizen', 'organisation', 'internal'] as const;

/** How the metric is called, which KPI it belongs to, and where it may stand. */
export const AboutMetric = ({
  form,
  known,
  metrics,
  onChange,
}: {
  readonly form: MetricForm;
  /** A metric that is there already keeps its id. */
  readonly known: boolean;
  readonly metrics: Metrics;
  readonly onChange: (rest: MetricForm['rest']) => void;
}) => {
  const { say, pick, format } = useLanguage();
  const { rest } = form;
  const set = (part: Partial<MetricForm['rest']>) => onChange({ ...rest, ...part });
  const counters = [...metrics.values()]
    .filter(({ id }) => id !== rest.id)
    .sort((a, b) => format.compare(pick(a.name), pick(b.name)));
  return (
    <fieldset className="form" id="mf-about" tabIndex={-1}>
      <legend>{say('mf.about')}</legend>
      <div className="pairs">
        <TextField
          label={say('mf.nameRu')}
          value={rest.name.ru}
          required
          maxLength={80}
          onChange={(ru) => set({ name: { ...rest.name, ru } })}
        />
        <TextField
          label={say('mf.nameEn')}
          value={rest.name.en}
          required
          maxLength={80}
          onChange={(en) =>
            set({
              name: { ...rest.name, en },
              ...(!known && (rest.id === '' || rest.id === idFrom(rest.name.en)) ? { id: idFrom(en) } : {}),
            })
          }
        />
        {!known && (
          <TextField
            label={say('mf.id')}
            value={rest.id}
            required
            maxLength={40}
            hint={say('mf.idWhy')}
            onChange={(id) => set({ id: id.trim() })}
          />
        )}
        <SelectField
          label={say('add.kpi')}
          value={rest.kpi}
          options={KPIS.map((value) => ({ value, label: say(`kpi.${value}`) }))}
          onChange={(kpi) => set({ kpi: kpi as typeof rest.kpi })}
        />
        <SelectField
          label={say('mf.better')}
          value={rest.better}
          options={[
            { value: 'up', label: say('more') },
            { value: 'down', label: say('less') },
          ]}
          onChange={(better) => set({ better: better as 'up' | 'down' })}
        />
        <SelectField
          label={say('mf.unit')}
          value={rest.unit}
          options={unitsFor(form).map((value) => ({ value, label: format.unit(value, 5, 0) || say('mf.unitCount') }))}
          onChange={(unit) => set({ unit: unit as typeof rest.unit })}
        />
        <SelectField
          label={say('mf.by')}
          value={rest.by}
          options={datesOf(form.of).map((value) => ({ value, label: say(`field.${value}` as WordKey) }))}
          onChange={(by) => set({ by: by! })}
        />
        <SelectField
          label={say('mf.counter')}
          value={rest.counter[0] ?? null}
          options={counters.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          hint={say('mf.counterWhy')}
          onChange={(counter) => set({ counter: [counter!, ...rest.counter.slice(1)] })}
        />
        {form.of === 'answer' && (
          <TextField
            label={say('mf.ask')}
            value={rest.ask ?? ''}
            required
            hint={say('mf.askWhy')}
            onChange={(ask) => set({ ask: ask.trim() })}
          />
        )}
        {(['show', 'judge'] as const).map((what) => (
          <NumberField
            key={what}
            label={say(`mf.min.${what}`)}
            value={(rest.min ?? LEAST[rest.group])[what]}
            hint={say(`mf.min.${what}Why`)}
            required
            onChange={(n) => set({ min: { ...(rest.min ?? LEAST[rest.group]), [what]: n ?? 0 } })}
          />
        ))}
        <Several
          legend={say('prov.levels')}
          options={LEVELS.map((value) => ({ value, label: say(`level.${value}`) }))}
          chosen={rest.levels}
          none=""
          onChange={(levels) => set({ levels: levels as unknown as typeof rest.levels })}
        />
        <Several
          legend={say('mf.clients')}
          options={CLIENTS.map((value) => ({ value, label: say(`clientStatus.${value}` as WordKey) }))}
          chosen={rest.clients}
          none=""
          onChange={(clients) => set({ clients: clients as unknown as typeof rest.clients })}
        />
      </div>
    </fieldset>
  );
};
