import type { FastifyReply } from 'fastify';
import { type Problem, problemList } from '../../shared/problems';

/** Sends a problem as `{ problem }` with its status. */
export function answerProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // A string, because a route's own schema describes its good answer only.
  return reply
    .code(problemList[problem.code].status)
    .type('application/json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ problem });
}
