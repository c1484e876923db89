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
  restorePath,
  restoreRequestSchema,
  restoreViewSchema,
} from '../../shared/protocol/backups';
import { appendAudit, serverScope } from '../access/append-audit';
import type { Office } from '../office';
import { callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';

/** The backups that the server makes by itself: which there are, one more now, whether one is whole, and one in place of the office. */
export const backupsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  const { backups, restore, database, clock } = office;
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
  const schema = { response: { 200: restoreViewSchema } };
  app.get(restorePath, { config, schema }, async () => restore.describe());
  app.delete(restorePath, { config }, async (request, reply) => {
    await restore.giveUp();
    await note(callerOn(request), 'restore.givenUp', '');
    return reply.code(204).send();
  });
  const params = z.object({ state: idSchema });
  app.post(
    `${backupsPath}/:state/restore`,
    { config, schema: { params, body: restoreRequestSchema } },
    async (request, reply) => {
      const { state } = request.params;
      const begun = await restore.prepare(state, request.body.identity, callerOn(request));
      if (!begun.ok) return answerProblem(reply, begun.problem);
      await note(callerOn(request), 'restore.begun', state);
      return reply.code(204).send();
    },
  );
  app.post(
    `${backupsPath}/:state/replace`,
    { config, schema: { params, body: z.object({}) } },
    async (request, reply) => {
      const { state } = request.params;
      // Written down in the office that goes: it is kept.
      await note(callerOn(request), 'restore.ordered', state);
      const ordered = await restore.order(state);
      if (!ordered.ok) {
        await note(callerOn(request), 'restore.refused', state);
        return answerProblem(reply, ordered.problem);
      }
      // Who ordered it hears so before the server goes. Who hung up meanwhile ordered it as well: noted and not done, it would wait
      // for some later start, and take what was done until then.
      if (reply.raw.closed) ordered.value.replace();
      else reply.raw.once('close', ordered.value.replace);
      return reply.code(204).send();
    },
  );
};
