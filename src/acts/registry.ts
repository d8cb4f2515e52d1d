import type { AnyAct } from './act.ts';
import { adjustIndicator } from './adjustIndicator.ts';
import { dropBatch, exportFacts, listBatches } from './batches.ts';
import { catalogueCheck, catalogueFaults, catalogueList, catalogueShow } from './catalogue.ts';
import { recordChange, removeChange } from './changes.ts';
import { explain } from './explain.ts';
import { guessMapping } from './guessMapping.ts';
import { importFiles } from './importFiles.ts';
import { indicator } from './indicator.ts';
import { journeyPicture } from './journeyPicture.ts';
import { journeyShow, journeys, journeyVersions } from './journeys.ts';
import { judge } from './judge.ts';
import { links } from './links.ts';
import { measure } from './measure.ts';
import { modelCheck, modelCheckOnFacts } from './modelCheck.ts';
import { modelPassports } from './modelPassports.ts';
import { closePeriod, periodShow, periods } from './periods.ts';
import { endPilot, pilotComment, pilotDecide, pilotReport, pilots, pilotVoice, startPilot } from './pilots.ts';
import { composeRecommendations, recommendationsShow, saveRecommendations } from './recommendations.ts';
import { revision } from './revision.ts';
import { removeJourney, saveJourney, undoJourney } from './saveJourney.ts';
import { scoreboard } from './scoreboard.ts';
import { getSettings, saveSettings } from './settings.ts';

/** Everything that a person can do: one line per act. The API, its description and the command line read this table. */
export const acts: readonly AnyAct[] = [
  catalogueList,
  catalogueFaults,
  catalogueShow,
  catalogueCheck,
  guessMapping,
  importFiles,
  listBatches,
  dropBatch,
  exportFacts,
  measure,
  explain,
  scoreboard,
  indicator,
  judge,
  links,
  journeys,
  journeyShow,
  journeyVersions,
  saveJourney,
  removeJourney,
  undoJourney,
  journeyPicture,
  modelCheck,
  modelCheckOnFacts,
  modelPassports,
  recordChange,
  removeChange,
  adjustIndicator,
  pilots,
  startPilot,
  pilotVoice,
  pilotComment,
  pilotDecide,
  endPilot,
  pilotReport,
  composeRecommendations,
  recommendationsShow,
  saveRecommendations,
  periods,
  periodShow,
  closePeriod,
  revision,
  getSettings,
  saveSettings,
];

const byName: ReadonlyMap<string, AnyAct> = new Map(acts.map((act) => [act.name, act]));

/** The act of that name; undefined where there is none. */
export const findAct = (name: string): AnyAct | undefined => byName.get(name);
