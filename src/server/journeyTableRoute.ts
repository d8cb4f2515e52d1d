import type { FastifyInstance } from 'fastify';
import { type JourneyPictureView, runAct } from '#acts';
import { refuse } from '#facts';
import { journeyTables, tableCsv, tablesXlsx } from '#papers';
import type { House } from './compose.ts';
import { askedLang, exportContext, XLSX } from './exportContext.ts';

interface Query {
  readonly id?: string;
  readonly design?: string;
  readonly from?: string;
  readonly to?: string;
  readonly unit?: string;
  readonly service?: string;
  readonly lang?: string;
}

/** `GET /api/export/journey-steps.csv|xlsx?id=…`: the sum of a journey's steps, as a table to take away. */
export function journeyTableRoute(
  app: FastifyInstance,
  { house, closing }: { readonly house: House; readonly closing: AbortSignal },
): void {
  app.get<{ Params: { format: string }; Querystring: Query }>(
    '/api/export/journey-steps.:format',
    async (request, reply) => {
      const { format } = request.params;
      if (format !== 'csv' && format !== 'xlsx') return refuse('page.unknown', { got: request.url });
      const { id, design, from, to, unit, service } = request.query;
      const lang = askedLang(request);
      const scope = { ...(unit ? { unit } : {}), ...(service ? { service } : {}) };
      const input = { id, scope, ...(design ? { design } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
      const view = (await runAct(
        'journeyPicture',
        input,
        exportContext({ house, closing }, lang),
      )) as JourneyPictureView;
      const name = encodeURIComponent(`${view.journey.id}-${view.population.to || 'all'}.${format}`);
      reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
      const tables = journeyTables(view, lang);
      if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(tableCsv(tables[0]!));
      return reply.type(XLSX).send(await tablesXlsx(tables));
    },
  );
}
