import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  challengeReplySchema,
  challengeRequestSchema,
  enrolReplySchema,
  enrolRequestSchema,
  sessionPaths,
  sessionReplySchema,
  sessionRequestSchema,
} from '../../shared/protocol/session';
import { makeChallenge } from '../access/challenge';
import { enrol } from '../access/enrol';
import { holderName, openSession } from '../access/open-session';
import type { Office } from '../office';
import { answerProblem } from './answer-problem';

/** How a laptop becomes known, and how it and its user get a token. */
export const sessionsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { database, keys, clock, random } = office;
  const config = { access: 'anyone' as const };
  app.post(
    sessionPaths.challenge,
    { config, schema: { body: challengeRequestSchema, response: { 200: challengeReplySchema } } },
    async ({ body }) => ({
      nonce: makeChallenge(keys.challenge, holderName(body.holder), clock(), random),
      epoch: database.epoch,
      hasProvider: office.oidc !== undefined,
    }),
  );
  app.post(
    sessionPaths.session,
    { config, schema: { body: sessionRequestSchema, response: { 200: sessionReplySchema } } },
    async (request, reply) => {
      const gate = { database, keys, now: clock(), address: request.ip };
      const opened = await openSession(gate, request.body);
      return opened.ok ? opened.value : answerProblem(reply, opened.problem);
    },
  );
  app.post(
    sessionPaths.enrol,
    { config, schema: { body: enrolRequestSchema, response: { 200: enrolReplySchema } } },
    async (request, reply) => {
      const enrolled = await enrol(database, request.body, clock());
      if (!enrolled.ok) return answerProblem(reply, enrolled.problem);
      return {
        account: enrolled.value,
        serverKey: keys.publicKey,
        office: office.name,
        epoch: database.epoch,
      };
    },
  );
};
