import { z } from 'zod';
import { refuse } from '#facts';
import type { Figure } from '#measure';
import { type ClosedPeriod, closedPeriodSchema, differences, type FrozenFigure, type Model, placeScope } from '#model';
import { formatUtc, parsePeriod } from '#time';
import { type ActContext, defineAct } from './act.ts';
import type { SavedDocument } from './bookPort.ts';
import { figuresOf } from './figures.ts';
import { periodInput } from './inputs.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import { metricOf } from './modelFigures.ts';
import { boundDuring, openPeriods } from './openPeriods.ts';
import type { EditionView, PeriodsView, PeriodView } from './pilotViews.ts';

const id = z.string().min(1);
const key = (model: string, period: string): string => `${model}\u0020${period}`;

export const periods = defineAct({
  name: 'periods',
  summary: 'Closed periods of a model, and the whole ones that are not closed yet.',
  input: z.object({ model: id }),
  run: async ({ ports }, { model: of }): Promise<PeriodsView> => {
    const { model } = await readModelDocument(ports.book, of);
    const documents = (await ports.book.documents('period')).filter(({ content }) => closedOf(content).model === of);
    const closed = documents.map(({ content, version, actor, at }) => ({
      period: closedOf(content).period,
      editions: version,
      figures: closedOf(content).figures.length,
      actor,
      at: formatUtc(at),
    }));
    const done = new Set(closed.map(({ period }) => period));
    return { model: of, closed, open: openPeriods(model, await ports.facts.context(), done) };
  },
});

export const closePeriod = defineAct({
  name: 'closePeriod',
  summary: 'Freezes the figures of a period as published; a later closing makes an edition, with a reason.',
  input: z.object({ model: id, period: periodInput, reason: z.string().trim().max(2000).default('') }),
  changes: true,
  cancels: true,
  run: async (context, { model: of, period, reason }): Promise<PeriodView> => {
    const { actor, now, ports } = context;
    const { saved, model } = await readModelDocument(ports.book, of);
    const { name, inForceFrom: since, inForceTo: until } = model;
    if (since === null) return refuse('period.modelNotInForce', { field: 'model', got: name });
    if (!parsePeriod(period)) refuse('period.unreadable', { field: 'period', got: period });
    const { zone } = await ports.facts.context();
    if (!boundDuring(model, period, zone))
      refuse('period.notBound', {
        field: 'period',
        got: period,
        with: { name, from: since, to: until ?? 'none' },
      });
    const before = await ports.book.document('period', key(of, period));
    if (before && reason === '') refuse('period.reasonMissing', { field: 'reason', got: period });
    const content = await frozen(context, model, saved.version, period, reason);
    const early = content.figures.filter(({ state }) => state === 'preliminary');
    if (early.length > 0)
      refuse('period.notWhole', { field: 'period', got: period, with: { count: early.length, name: early[0]!.name } });
    if (before && differences(closedOf(before.content).figures, content.figures).length === 0)
      refuse('period.nothingChanged', { field: 'period', got: period });
    await ports.book.saveDocument({
      kind: 'period',
      id: key(of, period),
      version: before?.version ?? 0,
      content,
      stands: true,
      actor,
      at: now(),
    });
    return periodView(context, of, period);
  },
});

export const periodShow = defineAct({
  name: 'periodShow',
  summary: 'A closed period: its editions as published, and where the facts say something else today.',
  input: z.object({ model: id, period: periodInput, live: z.boolean().default(false) }),
  run: async (context, { model: of, period, live }): Promise<PeriodView> => {
    const view = await periodView(context, of, period);
    const newest = view.editions[0];
    if (!newest) return refuse('document.unknown', { field: 'period', got: period });
    if (!live) return view;
    const { book } = context.ports;
    const { model } = await readModelDocument(book, of, newest.closed.modelVersion);
    const today = await frozen(context, model, newest.closed.modelVersion, period, '');
    return { ...view, drifted: differences(newest.closed.figures, today.figures) };
  },
});

async function periodView({ ports: { book } }: ActContext, model: string, period: string): Promise<PeriodView> {
  const history = await book.documentHistory('period', key(model, period));
  return {
    model,
    period,
    editions: history.map((document, no) => editionOf(document, history[no + 1])),
    drifted: null,
  };
}

function editionOf({ content, version, actor, at }: SavedDocument, before: SavedDocument | undefined): EditionView {
  const closed = closedOf(content);
  return {
    edition: version,
    closed,
    actor,
    at: formatUtc(at),
    differences: before ? differences(closedOf(before.content).figures, closed.figures) : [],
  };
}

const closedOf = (content: unknown): ClosedPeriod => closedPeriodSchema.parse(content);

/** What the facts say of a model's indicators in one period. */
async function frozen(
  context: ActContext,
  model: Model,
  modelVersion: number,
  period: string,
  reason: string,
): Promise<ClosedPeriod> {
  const facts = await context.ports.facts.context();
  const catalogue = await context.ports.catalogue.load();
  const journeys = await journeysOf(context.ports.book);
  const by = parsePeriod(period)?.by ?? refuse('period.unreadable', { field: 'period', got: period });
  const figures: FrozenFigure[] = [];
  for (const [done, indicator] of model.indicators.entries()) {
    context.signal.throwIfAborted();
    context.progress({ stage: 'measure', done, total: model.indicators.length, unit: 'figures' });
    const metric = metricOf(catalogue, indicator);
    if (!metric) continue;
    const scope = placeScope(model, indicator, journeys);
    const found = await figuresOf(context, facts, { metric, from: period, to: period, by, scope });
    const named = {
      indicator: indicator.id,
      name: indicator.name || metric.name.ru,
      metric: metric.id,
      spec: metric.hash,
      scope: scope as FrozenFigure['scope'],
      unit: metric.unit,
      target: indicator.target?.value ?? null,
    };
    figures.push({ ...named, ...valuesOf(found[0]) });
  }
  return { model: model.id, modelVersion, period, figures, batches: [...facts.batches], reason };
}

type Values = Omit<FrozenFigure, 'indicator' | 'name' | 'metric' | 'spec' | 'scope' | 'unit' | 'target'>;

function valuesOf(figure: Figure | undefined): Values {
  if (!figure)
    return {
      state: 'absent',
      value: null,
      n: null,
      numerator: null,
      denominator: null,
      interval: null,
      coverage: null,
    };
  const { state, value, n, numerator, denominator, interval, coverage } = figure;
  return { state, value, n, numerator, denominator, interval: interval ? [interval[0], interval[1]] : null, coverage };
}
