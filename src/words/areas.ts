import * as enActs from './en/acts.ts';
import * as enCatalogue from './en/catalogue.ts';
import * as enCli from './en/cli.ts';
import * as enImport from './en/import.ts';
import * as enJourneys from './en/journeys.ts';
import * as enJudge from './en/judge.ts';
import * as enLinks from './en/links.ts';
import * as enModel from './en/model.ts';
import * as enPapers from './en/papers.ts';
import * as enPapersModel from './en/papersModel.ts';
import * as enPapersReports from './en/papersReports.ts';
import * as enPilots from './en/pilots.ts';
import * as enServer from './en/server.ts';
import * as enWeb from './en/web.ts';
import * as ruActs from './ru/acts.ts';
import * as ruCatalogue from './ru/catalogue.ts';
import * as ruCli from './ru/cli.ts';
import * as ruImport from './ru/import.ts';
import * as ruJourneys from './ru/journeys.ts';
import * as ruJudge from './ru/judge.ts';
import * as ruLinks from './ru/links.ts';
import * as ruModel from './ru/model.ts';
import * as ruPapers from './ru/papers.ts';
import * as ruPapersModel from './ru/papersModel.ts';
import * as ruPapersReports from './ru/papersReports.ts';
import * as ruPilots from './ru/pilots.ts';
import * as ruServer from './ru/server.ts';
import * as ruWeb from './ru/web.ts';
import type { Words } from './speaker.ts';

// One line per area: a new table of messages is one pair of files and one line here. Plain objects without calls, so
// that a bundle holds only the areas that it names.
export const actsWords: Words = { ru: ruActs.messages, en: enActs.messages };
export const catalogueWords: Words = { ru: ruCatalogue.messages, en: enCatalogue.messages };
export const cliWords: Words = { ru: ruCli.messages, en: enCli.messages };
export const importWords: Words = { ru: ruImport.messages, en: enImport.messages };
export const journeysWords: Words = { ru: ruJourneys.messages, en: enJourneys.messages };
export const judgeWords: Words = { ru: ruJudge.messages, en: enJudge.messages };
export const linksWords: Words = { ru: ruLinks.messages, en: enLinks.messages };
export const modelWords: Words = { ru: ruModel.messages, en: enModel.messages };
export const papersWords: Words = { ru: ruPapers.messages, en: enPapers.messages };
export const papersModelWords: Words = { ru: ruPapersModel.messages, en: enPapersModel.messages };
export const papersReportsWords: Words = { ru: ruPapersReports.messages, en: enPapersReports.messages };
export const pilotsWords: Words = { ru: ruPilots.messages, en: enPilots.messages };
export const serverWords: Words = { ru: ruServer.messages, en: enServer.messages };
/** Typed by its codes: a page that asks for a sentence that does not exist does not compile. */
export const webWords = { ru: ruWeb.messages, en: enWeb.messages } satisfies Words;
