/** The API's answers as the pages read them. Types only: nothing of the judging or measuring rooms is shipped. */
export type {
  BatchView,
  Bilingual,
  CardView,
  ChangeView,
  DistributionView,
  ErrorView,
  ExplainCaseView,
  ExplainView,
  FigureView,
  Granularity,
  ImportReport,
  IndicatorView,
  OptionView,
  ScoreboardView,
  VerdictView,
} from '#acts';
export type {
  BehaviourChart,
  ChartPoint,
  ChartSegment,
  RuleName,
  TargetJudgement,
  VerdictKind,
} from '#judge';
