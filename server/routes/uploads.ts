import { mkdir } from 'node:fs/promises';
import { Server } from '@tus/server';
import type { FastifyPluginAsync } from 'fastify';
import { sha256Schema } from '../../shared/ids/id';
import { type Problem, problem, problemList } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { UploadRefused, UploadStore } from '../files/upload-store';
import type { Office } from '../office';
import { problemOfError } from './problem-of-error';

const attachmentLimitMegabytes = 2048;

/** tus 1.0. The metadata names `sha256`; the last PATCH is answered only when the attachment has that hash and is durable. */
export const uploadsRoute: FastifyPluginAsync<Office> = async (app, { blobs, uploadsDirectory, clock }) => {
  // The store makes its directory by itself, but tells nobody when it is there.
  await mkdir(uploadsDirectory, { recursive: true });
  const datastore = new UploadStore(uploadsDirectory, blobs);
  await datastore.sweep(clock);
  const tus = new Server({
    path: paths.uploads,
    datastore,
    relativeLocation: true,
    maxSize: attachmentLimitMegabytes * 1024 * 1024,
    // No web page may speak to this server.
    allowedOrigins: () => false,
    getFileIdFromRequest: (_request, last) => (/^[0-9a-f]{32}$/.test(last ?? '') ? last : undefined),
    async onUploadCreate(_request, { metadata }) {
      if (!sha256Schema.safeParse(metadata?.sha256).success)
        throw new UploadRefused(problem('request.invalid', { fault: 'Upload-Metadata sha256' }));
      return {};
    },
    onResponseError(_request, error) {
      if (error instanceof UploadRefused) return failure(error.problem);
      if ('status_code' in error) return asProblem(error);
      app.log.error(error);
      return failure(problemOfError(error));
    },
  });
  // tus reads the bytes itself: Fastify must leave the stream alone.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  for (const url of [paths.uploads, `${paths.uploads}/:id`]) {
    app.route({
      method: ['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS'],
      url,
      config: { access: 'writer' },
      handler: async (request, reply) => {
        reply.hijack();
        await tus.handle(request.raw, reply.raw);
      },
    });
  }
};

interface TusFailure {
  readonly status_code: number;
  readonly body: string;
}

function failure(told: Problem): TusFailure {
  return { status_code: problemList[told.code].status, body: JSON.stringify({ problem: told }) };
}

/** tus's own refusals keep their status, which its clients act on (409, 410), and say why as all other routes do. */
function asProblem({ status_code, body }: TusFailure): TusFailure {
  const told =
    status_code === 413
      ? problem('attachment.tooLarge', { name: '', limit: attachmentLimitMegabytes })
      : problem('request.invalid', { fault: body.trim() });
  return { status_code, body: JSON.stringify({ problem: told }) };
}
