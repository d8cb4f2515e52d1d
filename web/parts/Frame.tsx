import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLanguage } from '../language.tsx';
import { parseView } from '../view.ts';
import { Preferences } from './Preferences.tsx';
import { Signs } from './Signs.tsx';

/** Pages that stand in a section besides those below its own address. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  '/': ['/', '/indicator'],
  '/model': ['/model', '/pilot', '/recommendations'],
};

/** What every page has: skip link, mark, sections, language and theme. */
export const Frame = () => {
  const { say } = useLanguage();
  const { pathname, search } = useLocation();
  const view = parseView(search as Record<string, unknown>);
  const within = (section: string): boolean =>
    (KIN[section] ?? [section]).some((start) => (start === '/' ? pathname === '/' : pathname.startsWith(start)));
  const current = (section: string) => (within(section) ? { 'aria-current': 'page' as const } : {});
  useEffect(() => {
    document.title = say('app.name');
  }, [say]);
  return (
    <>
      <a className="skip" href="#main">
        {say('app.skip')}
      </a>
      <Signs />
      <header className="top">
        <div>
          <Link className="brand" to="/">
            <svg viewBox="0 0 22 22" aria-hidden="true">
              <path d="M1 16.5h20" stroke="currentColor" strokeWidth="2.4" />
              <circle cx="11" cy="7" r="4.6" fill="currentColor" />
            </svg>
            {say('app.name')}
          </Link>
          <nav aria-label={say('nav.label')}>
            <Link to="/" search={view} {...current('/')}>
              {say('nav.scoreboard')}
            </Link>
            <Link to="/journeys" {...current('/journey')}>
              {say('nav.journeys')}
            </Link>
            <Link to="/models" {...(within('/metric') ? current('/metric') : current('/model'))}>
              {say('nav.model')}
            </Link>
            <Link to="/data" {...current('/data')}>
              {say('nav.data')}
            </Link>
            <Link to="/guide" {...current('/guide')}>
              {say('nav.guide')}
            </Link>
          </nav>
          <Preferences />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
};
