import type { AnyAct } from './act.ts';
import { adjustIndicator } from './adjustIndicator.ts';
import { dropBatch, exportFacts, listBatches } from './batches.ts';
import { beforeAfter } from './beforeAfter.ts';
import { catalogueCheck, catalogueFaults, catalogueList, catalogueShow } from './catalogue.ts';
import { recordChange, removeChange } from './changes.ts';
import { compareModels } from './compareModels.ts';
import { discoverJourney } from './discoverJourney.ts';
import { addRemark, discussion, discussions } from './discussion.ts';
import { explain } from './explain.ts';
import { guessMapping } from './guessMapping.ts';
import { importFiles } from './importFiles.ts';
import { indicator } from './indicator.ts';
import { journeyPicture } from './journeyPicture.ts';
import { journeyPromise } from './journeyPromise.ts';
import { journeyShow, journeys, journeyVersions } from './journeys.ts';
import { journeyVariants } from './journeyVariants.ts';
import { judge } from './judge.ts';
import { linkProofs } from './linkProofs.ts';
import { links } from './links.ts';
import { measure } from './measure.ts';
import { modelCheck, modelCheckOnFacts } from './modelCheck.ts';
import { modelPassports } from './modelPassports.ts';
import { modelShow, models, modelVersions } from './models.ts';
import { moveModel, newDraftOf } from './moveModel.ts';
import { organisation } from './organisation.ts';
import { metricPreview, metricUse, removeMetric, saveMetric } from './ownMetric.ts';
import { closePeriod, periodShow, periods } from './periods.ts';
import { endPilot, pilotComment, pilotDecide, pilotReport, pilots, pilotVoice, startPilot } from './pilots.ts';
import { proposeDecomposition } from './proposeDecomposition.ts';
import { composeRecommendations, recommendationsShow, saveRecommendations } from './recommendations.ts';
import { revision } from './revision.ts';
import { removeJourney, saveJourney, undoJourney } from './saveJourney.ts';
import { exportModel, importModel, removeModel, saveModel, undoModel } from './saveModel.ts';
import { saveRegister } from './saveRegister.ts';
import { changeUnit, closeUnit, placeUnknown, saveUnits } from './saveUnits.ts';
import { scoreboard } from './scoreboard.ts';
import { getSettings, saveSettings } from './settings.ts';
import { applyStarter, knownValues, startersList } from './starters.ts';

/** Everything that a person can do: one line per act. The API, its description and the command line read this table. */
export const acts: readonly AnyAct[] = [
  catalogueList,
  catalogueFaults,
  catalogueShow,
  catalogueCheck,
  metricPreview,
  metricUse,
  saveMetric,
  removeMetric,
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
  journeyVariants,
  discoverJourney,
  journeyPromise,
  beforeAfter,
  models,
  modelShow,
  modelVersions,
  compareModels,
  saveModel,
  removeModel,
  undoModel,
  importModel,
  exportModel,
  startersList,
  knownValues,
  applyStarter,
  moveModel,
  newDraftOf,
  proposeDecomposition,
  linkProofs,
  discussions,
  discussion,
  addRemark,
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
  organisation,
  saveUnits,
  changeUnit,
  closeUnit,
  placeUnknown,
  saveRegister,
  getSettings,
  saveSettings,
];

const byName: ReadonlyMap<string, AnyAct> = new Map(acts.map((act) => [act.name, act]));

/** The act of that name; undefined where there is none. */
export const findAct = (name: string): AnyAct | undefined => byName.get(name);
