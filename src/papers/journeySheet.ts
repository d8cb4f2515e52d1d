import type { ClientStatus } from '#facts';
import type { FiveNumbers, JourneyKind, TouchpointKind } from '#model';
import { type Lang, say } from '#words';
import { amount, dayText, number, orDash } from './format.ts';
import type { Block, Paper, Row } from './paper.ts';

/** A client's journey on paper, in the paper's language; durations in calendar days. */
export interface JourneySheetInput {
  readonly name: string;
  readonly kind: JourneyKind;
  /** Who answers for the whole of it; empty: nobody is named. */
  readonly owner: string;
  readonly services: readonly string[];
  readonly clientStatuses: readonly ClientStatus[];
  readonly segments: readonly string[];
  readonly design: 'asIs' | 'toBe';
  /** Of a design in force: since when, by which order. */
  readonly inForceFrom: string | null;
  readonly order: string;
  readonly targetDays: number | null;
  readonly reserveDays: number | null;
  readonly whole: SheetTime | null;
  /** Periods that the times were measured over, `январь – март 2026 г.`; empty: nothing was measured. */
  readonly measuredOver: string;
  readonly stages: readonly { readonly name: string; readonly touchpoints: readonly SheetTouchpoint[] }[];
  readonly handOffs: readonly {
    readonly giver: string;
    readonly taker: string;
    readonly budgetDays: number | null;
    readonly time: SheetTime | null;
    readonly note: string;
  }[];
  readonly numbers: {
    readonly changedOn: string | null;
    readonly before: FiveNumbers | null;
    readonly after: FiveNumbers | null;
    readonly expected: FiveNumbers | null;
  };
  /** Null: no link has a budget, or nothing was measured. */
  readonly weakest: {
    readonly link: string;
    readonly fallP50Days: number;
    readonly fallP90Days: number;
    readonly largest: string;
    /** 0…1 of all time. */
    readonly largestShare: number;
  } | null;
}

export interface SheetTime {
  readonly runs: number;
  readonly meanDays: number;
  readonly p50Days: number | null;
  readonly p90Days: number | null;
}

export interface SheetTouchpoint {
  readonly name: string;
  readonly kind: TouchpointKind;
  /** Body, unit, position that meet the client or do the work. */
  readonly who: readonly string[];
  readonly channels: readonly string[];
  readonly documents: readonly { readonly name: string; readonly held: boolean }[];
  readonly actions: readonly string[];
  readonly budgetDays: number | null;
  readonly beside: boolean;
  readonly time: SheetTime | null;
}

const FIVE = ['services', 'bodies', 'documents', 'visits', 'days'] as const satisfies readonly (keyof FiveNumbers)[];

export function journeySheetPaper(journey: JourneySheetInput, lang: Lang): Paper {
  const t = (code: string, params = {}) => say(lang, `paper.journey.${code}`, params);
  return {
    title: `${t('title')}. ${journey.name}`,
    lang,
    sections: [
      {
        page: 'a4Wide',
        blocks: [
          {
            kind: 'title',
            lines: [t('title').toLocaleUpperCase(lang), `«${journey.name}»`, t(`design.${journey.design}`)],
          },
          aboutTable(journey, lang),
          { kind: 'heading', text: t('steps') },
          touchpointTable(journey, lang),
          ...(journey.measuredOver
            ? [{ kind: 'note', text: t('measuredOver', { periods: journey.measuredOver }) } as const]
            : []),
          ...handOffBlocks(journey, lang),
          ...weakestBlocks(journey, lang),
          ...fiveBlocks(journey, lang),
        ],
      },
    ],
  };
}

function aboutTable(journey: JourneySheetInput, lang: Lang): Block {
  const t = (code: string, params = {}) => say(lang, `paper.journey.${code}`, params);
  const { whole, targetDays, reserveDays } = journey;
  const rows: readonly (readonly [string, string])[] = [
    ['kind', t(`kinds.${journey.kind}`)],
    ['owner', journey.owner || say(lang, 'paper.nobody')],
    ['services', orDash(journey.services.join('; '))],
    ['clients', orDash(journey.clientStatuses.map((status) => t(`status.${status}`)).join(', '))],
    ['segments', orDash(journey.segments.join(', '))],
    [
      'target',
      targetDays === null
        ? say(lang, 'paper.noTarget')
        : t('targetDays', {
            days: days(lang, targetDays),
            reserve: reserveDays === null ? 'none' : days(lang, reserveDays),
          }),
    ],
    [
      'whole',
      whole === null
        ? t('notMeasured')
        : t('wholeTime', {
            mean: days(lang, whole.meanDays),
            p50: maybe(lang, whole.p50Days),
            p90: maybe(lang, whole.p90Days),
            runs: whole.runs,
          }),
    ],
    ...(journey.inForceFrom === null
      ? []
      : [
          ['inForce', t('since', { day: dayText(lang, journey.inForceFrom), order: journey.order || 'none' })] as const,
        ]),
  ];
  return {
    kind: 'table',
    columns: [
      { title: t('about'), share: 60 },
      { title: say(lang, 'paper.column.content'), share: 207 },
    ],
    rows: rows.map(([code, text]) => [t(code), text]),
  };
}

