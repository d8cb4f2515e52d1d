import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refused, refuse } from '#facts';
import type { House } from './compose.ts';
import { download, dropUpload, newUpload } from './files.ts';

const uploadQuery = z.object({ name: z.string().min(1) });

/** `PUT /api/uploads?name=NAME` with the bytes as body → `{upload, name, bytes}`; `GET /api/downloads/ID/NAME`. */
export function uploadRoutes(app: FastifyInstance, house: House): void {
  app.register(async (scope) => {
    // The body goes to the disk as it comes, whatever type the browser gives it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));

    scope.put('/api/uploads', async (request, reply) => {
      const query = uploadQuery.safeParse(request.query);
      if (!query.success)
        return refuse('input.invalid', { field: 'name', with: { question: 'shape.missing', expected: 'string' } });
      const { uploadLimitBytes } = await house.book.settings();
      const tooLarge = () => new Refused([{ code: 'upload.tooLarge', with: { limit: uploadLimitBytes } }]);
      if (Number(request.headers['content-length'] ?? 0) > uploadLimitBytes) throw tooLarge();
      const { id, path, name } = await newUpload(house.folder, query.data.name);
      let bytes = 0;
      const counted = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          bytes += chunk.length;
          done(bytes > uploadLimitBytes ? tooLarge() : null, chunk);
        },
      });
      try {
        await pipeline(request.raw, counted, createWriteStream(path));
      } catch (error) {
        await dropUpload(house.folder, id);
        throw error;
      }
      return reply.code(201).send({ upload: id, name, bytes });
    });
  });

  app.get<{ Params: { id: string; name: string } }>('/api/downloads/:id/:name', async (request, reply) => {
    const { id, name } = request.params;
    const content = await download(house.folder, id, name);
    return reply
      .type(name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(content);
  });
}
