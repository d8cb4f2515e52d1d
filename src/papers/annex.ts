import { type Lang, say } from '#words';
import { orDash, unitName } from './format.ts';
import type { Block, Paper } from './paper.ts';
import { type Passport, passportTable } from './passport.ts';
import { annexCorner, type DocumentKind, genitive, type Order } from './requisites.ts';

export interface AnnexInput {
  /** What the order approves; its word of approval agrees with it. */
  readonly approves: Extract<DocumentKind, 'list' | 'model' | 'methodology' | 'regulation'>;
  /** Number of the annex. */
  readonly number: number;
  readonly order: Order;
  readonly model: string;
  readonly goals: readonly { readonly name: string; readonly document: string }[];
  readonly indicators: readonly Passport[];
}

/** The annex of the order by which a body takes its model: the list of indicators (without weights: they invite a sum
 *  that nobody can explain), then a passport for each. */
export function annexPaper(input: AnnexInput, lang: Lang): Paper {
  const title = say(lang, `paper.annexTitle.${input.approves}`);
  const issuer = lang === 'ru' ? genitive(input.order.issuer) : input.order.issuer;
  return {
    title: `${title.replace('\n', ' ')}. ${input.model}`,
    lang,
    sections: [
      {
        page: 'a4',
        blocks: [
          annexCorner(lang, input),
          { kind: 'title', lines: [...title.split('\n'), issuer, `«${input.model}»`] },
          ...goalBlocks(input, lang),
          { kind: 'heading', text: say(lang, 'paper.annex.list') },
          indicatorList(input.indicators, lang),
          ...input.indicators.flatMap((passport, index): Block[] => [
            {
              kind: 'heading',
              newPage: true,
              text: say(lang, 'paper.annex.passport', { number: index + 1, name: passport.name }),
            },
            passportTable(passport, lang),
          ]),
        ],
      },
    ],
  };
}

const goalBlocks = ({ goals }: AnnexInput, lang: Lang): readonly Block[] =>
  goals.length === 0
    ? []
    : [
        { kind: 'text', text: say(lang, 'paper.annex.goals') },
        {
          kind: 'list',
          items: goals.map(
            ({ name, document }, index) =>
              `${document ? `${name} (${document})` : name}${index === goals.length - 1 ? '.' : ';'}`,
          ),
        },
      ];

const indicatorList = (indicators: readonly Passport[], lang: Lang): Block => {
  const title = (name: string) => say(lang, `paper.column.${name}`);
  return {
    kind: 'table',
    columns: [
      { title: title('no'), share: 9, align: 'center' },
      { title: title('kpi'), share: 33 },
      { title: title('indicator'), share: 46 },
      { title: title('unitShort'), share: 20, align: 'center' },
      { title: title('level'), share: 34 },
      { title: title('owner'), share: 38 },
    ],
    rows: indicators.map(({ kpi, name, unit, level, place, owners }, index) => [
      String(index + 1),
      kpi === null ? '—' : say(lang, `paper.kpi.${kpi}`),
      name,
      orDash(unitName(lang, unit)),
      place === ''
        ? say(lang, `paper.level.${level}`)
        : say(lang, 'paper.levelAt', { level: say(lang, `paper.level.${level}`), place }),
      owners.join('\n') || say(lang, 'paper.nobody'),
    ]),
  };
};
