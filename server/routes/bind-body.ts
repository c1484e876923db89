import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyHeader } from '../../shared/protocol/session';
import { paths } from '../../shared/protocol/sync';

/**
 * Whoever captured a request cannot send its proof with another body: the proof covers a hash, and the body that comes must have it. The
 * bytes of an upload go past this; they have to be those of the hash that the upload was begun for.
 */
export function bindBody(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (!request.caller || request.routeOptions.url?.startsWith(paths.uploads)) return payload;
    const expected = bodyHashOf(request);
    const hash = createHash('sha256');
    let isEmpty = true;
    const watched = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        hash.update(chunk);
        isEmpty = false;
        done(null, chunk);
      },
      flush(done) {
        const told = isEmpty && expected === '' ? '' : hash.digest('hex');
        done(told === expected ? null : new OtherBody());
      },
    });
    payload.on('error', (error) => watched.destroy(error));
    // Whoever reads it hears of an error; nobody reads the body of a request that is refused before.
    watched.on('error', () => undefined);
    return payload.pipe(watched);
  });
}

/** The hash that the sender says his body has. */
export function bodyHashOf({ headers }: FastifyRequest): string {
  const told = headers[bodyHeader];
  return typeof told === 'string' ? told : '';
}

/** Answered as any request that cannot be read. */
class OtherBody extends Error {
  readonly statusCode = 400;

  constructor() {
    super(`${bodyHeader} is not the hash of this body.`);
  }
}
