import type { FastifyInstance } from 'fastify';
import { type IndicatorView, runAct } from '#acts';
import { refuse } from '#facts';
import { indicatorTables, tableCsv, tablesXlsx } from '#papers';
import type { House } from './compose.ts';
import { exportContext, XLSX } from './exportContext.ts';
import { journeyTableRoute } from './journeyTableRoute.ts';
import { organisationTemplateRoute } from './organisationTemplate.ts';

interface Query {
  readonly metric?: string;
  readonly by?: string;
  readonly period?: string;
  readonly lang?: string;
  /** `field=value`, repeated. */
  readonly for?: string | readonly string[];
}

/** `GET /api/export/indicator.csv|xlsx`: what the page of an indicator shows, as a table to take away. */
export function exportRoutes(
  app: FastifyInstance,
  { house, closing }: { readonly house: House; readonly closing: AbortSignal },
): void {
  organisationTemplateRoute(app);
  journeyTableRoute(app, { house, closing });
  app.get<{ Params: { format: string }; Querystring: Query }>(
    '/api/export/indicator.:format',
    async (request, reply) => {
      const { format } = request.params;
      if (format !== 'csv' && format !== 'xlsx') return refuse('page.unknown', { got: request.url });
      const { metric, by, period, for: fixed } = request.query;
      const lang =
        request.query.lang === 'en' || (!request.query.lang && /^en\b/i.test(request.headers['accept-language'] ?? ''))
          ? 'en'
          : 'ru';
      const view = (await runAct(
        'indicator',
        { metric, ...(by ? { by } : {}), ...(period ? { period } : {}), scope: scopeOf(fixed) },
        exportContext({ house, closing }, lang),
      )) as IndicatorView;
      const tables = indicatorTables(view, lang);
      reply.header('content-disposition', `attachment; filename="${view.metric}-${view.period ?? 'all'}.${format}"`);
      if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(tableCsv(tables[0]!));
      return reply.type(XLSX).send(await tablesXlsx(tables));
    },
  );
}

/** `unit=A`, `unit=B` → { unit: [A, B] } */
function scopeOf(given: Query['for']): Record<string, string[]> {
  const scope: Record<string, string[]> = {};
  for (const one of given === undefined ? [] : typeof given === 'string' ? [given] : given) {
    const at = one.indexOf('=');
    const field = one.slice(0, at);
    if (at > 0) scope[field] = [...(scope[field] ?? []), one.slice(at + 1)];
  }
  return scope;
}
