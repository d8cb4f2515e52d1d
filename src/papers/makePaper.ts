import { z } from 'zod';
import type {
  BeforeAfterView,
  JourneyPictureView,
  JourneyView,
  ModelPassportsView,
  ModelShowView,
  PilotReportView,
  RecommendationsView,
} from '#acts';
import { misfits } from '#acts';
import { Refused, refuse } from '#facts';
import { type Lang, say } from '#words';
import { annexPaper } from './annex.ts';
import { cardsPaper } from './card.ts';
import { journeyOf } from './fromJourney.ts';
import { acknowledgementOf, approvalOf, cardsOf, orderOf, passportsOf } from './fromModel.ts';
import { pilotOf } from './fromPilot.ts';
import { journeySheetPaper } from './journeySheet.ts';
import { modelBook } from './modelBook.ts';
import type { Paper } from './paper.ts';
import { pilotReportPaper } from './pilotReport.ts';
import { recommendationsPaper } from './recommendations.ts';
import { acknowledgementPaper, approvalPaper } from './sheets.ts';

const text = z.string().trim().max(300);
const whole = z.coerce.number().int().min(1).max(1_000_000);

/** What is asked for, from an address or a command: `id` of the model, pilot, journey or recommendations. */
export const paperRequestSchema = z.strictObject({
  id: text.min(1),
  version: whole.optional(),
  lang: z.string().optional(),
  /** Of the annex: what the order approves, and the annex's number. */
  approves: z.enum(['list', 'model', 'methodology', 'regulation']).default('list'),
  annex: whole.default(1),
  /** Who issues the order, in the nominative, where it is not the model's body. */
  issuer: text.optional(),
  /** Title of the order. */
  about: text.optional(),
  /** Of cards: one position alone, by its id. */
  position: text.optional(),
  design: z.enum(['asIs', 'toBe']).optional(),
  /** For keeping over ten years: 30 mm at left. */
  longKept: z.union([z.boolean(), z.stringbool()]).default(false),
  font: z
    .string()
    .regex(/^[\p{L}\p{N} -]{1,60}$/u)
    .optional(),
});
export type PaperRequest = z.output<typeof paperRequestSchema>;

/** Asks the acts, as whoever wants the paper. */
export type Ask = <T>(act: string, input: unknown) => Promise<T>;

export interface PaperFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

type Build = (request: PaperRequest, ask: Ask, lang: Lang) => Promise<Paper>;

const passports = ({ id, version }: Pick<PaperRequest, 'id' | 'version'>, ask: Ask) =>
  ask<ModelPassportsView>('modelPassports', { id, ...(version ? { version } : {}) });

/** One line a document: what it is about and how it is made from what acts tell. */
const DOCUMENTS: Readonly<Record<string, { readonly of: PaperSubject; readonly build: Build }>> = {
  annex: {
    of: 'model',
    build: async (request, ask, lang) => {
      const view = await passports(request, ask);
      const indicators = passportsOf(view, lang);
      const { approves, annex } = request;
      const order = orderOf(view, request.issuer);
      const { name: model, goals } = view.model;
      return annexPaper({ approves, number: annex, order, model, goals, indicators }, lang);
    },
  },
  cards: {
    of: 'model',
    build: async (request, ask, lang) => {
      const cards = cardsOf(await passports(request, ask), lang, request.position);
      if (cards.length === 0) refuse('paper.noCards', { got: request.position ?? request.id });
      return cardsPaper(cards, lang);
    },
  },
  acknowledgement: {
    of: 'model',
    build: async (request, ask, lang) =>
      acknowledgementPaper(acknowledgementOf(await passports(request, ask), lang, request), lang),
  },
  approval: {
    of: 'model',
    build: async (request, ask, lang) => approvalPaper(approvalOf(await passports(request, ask), lang, request), lang),
  },
  pilot: {
    of: 'pilot',
    build: async (request, ask, lang) => {
      const report = await ask<PilotReportView>('pilotReport', { id: request.id });
      const view = await passports({ id: report.model, version: report.modelVersion }, ask);
      const body = orderOf(view, request.issuer).issuer;
      const signers = [{ role: say(lang, 'paper.pilot.signer'), name: null }];
      return pilotReportPaper(pilotOf(report, { body, signers }, lang), lang);
    },
  },
  journey: {
    of: 'journey',
    build: async ({ id, version, design }, ask, lang) => {
      const which = { id, ...(version ? { version } : {}) };
      const view = await ask<JourneyView>('journeyShow', which);
      const picture = await ask<JourneyPictureView>('journeyPicture', { ...which, ...(design ? { design } : {}) });
      const change = view.journey.changedOn === null ? null : await ask<BeforeAfterView>('beforeAfter', which);
      return journeySheetPaper(journeyOf(view, picture, change, lang), lang);
    },
  },
  recommendations: {
    of: 'recommendations',
    build: async ({ id, issuer }, ask, lang) => {
      const [found] = await ask<readonly RecommendationsView[]>('recommendationsShow', { id });
      return recommendationsPaper({ ...found!, body: issuer ?? '', order: null }, lang);
    },
  },
};

export type PaperSubject = 'model' | 'pilot' | 'journey' | 'recommendations';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORKBOOK = 'workbook';

/** Names of all papers, and what each is about. */
export const PAPERS: Readonly<Record<string, PaperSubject>> = {
  ...Object.fromEntries(Object.entries(DOCUMENTS).map(([name, { of }]) => [name, of])),
  [WORKBOOK]: 'model',
};

/** Makes the paper of that name; refuses `paper.unknown`, `input.invalid`. */
export async function makePaper(name: string, raw: unknown, ask: Ask, lang: Lang): Promise<PaperFile> {
  const parsed = paperRequestSchema.safeParse(raw);
  if (!parsed.success) throw new Refused(misfits('input.invalid', parsed.error, raw));
  const request = parsed.data;
  if (name === WORKBOOK) {
    const view = await passports(request, ask);
    const { checks } = await ask<ModelShowView>('modelShow', {
      id: request.id,
      ...(request.version ? { version: request.version } : {}),
    });
    return { name: `${fileName(request.id)}.xlsx`, type: XLSX, bytes: await modelBook(view, checks, lang) };
  }
  const document = Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name]! : refuse('paper.unknown', { got: name });
  const paper = await document.build(request, ask, lang);
  // Loaded where a document is made: every command of the shell would wait for it.
  const { printDocx } = await import('./docx/print.ts');
  return { name: `${name}-${fileName(request.id)}.docx`, type: DOCX, bytes: await printDocx(paper, request) };
}

/** Ids are people's: only what every file system takes. */
const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60);
