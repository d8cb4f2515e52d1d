// Papers: what people take away — tables as CSV and workbooks, documents as DOCX. Reads finished views, computes no figure,
// knows no store.
export { type AnnexInput, annexPaper } from './annex.ts';
export { type CardInput, cardsPaper } from './card.ts';
export { indicatorTables, type Table, tableCsv, tablesXlsx } from './figureTable.ts';
export { acknowledgementOf, approvalOf, cardsOf, orderOf, passportsOf } from './fromModel.ts';
export { type JourneySheetInput, journeySheetPaper } from './journeySheet.ts';
export { journeyTables } from './journeyTable.ts';
export { makePaper, PAPERS } from './makePaper.ts';
export { modelBook, modelTables } from './modelBook.ts';
export { organisationTemplate } from './organisationTemplate.ts';
export type { Paper } from './paper.ts';
export { PASSPORT_FIELDS, type Passport } from './passport.ts';
export { type PilotReportInput, pilotReportPaper } from './pilotReport.ts';
export { type RecommendationsInput, recommendationsPaper } from './recommendations.ts';
export { approvedWord, type DocumentKind, genitive, KINDS, type Order } from './requisites.ts';
export { acknowledgementPaper, approvalPaper, type SheetInput } from './sheets.ts';
