import { describe } from 'vitest';
import { accessWalks } from './access.ts';
import { dataWalks } from './data.ts';
import { firstDataWalks } from './firstData.ts';
import { indicatorWalks } from './indicator.ts';
import { keyboardWalks } from './keyboard.ts';
import { metricWalks } from './metric.ts';
import { scoreboardWalks } from './scoreboard.ts';
import { openSites } from './site.ts';

// From facts to verdicts. The walks that import have an empty server of their own.

const { filled, fresh } = openSites({ filled: { demoCases: 3000 }, fresh: {} });

describe('scoreboard', () => scoreboardWalks(filled));
describe('indicator', () => indicatorWalks(filled));
describe('own metric', () => metricWalks(filled));
describe('keyboard only', () => keyboardWalks(filled));
describe('for everyone', () => accessWalks(filled));
describe('first data', () => firstDataWalks(fresh));
describe('data', () => dataWalks(fresh));
