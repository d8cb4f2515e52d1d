import { z } from 'zod';

// A closed period: figures as they were published, with the model's version. What is corrected later makes an edition
// beside it, with the difference and the reason; an edition is never changed.

const frozenFigureSchema = z.strictObject({
  indicator: z.string(),
  name: z.string(),
  /** The position that answers for it, by name; null: nobody's. */
  owner: z.string().nullable().default(null),
  metric: z.string(),
  /** Hash of the metric's spec. */
  spec: z.string(),
  scope: z.record(z.string(), z.union([z.string(), z.null(), z.array(z.string())])),
  unit: z.string(),
  state: z.enum(['final', 'preliminary', 'tooFew', 'unmeasured', 'absent']),
  value: z.number().nullable(),
  n: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
  coverage: z.number().nullable(),
  target: z.number().nullable(),
});
export type FrozenFigure = z.output<typeof frozenFigureSchema>;

export const closedPeriodSchema = z.strictObject({
  model: z.string(),
  modelVersion: z.number().int().min(1),
  /** `2024-03`, `2024-Q1` or `2024`. */
  period: z.string(),
  figures: z.array(frozenFigureSchema),
  /** Batches that the figures come from. */
  batches: z.array(z.string()),
  /** Why there is another edition; empty: the first one. */
  reason: z.string().max(2000),
});
export type ClosedPeriod = z.output<typeof closedPeriodSchema>;

export interface FigureDifference {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly beforeN: number | null;
  readonly afterN: number | null;
}

/** What an edition changed, in the order of the newer one; figures that went or came have null on one side. */
export function differences(
  before: readonly FrozenFigure[],
  after: readonly FrozenFigure[],
): readonly FigureDifference[] {
  const older = new Map(before.map((figure) => [figure.indicator, figure]));
  const newer = new Set(after.map(({ indicator }) => indicator));
  const gone = before.filter(({ indicator }) => !newer.has(indicator));
  return [
    ...after.flatMap((figure) => {
      const was = older.get(figure.indicator);
      return was && alike(was, figure) ? [] : [difference(was, figure)];
    }),
    ...gone.map((figure) => difference(figure, undefined)),
  ];
}

const alike = (one: FrozenFigure, other: FrozenFigure): boolean =>
  one.value === other.value && one.n === other.n && one.state === other.state && one.spec === other.spec;

function difference(before: FrozenFigure | undefined, after: FrozenFigure | undefined): FigureDifference {
  const { indicator, name, unit } = (after ?? before)!;
  return {
    indicator,
    name,
    unit,
    before: before?.value ?? null,
    after: after?.value ?? null,
    beforeN: before?.n ?? null,
    afterN: after?.n ?? null,
  };
}
