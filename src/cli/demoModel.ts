import type { FigureView, ModelSavedView, ModelShowView, PilotView } from '#acts';
import { type Journey, type Model, placeScope } from '#model';
import { periodOf, previousPeriod, startOfDay } from '#time';

/** The demo's region. */
const ZONE = 'Europe/Moscow';

type Act = <T>(name: string, input: unknown) => Promise<T>;

interface Situation {
  readonly act: Act;
  readonly journey: Journey;
  /** ISO instant: up to here the demo's facts go. */
  readonly horizon: string;
}

/** The demo's model, made as people would: a starter adapted to the journey, places and targets agreed, put in force by
 *  an order; then the next draft on trial, with what position-holders said, and a closed period with its figures. */
export async function loadDemoModel({ act, journey, horizon }: Situation): Promise<void> {
  const { agreed, DEMO_COMMENTS, DEMO_MODEL, DEMO_VOICES, inForceFrom, placed } = await import('#demo');
  const { starter, id, name, order } = DEMO_MODEL;
  const applied = await act<ModelSavedView>('applyStarter', { starter, id, name, journey: journey.id, body: 'МСП' });
  const show = () => act<ModelShowView>('modelShow', { id });
  const draft = placed((await show()).model);
  const from = inForceFrom(horizon);
  const figures = await figuresBefore(act, draft, journey, from, await show());
  const saved = await act<ModelSavedView>('saveModel', { model: agreed(draft, figures), version: applied.version });
  const pilot = await act<ModelSavedView>('moveModel', { id, version: saved.version, to: 'pilot' });
  const date = `${from.slice(0, 8)}01`;
  await act('moveModel', { id, version: pilot.version, to: 'inForce', from, order: { ...order, date } });

  const next = await act<ModelSavedView>('newDraftOf', { id });
  await act('moveModel', { id: next.id, version: next.version, to: 'pilot' });
  // The horizon is the first moment after the last full month.
  const last = previousPeriod(periodOf(Date.parse(horizon) * 1000, 'month', ZONE).name);
  const first = previousPeriod(previousPeriod(last));
  let trial = await act<PilotView>('startPilot', {
    model: next.id,
    name: 'Апробация следующей редакции',
    from: first,
    to: last,
  });
  const own = (position: string, metric: string) =>
    draft.indicators.find((one) => one.owner === position && one.metric === metric)?.id;
  const any = (metric: string) => draft.indicators.find((one) => one.metric === metric)?.id;
  const pilotId = trial.pilot.id;
  for (const { position, metric, ...said } of DEMO_VOICES) {
    const indicator = own(position, metric);
    if (indicator === undefined) continue;
    const input = { id: pilotId, version: trial.version, position, indicator, ...said };
    trial = await act<PilotView>('pilotVoice', input);
  }
  for (const { metric, text } of DEMO_COMMENTS) {
    const indicator = metric === null ? null : (any(metric) ?? null);
    trial = await act<PilotView>('pilotComment', { id: pilotId, version: trial.version, indicator, text });
  }
}

/** What each indicator showed over the quarter before the model came into force. */
async function figuresBefore(act: Act, model: Model, journey: Journey, from: string, shown: ModelShowView) {
  const period = previousPeriod(periodOf(startOfDay(from, ZONE), 'quarter', ZONE).name);
  const resolved = new Map(shown.indicatorsResolved.map((one) => [one.id, one]));
  const journeys = new Map([[journey.id, journey]]);
  const figures = new Map<string, { unit: string; better: 'up' | 'down'; value: number; period: string }>();
  for (const indicator of model.indicators) {
    const metric = shown.metricsTold[resolved.get(indicator.id)?.told ?? ''];
    if (!metric?.known || metric.unit === null || metric.better === null) continue;
    const scope = placeScope(model, indicator, journeys);
    const metrics = [indicator.metric];
    const [figure] = await act<readonly FigureView[]>('measure', {
      metrics,
      from: period,
      to: period,
      by: 'quarter',
      scope,
    });
    if (figure?.value == null) continue;
    figures.set(indicator.id, { unit: metric.unit, better: metric.better, value: figure.value, period });
  }
  return figures;
}
