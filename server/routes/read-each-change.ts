import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readInLines } from '../../shared/protocol/in-lines';

/**
 * For routes that take changes: JSON is read as it is, and each change judged by itself. Fastify refuses a request for the names that one value in it
 * has (`constructor`, `__proto__`): whoever was given such a change by a colleague could hand in nothing any more, and a page that holds
 * one would count as one that no server understands. The schemas take neither name for more than a name.
 * It is read when its turn has come: what waits lies in memory as the bytes that came.
 */
export function readEachChange(app: FastifyInstance): void {
  const readWhole = app.getDefaultJsonParser('ignore', 'ignore');
  const asBytes = { parseAs: 'buffer' } as const;
  app.addContentTypeParser('application/json', asBytes, async (request: FastifyRequest, body: Buffer) => {
    await request.turn();
    const text = body.toString();
    return readInLines(text, 'changes') ?? readAsJson(request, text);
  });
  function readAsJson(request: FastifyRequest, text: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      void readWhole(request, text, (error, read) => (error ? reject(error) : resolve(read)));
    });
  }
}
