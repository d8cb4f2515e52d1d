import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { accessWalks } from './access.ts';
import { launchChromium } from './chromium.ts';
import { dataWalks } from './data.ts';
import { firstDataWalks } from './firstData.ts';
import { openHouse } from './house.ts';
import { indicatorWalks } from './indicator.ts';
import { journeyWalks } from './journey.ts';
import { keyboardWalks } from './keyboard.ts';
import { modelWalks } from './model.ts';
import { organisationWalks } from './organisation.ts';
import { scoreboardWalks } from './scoreboard.ts';
import { contextOf, type Site } from './visit.ts';

// One browser and one filled server serve all walks; those that import have an empty server of their own.

const filled = {} as Site;
const fresh = {} as Site;
let browser: Browser | undefined;

beforeAll(async () => {
  const [launched, house, empty] = await Promise.all([launchChromium(), openHouse({ demoCases: 3000 }), openHouse()]);
  browser = launched;
  const context = await contextOf(launched);
  Object.assign(filled, { context, house });
  Object.assign(fresh, { context, house: empty });
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([filled.house?.stop(), fresh.house?.stop()]);
});

describe('scoreboard', () => scoreboardWalks(filled));
describe('indicator', () => indicatorWalks(filled));
describe('journeys', () => journeyWalks(filled));
describe('models', () => modelWalks(filled));
describe('keyboard only', () => keyboardWalks(filled));
describe('for everyone', () => accessWalks(filled));
describe('first data', () => firstDataWalks(fresh));
describe('data', () => dataWalks(fresh));
describe('organisation', () => organisationWalks(fresh));
