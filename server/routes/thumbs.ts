import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import { problem } from '../../shared/problems';
import { paths, thumbTag } from '../../shared/protocol/sync';
import { isThumb, thumbLimitBytes } from '../../shared/protocol/transfers';
import type { Office } from '../office';
import { mayRead } from '../access/may-read';
import { askingOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/** Small pictures by the hash of their original. The first one stays: whoever sends another later changes nothing. */
export const thumbsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { thumbs, uploadsDirectory, fileSystem } = office;
  const url = `${paths.thumbs}/:sha256`;
  const params = z.object({ sha256: sha256Schema });
  app.route({
    method: ['GET', 'HEAD'],
    url,
    config: { access: 'caller' },
    schema: { params },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const size = (await mayRead(office, askingOn(request, office), sha256))
        ? await thumbs.size(sha256)
        : null;
      if (size === null) return answerProblem(reply, problem('attachment.unknown'));
      reply.type('image/jpeg').header('ETag', thumbTag(sha256)).header('Content-Length', size);
      return reply.send(request.method === 'HEAD' ? undefined : await thumbs.read(sha256, 0));
    },
  });
  app.route({
    method: 'PUT',
    url,
    config: { access: 'writer' },
    bodyLimit: thumbLimitBytes * 2,
    schema: { params, body: z.object({ jpeg: z.base64() }) },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const bytes = Buffer.from(request.body.jpeg, 'base64');
      if (!isThumb(bytes)) return answerProblem(reply, problem('request.invalid', { fault: 'jpeg' }));
      if ((await thumbs.size(sha256)) === null) {
        const aside = join(uploadsDirectory, `${randomUUID()}.jpg`);
        const handle = await fileSystem.open(aside, 'wx');
        try {
          await handle.writeFile(bytes);
        } finally {
          await handle.close();
        }
        await thumbs.adopt(aside, sha256);
      }
      return reply.code(204).send();
    },
  });
};
