import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../../shared/access/caller';
import type { RouteAccess } from '../../shared/access/may-call';
import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { proofHeader } from '../../shared/protocol/session';
import type { Asking } from '../access/asking';
import { findCaller } from '../access/find-caller';
import type { Office } from '../office';
import { answerProblem } from './answer-problem';
import { bindBody, bodyHashOf } from './bind-body';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. Every route says it, or the server does not start. */
    readonly access?: RouteAccess;
  }
  interface FastifyRequest {
    /** Null where a stranger calls what is open to anyone. */
    caller: Caller | null;
  }
}

/** Finds the caller of each request and refuses who may not call its route. A path that does not exist tells a stranger nothing. */
export function admitCallers(app: FastifyInstance, office: Office): void {
  app.decorateRequest('caller', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${String(method)} ${url} does not say who may call it.`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access ?? 'caller';
    if (access === 'anyone' || (access === 'machine' && isOfThisMachine(request))) return;
    const found = await callerOf(request, office);
    const refusal = found.ok ? office.rules.refuseCall(access, found.value) : found.problem;
    if (found.ok) request.caller = found.value;
    if (!refusal) return;
    return answerProblem(reply.header('WWW-Authenticate', 'Bearer'), refusal);
  });
  bindBody(app);
}

/** Who asks on a route that is not open to anyone. */
export function askingOn(request: FastifyRequest, { clock, rules }: Office): Asking {
  return { caller: callerOn(request), now: clock(), rules };
}

/** The caller of a route that is not open to anyone. */
export function callerOn(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A route that anyone may call has no caller.');
  return request.caller;
}

async function callerOf(request: FastifyRequest, office: Office): Promise<Outcome<Caller>> {
  const authorization = request.headers.authorization ?? '';
  const proof = request.headers[proofHeader];
  if (typeof proof !== 'string') return fail(problem('session.needed'));
  const shown = {
    token: authorization.replace(/^Bearer /, ''),
    proof,
    method: request.method,
    path: request.url,
    bodyHash: bodyHashOf(request),
  };
  return findCaller(office.database, office.keys, shown, office.clock());
}

/** Not through a proxy on this machine, which speaks for others. */
function isOfThisMachine({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(ip);
}
