import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './parts/Frame.tsx';
import { NotFound } from './parts/NotFound.tsx';
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
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./screens/imports/Data.tsx'), 'Data'),
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
  routeTree: root.addChildren([scoreboard, indicator, data, guide]),
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
