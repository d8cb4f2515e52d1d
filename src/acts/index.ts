// Acts: what a person can do, one deed a file; each takes actor, instant and ports, and works through the ports alone.
// Knows no HTTP, no terminal, no driver: `server` and `cli` only translate.
export type { Act, ActContext, AnyAct, Progress } from './act.ts';
export * from './bookPort.ts';
export type { CheckView, MetricDetail, MetricView } from './catalogue.ts';
export type { CataloguePort } from './cataloguePort.ts';
export type * from './factPort.ts';
export type { FileRef, FilesPort, InputFile, OutputFolder } from './filesPort.ts';
export type { GuessView } from './guessMapping.ts';
export * from './inputs.ts';
export type * from './journeyViews.ts';
export type { JudgementView } from './judge.ts';
export type { LinksView, linksInput } from './links.ts';
export type * from './modelViews.ts';
export type * from './organisationViews.ts';
export type { MetricPreview, MetricSaved, MetricUse } from './ownMetric.ts';
export type * from './passportViews.ts';
export type * from './pilotViews.ts';
export type { Ports } from './ports.ts';
export type * from './readerPort.ts';
export { acts, findAct } from './registry.ts';
export { runAct } from './run.ts';
export { misfits } from './shape.ts';
export * from './views.ts';
export { type WordedRefusal, worded } from './worded.ts';
