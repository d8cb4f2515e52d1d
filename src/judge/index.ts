// Judging: is it better than its own past, and can it meet its target. Pure: series in, verdicts out.
// Knows no store, no scope, no words: it gives codes and parameters.
export { chanceOfMarks, comparisonAlarmRate, falseAlarmRate } from './chance.ts';
export { behaviourChart, type ChartOptions } from './chart.ts';
export { type Comparison, changeThatMatters, compare, type Matters, verdictOfComparisons } from './compare.ts';
export { type JudgeOptions, judgeSeries } from './judge.ts';
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
