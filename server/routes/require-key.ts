import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../shared/problems';
import { answerProblem } from './answer-problem';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Only for what a stranger may know: answered without the office key. */
    readonly isOpen?: boolean;
  }
}

/** Every route, also one that does not exist, asks for the office key unless it says `config: { isOpen: true }`. */
export function requireKey(app: FastifyInstance, key: string): void {
  const expected = digest(`Bearer ${key}`);
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isOpen) return;
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    return answerProblem(reply.header('WWW-Authenticate', 'Bearer'), problem('office.keyWrong'));
  });
}

/** Of equal length whatever was sent, so that the comparison tells nothing by its time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
