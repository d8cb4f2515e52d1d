import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formatUtc } from '#time';
import { defineAct } from './act.ts';
import type { BookPort, SavedDocument } from './bookPort.ts';
import { readModelDocument } from './modelDocument.ts';
import type { DiscussionsView, DiscussionView } from './modelViews.ts';

// What people say to each other about an indicator, one that is placed or one that is only proposed. A thread is a
// document; remarks are added and never edited, so that two who speak at once are both heard.

const id = z.string().trim().min(1).max(300);

const remarkSchema = z.strictObject({
  id: z.string(),
  stance: z.enum(['for', 'against', 'question']).nullable(),
  text: z.string(),
  /** Who speaks, as they call themselves. */
  from: z.string(),
  actor: z.string(),
  at: z.number(),
});
const threadSchema = z.strictObject({
  model: z.string(),
  about: z.string(),
  remarks: z.array(remarkSchema),
});
type Thread = z.output<typeof threadSchema>;

export const discussions = defineAct({
  name: 'discussions',
  summary: 'How much was said of which indicator of a model, placed or proposed.',
  input: z.object({ model: id }),
  run: async ({ ports: { book } }, { model }): Promise<DiscussionsView> => {
    const threads = await threadsOf(book, model);
    return { model, remarks: Object.fromEntries(threads.map(({ about, remarks }) => [about, remarks.length])) };
  },
});

/** All that was said of a model's indicators. */
export const threadsOf = async (book: BookPort, model: string): Promise<readonly Thread[]> =>
  (await book.documents('comment')).map(threadOf).filter((thread) => thread.model === model);

export const discussion = defineAct({
  name: 'discussion',
  summary: 'What was said for and against an indicator of a model, oldest first.',
  input: z.object({ model: id, about: id }),
  run: async ({ ports: { book } }, { model, about }): Promise<DiscussionView> =>
    viewOf((await read(book, model, about)).thread),
});

export const addRemark = defineAct({
  name: 'addRemark',
  summary: 'Says something of an indicator of a model: for it, against it, a question, or simply a remark.',
  input: z.object({
    model: id,
    about: id,
    text: z.string().trim().min(1).max(4000),
    stance: remarkSchema.shape.stance.default(null),
    from: z.string().trim().max(200).default(''),
  }),
  changes: true,
  run: async ({ actor, now, ports }, { model, about, ...said }): Promise<DiscussionView> => {
    await readModelDocument(ports.book, model);
    const at = now();
    const remark = { id: randomUUID(), ...said, actor, at };
    // Read and saved in one step: who speaks at the same moment comes behind.
    return ports.book.transaction(async (book) => {
      const { thread, version } = await read(book, model, about);
      const content = { ...thread, remarks: [...thread.remarks, remark] };
      await book.saveDocument({ kind: 'comment', id: keyOf(model, about), version, content, stands: true, actor, at });
      return viewOf(content);
    });
  },
});

const keyOf = (model: string, about: string): string => `${model}\u0020${about}`;

async function read(book: BookPort, model: string, about: string): Promise<{ thread: Thread; version: number }> {
  const found = await book.document('comment', keyOf(model, about));
  return found
    ? { thread: threadOf(found), version: found.version }
    : { thread: { model, about, remarks: [] }, version: 0 };
}

const threadOf = ({ content }: SavedDocument): Thread => threadSchema.parse(content);

const viewOf = ({ model, about, remarks }: Thread): DiscussionView => ({
  model,
  about,
  remarks: remarks.map(({ at, ...remark }) => ({ ...remark, at: formatUtc(at) })),
});
