import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { refuseDevice } from '../../shared/access/may-call';
import { changeText } from '../../shared/changes/change-text';
import { writeInLines } from '../../shared/protocol/in-lines';
import { otherProtocol } from '../../shared/protocol/other-protocol';
import { exchangeReplySchema, exchangeRequestSchema, paths } from '../../shared/protocol/sync';
import type { ServerReply } from '../../shared/sync/accept-request';
import { contactNoter } from '../access/note-contacts';
import { acceptChanges } from '../changes/accept-changes';
import type { Office } from '../office';
import { askingOn, callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';
import { readEachChange } from './read-each-change';

/** 2,000 changes of a few hundred bytes are 1 to 2 MB; a few long texts among them must not stop the rest. */
const bodyLimit = 64 << 20;

function inLines({ newer, ...head }: ServerReply): string {
  return writeInLines(head, 'newer', newer.map(changeText));
}

export const exchangeRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  readEachChange(app);
  const noteContact = contactNoter(office.database);
  app.post(
    paths.exchange,
    {
      bodyLimit,
      config: { access: 'caller' },
      schema: { body: exchangeRequestSchema, response: { 200: exchangeReplySchema } },
      // Before the schema, which would call it no request at all and lay it to the laptop.
      preValidation: async (request, reply) => {
        const other = otherProtocol(request.body, 'laptop');
        if (other) return answerProblem(reply, other);
      },
    },
    async (request, reply) => {
      const refusal = refuseDevice(callerOn(request), request.body.device);
      if (refusal) return answerProblem(reply, refusal);
      const answer = await acceptChanges(office.database, request.body, askingOn(request, office));
      await noteContact(askingOn(request, office), request.headers);
      request.handed = { settled: answer.settled.length, refused: answer.refused.length };
      // Each change goes out as the text that the log has.
      return reply
        .type('application/json; charset=utf-8')
        .serializer(() => inLines(answer))
        .send(answer);
    },
  );
};
