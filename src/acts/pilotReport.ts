import { type Decision, type Pilot, pilotEvidence, recommend } from '#model';
import { bilingual } from '#words';
import type { ActContext } from './act.ts';
import { journeyOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import type { PilotReportView, PilotRow } from './pilotViews.ts';
import { trialsOf } from './trialFacts.ts';

/** The report of a pilot from the facts as they are: past and live months up to the pilot's last one. */
export async function pilotReportOf(context: ActContext, pilot: Pilot): Promise<PilotReportView> {
  const { book } = context.ports;
  const { model } = await readModelDocument(book, pilot.model, pilot.modelVersion);
  const facts = await context.ports.facts.context();
  const catalogue = await context.ports.catalogue.load();
  const journeys = new Map((await book.documents('journey')).map((document) => [document.id, journeyOf(document)]));
  const trials = await trialsOf(context, facts, catalogue, model, { journeys, until: pilot.to });
  const evidence = pilotEvidence(
    pilot,
    trials.map((trial) => trial.facts),
  );
  const names = new Map(model.positions.map(({ id, name }) => [id, name]));
  const rows = trials.map(({ facts: { indicator }, metric, card }, no): PilotRow => {
    const { decision, reasons } = recommend(evidence[no]!);
    const decided = pilot.decisions.find((one) => one.indicator === indicator.id);
    const { current } = card.view;
    return {
      indicator: indicator.id,
      name: indicator.name === '' ? metric.name : { ru: indicator.name, en: indicator.name },
      kpi: metric.kpi,
      group: metric.group,
      level: indicator.level,
      unit: metric.unit,
      owner: indicator.owner === null ? null : (names.get(indicator.owner) ?? indicator.owner),
      current: current && { period: current.period, value: current.value, n: current.n },
      evidence: evidence[no]!,
      recommended: decision,
      reasons: reasons.map(({ code, with: params }) => ({ code, words: bilingual(`pilot.${code}`, params) })),
      decided: decided ? { decision: decided.decision, reason: decided.reason } : null,
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
    comments: pilot.comments.filter(({ indicator }) => indicator === null).map(({ text, actor }) => ({ text, actor })),
    answer: bilingual('pilot.answer', { all: rows.length, ...counts }),
  };
}
