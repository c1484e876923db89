import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '../../shared/ids/id';
import { accountPaths, deviceListSchema } from '../../shared/protocol/accounts';
import { revokeDevice } from '../access/revoke-device';
import { listDevices } from '../database/device-queries';
import type { Office } from '../office';
import { readAs } from '../access/read-as';
import { callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/** The enrolled laptops, what they told when they last came, and the end of one that is lost. */
export const devicesRoute: FastifyPluginAsyncZod<Office> = async (app, { database, clock, backups }) => {
  const config = { access: 'administrator' as const };
  app.route({
    method: 'GET',
    url: accountPaths.devices,
    config,
    schema: { response: { 200: deviceListSchema } },
    handler: async (request) => ({
      devices: [...(await readAs(database, callerOn(request), listDevices))],
    }),
  });
  app.post(
    `${accountPaths.devices}/:device/revoke`,
    { config, schema: { params: z.object({ device: idSchema }) } },
    async (request, reply) => {
      const revoked = await revokeDevice(database, request.params.device, callerOn(request), clock());
      if (!revoked.ok) return answerProblem(reply, revoked.problem);
      // So that a restore of an older state knows of it (backup/read-ended.ts).
      backups.begin();
      return reply.code(204).send();
    },
  );
};
