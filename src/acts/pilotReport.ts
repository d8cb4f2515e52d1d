import { type Catalogue, type Metric, mainSentence } from '#catalogue';
import { type Decision, holdersOf, type Indicator, type Pilot, pilotEvidence, recommend } from '#model';
import { bilingual } from '#words';
import type { ActContext } from './act.ts';
import { both } from './cards.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import type { PilotReportView, PilotRow } from './pilotViews.ts';
import { nameAt, trialsOf } from './trialFacts.ts';
import type { Bilingual } from './views.ts';

/** The report of a pilot from the facts as they are: past and live months up to the pilot's last one. */
export async function pilotReportOf(context: ActContext, pilot: Pilot): Promise<PilotReportView> {
  const { book } = context.ports;
  const { model } = await readModelDocument(book, pilot.model, pilot.modelVersion);
  const facts = await context.ports.facts.context();
  const catalogue = await context.ports.catalogue.load();
  const journeys = await journeysOf(book);
  const trials = await trialsOf(context, facts, catalogue, model, { journeys, until: pilot.to });
  const evidence = pilotEvidence(
    pilot,
    trials.map((trial) => trial.facts),
  );
  const names = new Map(model.positions.map(({ id, name }) => [id, name]));
  const rows = trials.map(({ facts: { indicator }, metric, card }, no): PilotRow => {
    const { decision, reasons } = recommend(evidence[no]!);
    const { current } = card.view;
    return {
      indicator: indicator.id,
      name: nameAt(indicator, metric),
      sentence: sentenceAt(indicator, metric, catalogue),
      kpi: metric.kpi,
      group: metric.group,
      level: indicator.level,
      unit: metric.unit,
      owner: indicator.owner === null ? null : (names.get(indicator.owner) ?? indicator.owner),
      holders: holdersOf(indicator, model.positions),
      current: current && { period: current.period, value: current.value, n: current.n },
      evidence: evidence[no]!,
      recommended: decision,
      reasons: reasons.map(({ code, with: params }) => ({ code, words: bilingual(`pilot.${code}`, params) })),
      decided: decidedOf(pilot, indicator.id),
    };
  });
  const count = (decision: Decision) => rows.filter(({ recommended }) => recommended === decision).length;
  const counts = { keep: count('keep'), change: count('change'), drop: count('drop') };
  return {
    id: pilot.id,
    name: pilot.name,
    model: model.id,
    modelName: model.name,
    modelVersion: pilot.modelVersion,
    from: pilot.from,
    to: pilot.to,
    by: 'month',
    state: pilot.state,
    rows,
    counts,
    positions: model.positions.map(({ id, name }) => ({ id, name })),
    comments: pilot.comments.filter(({ indicator }) => indicator === null).map(({ text, actor }) => ({ text, actor })),
    answer: bilingual('pilot.answer', { all: rows.length, ...counts }),
  };
}

const sentenceAt = ({ sentence }: Indicator, metric: Metric, catalogue: Catalogue): Bilingual =>
  sentence === '' ? both((lang) => mainSentence(metric, lang, catalogue)) : { ru: sentence, en: sentence };

/** What people decided of an indicator; null: nothing yet. */
export const decidedOf = ({ decisions }: Pilot, indicator: string): PilotRow['decided'] => {
  const found = decisions.find((one) => one.indicator === indicator);
  return found ? { decision: found.decision, reason: found.reason } : null;
};
