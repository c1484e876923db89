import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { accountPaths, grantListSchema, grantSchema } from '../../shared/protocol/accounts';
import { changeGrant } from '../access/change-grant';
import { listGrants } from '../database/grant-queries';
import type { Office } from '../office';
import { readAs } from '../access/read-as';
import { callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/** Who was given which tour. */
export const grantsRoute: FastifyPluginAsyncZod<Office> = async (app, { database, clock }) => {
  const config = { access: 'administrator' as const };
  app.route({
    method: 'GET',
    url: accountPaths.grants,
    config,
    schema: { response: { 200: grantListSchema } },
    handler: async (request) => ({
      grants: [...(await readAs(database, callerOn(request), listGrants))],
    }),
  });
  for (const [method, act] of [
    ['PUT', 'grant.given'],
    ['DELETE', 'grant.taken'],
  ] as const)
    app.route({
      method,
      url: accountPaths.grants,
      config,
      schema: { body: grantSchema },
      handler: async (request, reply) => {
        const done = await changeGrant(database, request.body, act, callerOn(request), clock());
        return done.ok ? reply.code(204).send() : answerProblem(reply, done.problem);
      },
    });
};
