import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { Metadata, Server } from '@tus/server';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Caller } from '../../shared/access/caller';
import { sha256Schema } from '../../shared/ids/id';
import { type Outcome, succeed } from '../../shared/outcome';
import { type Problem, problem, problemList } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { fileNoter } from '../access/note-files';
import { readableFiles } from '../access/readable-files';
import { UploadLocks } from '../files/upload-locks';
import { openUploadRoom } from '../files/upload-room';
import { type Announced, UploadStore } from '../files/upload-store';
import type { Office } from '../office';
import { askingOn, callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';
import { problemOfError } from './problem-of-error';

const attachmentLimitMegabytes = 2048;

/** How long a request that another one waits for may be silent: the laptop has noticed before us that its line broke. */
const graceMillis = 500;

const bytesType = 'application/offset+octet-stream';

const tusHeaders = { 'tus-resumable': z.literal('1.0.0') };

/**
 * tus 1.0. The metadata names `sha256`; the last byte is answered only when the attachment has that hash and is durable. An upload's
 * address is that hash, so that a laptop knows it before the first answer has come, and belongs to the laptop that began it: another
 * one that sends the same file has an upload of its own there.
 */
export const uploadsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { blobs, uploadsDirectory, fileSystem, freeBytes, clock } = office;
  // The store makes its directory by itself, but tells nobody when it is there.
  await mkdir(uploadsDirectory, { recursive: true });
  const datastore = new UploadStore(uploadsDirectory, blobs, fileSystem);
  await datastore.sweep(clock);
  const locker = new UploadLocks();
  const room = openUploadRoom(freeBytes, clock);
  const note = fileNoter(office);
  const tus = new Server({
    path: paths.uploads,
    datastore,
    locker,
    relativeLocation: true,
    // No web page may speak to this server.
    allowedOrigins: () => false,
    onResponseError(_request, error) {
      if ('status_code' in error) return asProblem(error);
      app.log.error(error);
      return failure(problemOfError(error));
    },
  });
  // The bytes are read where they are kept: Fastify must leave the stream alone.
  app.addContentTypeParser(bytesType, (_request, _payload, done) => done(null));

  app.route({
    method: 'OPTIONS',
    url: paths.uploads,
    config: { access: 'writer' },
    handler: ({ raw }, reply) => tus.handle(raw, reply.hijack().raw),
  });
  app.route({
    method: ['HEAD', 'DELETE', 'OPTIONS'],
    url: `${paths.uploads}/:sha256`,
    config: { access: 'writer' },
    schema: { params: z.object({ sha256: sha256Schema }) },
    async handler(request, reply) {
      const id = uploadId(callerOn(request), request.params.sha256);
      request.raw.url = `${paths.uploads}/${id}`;
      if (request.method === 'DELETE') room.left(id, 0);
      await tus.handle(request.raw, reply.hijack().raw);
    },
  });
  // tus's own POST and PATCH pass the bytes through four streams, each of which forgets what it holds when the line breaks.
  app.route({
    method: 'POST',
    url: paths.uploads,
    config: { access: 'writer' },
    schema: {
      headers: z.object({
        ...tusHeaders,
        'upload-length': z.coerce.number().int().nonnegative(),
        'upload-metadata': z.string().max(1000),
        'content-type': z.literal(bytesType).optional(),
      }),
    },
    async handler(request, reply) {
      const { 'upload-length': size, 'upload-metadata': metadata, 'content-type': type } = request.headers;
      const sha256 = hashIn(metadata);
      if (sha256 === null)
        return answerProblem(reply, problem('request.invalid', { fault: 'Upload-Metadata sha256' }));
      if (size > attachmentLimitMegabytes * 1024 * 1024)
        return answerProblem(
          reply,
          problem('attachment.tooLarge', { name: '', limit: attachmentLimitMegabytes }),
        );
      reply.header('Location', `${paths.uploads}/${sha256}`).code(201);
      // What is here already, whole or in part, is told before a byte is read.
      const asking = askingOn(request, office);
      if ((await blobs.size(sha256)) === size && (await readableFiles(office, asking, [sha256])).length > 0) {
        await note(asking, [{ act: 'known', sha256 }]);
        // Unless the sweep was about to remove it.
        if ((await blobs.size(sha256)) === size)
          return reply.header('Tus-Resumable', '1.0.0').header('Upload-Offset', size).send();
      }
      const id = uploadId(callerOn(request), sha256);
      return underLock(id, request.raw, async () => {
        const [begun, hasRoom] = await Promise.all([datastore.find(id), room.promise(id, size)]);
        if (begun && begun.size === size && begun.offset > 0)
          return answer(reply, { id, size }, succeed(begun.offset));
        if (!hasRoom) return answerProblem(reply, problem('server.diskFull'));
        const received = await datastore.begin({ id, sha256, size }, type ? request.raw : null, () =>
          note(asking, [{ act: 'stored', sha256 }]),
        );
        if (received.ok && received.value < size) await note(asking, [{ act: 'begun', sha256 }]);
        return answer(reply, { id, size }, received);
      });
    },
  });
  app.route({
    method: 'PATCH',
    url: `${paths.uploads}/:sha256`,
    config: { access: 'writer' },
    schema: {
      params: z.object({ sha256: sha256Schema }),
      headers: z.object({
        ...tusHeaders,
        'upload-offset': z.coerce.number().int().nonnegative(),
        'content-type': z.literal(bytesType),
      }),
    },
    async handler(request, reply) {
      const { sha256 } = request.params;
      const id = uploadId(callerOn(request), sha256);
      return underLock(id, request.raw, async () => {
        const upload = await datastore.find(id);
        reply.header('Tus-Resumable', '1.0.0').code(204);
        if (!upload)
          return reply.code(404).send({ problem: problem('request.invalid', { fault: 'upload' }) });
        const { offset, size = 0 } = upload;
        if (offset !== request.headers['upload-offset'])
          return reply.code(409).send({ problem: problem('request.invalid', { fault: 'Upload-Offset' }) });
        if (!(await room.promise(id, size - offset))) return answerProblem(reply, problem('server.diskFull'));
        const received = await datastore.receive(request.raw, upload, () =>
          note(askingOn(request, office), [{ act: 'stored', sha256 }]),
        );
        return answer(reply, { id, size }, received);
      });
    },
  });

  async function answer(
    reply: FastifyReply,
    { id, size }: Pick<Announced, 'id' | 'size'>,
    received: Outcome<number>,
  ): Promise<FastifyReply> {
    room.left(id, received.ok ? size - received.value : 0);
    if (!received.ok) return answerProblem(reply, received.problem);
    return reply.header('Tus-Resumable', '1.0.0').header('Upload-Offset', received.value).send();
  }

  async function underLock<T>(id: string, raw: IncomingMessage, work: () => Promise<T>): Promise<T> {
    const lock = locker.newLock(id);
    let hurry: NodeJS.Timeout | undefined;
    let heard = 0;
    await lock.lock(new AbortController().signal, () => {
      hurry ??= setInterval(() => {
        if (!raw.complete && raw.socket.bytesRead === heard) raw.destroy();
        heard = raw.socket.bytesRead;
      }, graceMillis);
    });
    try {
      return await work();
    } finally {
      clearInterval(hurry);
      await lock.unlock();
    }
  }
};

/** Nobody else's, even where they send the same file. */
function uploadId({ account, device }: Caller, sha256: string): string {
  return createHash('sha256').update(`${account}\n${device}\n${sha256}`).digest('hex').slice(0, 32);
}

function hashIn(metadata: string): string | null {
  try {
    const read = sha256Schema.safeParse(Metadata.parse(metadata)['sha256']);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

interface TusFailure {
  readonly status_code: number;
  readonly body: string;
}

function failure(told: Problem): TusFailure {
  return { status_code: problemList[told.code].status, body: JSON.stringify({ problem: told }) };
}

/** tus's own refusals keep their status, which its clients act on, and say why as all other routes do. */
function asProblem({ status_code, body }: TusFailure): TusFailure {
  return {
    status_code,
    body: JSON.stringify({ problem: problem('request.invalid', { fault: body.trim() }) }),
  };
}