function touchpointTable({ stages }: JourneySheetInput, lang: Lang): Block {
  const t = (code: string, params = {}) => say(lang, `paper.journey.${code}`, params);
  let no = 0;
  const row = (touchpoint: SheetTouchpoint): Row => {
    no += 1;
    const { name, kind, who, channels, documents, actions, budgetDays, beside, time } = touchpoint;
    return [
      String(no),
      { text: name, more: [t(`kind.${kind}`), ...(beside ? [t('beside')] : [])] },
      orDash(who.join('\n')),
      orDash(channels.join(', ')),
      orDash(documents.map(({ name: asked, held }) => (held ? t('held', { document: asked }) : asked)).join('\n')),
      orDash(actions.join('\n')),
      maybe(lang, budgetDays),
      time === null ? '—' : number(lang, time.meanDays, 1),
      time === null ? '—' : `${plain(lang, time.p50Days)} / ${plain(lang, time.p90Days)}`,
    ];
  };
  return {
    kind: 'table',
    size: 10,
    columns: [
      { title: say(lang, 'paper.column.no'), share: 9, align: 'center' },
      { title: t('touchpoint'), share: 52 },
      { title: t('meets'), share: 48 },
      { title: t('channels'), share: 26 },
      { title: t('documents'), share: 44 },
      { title: t('actions'), share: 40 },
      { title: t('budget'), share: 17, align: 'right' },
      { title: t('mean'), share: 17, align: 'right' },
      { title: t('p50p90'), share: 20, align: 'right' },
    ],
    rows: stages.flatMap(({ name, touchpoints }): readonly Row[] => [{ across: name }, ...touchpoints.map(row)]),
  };
}

function handOffBlocks({ handOffs }: JourneySheetInput, lang: Lang): readonly Block[] {
  const t = (code: string) => say(lang, `paper.journey.${code}`);
  if (handOffs.length === 0) return [];
  return [
    { kind: 'heading', text: t('handOffs') },
    {
      kind: 'table',
      size: 10,
      columns: [
        { title: t('giver'), share: 68 },
        { title: t('taker'), share: 68 },
        { title: t('budget'), share: 20, align: 'right' },
        { title: t('mean'), share: 20, align: 'right' },
        { title: t('p50p90'), share: 24, align: 'right' },
        { title: t('note'), share: 67 },
      ],
      rows: handOffs.map(({ giver, taker, budgetDays, time, note }) => [
        giver,
        taker,
        maybe(lang, budgetDays),
        time === null ? '—' : number(lang, time.meanDays, 1),
        time === null ? '—' : `${plain(lang, time.p50Days)} / ${plain(lang, time.p90Days)}`,
        note,
      ]),
    },
  ];
}

function weakestBlocks({ weakest }: JourneySheetInput, lang: Lang): readonly Block[] {
  if (weakest === null) return [];
  const { link, fallP50Days, fallP90Days, largest, largestShare } = weakest;
  const share = amount(lang, Math.round(largestShare * 100), '%');
  const params = { link, p50: days(lang, fallP50Days), p90: days(lang, fallP90Days), largest, share };
  return [
    { kind: 'heading', text: say(lang, 'paper.journey.weakest') },
    { kind: 'text', text: say(lang, 'paper.journey.weakestIs', params) },
    {
      kind: 'text',
      text: say(lang, largest === link ? 'paper.journey.largestSame' : 'paper.journey.largestOther', params),
    },
    { kind: 'text', text: say(lang, 'paper.journey.queuesFixed') },
  ];
}

function fiveBlocks({ numbers }: JourneySheetInput, lang: Lang): readonly Block[] {
  const { before, after, expected, changedOn } = numbers;
  if (before === null && after === null && expected === null) return [];
  const t = (code: string, params = {}) => say(lang, `paper.journey.${code}`, params);
  return [
    { kind: 'heading', text: changedOn === null ? t('five') : t('fiveOn', { day: dayText(lang, changedOn) }) },
    {
      kind: 'table',
      columns: [
        { title: t('number'), share: 107 },
        { title: t('before'), share: 53, align: 'right' },
        { title: t('after'), share: 53, align: 'right' },
        { title: t('expected'), share: 54, align: 'right' },
      ],
      rows: FIVE.map((name) => [
        t(`numbers.${name}`),
        ...[before, after, expected].map((side) => plain(lang, side?.[name] ?? null)),
      ]),
    },
  ];
}

const days = (lang: Lang, value: number): string => amount(lang, Math.round(value * 10) / 10, 'days');
const maybe = (lang: Lang, value: number | null): string => (value === null ? '—' : days(lang, value));
const plain = (lang: Lang, value: number | null): string => (value === null ? '—' : number(lang, value, 1));
