import type { FastifyInstance } from 'fastify';
import { runAct } from '#acts';
import { makePaper } from '#papers';
import type { House } from './compose.ts';
import { askedLang, exportContext } from './exportContext.ts';

/** Addresses of papers, by their names. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'model-annex.docx': 'annex',
  'model-cards.docx': 'cards',
  'model-acknowledgement.docx': 'acknowledgement',
  'model-approval.docx': 'approval',
  'model.xlsx': 'workbook',
  'pilot-report.docx': 'pilot',
  'journey-sheet.docx': 'journey',
  'recommendations.docx': 'recommendations',
};

/** `GET /api/export/model-annex.docx?id=…` and its kin: a paper to take away. */
export function paperRoutes(
  app: FastifyInstance,
  { house, closing }: { readonly house: House; readonly closing: AbortSignal },
): void {
  for (const [address, name] of Object.entries(ADDRESSES))
    app.get<{ Querystring: { readonly lang?: string } }>(`/api/export/${address}`, async (request, reply) => {
      const lang = askedLang(request);
      const context = exportContext({ house, closing }, lang);
      const ask = async <T>(act: string, input: unknown) => (await runAct(act, input, context)) as T;
      const file = await makePaper(name, request.query, ask, lang);
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      return reply.type(file.type).send(file.bytes);
    });
}
