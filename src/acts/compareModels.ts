import { z } from 'zod';
import type { Catalogue } from '#catalogue';
import type { Figure } from '#measure';
import { compareModels as differenceOf, type Indicator, type Journey, type Model } from '#model';
import { type ActContext, defineAct } from './act.ts';
import type { FactContext } from './factPort.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import { figuresAt } from './modelFigures.ts';
import { idInput } from './models.ts';
import type { FigureShort, ModelComparisonView } from './modelViews.ts';

const which = z.object({ id: idInput, version: z.number().int().min(1).optional() });
/** More figures than that are not measured for a comparison. */
const MOST_MEASURED = 60;

export const compareModels = defineAct({
  name: 'compareModels',
  summary: 'What changed between two models or two versions of one, and what it does to figures of the newest period.',
  input: z.object({ before: which, after: which }),
  cancels: true,
  run: async (context, { before, after }): Promise<ModelComparisonView> => {
    const { book, facts: port, catalogue } = context.ports;
    const [{ model: old }, { model: young }] = [
      await readModelDocument(book, before.id, before.version),
      await readModelDocument(book, after.id, after.version),
    ];
    const { measuredAnew, ...difference } = differenceOf(old, young);
    const facts = await port.context();
    if (!facts.span || measuredAnew.length === 0) return { ...difference, figures: null };
    const known: Known = { facts, catalogue: await catalogue.load(), journeys: await journeysOf(context.ports.book) };
    const rows = [];
    for (const [done, id] of measuredAnew.slice(0, MOST_MEASURED).entries()) {
      context.signal.throwIfAborted();
      context.progress({
        stage: 'measure',
        done,
        total: Math.min(measuredAnew.length, MOST_MEASURED),
        unit: 'figures',
      });
      const [was, is] = [await newest(context, known, old, id), await newest(context, known, young, id)];
      const one = [...young.indicators, ...old.indicators].find((indicator) => indicator.id === id)!;
      const name = one.name || (known.catalogue.metrics.get(one.metric)?.name[context.lang] ?? one.metric);
      const period = is?.period ?? was?.period ?? '';
      rows.push({
        id,
        name,
        period,
        before: short(was),
        after: short(is),
        same: was !== null && is !== null && was.value === is.value,
      });
    }
    const period = rows.map((row) => row.period).find((name) => name !== '') ?? '';
    return {
      ...difference,
      figures: { period, by: 'month', rows: rows.map(({ period: _, ...row }) => row) },
    };
  },
});

interface Known {
  readonly facts: FactContext;
  readonly catalogue: Catalogue;
  readonly journeys: ReadonlyMap<string, Journey>;
}

async function newest(
  context: ActContext,
  { facts, catalogue, journeys }: Known,
  model: Model,
  id: string,
): Promise<Figure | null> {
  const indicator: Indicator | undefined = model.indicators.find((one) => one.id === id);
  if (!indicator) return null;
  const at = await figuresAt(context, facts, catalogue, model, indicator, { by: 'month', journeys });
  return at?.figures.at(-1) ?? null;
}

const short = (figure: Figure | null): FigureShort | null =>
  figure && { value: figure.value, n: figure.n, interval: figure.interval, unit: figure.unit, state: figure.state };
