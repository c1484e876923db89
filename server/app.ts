import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { problem } from '../shared/problems';
import type { Office } from './office';
import { accountsRoute } from './routes/accounts';
import { admitCallers } from './routes/admit-callers';
import { admitInTurn } from './routes/admit-in-turn';
import { answerProblem } from './routes/answer-problem';
import { auditRoute } from './routes/audit';
import { backupsRoute } from './routes/backups';
import { attachmentsRoute } from './routes/attachments';
import { bundlesRoute } from './routes/bundles';
import { devicesRoute } from './routes/devices';
import { exchangeRoute } from './routes/exchange';
import { grantsRoute } from './routes/grants';
import { healthRoute } from './routes/health';
import { logRequests } from './routes/log-requests';
import { measureRequests } from './routes/metrics';
import { openItemsRoute } from './routes/open-items';
import { oidcRoute } from './routes/oidc';
import { describeRoutes } from './routes/openapi';
import { problemOfError } from './routes/problem-of-error';
import { sessionsRoute } from './routes/sessions';
import { thumbsRoute } from './routes/thumbs';
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
  logRequests(app);
  admitCallers(app, office);
  const admission = admitInTurn(app);
  await describeRoutes(app);
  measureRequests(app, admission);
  await app.register(healthRoute, office);
  await app.register(exchangeRoute, office);
  await app.register(openItemsRoute, office);
  await app.register(bundlesRoute, office);
  await app.register(attachmentsRoute, office);
  await app.register(uploadsRoute, office);
  await app.register(thumbsRoute, office);
  await app.register(sessionsRoute, office);
  await app.register(oidcRoute, office);
  await app.register(accountsRoute, office);
  await app.register(devicesRoute, office);
  await app.register(grantsRoute, office);
  await app.register(auditRoute, office);
  await app.register(backupsRoute, office);
  return app;
}
