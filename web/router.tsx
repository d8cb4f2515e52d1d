import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './parts/Frame.tsx';
import { NotFound } from './parts/NotFound.tsx';
import { parseJourneyAddress } from './screens/journey/journeyView.ts';
import { parseNewJourney } from './screens/journey/newJourneyAddress.ts';
import { parseWriting } from './screens/metric/address.ts';
import { parseCardsAddress, parseModelAddress } from './screens/model/address.ts';
import { parseOrganisationAddress } from './screens/organisation/address.ts';
import { parsePilotAddress, parseRecommendationsAddress } from './screens/pilot/address.ts';
import { Scoreboard } from './screens/scoreboard/Scoreboard.tsx';
import { parseView } from './view.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const scoreboard = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: parseView,
  component: Scoreboard,
});
const indicator = createRoute({
  getParentRoute: () => root,
  path: '/indicator/$metric',
  validateSearch: parseView,
  component: lazyRouteComponent(() => import('./screens/indicator/Indicator.tsx'), 'Indicator'),
});
const journeys = createRoute({
  getParentRoute: () => root,
  path: '/journeys',
  component: lazyRouteComponent(() => import('./screens/journey/Journeys.tsx'), 'Journeys'),
});
const newJourney = createRoute({
  getParentRoute: () => root,
  path: '/journeys/new',
  validateSearch: parseNewJourney,
  component: lazyRouteComponent(() => import('./screens/journey/NewJourney.tsx'), 'NewJourney'),
});
const journey = createRoute({
  getParentRoute: () => root,
  path: '/journey/$id',
  validateSearch: parseJourneyAddress,
  component: lazyRouteComponent(() => import('./screens/journey/Journey.tsx'), 'Journey'),
});
const models = createRoute({
  getParentRoute: () => root,
  path: '/models',
  component: lazyRouteComponent(() => import('./screens/model/Models.tsx'), 'Models'),
});
const model = createRoute({
  getParentRoute: () => root,
  path: '/model/$id',
  validateSearch: parseModelAddress,
  component: lazyRouteComponent(() => import('./screens/model/ModelPage.tsx'), 'ModelPage'),
});
const modelDecompose = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/decompose',
  component: lazyRouteComponent(() => import('./screens/model/Decompose.tsx'), 'Decompose'),
});
const modelCards = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/cards',
  validateSearch: parseCardsAddress,
  component: lazyRouteComponent(() => import('./screens/model/Cards.tsx'), 'Cards'),
});
const modelVersions = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/versions',
  component: lazyRouteComponent(() => import('./screens/model/Versions.tsx'), 'Versions'),
});
const modelProofs = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/proofs',
  component: lazyRouteComponent(() => import('./screens/model/Proofs.tsx'), 'Proofs'),
});
const modelPeriods = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/periods',
  component: lazyRouteComponent(() => import('./screens/period/Periods.tsx'), 'Periods'),
});
const modelPeriod = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/periods/$period',
  component: lazyRouteComponent(() => import('./screens/period/Period.tsx'), 'Period'),
});
const modelRevision = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/revision',
  component: lazyRouteComponent(() => import('./screens/period/Revision.tsx'), 'Revision'),
});
const periodPages = [modelPeriods, modelPeriod, modelRevision] as const;
const modelPages = [models, model, modelDecompose, modelCards, modelVersions, modelProofs] as const;
const modelPilots = createRoute({
  getParentRoute: () => root,
  path: '/model/$id/pilot',
  component: lazyRouteComponent(() => import('./screens/pilot/PilotsOfModel.tsx'), 'PilotsOfModel'),
});
const pilot = createRoute({
  getParentRoute: () => root,
  path: '/pilot/$id',
  validateSearch: parsePilotAddress,
  component: lazyRouteComponent(() => import('./screens/pilot/PilotPage.tsx'), 'PilotPage'),
});
const recommendations = createRoute({
  getParentRoute: () => root,
  path: '/recommendations',
  validateSearch: parseRecommendationsAddress,
  component: lazyRouteComponent(() => import('./screens/pilot/Recommendations.tsx'), 'Recommendations'),
});
const recommendationsPage = createRoute({
  getParentRoute: () => root,
  path: '/recommendations/$id',
  component: lazyRouteComponent(() => import('./screens/pilot/RecommendationsPage.tsx'), 'RecommendationsPage'),
});
const pilotPages = [modelPilots, pilot, recommendations, recommendationsPage] as const;
const metrics = createRoute({
  getParentRoute: () => root,
  path: '/metrics',
  component: lazyRouteComponent(() => import('./screens/metric/Metrics.tsx'), 'Metrics'),
});
const metricPage = createRoute({
  getParentRoute: () => root,
  path: '/metric/$id',
  component: lazyRouteComponent(() => import('./screens/metric/MetricPage.tsx'), 'MetricPage'),
});
const writeMetric = createRoute({
  getParentRoute: () => root,
  path: '/metrics/new',
  validateSearch: parseWriting,
  component: lazyRouteComponent(() => import('./screens/metric/Write.tsx'), 'Write'),
});
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./screens/imports/Data.tsx'), 'Data'),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  validateSearch: parseOrganisationAddress,
  component: lazyRouteComponent(() => import('./screens/organisation/Organisation.tsx'), 'Organisation'),
});
const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  component: lazyRouteComponent(() => import('./screens/guide/Guide.tsx'), 'Guide'),
});

/** Search values are plain text: `period=2026` must not come back as a number. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
const stringifySearch = (search: Record<string, unknown>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (typeof value === 'string') query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

export const router = createRouter({
  routeTree: root.addChildren([
    scoreboard,
    indicator,
    journeys,
    newJourney,
    journey,
    ...modelPages,
    ...periodPages,
    metrics,
    metricPage,
    writeMetric,
    ...pilotPages,
    data,
    organisation,
    guide,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
