import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '#facts';
import { type Decision, pilotRules } from '#model';
import { formatUtc } from '#time';
import { say } from '#words';
import { type ActContext, defineAct } from './act.ts';
import type { SavedDocument } from './bookPort.ts';
import { readPilot, reportOf } from './pilots.ts';
import type { PilotReportView, PilotRow, RecommendationsView } from './pilotViews.ts';

const sectionSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  paragraphs: z.array(z.string().max(4000)),
});
const documentSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  pilots: z.array(z.string()),
  sections: z.array(sectionSchema),
});

export const composeRecommendations = defineAct({
  name: 'composeRecommendations',
  summary:
    'Composes methodical recommendations from several pilots: what worked where, typical mistakes; to be edited.',
  input: z.object({ pilots: z.array(z.string().min(1)).min(1), title: z.string().trim().max(300).default('') }),
  changes: true,
  cancels: true,
  run: async (context, { pilots, title }): Promise<RecommendationsView> => {
    const reports: PilotReportView[] = [];
    for (const id of pilots) {
      const { pilot } = await readPilot(context, id);
      reports.push(await reportOf(context, pilot));
    }
    const content = {
      title: title || say(context.lang, 'recommendations.title'),
      pilots,
      sections: sectionsOf(reports, context.lang),
    };
    return save(context, randomUUID(), 0, content);
  },
});

export const recommendationsShow = defineAct({
  name: 'recommendationsShow',
  summary: 'Methodical recommendations as they were edited last; without an id: all of them, newest first.',
  input: z.object({ id: z.string().min(1).optional() }),
  run: async ({ ports: { book } }, { id }): Promise<readonly RecommendationsView[]> => {
    const all = await book.documents('recommendations');
    const found = id === undefined ? all : all.filter((document) => document.id === id);
    if (id !== undefined && found.length === 0) refuse('document.unknown', { field: 'id', got: id });
    return [...found].sort((a, b) => b.at - a.at).map(viewOf);
  },
});

export const saveRecommendations = defineAct({
  name: 'saveRecommendations',
  summary: 'Saves methodical recommendations that a person edited.',
  input: z.object({ id: z.string().min(1), version: z.number().int().min(1), content: documentSchema }),
  changes: true,
  run: async (context, { id, version, content }): Promise<RecommendationsView> => {
    const known = await context.ports.book.document('recommendations', id);
    if (!known?.stands) refuse('document.unknown', { field: 'id', got: id });
    return save(context, id, version, content);
  },
});

async function save(
  { actor, now, ports }: ActContext,
  id: string,
  version: number,
  content: Content,
): Promise<RecommendationsView> {
  const document = { kind: 'recommendations', id, version, content, stands: true, actor, at: now() } as const;
  return viewOf(await ports.book.saveDocument(document));
}

type Content = Omit<RecommendationsView, 'id' | 'version' | 'savedAt'>;

const viewOf = ({ id, version, at, content }: SavedDocument): RecommendationsView => ({
  id,
  version,
  savedAt: formatUtc(at),
  ...documentSchema.parse(content),
});

type Lang = ActContext['lang'];

/** What was tried; what worked where; what had to change, the commonest ground first; in people's own words. */
function sectionsOf(reports: readonly PilotReportView[], lang: Lang): RecommendationsView['sections'] {
  const rows = reports.flatMap((report) => report.rows.map((row) => ({ report, row })));
  const kept = rows.filter(({ row }) => final(row) === 'keep');
  const line = ({ report, row }: (typeof rows)[number]) =>
    say(lang, 'recommendations.kept', {
      name: row.name[lang],
      model: report.modelName,
      owner: row.owner ?? 'none',
      reason: row.decided?.reason || 'none',
    });
  const tried = reports.map(({ name, modelName, from, to, rows: all }) => {
    const count = (decision: Decision) => all.filter((row) => final(row) === decision).length;
    const counts = { keep: count('keep'), change: count('change'), drop: count('drop') };
    const months = { from: monthWords(from, lang), to: monthWords(to, lang) };
    return say(lang, 'recommendations.tried', { name, model: modelName, ...months, all: all.length, ...counts });
  });
  const ofWhole = reports.flatMap(({ name, comments }) =>
    comments.map(({ text }) => say(lang, 'recommendations.whole', { name, words: text })),
  );
  const voices = rows.flatMap(({ row }) =>
    [...row.evidence.heard.unclearWhy, ...row.evidence.heard.hinderedBy, ...row.evidence.comments].map((words) =>
      say(lang, 'recommendations.voice', { name: row.name[lang], words }),
    ),
  );
  const sections = [
    { title: say(lang, 'recommendations.section.tried'), paragraphs: tried },
    { title: say(lang, 'recommendations.section.worked'), paragraphs: kept.map(line) },
    { title: say(lang, 'recommendations.section.mistakes'), paragraphs: mistakes(rows, lang) },
    { title: say(lang, 'recommendations.section.voices'), paragraphs: [...ofWhole, ...voices] },
  ];
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

/** What people decided; where nobody has, what the program recommends. */
const final = ({ decided, recommended }: PilotRow): Decision => decided?.decision ?? recommended;

const monthWords = (period: string, lang: Lang): string => {
  const [year, month] = period.split('-');
  return say(lang, 'recommendations.month', { year, month });
};

const AGAINST: ReadonlySet<string> = new Set(pilotRules.map(({ code }) => code));

/** Grounds to change or drop of what is to be changed or dropped, each with how often it was met and where. */
function mistakes(
  rows: readonly { readonly report: PilotReportView; readonly row: PilotRow }[],
  lang: Lang,
): readonly string[] {
  const met = new Map<string, string[]>();
  for (const { row } of rows) {
    if (final(row) === 'keep') continue;
    for (const { code } of row.reasons) {
      if (!AGAINST.has(code)) continue;
      const names = met.get(code) ?? [];
      met.set(code, [...names, row.name[lang]]);
    }
  }
  const commonest = [...met].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  return commonest.map(([code, names]) =>
    say(lang, 'recommendations.mistake', {
      advice: say(lang, `pilot.advice.${code}`),
      count: names.length,
      names: [...new Set(names)].slice(0, 5).join('; '),
    }),
  );
}
