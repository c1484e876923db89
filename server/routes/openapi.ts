import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { paths } from '../../shared/protocol/sync';

/** Describes every route that is registered after it, from the schemas they check by. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '巡记中心服务器 Xunji central server',
        description: '登记、会话与签名见 docs/security.md。Enrolment, sessions and proofs: docs/security.md.',
        version: '1',
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, () => app.swagger());
  // tus has a contract of its own, and no schema here.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(paths.uploads)) route.schema = { ...route.schema, hide: true };
  });
}
