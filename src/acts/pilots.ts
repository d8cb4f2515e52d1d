import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '#facts';
import { DECISIONS, holdersOf, type Pilot, pilotSchema, withVoice } from '#model';
import { formatUtc } from '#time';
import { type ActContext, defineAct } from './act.ts';
import type { SavedDocument } from './bookPort.ts';
import { type Stretch, stretchOf } from './cards.ts';
import { readModelDocument } from './modelDocument.ts';
import { decidedOf, pilotReportOf } from './pilotReport.ts';
import type { PilotReportView, PilotsView, PilotView } from './pilotViews.ts';

const id = z.string().min(1);
const month = pilotSchema.shape.from;
const version = z.number().int().min(1);

export const pilots = defineAct({
  name: 'pilots',
  summary: 'Pilots of all models, of one, or one pilot; newest first.',
  input: z.object({ model: id.optional(), id: id.optional() }),
  run: async ({ ports: { book, facts } }, { model, id: wanted }): Promise<PilotsView> => {
    const names = new Map((await book.documents('model')).map(({ id: of, content }) => [of, nameOf(content)]));
    const found = (await book.documents('pilot')).filter(
      (document) =>
        (model === undefined || pilotSchema.parse(document.content).model === model) &&
        (wanted === undefined || document.id === wanted),
    );
    if (wanted !== undefined && found.length === 0) refuse('document.unknown', { field: 'id', got: wanted });
    const newestFirst = [...found].sort((a, b) => b.at - a.at);
    const stretch = stretchOf(await facts.context(), 'month', undefined);
    return {
      pilots: newestFirst.map((document) => pilotView(document, names)),
      offered: stretch && offeredOf(stretch),
    };
  },
});

/** Past months are tried with the facts that are there, coming ones with those that will come. */
function offeredOf({ periods, period }: Stretch): NonNullable<PilotsView['offered']> {
  const past = periods.slice(0, periods.indexOf(period) + 1);
  const [year, month] = period.split('-').map(Number) as [number, number];
  const ahead = Array.from({ length: MONTHS }, (_, no) =>
    new Date(Date.UTC(year, month + no)).toISOString().slice(0, 'YYYY-MM'.length),
  );
  return { months: [...past, ...ahead], from: past.at(-MONTHS) ?? past[0]!, to: period };
}
const MONTHS = 12;

export const startPilot = defineAct({
  name: 'startPilot',
  summary: 'Begins a trial of a draft on past and live data, with no consequences for anybody.',
  input: z.object({ model: id, name: z.string().trim().min(1).max(200), from: month, to: month }),
  changes: true,
  run: async (context, { model: of, name, from, to }): Promise<PilotView> => {
    const { book } = context.ports;
    if (to < from) refuse('pilot.endsBeforeItBegins', { field: 'to', got: to, with: { from } });
    const { saved, model } = await readModelDocument(book, of);
    if (model.state !== 'draft' && model.state !== 'pilot')
      refuse('pilot.notDraft', { field: 'model', got: model.name });
    const pilot = pilotSchema.parse({ id: randomUUID(), name, model: of, modelVersion: saved.version, from, to });
    return save(context, pilot, 0);
  },
});

export const pilotVoice = defineAct({
  name: 'pilotVoice',
  summary: 'What the holder of a position says of an indicator: is its sentence clear, can it be influenced.',
  input: z.object({
    id,
    version,
    position: id,
    indicator: id,
    clear: z.boolean(),
    unclearWhy: z.string().max(2000).default(''),
    influences: z.boolean(),
    hinderedBy: z.string().max(2000).default(''),
  }),
  changes: true,
  run: async (context, { id: of, version: seen, ...said }): Promise<PilotView> => {
    const { pilot } = await running(context, of);
    const { model } = await readModelDocument(context.ports.book, pilot.model, pilot.modelVersion);
    if (!model.positions.some((position) => position.id === said.position))
      refuse('pilot.positionUnknown', { field: 'position', got: said.position });
    const held = model.indicators.find((indicator) => indicator.id === said.indicator);
    if (!held || !holdersOf(held, model.positions).includes(said.position))
      refuse('pilot.indicatorNotHeld', { field: 'indicator', got: said.indicator });
    const at = context.now();
    return save(context, withVoice(pilot, { ...said, actor: context.actor, at }), seen);
  },
});

