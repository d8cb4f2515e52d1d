// Papers: what people take away — tables as CSV and workbooks (documents to come). Reads finished views, computes no
// figure, knows no store.
export { indicatorTables, type Table, tableCsv, tablesXlsx } from './figureTable.ts';
