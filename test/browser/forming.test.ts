import { describe } from 'vitest';
import { journeyWalks } from './journey.ts';
import { modelWalks } from './model.ts';
import { organisationWalks } from './organisation.ts';
import { periodWalks } from './periods.ts';
import { pilotWalks } from './pilot.ts';
import { openSites } from './site.ts';
import { tutorialWalks } from './tutorial.ts';

// Journeys, models, their pilots and the organisation: what people form, and the facts only show.

const { filled, fresh, taught } = openSites({ filled: { demoCases: 3000 }, fresh: {}, taught: {} });

describe('journeys', () => journeyWalks(filled));
describe('models', () => modelWalks(filled));
describe('pilots', () => pilotWalks(filled));
describe('periods', () => periodWalks(filled));
describe('organisation', () => organisationWalks(fresh));
describe('tutorial', () => tutorialWalks(taught));
