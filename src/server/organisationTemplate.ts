import type { FastifyInstance } from 'fastify';
import { refuse } from '#facts';
import { organisationTemplate, tableCsv, tablesXlsx } from '#papers';
import { askedLang, XLSX } from './exportContext.ts';

/** `GET /api/export/organisation-template.csv|xlsx`: the form of the organisation. As CSV the bodies and units alone;
 *  its file is called as the form must be called to be known. */
export function organisationTemplateRoute(app: FastifyInstance): void {
  app.get<{ Params: { format: string }; Querystring: { lang?: string } }>(
    '/api/export/organisation-template.:format',
    async (request, reply) => {
      const { format } = request.params;
      if (format !== 'csv' && format !== 'xlsx') return refuse('page.unknown', { got: request.url });
      const tables = organisationTemplate(askedLang(request));
      reply.header('content-disposition', `attachment; filename="organisation.${format}"`);
      if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(tableCsv(tables[0]!));
      return reply.type(XLSX).send(await tablesXlsx(tables, { numbered: false }));
    },
  );
}
