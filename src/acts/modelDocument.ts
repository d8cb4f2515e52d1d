import { refuse } from '#facts';
import { forceOn, type Model, modelSchema } from '#model';
import { formatUtc } from '#time';
import type { BookPort, SavedDocument } from './bookPort.ts';
import type { ModelSummary } from './modelViews.ts';

export interface ModelDocument {
  readonly saved: SavedDocument;
  readonly model: Model;
}

/** The newest version of a model that stands, or that version; refuses `document.unknown`. */
export async function readModelDocument(book: BookPort, id: string, version?: number): Promise<ModelDocument> {
  const saved = await book.document('model', id, version);
  if (!saved || (version === undefined && !saved.stands)) return refuse('document.unknown', { field: 'id', got: id });
  return { saved, model: modelSchema.parse(saved.content) };
}

export const allModels = async (book: BookPort): Promise<readonly ModelDocument[]> =>
  (await book.documents('model')).map((saved) => ({ saved, model: modelSchema.parse(saved.content) }));

/** `today`: local day. */
export const summaryOf = ({ saved, model }: ModelDocument, today: string): ModelSummary => ({
  id: model.id,
  version: saved.version,
  name: model.name,
  body: model.body,
  journey: model.journey,
  state: model.state,
  inForceFrom: model.inForceFrom,
  inForceTo: model.inForceTo,
  today: forceOn(model, today),
  order: model.order,
  follows: model.follows,
  goals: model.goals.length,
  positions: model.positions.length,
  indicators: model.indicators.length,
  savedAt: formatUtc(saved.at),
  actor: saved.actor,
});
