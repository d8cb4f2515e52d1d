import { type FormEvent, useState } from 'react';
import type { ModelShowView } from '../../client/types.ts';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Discussion, useRemarks } from './Discussion.tsx';
import { LEVELS, type Level, type Link } from './edits.ts';
import { Check, DayField, FormActs, NumberField, SelectField, Several, TextField } from './Fields.tsx';
import { LinkFields } from './LinkFields.tsx';
import type { Indicator, Metrics, Model } from './layout.ts';
import { MetricNow, useMetricNow } from './MetricNow.tsx';
import { amountOf, chainWords, type Namer, sentenceOf } from './words.ts';

export interface Places {
  readonly bodies: readonly string[];
  readonly units: readonly string[];
  readonly touchpoints: readonly string[];
  readonly services: readonly string[];
  readonly journeys: readonly { readonly value: string; readonly label: string }[];
}

/** One indicator: where it stands, who answers, how it hangs on what is above, what is wanted of it and why. */
export const IndicatorDialog = ({
  model,
  indicator: given,
  shown,
  metrics,
  names,
  places,
  most,
  editable,
  onDone,
  onRemove,
  onClose,
}: {
  readonly model: Model;
  readonly indicator: Indicator;
  readonly shown: ModelShowView;
  readonly metrics: Metrics;
  readonly names: Namer;
  readonly places: Places;
  readonly most: number;
  readonly editable: boolean;
  readonly onDone: (indicator: Indicator, up: readonly Link[]) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) => {
  const language = useLanguage();
  const { say, sayCode, pick, format } = language;
  const [indicator, setIndicator] = useState(given);
  const [up, setUp] = useState<readonly Link[]>(() => model.links.filter(({ lower }) => lower === given.id));
  const change = (part: Partial<Indicator>) => setIndicator((before) => ({ ...before, ...part }));
  const now = useMetricNow(given.metric, indicator.place, indicator.period);
  const metric = metrics.get(given.metric);
  const unit = metric ? format.unit(metric.unit, 5, 0) : '';
  const levels: readonly Level[] = metric?.levels ?? [indicator.level];
  const current = now.query.data?.metric === given.metric ? now.query.data : null;
  const figure = current?.current ?? null;
  const known = model.indicators.some(({ id }) => id === given.id);
  const remarks = useRemarks(shown.id).get(given.id) ?? 0;
  const resolved = shown.indicatorsResolved.find(({ id }) => id === given.id);
  const chain = resolved ? chainWords(shown, resolved, language) : [];
  const full = fullPositions(model, given, most);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone(indicator, up);
  };
  return (
    <Dialog title={names.indicator(given)} onClose={onClose} wide>
      <p className="tiny">
        {metric &&
          `${say(`kpi.${metric.kpi}`)}, ${say(`side.${metric.group}`)}, ${say(metric.better === 'down' ? 'less' : 'more')}. `}
        {chain.length > 0 && `${say('ind.chain')} ${chain.join(' → ')}`}
      </p>
      <MetricNow now={now} metric={given.metric} place={indicator.place} />
      <form className="form" onSubmit={submit}>
        <fieldset className="form" disabled={!editable}>
          {!editable && <p className="small soft">{say('ind.notEditable')}</p>}
          <div className="pairs">
            <TextField
              label={say('ind.name')}
              value={indicator.name}
              maxLength={200}
              placeholder={names.metric(given.metric)}
              hint={say('ind.nameWhy')}
              onChange={(name) => change({ name })}
            />
            <TextField
              label={say('ind.sentence')}
              value={indicator.sentence}
              rows={2}
              maxLength={4000}
              placeholder={resolved ? pick(sentenceOf(shown, resolved)) : ''}
              hint={say('ind.sentenceWhy')}
              onChange={(sentence) => change({ sentence })}
            />
          </div>
          <Part title={say('ind.where')}>
            <SelectField
              label={say('ind.level')}
              value={indicator.level}
              options={LEVELS.filter((level) => levels.includes(level) || level === indicator.level).map((level) => ({
                value: level,
                label: sayCode('level', level),
              }))}
              hint={say('ind.levelWhy')}
              onChange={(level) => change({ level: level as Level })}
            />
            <PlaceFields
              place={indicator.place}
              model={model}
              places={places}
              onChange={(place) => change({ place })}
            />
          </Part>
          <Part title={say('ind.who')}>
            <SelectField
              label={say('ind.owner')}
              value={indicator.owner}
              none={say('ind.nobody')}
              options={model.positions.map(({ id, name }) => ({
                value: id,
                label: full.has(id) ? say('ind.ownerFull', { name, most }) : name,
              }))}
              hint={
                indicator.owner !== null && full.has(indicator.owner)
                  ? say('seat.full', { position: positionName(model, indicator.owner), most })
                  : say('ind.ownerWhy')
              }
              onChange={(owner) => change({ owner })}
            />
            <SelectField
              label={say('ind.period')}
              value={indicator.period}
              options={(['month', 'quarter', 'year'] as const).map((value) => ({ value, label: say(`by.${value}`) }))}
              onChange={(period) => change({ period: period as Indicator['period'] })}
            />
            <Check
              label={say('ind.shared')}
              hint={say('ind.sharedWhy')}
              checked={indicator.shared}
              onChange={(shared) => change({ shared })}
            />
            <Check
              label={say('ind.watch')}
              hint={say('ind.watchWhy')}
              checked={indicator.watch}
              onChange={(watch) => change({ watch })}
            />
          </Part>
          <LinkFields model={model} indicator={indicator} links={up} metrics={metrics} names={names} onChange={setUp} />
          <Part title={say('ind.wanted')}>
            <NumberField
              label={say('ind.baseline', { unit })}
              value={indicator.baseline?.value ?? null}
              hint={indicator.baseline ? format.period(indicator.baseline.period) : say('ind.baselineWhy')}
              onChange={(value) =>
                change({
                  baseline:
                    value === null ? null : { value, period: indicator.baseline?.period ?? current?.period ?? '—' },
                })
              }
            />
            <p className="fill">
              <button
                type="button"
                className="btn"
                disabled={!figure || figure.value === null || !current?.period}
                onClick={() => change({ baseline: { value: rounded(figure!.value!), period: current!.period ?? '' } })}
              >
                {figure && figure.value !== null && current?.period
                  ? say('ind.takeNow', {
                      value: amountOf(rounded(figure.value), figure.unit, format),
                      period: format.period(current.period),
                    })
                  : say('ind.noNow')}
              </button>
            </p>
            <NumberField
              label={say('ind.target', { unit })}
              value={indicator.target?.value ?? null}
              onChange={(value) =>
                change({
                  target: value === null ? null : { value, by: indicator.target?.by ?? null },
                  agreed: value === indicator.target?.value ? indicator.agreed : false,
                })
              }
            />
            <DayField
              label={say('ind.targetBy')}
              value={indicator.target?.by ?? null}
              onChange={(by) => indicator.target && change({ target: { ...indicator.target, by } })}
            />
            <Check
              label={say('ind.agreed')}
              hint={say('ind.agreedWhy')}
              checked={indicator.agreed}
              disabled={indicator.target === null}
              onChange={(agreed) => change({ agreed })}
            />
            <span />
            <NumberField
              label={say('adjust.norm', { unit })}
              value={indicator.norm?.value ?? null}
              onChange={(value) =>
                change({ norm: value === null ? null : { value, source: indicator.norm?.source ?? '' } })
              }
            />
            <TextField
              label={say('adjust.source')}
              value={indicator.norm?.source ?? ''}
              required={indicator.norm !== null}
              maxLength={300}
              onChange={(source) => indicator.norm && change({ norm: { ...indicator.norm, source } })}
            />
            <Several
              legend={say('ind.limits')}
              options={model.specifics.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={indicator.limits}
              none={say('ind.limitsNone')}
              onChange={(limits) => change({ limits })}
            />
          </Part>
          <Part title={say('ind.whatFor')}>
            <Several
              legend={say('ind.goals')}
              options={model.goals.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={indicator.goals}
              none={say('ind.goalsNone')}
              onChange={(goals) => change({ goals })}
            />
            <Several
              legend={say('ind.values')}
              options={model.values.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={indicator.values}
              none={say('ind.valuesNone')}
              onChange={(values) => change({ values })}
            />
            <TextField
              label={say('ind.reason')}
              value={indicator.reason}
              rows={2}
              maxLength={4000}
              onChange={(reason) => change({ reason })}
            />
            {metric && current?.provenance !== 'log' && (
              <TextField
                label={say('ind.responsible')}
                value={indicator.data.responsible}
                maxLength={4000}
                hint={say('ind.responsibleWhy')}
                onChange={(responsible) => change({ data: { ...indicator.data, responsible } })}
              />
            )}
          </Part>
        </fieldset>
        <FormActs
          editable={editable}
          leave={say(editable ? 'app.cancel' : 'model.close')}
          onClose={onClose}
          remove={known ? say('ind.remove') : null}
          onRemove={onRemove}
        />
      </form>
      {known && (
        <details className="discuss">
          <summary>{say('talk.title', { count: remarks })}</summary>
          <Discussion model={shown.id} about={given.id} />
        </details>
      )}
    </Dialog>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <fieldset className="part">
    <legend>{title}</legend>
    <div className="pairs">{children}</div>
  </fieldset>
);

const PlaceFields = ({
  place,
  model,
  places,
  onChange,
}: {
  readonly place: Indicator['place'];
  readonly model: Model;
  readonly places: Places;
  readonly onChange: (place: Indicator['place']) => void;
}) => {
  const { say } = useLanguage();
  const set = (part: Partial<Indicator['place']>) => onChange({ ...place, ...part });
  return (
    <>
      <TextField
        label={say('place.body')}
        value={place.body ?? ''}
        options={places.bodies}
        onChange={(body) => set({ body: body || null })}
      />
      <SelectField
        label={say('place.journey')}
        value={place.journey}
        none={say('place.any')}
        options={places.journeys}
        onChange={(journey) => set({ journey })}
      />
      <TextField
        label={say('place.unit')}
        value={place.unit ?? ''}
        options={places.units}
        onChange={(unit) => set({ unit: unit || null })}
      />
      <TextField
        label={say('place.touchpoint')}
        value={place.touchpoint ?? ''}
        options={places.touchpoints}
        onChange={(touchpoint) => set({ touchpoint: touchpoint || null })}
      />
      <SelectField
        label={say('place.position')}
        value={place.position}
        none={say('place.any')}
        options={model.positions.map(({ id, name }) => ({ value: id, label: name }))}
        hint={say('place.positionWhy')}
        onChange={(position) => set({ position })}
      />
      <TextField
        label={say('place.service')}
        value={place.service ?? ''}
        options={places.services}
        onChange={(service) => set({ service: service || null })}
      />
      <SelectField
        label={say('place.clientStatus')}
        value={place.clientStatus}
        none={say('place.any')}
        options={(['citizen', 'organisation', 'internal'] as const).map((value) => ({
          value,
          label: say(`status.${value}`),
        }))}
        onChange={(status) => set({ clientStatus: status as Indicator['place']['clientStatus'] })}
      />
    </>
  );
};

const positionName = (model: Model, id: string): string => model.positions.find((one) => one.id === id)?.name ?? id;

/** Positions that could not hold one more. */
const fullPositions = (model: Model, given: Indicator, most: number): ReadonlySet<string> => {
  const held = new Map<string, number>();
  for (const { owner, id } of model.indicators)
    if (owner !== null && id !== given.id) held.set(owner, (held.get(owner) ?? 0) + 1);
  return new Set([...held].filter(([, count]) => count >= most).map(([id]) => id));
};

/** As it is shown: two digits are enough for a starting point. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
