import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import { problem } from '../../shared/problems';
import { attachmentTag, paths } from '../../shared/protocol/sync';
import { knownFilesReplySchema, knownFilesRequestSchema } from '../../shared/protocol/transfers';
import { dropUnnamed } from '../database/unnamed-file-queries';
import type { Office } from '../office';
import { fileNoter } from '../access/note-files';
import { readableFiles } from '../access/readable-files';
import { askingOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/**
 * GET and HEAD of an attachment by its hash. Only a hash is ever a part of a path here. `Range: bytes=<from>-` is understood, which
 * is all that a laptop needs to go on where it was cut; any other range is answered with the whole.
 */
export const attachmentsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { blobs } = office;
  const note = fileNoter(office);
  app.route({
    method: ['GET', 'HEAD'],
    url: `${paths.attachments}/:sha256`,
    config: { access: 'caller' },
    schema: { params: z.object({ sha256: sha256Schema }) },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const readable = await readableFiles(office, askingOn(request, office), [sha256]);
      const size = readable.length > 0 ? await blobs.size(sha256) : null;
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
  app.route({
    method: 'POST',
    url: paths.knownFiles,
    config: { access: 'writer' },
    schema: { body: knownFilesRequestSchema, response: { 200: knownFilesReplySchema } },
    handler: async (request) => {
      const asking = askingOn(request, office);
      const readable = await readableFiles(office, asking, request.body.sha256);
      // Noted before they are looked for: what the sweep removes meanwhile is not told to be here.
      await office.database.transact(({ query }) => dropUnnamed(query, readable));
      const sizes = await Promise.all(readable.map((sha256) => blobs.size(sha256)));
      const known = readable.filter((_, place) => sizes[place] !== null);
      // Whoever names in a tour of their own what they may have elsewhere, gives it to that tour's readers.
      if (known.length > 0)
        await note(
          asking,
          known.map((sha256) => ({ act: 'known' as const, sha256 })),
        );
      return { known: [...known] };
    },
  });
};
