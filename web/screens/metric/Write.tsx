import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { act } from '../../client/act.ts';
import type { MetricDetail, MetricSaved } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import type { WordKey } from '../../words.ts';
import { SelectField } from '../model/Fields.tsx';
import type { Metrics } from '../model/layout.ts';
import { useMetrics } from '../model/useMetrics.ts';
import { AboutMetric } from './AboutMetric.tsx';
import { Conditions } from './Conditions.tsx';
import { formOf, type MetricForm, type MetricSpec, ROWS, type RowName, specOf } from './form.ts';
import { MeasureFields } from './MeasureFields.tsx';
import { Preview, usePreview } from './Preview.tsx';
import { BEGINNINGS, emptyForm, named, settled } from './vocabulary.ts';

/** A metric of the body's own: from nothing, after another one, or one that is there already. */
export const Write = () => {
  const { say } = useLanguage();
  const { like, edit } = useSearch({ from: '/metrics/new' });
  const source = edit ?? like;
  const { query } = useAct<MetricDetail>('catalogueShow', { metric: source }, { enabled: source !== undefined });
  const { map: metrics } = useMetrics();
  const shown = source === undefined || query.data?.id === source;
  return (
    <>
      <p className="crumb">
        <Link to="/metrics">{say('metrics.title')}</Link>
      </p>
      <h1>{say(edit ? 'mf.titleEdit' : 'mf.title')}</h1>
      <p className="answer">{say('mf.answer')}</p>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {!(shown && metrics) && !query.isError && <Working what={say('metrics.working')} progress={null} />}
      {shown && metrics && (
        <Editor
          key={source ?? 'new'}
          begun={source === undefined ? null : query.data!}
          editing={edit !== undefined}
          metrics={metrics}
        />
      )}
    </>
  );
};

const Editor = ({
  begun,
  editing,
  metrics,
}: {
  readonly begun: MetricDetail | null;
  readonly editing: boolean;
  readonly metrics: Metrics;
}) => {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState<MetricForm | null>(() => (begun ? formOf(startOf(begun, editing)) : emptyForm()));
  const [text, setText] = useState(() => (begun ? JSON.stringify(startOf(begun, editing), null, 2) : ''));
  const spec: unknown = form ? specOf(form) : readText(text);
  const preview = usePreview(form ? specOf(named(form)) : spec);
  const change = (next: MetricForm) => setForm(settled(next));
  const saving = useMutation({
    mutationFn: () =>
      act<MetricSaved>('saveMetric', {
        spec,
        seen: editing && begun?.own ? begun.record : null,
        inPlace: editing && !begun?.own,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/metrics' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const sound = preview.query.data?.ok === true && !preview.stale;
  return (
    <div className="writemetric">
      <form className="form" onSubmit={submit}>
        {form ? (
          <>
            <AboutMetric
              form={form}
              known={editing}
              metrics={metrics}
              onChange={(rest) => setForm({ ...form, rest })}
            />
            <SelectField
              label={say('mf.row')}
              value={form.of}
              options={ROWS.map((value) => ({ value, label: say(`mf.row.${value}` as WordKey) }))}
              onChange={(row) => change({ ...form, ...BEGINNINGS[row as RowName] })}
            />
            <Conditions
              id="mf-where"
              row={form.of}
              legend={say('mf.where')}
              conditions={form.where}
              onChange={(where) => change({ ...form, where })}
            />
            <MeasureFields row={form.of} measure={form.measure} onChange={(measure) => change({ ...form, measure })} />
          </>
        ) : (
          <label>
            {say('mf.json')}
            <small>{say('mf.beyond')}</small>
            <textarea rows={24} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        )}
        {saving.isError && <Trouble error={saving.error} />}
        <p className="acts">
          <button type="submit" className="btn main" disabled={!sound || saving.isPending}>
            {say('mf.save')}
          </button>
          <Link className="btn" to="/metrics">
            {say('app.cancel')}
          </Link>
          {!sound && <span className="small soft">{say('mf.notYet')}</span>}
        </p>
      </form>
      <Preview preview={preview} spec={{ unit: form?.rest.unit ?? '%' }} leads={form !== null} />
    </div>
  );
};

/** A copy has no name yet and is none of the catalogue's chosen ones. */
const startOf = ({ specification }: MetricDetail, editing: boolean): MetricSpec => {
  if (editing) return specification;
  const { core: _, headline: __, ...spec } = specification;
  return { ...spec, id: '', name: { ru: '', en: '' } };
};

const readText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
