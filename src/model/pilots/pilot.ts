import { z } from 'zod';
import type { Indicator } from '../model.ts';

// A pilot («апробация»): a draft runs beside, on past and live data, with no consequences for anybody, and ends with a
// report. What its position-holders say is kept word for word.

const id = z.string().trim().min(1).max(120);
const text = z.string().trim().max(2000);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What the holder of a position says of one indicator after reading its one sentence. */
export const voiceSchema = z.strictObject({
  position: id,
  indicator: id,
  /** «понятно» */
  clear: z.boolean(),
  unclearWhy: text.default(''),
  /** «могу влиять» */
  influences: z.boolean(),
  hinderedBy: text.default(''),
  actor: id,
  at: z.number().int(),
});
export type Voice = z.output<typeof voiceSchema>;

export const pilotCommentSchema = z.strictObject({
  /** Null: of the pilot as a whole. */
  indicator: id.nullable().default(null),
  text: z.string().trim().min(1).max(4000),
  actor: id,
  at: z.number().int(),
});

export const DECISIONS = ['keep', 'change', 'drop'] as const;
export type Decision = (typeof DECISIONS)[number];

export const pilotSchema = z.strictObject({
  id,
  name: z.string().trim().min(1).max(200),
  model: id,
  /** The model's version that is tried. */
  modelVersion: z.number().int().min(1),
  /** First and last month, inclusive; the last may lie ahead. */
  from: month,
  to: month,
  state: z.enum(['running', 'ended']).default('running'),
  voices: z.array(voiceSchema).default([]),
  comments: z.array(pilotCommentSchema).default([]),
  /** What people decided in the end, beside what the report recommends. */
  decisions: z
    .array(z.strictObject({ indicator: id, decision: z.enum(DECISIONS), reason: text.default('') }))
    .default([]),
  /** The report as it stood when the pilot ended. */
  report: z.unknown().optional(),
});
export type Pilot = z.output<typeof pilotSchema>;

/** Ids of the positions that answer for an indicator: its owner; of a shared figure without one, everybody. */
export const holdersOf = (
  { owner, shared }: Pick<Indicator, 'owner' | 'shared'>,
  positions: readonly { readonly id: string }[],
): readonly string[] => (owner !== null ? [owner] : shared ? positions.map(({ id: of }) => of) : []);

/** A newer word of the same position about the same indicator takes the older one's place. */
export const withVoice = (pilot: Pilot, voice: Voice): Pilot => ({
  ...pilot,
  voices: [
    ...pilot.voices.filter((one) => one.position !== voice.position || one.indicator !== voice.indicator),
    voice,
  ],
});
