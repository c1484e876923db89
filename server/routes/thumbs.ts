import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import { problem } from '../../shared/problems';
import { paths, thumbTag } from '../../shared/protocol/sync';
import { isThumb, thumbLimitBytes } from '../../shared/protocol/transfers';
import type { Office } from '../office';
import { fileNoter } from '../access/note-files';
import { readableThumb } from '../access/readable-files';
import { askingOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/**
 * Small pictures by the hash of their original, kept by their own. The first one that those brought who see a record stays for its readers:
 * whoever sends another later changes nothing, and nobody changes it for others.
 */
export const thumbsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { thumbs, uploadsDirectory, fileSystem } = office;
  const note = fileNoter(office);
  const url = `${paths.thumbs}/:sha256`;
  const params = z.object({ sha256: sha256Schema });
  app.route({
    method: ['GET', 'HEAD'],
    url,
    config: { access: 'caller' },
    schema: { params },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const thumb = await readableThumb(office, askingOn(request, office), sha256);
      const size = thumb === null ? null : await thumbs.size(thumb);
      if (thumb === null || size === null) return answerProblem(reply, problem('attachment.unknown'));
      reply.type('image/jpeg').header('ETag', thumbTag(sha256)).header('Content-Length', size);
      return reply.send(request.method === 'HEAD' ? undefined : await thumbs.read(thumb, 0));
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
      const thumb = createHash('sha256').update(bytes).digest('hex');
      if ((await thumbs.size(thumb)) === null) {
        const aside = join(uploadsDirectory, `${randomUUID()}.jpg`);
        const handle = await fileSystem.open(aside, 'wx');
        try {
          await handle.writeFile(bytes);
          await handle.datasync();
        } finally {
          await handle.close();
        }
        await thumbs.adopt(aside, thumb);
      }
      await note(askingOn(request, office), [{ act: 'thumb', sha256, thumb }]);
      return reply.code(204).send();
    },
  });
};
