import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import { problem } from '../../shared/problems';
import { attachmentTag, paths } from '../../shared/protocol/sync';
import type { Office } from '../office';
import { mayRead } from '../access/may-read';
import { askingOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/**
 * GET and HEAD of an attachment by its hash. Only a hash is ever a part of a path here. `Range: bytes=<from>-` is understood, which
 * is all that a laptop needs to go on where it was cut; any other range is answered with the whole.
 */
export const attachmentsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { blobs } = office;
  app.route({
    method: ['GET', 'HEAD'],
    url: `${paths.attachments}/:sha256`,
    config: { access: 'caller' },
    schema: { params: z.object({ sha256: sha256Schema }) },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const size = (await mayRead(office, askingOn(request, office), sha256))
        ? await blobs.size(sha256)
        : null;
      if (size === null) return answerProblem(reply, problem('attachment.unknown'));
      const asked = Number(/^bytes=(\d{1,15})-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const from = asked < size ? asked : 0;
      reply
        .type('application/octet-stream')
        .header('ETag', attachmentTag(sha256))
        .header('Accept-Ranges', 'bytes')
        .header('Cache-Control', 'private, max-age=31536000, immutable');
      if (from > 0) reply.code(206).header('Content-Range', `bytes ${from}-${size - 1}/${size}`);
      reply.header('Content-Length', size - from);
      return reply.send(request.method === 'HEAD' ? undefined : await blobs.read(sha256, from));
    },
  });
};
