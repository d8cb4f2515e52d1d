import { refuse } from '#facts';
import { closingFacts, type Journey, journeySchema } from '#model';
import { formatUtc } from '#time';
import type { BookPort, SavedDocument } from './bookPort.ts';
import type { FactPort } from './factPort.ts';
import type { JourneyView } from './journeyViews.ts';

// How acts read journeys out of the book.

export const journeyOf = (document: SavedDocument): Journey => journeySchema.parse(document.content);

/** All journeys that stand, by id. */
export const journeysOf = async (book: BookPort): Promise<ReadonlyMap<string, Journey>> =>
  new Map((await book.documents('journey')).map((document) => [document.id, journeyOf(document)]));

export const journeyView = (document: SavedDocument): JourneyView => ({
  journey: journeyOf(document),
  version: document.version,
  stands: document.stands,
  actor: document.actor,
  at: formatUtc(document.at),
});

/** The newest version, which must stand, or that one, which may be one that took the journey away. */
export async function readJourney(book: BookPort, id: string, version?: number): Promise<SavedDocument> {
  const found = await book.document('journey', id, version);
  if (!found || (version === undefined && !found.stands)) return refuse('document.unknown', { field: 'id', got: id });
  return found;
}

/** Tells the facts where runs of these journeys end; journeys drawn over the same runs close them together. */
export async function tellClosings(
  { book, facts }: { readonly book: BookPort; readonly facts: FactPort },
  changed: readonly (Journey | null)[],
): Promise<void> {
  const drawn = [...(await journeysOf(book)).values()];
  const values = new Set(changed.flatMap((journey) => journey?.factsJourney ?? []));
  for (const value of values) {
    const closings = drawn.filter(({ factsJourney }) => factsJourney === value).flatMap(closingFacts);
    await facts.closeRunsAt(value, [...new Set(closings)]);
  }
}
