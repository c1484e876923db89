import { createReadStream } from 'node:fs';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import { problem } from '../../shared/problems';
import { attachmentTag, paths } from '../../shared/protocol/sync';
import type { Office } from '../office';
import { answerProblem } from './answer-problem';

/** GET and HEAD of an attachment by its hash. Only a hash is ever a part of a path here. */
export const attachmentsRoute: FastifyPluginAsyncZod<Office> = async (app, { blobs }) => {
  app.route({
    method: ['GET', 'HEAD'],
    url: `${paths.attachments}/:sha256`,
    config: { access: 'caller' },
    schema: { params: z.object({ sha256: sha256Schema }) },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const size = await blobs.size(sha256);
      if (size === null) return answerProblem(reply, problem('attachment.unknown'));
      reply
        .type('application/octet-stream')
        .header('Content-Length', size)
        .header('ETag', attachmentTag(sha256))
        .header('Cache-Control', 'private, max-age=31536000, immutable');
      return reply.send(request.method === 'HEAD' ? undefined : createReadStream(blobs.pathOf(sha256)));
    },
  });
};
