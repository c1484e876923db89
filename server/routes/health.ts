import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { healthSchema, paths } from '../../shared/protocol/sync';
import type { Office } from '../office';

/** Who answers here, and which database it is. Open: a laptop asks it before it has the key. */
export const healthRoute: FastifyPluginAsyncZod<Office> = async (app, { database, blobs }) => {
  app.get(
    paths.health,
    { config: { access: 'anyone' }, schema: { response: { 200: healthSchema } } },
    async () => ({
      name: 'xunji' as const,
      epoch: database.epoch,
      database: database.name,
      files: blobs.name,
    }),
  );
};
