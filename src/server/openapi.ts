import { z } from 'zod';
import { acts } from '#acts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });

const bilingual = {
  type: 'object',
  required: ['ru', 'en'],
  properties: { ru: { type: 'string' }, en: { type: 'string' } },
};
const refusal = {
  type: 'object',
  required: ['code', 'reason', 'remedy'],
  properties: {
    code: { type: 'string' },
    file: { type: 'string' },
    line: { type: 'integer' },
    field: { type: 'string' },
    got: { type: 'string' },
    reason: ref('Bilingual'),
    remedy: ref('Bilingual'),
  },
};
const error = {
  type: 'object',
  required: ['error', 'refusals'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'reason', 'remedy'],
      properties: { code: { type: 'string' }, reason: ref('Bilingual'), remedy: ref('Bilingual') },
    },
    refusals: { type: 'array', items: ref('Refusal') },
  },
};
const refused = { description: 'Refused, with the reason and the remedy', content: json(ref('Error')) };

/** The API as OpenAPI 3.1, made from the registry of acts. */
export function openapi(version: string): object {
  const actPaths = acts.map((act) => [
    `/api/acts/${act.name}`,
    {
      post: {
        operationId: act.name,
        summary: act.summary,
        description: act.cancels
          ? 'Long: ask for application/x-ndjson to see its progress; going away cancels it.'
          : '',
        requestBody: { required: true, content: json(schemaOf(act.input)) },
        responses: {
          200: {
            description: 'Done',
            content: { ...json(act.output ? schemaOf(act.output, 'output') : {}), 'application/x-ndjson': {} },
          },
          '4XX': refused,
        },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Luchshe', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: {
      ...Object.fromEntries(actPaths),
      '/api/health': {
        get: {
          operationId: 'health',
          summary:
            'Whether the server is ready; `loading` says how far its first data is loaded (null: nothing to wait for).',
          responses: { 200: { description: 'Ready' }, 503: { description: 'Not yet, or closing' } },
        },
      },
      '/api/uploads': {
        put: {
          operationId: 'upload',
          summary: 'Takes one file; acts name it by the id answered.',
          parameters: [{ name: 'name', in: 'query', required: true, schema: { type: 'string' } }],
          requestBody: { required: true, content: { 'application/octet-stream': {} } },
          responses: {
            201: {
              description: 'Taken',
              content: json({
                type: 'object',
                required: ['upload', 'name', 'bytes'],
                properties: { upload: { type: 'string' }, name: { type: 'string' }, bytes: { type: 'integer' } },
              }),
            },
            '4XX': refused,
          },
        },
      },
      '/api/downloads/{id}/{name}': {
        get: {
          operationId: 'download',
          summary: 'A file that an act has written.',
          parameters: ['id', 'name'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
          responses: { 200: { description: 'The file' }, '4XX': refused },
        },
      },
    },
    components: { schemas: { Bilingual: bilingual, Refusal: refusal, Error: error } },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
