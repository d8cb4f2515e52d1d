import type { ModelCheckView, ModelPassportsView } from '#acts';
import type { Indicator, Link, Position } from '#model';
import { type Lang, say } from '#words';
import { type Cell, type Table, tablesXlsx } from './figureTable.ts';
import { unitName } from './format.ts';
import { nameOf, placeText } from './fromModel.ts';

/** A sheet's column: a word `paper.column.NAME` and what stands below it. */
interface SheetColumn<Of> {
  readonly name: string;
  readonly cell: (one: Of) => Cell | boolean;
}

/** The model as a workbook to read and to discuss; it travels between bodies as JSON. */
export const modelBook = (view: ModelPassportsView, checks: ModelCheckView, lang: Lang): Promise<Buffer> =>
  tablesXlsx(modelTables(view, checks, lang), { numbered: false });

/** Sheets of indicators, positions, links, goals, checks. */
export function modelTables(view: ModelPassportsView, checks: ModelCheckView, lang: Lang): readonly Table[] {
  const { model } = view;
  const findings = [...checks.errors, ...checks.warnings];
  return [
    sheet('indicators', model.indicators, indicatorColumns(view, lang), lang),
    sheet('positions', model.positions, positionColumns(view, lang), lang),
    sheet('links', model.links, linkColumns(view, lang), lang),
    sheet(
      'goals',
      model.goals,
      [
        { name: 'id', cell: ({ id }) => id },
        { name: 'name', cell: ({ name }) => name },
        { name: 'document', cell: ({ document }) => document },
      ],
      lang,
    ),
    sheet(
      'checks',
      findings,
      [
        { name: 'severity', cell: ({ severity }) => say(lang, `paper.severity.${severity}`) },
        { name: 'rule', cell: ({ rule }) => rule },
        { name: 'place', cell: ({ place }) => place },
        { name: 'reason', cell: ({ reason }) => reason[lang] },
        { name: 'remedy', cell: ({ remedy }) => remedy[lang] },
      ],
      lang,
    ),
  ];
}

const sheet = <Of>(title: string, rows: readonly Of[], columns: readonly SheetColumn<Of>[], lang: Lang): Table => ({
  title: say(lang, `paper.sheet.${title}`),
  columns: columns.map(({ name }) => say(lang, `paper.column.${name}`)),
  rows: rows.map((one) =>
    columns.map(({ cell }) => {
      const found = cell(one);
      return typeof found === 'boolean' ? say(lang, found ? 'paper.yes' : 'paper.no') : found;
    }),
  ),
});

function indicatorColumns(
  { model, names, metrics }: ModelPassportsView,
  lang: Lang,
): readonly SheetColumn<Indicator>[] {
  const of = ({ id }: Indicator) => metrics[id] ?? null;
  const all = (ids: readonly string[], list: readonly { readonly id: string; readonly name: string }[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? id).join('; ');
  return [
    { name: 'id', cell: ({ id }) => id },
    {
      name: 'kpi',
      cell: (one) => {
        const kpi = of(one)?.kpi;
        return kpi ? say(lang, `paper.kpi.${kpi}`) : '';
      },
    },
    { name: 'indicator', cell: (one) => nameOf(one, of(one), lang) },
    { name: 'metric', cell: ({ metric }) => metric },
    { name: 'sentence', cell: (one) => one.sentence || (of(one)?.sentence[lang] ?? '') },
    { name: 'level', cell: ({ level }) => say(lang, `paper.level.${level}`) },
    { name: 'place', cell: ({ place }) => placeText(place, model, names) },
    { name: 'unitShort', cell: (one) => unitName(lang, of(one)?.unit ?? null) },
    { name: 'every', cell: ({ period }) => say(lang, `paper.every.${period}`) },
    { name: 'baseline', cell: ({ baseline }) => baseline?.value ?? null },
    { name: 'baselinePeriod', cell: ({ baseline }) => baseline?.period ?? null },
    { name: 'target', cell: ({ target }) => target?.value ?? null },
    { name: 'targetBy', cell: ({ target }) => target?.by ?? null },
    { name: 'agreed', cell: ({ agreed }) => agreed },
    { name: 'norm', cell: ({ norm }) => norm?.value ?? null },
    { name: 'normSource', cell: ({ norm }) => norm?.source ?? null },
    { name: 'owner', cell: ({ owner }) => (owner === null ? '' : all([owner], model.positions)) },
    { name: 'shared', cell: ({ shared }) => shared },
    { name: 'watch', cell: ({ watch }) => watch },
    { name: 'goals', cell: ({ goals }) => all(goals, model.goals) },
    { name: 'values', cell: ({ values }) => all(values, model.values) },
    { name: 'data', cell: ({ data }) => data.responsible },
    { name: 'why', cell: ({ reason }) => reason },
  ];
}

function positionColumns({ model, names }: ModelPassportsView, lang: Lang): readonly SheetColumn<Position>[] {
  const named = (id: string | null) => (id === null ? null : (names[id] ?? id));
  return [
    { name: 'id', cell: ({ id }) => id },
    { name: 'name', cell: ({ name }) => name },
    { name: 'level', cell: ({ level }) => say(lang, `paper.level.${level}`) },
    { name: 'body', cell: ({ body }) => named(body) },
    { name: 'unitOf', cell: ({ unit }) => named(unit) },
    { name: 'journey', cell: ({ journey }) => named(journey) },
    { name: 'touchpoints', cell: ({ touchpoints }) => touchpoints.join('; ') },
    {
      name: 'reportsTo',
      cell: ({ reportsTo }) => model.positions.find(({ id }) => id === reportsTo)?.name ?? reportsTo,
    },
    { name: 'contact', cell: ({ contact }) => contact },
    {
      name: 'holds',
      cell: ({ id }) =>
        model.indicators
          .filter(({ owner }) => owner === id)
          .map((indicator) => indicator.id)
          .join('; '),
    },
  ];
}

function linkColumns({ model, metrics }: ModelPassportsView, lang: Lang): readonly SheetColumn<Link>[] {
  const named = (id: string) => {
    const found = model.indicators.find((indicator) => indicator.id === id);
    return found ? `${nameOf(found, metrics[id] ?? null, lang)} [${id}]` : id;
  };
  return [
    { name: 'upper', cell: ({ upper }) => named(upper) },
    { name: 'lower', cell: ({ lower }) => named(lower) },
    { name: 'linkKind', cell: ({ kind }) => say(lang, `paper.link.${kind}`) },
    { name: 'budget', cell: ({ budget }) => budget },
    { name: 'why', cell: ({ reason }) => reason },
  ];
}
