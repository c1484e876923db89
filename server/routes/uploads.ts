import { mkdir } from 'node:fs/promises';
import { Server } from '@tus/server';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import { type Problem, problem, problemList } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { UploadLocks } from '../files/upload-locks';
import { UploadRefused, UploadStore } from '../files/upload-store';
import type { Office } from '../office';
import { noteUpload } from '../access/note-upload';
import { askingOn } from './admit-callers';
import { answerProblem } from './answer-problem';
import { problemOfError } from './problem-of-error';

const attachmentLimitMegabytes = 2048;

/** What an upload leaves free, for the changes that people make meanwhile. */
const reserveBytes = 256 << 20;

/** How long a request that another one waits for may be silent: the laptop has noticed before us that its line broke. */
const graceMillis = 500;

const uploadId = /^[0-9a-f]{32}$/;

/** tus 1.0. The metadata names `sha256`; the last PATCH is answered only when the attachment has that hash and is durable. */
export const uploadsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { blobs, uploadsDirectory, fileSystem, freeBytes, clock } = office;
  // The store makes its directory by itself, but tells nobody when it is there.
  await mkdir(uploadsDirectory, { recursive: true });
  const datastore = new UploadStore(uploadsDirectory, blobs, fileSystem);
  await datastore.sweep(clock);
  const locker = new UploadLocks();
  const tus = new Server({
    path: paths.uploads,
    datastore,
    locker,
    relativeLocation: true,
    maxSize: attachmentLimitMegabytes * 1024 * 1024,
    // No web page may speak to this server.
    allowedOrigins: () => false,
    getFileIdFromRequest: (_request, last) => (uploadId.test(last ?? '') ? last : undefined),
    async onUploadCreate(_request, { metadata, size }) {
      if (!sha256Schema.safeParse(metadata?.sha256).success)
        throw new UploadRefused(problem('request.invalid', { fault: 'Upload-Metadata sha256' }));
      if ((await freeBytes()) < (size ?? 0) + reserveBytes)
        throw new UploadRefused(problem('server.diskFull'));
      return {};
    },
    onResponseError(_request, error) {
      if (error instanceof UploadRefused) return failure(error.problem);
      if ('status_code' in error) return asProblem(error);
      app.log.error(error);
      return failure(problemOfError(error));
    },
  });
  // The bytes are read where they are kept: Fastify must leave the stream alone.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  for (const url of [paths.uploads, `${paths.uploads}/:id`]) {
    app.route({
      method: ['POST', 'HEAD', 'DELETE', 'OPTIONS'],
      url,
      config: { access: 'writer' },
      handler: async (request, reply) => {
        reply.hijack();
        await tus.handle(request.raw, reply.raw);
      },
    });
  }
  // tus's own PATCH passes the bytes through four streams, each of which forgets what it holds when the line breaks.
  app.route({
    method: 'PATCH',
    url: `${paths.uploads}/:id`,
    config: { access: 'writer' },
    schema: {
      params: z.object({ id: z.string().regex(uploadId) }),
      headers: z.object({
        'tus-resumable': z.literal('1.0.0'),
        'upload-offset': z.coerce.number().int().nonnegative(),
        'content-type': z.literal('application/offset+octet-stream'),
      }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { raw } = request;
      const lock = locker.newLock(id);
      let hurry: NodeJS.Timeout | undefined;
      await lock.lock(new AbortController().signal, () => {
        hurry ??= setTimeout(() => !raw.complete && raw.destroy(), graceMillis);
      });
      try {
        const upload = await datastore.getUpload(id).catch(() => null);
        reply.header('Tus-Resumable', '1.0.0');
        if (!upload)
          return await reply.code(404).send({ problem: problem('request.invalid', { fault: 'upload' }) });
        if (upload.offset !== request.headers['upload-offset'])
          return await reply
            .code(409)
            .send({ problem: problem('request.invalid', { fault: 'Upload-Offset' }) });
        const received = await datastore.receive(raw, id, upload.offset);
        if (!received.ok) return await answerProblem(reply, received.problem);
        if (received.value === upload.size)
          await noteUpload(office, askingOn(request, office), upload.metadata?.['sha256'] ?? '');
        return await reply.header('Upload-Offset', received.value).code(204).send();
      } finally {
        clearTimeout(hurry);
        await lock.unlock();
      }
    },
  });
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
