import type { FastifyInstance } from 'fastify';
import { readInLines } from '../../shared/protocol/in-lines';

/**
 * For routes that take changes: JSON is read as it is, and each change judged by itself. Fastify refuses a request for the names that one value in it
 * has (`constructor`, `__proto__`): whoever was given such a change by a colleague could hand in nothing any more, and a page that holds
 * one would count as one that no server understands. The schemas take neither name for more than a name.
 */
export function readEachChange(app: FastifyInstance): void {
  const readWhole = app.getDefaultJsonParser('ignore', 'ignore');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    const read = readInLines(text, 'changes');
    if (read) done(null, read);
    else void readWhole(request, text, done);
  });
}
