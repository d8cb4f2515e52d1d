import type { JourneyPictureView } from '#acts';
import { type Lang, say } from '#words';
import type { Cell, Table } from './figureTable.ts';
import { stepName } from './fromJourney.ts';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

const COLUMNS = [
  'step',
  'owners',
  'cases',
  'mean',
  'p50',
  'p90',
  'share',
  'budget',
  'overCases',
  'overHours',
  'fallMean',
  'fallP50',
  'fallP90',
] as const;

/** Steps of a journey as the picture has them, the whole last: means of the steps add up to it. Days, unless the column
 *  says otherwise; shares 0…1. */
export function journeyTables(view: JourneyPictureView, lang: Lang): readonly Table[] {
  const { steps, whole, design, population } = view;
  const named = (id: string) => view.names[id] ?? id;
  const days = (seconds: number | null | undefined): Cell => (seconds == null ? null : seconds / DAY_SECONDS);
  const rows = steps.map((step): readonly Cell[] => [
    stepName(step, design, named, lang),
    step.kind === 'gap'
      ? say(lang, 'paper.journey.nobody')
      : step.owners.map((owner) => (owner === null ? say(lang, 'paper.journey.client') : named(owner))).join(', '),
    step.cases,
    days(step.meanSeconds),
    days(step.p50Seconds),
    days(step.p90Seconds),
    step.share,
    step.budgetDays,
    step.over?.cases ?? null,
    step.over ? step.over.excessSeconds / HOUR_SECONDS : null,
    days(step.fall?.mean),
    days(step.fall?.p50),
    days(step.fall?.p90),
  ]);
  const total: readonly Cell[] | null = whole && [
    say(lang, 'paper.journey.wholePath'),
    null,
    population.n,
    days(whole.meanSeconds),
    days(whole.p50Seconds),
    days(whole.p90Seconds),
    1,
    ...Array.from({ length: COLUMNS.length - 7 }, () => null),
  ];
  const columns = COLUMNS.map((name) => say(lang, `paper.journey.column.${name}`));
  return [{ title: view.journey.name, columns, rows: total ? [...rows, total] : rows }];
}
