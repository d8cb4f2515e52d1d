import { z } from 'zod';
import { mainSentence } from '#catalogue';
import { refuse } from '#facts';
import { seenAtWork } from '#measure';
import { candidates, modelSchema, type ProposalFacts, propose } from '#model';
import { bilingual } from '#words';
import { type ActContext, defineAct } from './act.ts';
import { both } from './cards.ts';
import type { FactContext } from './factPort.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import { figuresAt, metricOf } from './modelFigures.ts';
import { summary } from './modelKnowledge.ts';
import type { DecompositionView } from './modelViews.ts';

export const proposeDecomposition = defineAct({
  name: 'proposeDecomposition',
  summary:
    'Proposes lower indicators of a top one for each unit, touchpoint and position, with reasons; people choose.',
  input: z.object({
    id: z.string().min(1).optional(),
    model: modelSchema.optional(),
    /** Id of the top indicator. */
    indicator: z.string().min(1),
    /** Without it: the whole body, by the places that facts tell of. */
    journey: z.string().min(1).optional(),
  }),
  cancels: true,
  run: async (context, { id, model: given, indicator, journey: about }): Promise<DecompositionView> => {
    const { book, facts: port, catalogue: metricsPort } = context.ports;
    const model = given ?? (await readModelDocument(book, id ?? refuse('document.unknown', { field: 'id' }))).model;
    const top =
      model.indicators.find((one) => one.id === indicator) ??
      refuse('model.indicatorUnknown', { field: 'indicator', got: indicator });
    const [catalogue, facts, journeys] = [
      await metricsPort.load(),
      await port.context(),
      await journeysOf(context.ports.book),
    ];
    const spec = catalogue.metrics.get(top.metric) ?? refuse('metric.unknown', { field: 'indicator', got: top.metric });
    if (about !== undefined && !journeys.has(about)) refuse('document.unknown', { field: 'journey', got: about });
    const measurable = new Map<string, NonNullable<ReturnType<ProposalFacts['measurable']['get']>>>();
    const wanted = candidates(spec, catalogue.metrics);
    for (const [done, { metric }] of wanted.entries()) {
      context.signal.throwIfAborted();
      context.progress({ stage: 'measure', done, total: wanted.length, unit: 'figures' });
      // At the top's own place: a metric that has nothing there has nothing below.
      const one = { ...top, metric: metric.id, params: undefined };
      const at = await figuresAt(context, facts, catalogue, model, one, { by: top.period, journeys });
      measurable.set(metric.id, at === null ? 'absent' : summary(at.figures).state);
    }
    const journey = about === undefined ? null : journeys.get(about)!;
    const places = propose(model, top, catalogue.metrics, journey, { ...(await seenOf(context, facts)), measurable });
    const labels = new Map(facts.choices.unit.map(({ value, label }) => [value, label]));
    return {
      top: { id: top.id, metric: top.metric, name: top.name ? { ru: top.name, en: top.name } : spec.name },
      journey: about ?? null,
      places: places.map((place) => ({
        ...place,
        name: place.of === 'unit' ? (labels.get(place.id) ?? place.name) : place.name,
        proposals: place.proposals.map(({ reasons, cautions, ...proposal }) => {
          const metric = metricOf(catalogue, proposal.indicator)!;
          return {
            ...proposal,
            metricName: metric.name,
            sentence: both((lang) => mainSentence(metric, lang, catalogue)),
            kpi: metric.kpi,
            group: metric.group,
            unit: metric.unit,
            reasons: reasons.map((code) => ({ code, text: bilingual(`modelProposal.${code}`) })),
            cautions: cautions.map((code) => ({ code, text: bilingual(`modelProposal.${code}`) })),
            counters: metric.counter,
          };
        }),
      })),
    };
  },
});

/** Most seen first. */
async function seenOf({ ports }: ActContext, facts: FactContext): Promise<Omit<ProposalFacts, 'measurable'>> {
  const { events, spans } = await ports.facts.session((engine) => seenAtWork(facts, engine));
  const counted = (rows: readonly { readonly name: string | null; readonly n: number }[]) => {
    const sums = new Map<string, number>();
    for (const { name, n } of rows) if (name !== null) sums.set(name, (sums.get(name) ?? 0) + n);
    return [...sums].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  };
  return {
    touchpoints: counted(events.map(({ touchpoint, n }) => ({ name: touchpoint, n }))),
    units: counted(spans.map(({ unit, n }) => ({ name: unit, n }))),
    seen: (employee, touchpoints) => {
      const key = facts.pseudonymOf(employee);
      return events.some(
        (row) => row.employee === key && (touchpoints.length === 0 || touchpoints.includes(row.touchpoint ?? '')),
      );
    },
  };
}
