import { z } from 'zod';
import { refuse } from '#facts';
import { type ClosedPeriod, closedPeriodSchema, differences, type Model } from '#model';
import { formatUtc, localDate, parsePeriod } from '#time';
import { type ActContext, defineAct } from './act.ts';
import type { SavedDocument } from './bookPort.ts';
import type { FactContext } from './factPort.ts';
import { freeze, ripensAt } from './freeze.ts';
import { periodInput } from './inputs.ts';
import { readModelDocument } from './modelDocument.ts';
import { boundDuring, isWhole, openPeriods } from './openPeriods.ts';
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
    const facts = await ports.facts.context();
    const catalogue = await ports.catalogue.load();
    const open = openPeriods(model, facts, new Set(closed.map(({ period }) => period)));
    const ripens = open.flatMap((period): [string, string][] => {
      const at = ripensAt(model, period, catalogue, facts);
      return at === null ? [] : [[period, localDate(at, facts.zone)]];
    });
    return { model: of, closed, open, ripens: Object.fromEntries(ripens) };
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
    const facts = await ports.facts.context();
    mustBeClosable(model, period, facts);
    const before = await ports.book.document('period', key(of, period));
    if (before && reason === '') refuse('period.reasonMissing', { field: 'reason', got: period });
    // A correction is of the facts: figures stay with the version of the model that published them.
    const version = before ? closedOf(before.content).modelVersion : saved.version;
    const published = before ? (await readModelDocument(ports.book, of, version)).model : model;
    const { unripe, ...content } = await freeze(context, published, version, period, reason);
    if (unripe)
      refuse('period.notWhole', {
        field: 'period',
        got: period,
        with: { count: unripe.count, name: unripe.name, until: localDate(unripe.until, facts.zone) },
      });
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

/** Refuses a period in which the model did not bind, or that the facts do not reach over. */
function mustBeClosable(model: Model, period: string, { zone, span }: FactContext): void {
  const { name, inForceFrom, inForceTo } = model;
  const at = { field: 'period', got: period };
  const from = inForceFrom ?? refuse('period.modelNotInForce', { field: 'model', got: name });
  if (!parsePeriod(period)) refuse('period.unreadable', at);
  if (!boundDuring(model, period, zone))
    refuse('period.notBound', { ...at, with: { name, from, to: inForceTo ?? 'none' } });
  if (isWhole(period, { span, zone })) return;
  const known = span && { from: localDate(span.from, zone), to: localDate(span.to - 1, zone) };
  refuse('period.notOver', { ...at, with: known ?? { from: 'none', to: 'none' } });
}

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
    const today = await freeze(context, model, newest.closed.modelVersion, period, '');
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
