import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { answerProblem } from './answer-problem';

export interface Limits {
  /** Exchanges that the database works on at once; two of its eight connections stay free for sessions and files. */
  readonly atOnce: number;
  /** Exchanges under way in all, with those that wait or still send: each holds its body in memory. */
  readonly underWay: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Resolves when it is this request's turn. Who reads its body waits for it: as bytes it takes less memory. */
    turn: () => Promise<void>;
  }
}

/** What holds a body and the locks of scopes. */
const turned: ReadonlySet<string> = new Set([paths.exchange, paths.bundles]);

const usualLimits: Limits = { atOnce: 6, underWay: 400 };

const noTurn = () => Promise.resolve();

export interface Admission {
  readonly waiting: number;
}

/** Lets exchanges to the database one after the other, in the order they came, and tells whom there is no room for to come again. */
export function admitInTurn(app: FastifyInstance, { atOnce, underWay }: Limits = usualLimits): Admission {
  const queue: (() => void)[] = [];
  let all = 0;
  let inside = 0;
  app.decorateRequest('turn', noTurn);
  app.addHook('onRequest', async (request, reply) => {
    if (!turned.has(request.routeOptions.url ?? '')) return;
    if (all >= underWay) {
      // Not everybody at the same moment again.
      const seconds = 2 + ((request.raw.socket.remotePort ?? 0) % 10);
      return answerProblem(reply.header('Retry-After', seconds), problem('server.busy'));
    }
    all += 1;
    reply.raw.once('close', () => (all -= 1));
    let turn: Promise<void> | undefined;
    request.turn = () => (turn ??= takeTurn(reply));
  });
  app.addHook('preHandler', (request) => request.turn());
  async function takeTurn(reply: FastifyReply): Promise<void> {
    if (inside < atOnce) inside += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    // The place goes to the next without being free in between; also where the laptop hung up while it waited.
    const leave = () => (queue.shift() ?? (() => (inside -= 1)))();
    if (reply.raw.closed) leave();
    else reply.raw.once('close', leave);
  }
  return {
    get waiting() {
      return queue.length;
    },
  };
}
