import { type Lang, say } from '#words';
import { orDash, periodText } from './format.ts';
import type { Block, Paper, Signer } from './paper.ts';
import { genitive } from './requisites.ts';

/** What a pilot (апробация) found, in the paper's language. */
export interface PilotReportInput {
  readonly body: string;
  readonly model: string;
  /** First and last month, `2026-01`. */
  readonly from: string;
  readonly to: string;
  readonly positions: number;
  readonly summary: readonly string[];
  readonly indicators: readonly PilotIndicator[];
  readonly conclusions: readonly string[];
  readonly signers: readonly Signer[];
}

export interface PilotIndicator {
  readonly name: string;
  readonly place: string;
  readonly recommendation: PilotRecommendation;
  readonly reasons: readonly string[];
  /** One sentence each, with its numbers; empty: nothing was found out. */
  readonly findings: Readonly<Record<PilotFinding, string>>;
  /** What holders of the position marked; null: nobody was asked. */
  readonly voices: { readonly asked: number; readonly clear: number; readonly inHands: number } | null;
  readonly comments: readonly string[];
}

export type PilotRecommendation = 'keep' | 'change' | 'drop';
export const PILOT_FINDINGS = ['coverage', 'stability', 'cost', 'opinion', 'gaming'] as const;
export type PilotFinding = (typeof PILOT_FINDINGS)[number];

export function pilotReportPaper(report: PilotReportInput, lang: Lang): Paper {
  const t = (code: string, params = {}) => say(lang, `paper.pilot.${code}`, params);
  const { indicators, conclusions, signers } = report;
  return {
    title: `${t('title')}. ${report.model}`,
    lang,
    sections: [
      {
        page: 'a4',
        blocks: [
          {
            kind: 'title',
            lines: [
              t('title').toLocaleUpperCase(lang),
              t('of', { model: report.model }),
              lang === 'ru' ? genitive(report.body) : report.body,
            ],
          },
          {
            kind: 'text',
            text: t('when', { from: periodText(lang, report.from), to: periodText(lang, report.to) }),
          },
          {
            kind: 'text',
            text: t('who', { positions: report.positions, indicators: indicators.length }),
          },
          ...report.summary.map((text): Block => ({ kind: 'text', text })),
          { kind: 'heading', text: t('recommendations') },
          {
            kind: 'table',
            columns: [
              { title: say(lang, 'paper.column.no'), share: 9, align: 'center' },
              { title: say(lang, 'paper.column.indicator'), share: 58 },
              { title: t('recommended'), share: 30 },
              { title: t('why'), share: 83 },
            ],
            rows: indicators.map(({ name, place, recommendation, reasons }, index) => [
              String(index + 1),
              { text: name, more: place === '' ? [] : [place] },
              t(`do.${recommendation}`),
              orDash(reasons.join('\n')),
            ]),
          },
          { kind: 'heading', text: t('findings') },
          ...indicators.flatMap((indicator, index) => findingBlocks(indicator, index, lang)),
          ...(conclusions.length === 0
            ? []
            : [{ kind: 'heading', text: t('conclusions') } as const, { kind: 'list', items: conclusions } as const]),
          ...(signers.length === 0 ? [] : [{ kind: 'signatures', signers } as const]),
        ],
      },
    ],
  };
}

function findingBlocks(
  { name, place, findings, voices, comments }: PilotIndicator,
  index: number,
  lang: Lang,
): readonly Block[] {
  const t = (code: string, params = {}) => say(lang, `paper.pilot.${code}`, params);
  const rows = [
    ...PILOT_FINDINGS.map((finding) => [t(finding), findings[finding] || t('unknown')]),
    [t('voices'), voices === null ? t('notAsked') : t('voicesSaid', voices)],
    ...(comments.length === 0 ? [] : [[t('comments'), comments.map((comment) => `«${comment}»`).join('\n')]]),
  ];
  return [
    {
      kind: 'table',
      columns: [
        { title: `${index + 1}. ${name}`, share: 60 },
        { title: place === '' ? say(lang, 'paper.level.body') : place, share: 120 },
      ],
      rows,
    },
  ];
}
