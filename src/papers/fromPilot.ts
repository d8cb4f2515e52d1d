import type { PilotReportView, PilotRow } from '#acts';
import { type Lang, say } from '#words';
import { amount, number } from './format.ts';
import type { Signer } from './paper.ts';
import type { PilotFinding, PilotIndicator, PilotReportInput } from './pilotReport.ts';

/** A pilot's report as it stands on paper. What people decided stands before what the program recommends. */
export const pilotOf = (
  report: PilotReportView,
  { body, signers }: { readonly body: string; readonly signers: readonly Signer[] },
  lang: Lang,
): PilotReportInput => ({
  body,
  model: report.modelName,
  from: report.from,
  to: report.to,
  positions: new Set(report.rows.flatMap(({ owner }) => owner ?? [])).size,
  summary: [report.answer[lang]],
  indicators: report.rows.map((row) => indicatorOf(row, report, lang)),
  conclusions: report.comments.map(({ text }) => text),
  signers,
});

function indicatorOf(row: PilotRow, report: PilotReportView, lang: Lang): PilotIndicator {
  const { heard, comments } = row.evidence;
  return {
    name: row.name[lang],
    place: row.owner ?? '',
    recommendation: row.decided?.decision ?? row.recommended,
    reasons: [...(row.decided?.reason ? [row.decided.reason] : []), ...row.reasons.map(({ words }) => words[lang])],
    findings: findingsOf(row, report, lang),
    voices: heard.asked === 0 ? null : { asked: heard.asked, clear: heard.clear, inHands: heard.influences },
    comments: [...heard.unclearWhy, ...heard.hinderedBy, ...comments],
  };
}

function findingsOf({ evidence, unit }: PilotRow, { rows }: PilotReportView, lang: Lang): Record<PilotFinding, string> {
  const { coverage, stability, costHours, relation, exposure } = evidence;
  const t = (code: string, params = {}) => say(lang, `paper.found.${code}`, params);
  const partner = rows.find(({ indicator }) => indicator === relation?.partner)?.name[lang] ?? '';
  return {
    coverage: coverage === null ? '' : t('coverage', { share: amount(lang, Math.round(coverage * 100), '%') }),
    stability:
      stability.noise === null || stability.matters === null
        ? t('fewPeriods', { points: stability.points })
        : t('noise', {
            noise: amount(lang, rounded(stability.noise), unit),
            matters: amount(lang, rounded(stability.matters), unit),
          }),
    cost: costHours === null ? '' : costHours === 0 ? t('free') : t('hours', { hours: costHours }),
    opinion:
      relation === null
        ? t('noPartner')
        : relation.rank === null || relation.interval === null
          ? t('fewPairs', { partner, pairs: relation.pairs })
          : t('relation', {
              partner,
              rank: number(lang, relation.rank),
              low: number(lang, relation.interval[0]),
              high: number(lang, relation.interval[1]),
            }),
    gaming: exposure.length === 0 ? t('notExposed') : exposure.map(({ code }) => t(`exposed.${code}`)).join('; '),
  };
}

/** Two significant digits, or none after the point from ten on. */
const rounded = (value: number): number => (Math.abs(value) >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
