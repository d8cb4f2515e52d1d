import { z } from 'zod';
import { Refused, refuse } from '#facts';
import { journeyFaults, journeySchema } from '#model';
import { type ActContext, defineAct } from './act.ts';
import { journeyOf, journeyView, readJourney, tellClosings } from './journeyDocument.ts';
import type { JourneyView } from './journeyViews.ts';
import { misfits } from './shape.ts';

const versionInput = z.number().int().min(0);

export const saveJourney = defineAct({
  name: 'saveJourney',
  summary: 'Saves a journey over the version that the person saw (0: a new one); nothing is saved where it is unsound.',
  input: z.object({
    /** Looked at by the act, so that what does not fit is refused as a fault of the journey. */
    journey: z.unknown().meta({ ...z.toJSONSchema(journeySchema, { io: 'input' }) }),
    version: versionInput.default(0),
  }),
  changes: true,
  run: async (context, { journey: given, version }): Promise<JourneyView> => {
    const parsed = journeySchema.safeParse(given);
    if (!parsed.success) throw new Refused(misfits('journey.invalid', parsed.error, given));
    const journey = parsed.data;
    const faults = journeyFaults(journey);
    if (faults.length) throw new Refused(faults);
    return saveVersion(context, { id: journey.id, version, content: journey, stands: true });
  },
});

export const removeJourney = defineAct({
  name: 'removeJourney',
  summary: 'Takes a journey away; its versions stay, and undoing brings it back.',
  input: z.object({ id: z.string().min(1), version: versionInput }),
  changes: true,
  run: async (context, { id, version }): Promise<JourneyView> => {
    const { content } = await readJourney(context.ports.book, id);
    return saveVersion(context, { id, version, content, stands: false });
  },
});

export const undoJourney = defineAct({
  name: 'undoJourney',
  summary: 'Saves an older version of a journey once more: the one before the newest, or the one that is named.',
  input: z.object({
    id: z.string().min(1),
    /** The newest version that the person saw. */
    version: z.number().int().min(1),
    to: z.number().int().min(1).optional(),
  }),
  changes: true,
  run: async (context, { id, version, to }): Promise<JourneyView> => {
    const wanted = to ?? version - 1;
    if (wanted === 0) refuse('journey.nothingToUndo', { field: 'version', got: id });
    const { content, stands } = await readJourney(context.ports.book, id, wanted);
    return saveVersion(context, { id, version, content, stands });
  },
});

interface Saving {
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
  readonly stands: boolean;
}

/** The book first: where it refuses, the facts stay as they are. */
async function saveVersion({ actor, now, ports }: ActContext, saving: Saving): Promise<JourneyView> {
  const before = await ports.book.document('journey', saving.id);
  const saved = await ports.book.saveDocument({ kind: 'journey', ...saving, actor, at: now() });
  await tellClosings(ports, [before && journeyOf(before), journeyOf(saved)]);
  return journeyView(saved);
}
