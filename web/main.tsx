import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './language.tsx';
import { router } from './router.tsx';
import { applyTheme } from './theme.ts';
import './tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/scoreboard.css';
import './styles/indicator.css';
import './styles/data.css';
import './styles/journey.css';
import './styles/metric.css';
import './styles/model.css';
import './styles/period.css';
import './styles/pilot.css';
import './styles/organisation.css';
import './styles/print.css';

applyTheme();

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