export const pilotComment = defineAct({
  name: 'pilotComment',
  summary: 'A comment on an indicator under trial, or on the pilot as a whole.',
  input: z.object({ id, version, indicator: id.nullable().default(null), text: z.string().trim().min(1).max(4000) }),
  changes: true,
  run: async (context, { id: of, version: seen, indicator, text }): Promise<PilotView> => {
    const { pilot } = await running(context, of);
    if (indicator !== null) await mustKnow(context, pilot, indicator);
    const comment = { indicator, text, actor: context.actor, at: context.now() };
    return save(context, { ...pilot, comments: [...pilot.comments, comment] }, seen);
  },
});

export const pilotDecide = defineAct({
  name: 'pilotDecide',
  summary: 'What people decided of an indicator after the trial, beside what the report recommends.',
  input: z.object({
    id,
    version,
    indicator: id,
    decision: z.enum(DECISIONS),
    reason: z.string().max(2000).default(''),
  }),
  changes: true,
  run: async (context, { id: of, version: seen, ...decided }): Promise<PilotView> => {
    const { pilot } = await readPilot(context, of);
    await mustKnow(context, pilot, decided.indicator);
    const others = pilot.decisions.filter(({ indicator }) => indicator !== decided.indicator);
    return save(context, { ...pilot, decisions: [...others, decided] }, seen);
  },
});

export const endPilot = defineAct({
  name: 'endPilot',
  summary: 'Ends a trial and keeps its report as it stands.',
  input: z.object({ id, version }),
  changes: true,
  cancels: true,
  run: async (context, { id: of, version: seen }): Promise<PilotView> => {
    const { pilot } = await running(context, of);
    const report = await pilotReportOf(context, { ...pilot, state: 'ended' });
    return save(context, { ...pilot, state: 'ended', report }, seen);
  },
});

export const pilotReport = defineAct({
  name: 'pilotReport',
  summary: 'What a trial says of each indicator: coverage, noise, cost, words and deeds, what people said, and advice.',
  input: z.object({ id }),
  cancels: true,
  run: async (context, { id: of }): Promise<PilotReportView> => {
    const { pilot } = await readPilot(context, of);
    return reportOf(context, pilot);
  },
});

/** The report as it is, or as it was kept at the pilot's end. Decisions come after the end: the figures stay as they
 *  were, what people decided is told as it is. */
export async function reportOf(context: ActContext, pilot: Pilot): Promise<PilotReportView> {
  if (pilot.state === 'running' || pilot.report === undefined) return pilotReportOf(context, pilot);
  const kept = pilot.report as PilotReportView;
  return { ...kept, rows: kept.rows.map((row) => ({ ...row, decided: decidedOf(pilot, row.indicator) })) };
}

interface ReadPilot {
  readonly document: SavedDocument;
  readonly pilot: Pilot;
}

export async function readPilot({ ports: { book } }: ActContext, id: string): Promise<ReadPilot> {
  const document = await book.document('pilot', id);
  if (!document?.stands) return refuse('document.unknown', { field: 'id', got: id });
  return { document, pilot: pilotSchema.parse(document.content) };
}

async function running(context: ActContext, id: string): Promise<ReadPilot> {
  const found = await readPilot(context, id);
  return found.pilot.state === 'running' ? found : refuse('pilot.ended', { field: 'id', got: found.pilot.name });
}

async function mustKnow({ ports: { book } }: ActContext, pilot: Pilot, indicator: string): Promise<void> {
  const { model } = await readModelDocument(book, pilot.model, pilot.modelVersion);
  if (!model.indicators.some((one) => one.id === indicator))
    refuse('pilot.indicatorUnknown', { field: 'indicator', got: indicator });
}

async function save(context: ActContext, pilot: Pilot, seen: number): Promise<PilotView> {
  const { actor, now, ports } = context;
  const document = {
    kind: 'pilot',
    id: pilot.id,
    version: seen,
    content: pilot,
    stands: true,
    actor,
    at: now(),
  } as const;
  const saved = await ports.book.saveDocument(document);
  const model = await ports.book.document('model', pilot.model);
  return pilotView(saved, new Map([[pilot.model, nameOf(model?.content)]]));
}

const nameOf = (content: unknown): string =>
  typeof content === 'object' && content !== null && 'name' in content ? String(content.name) : '';

function pilotView({ content, version, at, actor }: SavedDocument, names: ReadonlyMap<string, string>): PilotView {
  // The kept report is asked for by itself: it is long.
  const { report: _, ...pilot } = pilotSchema.parse(content);
  return { pilot, version, modelName: names.get(pilot.model) ?? pilot.model, savedAt: formatUtc(at), actor };
}
