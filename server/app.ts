import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { problem } from '../shared/problems';
import type { Office } from './office';
import { answerProblem } from './routes/answer-problem';
import { attachmentsRoute } from './routes/attachments';
import { exchangeRoute } from './routes/exchange';
import { healthRoute } from './routes/health';
import { problemOfError } from './routes/problem-of-error';
import { requireKey } from './routes/require-key';
import { uploadsRoute } from './routes/uploads';

/** The server's HTTP side on an office; `app` may bring hooks or a logger of its own. */
export async function buildApp(
  office: Office,
  app: FastifyInstance = Fastify({ forceCloseConnections: true }),
): Promise<FastifyInstance> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const told = problemOfError(error);
    if (told.code !== 'request.invalid') request.log.error(error);
    return answerProblem(reply, told);
  });
  app.setNotFoundHandler((request, reply) =>
    answerProblem(reply, problem('request.invalid', { fault: `${request.method} ${request.url}` })),
  );
  requireKey(app, office.key);
  await app.register(healthRoute, office);
  await app.register(exchangeRoute, office);
  await app.register(attachmentsRoute, office);
  await app.register(uploadsRoute, office);
  return app;
}
