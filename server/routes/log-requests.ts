import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { errorCode } from '../../shared/node/durable-file';
import { placesIn } from '../places-in';

declare module 'fastify' {
  interface FastifyRequest {
    /** How many changes an exchange settled and refused. */
    handed: { readonly settled: number; readonly refused: number } | null;
  }
}

/**
 * One line a request: its id, route, status, time and laptop. No address, no login, no query, no word of any record: an error is logged by
 * its kind and place, because a database's own message may quote what it was given.
 */
export function logOptions(level: string): FastifyServerOptions['logger'] {
  return {
    level,
    // stdout is for the ready line alone.
    stream: process.stderr,
    base: null,
    hooks: {
      // Of an error alone, the logger would take the message for its own.
      logMethod([first, ...rest], method) {
        method.apply(this, first instanceof Error ? [{ err: first }, first.name] : [first, ...rest]);
      },
    },
    serializers: {
      req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url ?? 'none' }),
      err: (error: Error) => ({
        type: error.name,
        code: errorCode(error),
        message: '',
        stack: placesIn(error.stack),
      }),
    },
  };
}

export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('handed', null);
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.caller?.device ? { device: request.caller.device } : {}),
      ...request.handed,
    });
  });
}
