// Judging: is it better than its own past, and can it meet its target. Pure: series in, verdicts out.
// Knows no store, no scope, no words: it gives codes and parameters.
export { chanceOfMarks, comparisonAlarmRate, falseAlarmRate } from './chance.ts';
export { behaviourChart, type ChartOptions } from './chart.ts';
export { type Comparison, changeThatMatters, compare, type Matters, verdictOfComparisons } from './compare.ts';
export { type JudgeOptions, judgeSeries } from './judge.ts';
export { type Found, type FoundGap, type FoundPlace, foundIn } from './paths/found.ts';
export { type Labelled, labelled, passedBy } from './paths/labels.ts';
export { type PathMap, pathMap } from './paths/map.ts';
export { pathOrder } from './paths/order.ts';
export { type Pass, passesOf } from './paths/passes.ts';
export { type Breaches, breachesOf } from './paths/promise.ts';
export { type Kept, keptOf, nearest, type Spread, spreadOf } from './paths/spread.ts';
export { figuresBy, type PlaceNames, type Step, type Tile, type Tiling, tilingOf } from './paths/tiles.ts';
export { daysBetween, eventsAreRare } from './rare.ts';
export { baselineRefusal, judgementJson, parseSeries } from './series.ts';
export * from './types.ts';
export { type Budget, budgetsSchema, matchBudgets } from './weakestLink/budgets.ts';
export {
  type LinkFigure,
  linkFigures,
  type PopulationFigure,
  populationFigure,
  weakestFirst,
} from './weakestLink/weakestLink.ts';
