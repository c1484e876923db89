import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AuditAct } from '../../shared/access/audit';
import type { Caller } from '../../shared/access/caller';
import { idSchema } from '../../shared/ids/id';
import {
  backupCheckSchema,
  backupCheckedSchema,
  backupsPath,
  backupsSchema,
} from '../../shared/protocol/backups';
import { appendAudit, serverScope } from '../access/append-audit';
import type { Office } from '../office';
import { callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/** The backups that the server makes by itself: which there are, one more now, and whether one is whole. */
export const backupsRoute: FastifyPluginAsyncZod<Office> = async (app, { backups, database, clock }) => {
  const config = { access: 'administrator' as const };
  const note = ({ account, device }: Caller, act: AuditAct, subject: string) =>
    database.transact((transaction) =>
      appendAudit(transaction, [{ scope: serverScope, account, device, act, subject }], clock()),
    );
  app.route({
    method: 'GET',
    url: backupsPath,
    config,
    schema: { response: { 200: backupsSchema } },
    handler: async () => {
      const view = await backups.describe();
      return { ...view, states: [...view.states] };
    },
  });
  app.post(backupsPath, { config, schema: { body: z.object({}) } }, async (request, reply) => {
    const begun = backups.begin();
    if (!begun.ok) return answerProblem(reply, begun.problem);
    await note(callerOn(request), 'backup.begun', '');
    return reply.code(204).send();
  });
  app.post(
    `${backupsPath}/:state/check`,
    {
      config,
      schema: {
        params: z.object({ state: idSchema }),
        body: backupCheckSchema,
        response: { 200: backupCheckedSchema },
      },
    },
    async (request, reply) => {
      const { state } = request.params;
      const checked = await backups.check(state, request.body.identity);
      if (!checked.ok) return answerProblem(reply, checked.problem);
      await note(callerOn(request), 'backup.checked', state);
      return { ...checked.value, broken: [...checked.value.broken] };
    },
  );
};
