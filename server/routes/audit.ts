import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountPaths, auditCheckSchema, auditPageSchema } from '../../shared/protocol/accounts';
import { appendAudit, serverScope } from '../access/append-audit';
import { checkAudit } from '../access/check-audit';
import { listAuditHeads, readAudit } from '../database/audit-queries';
import { beReader } from '../database/reader-queries';
import type { Office } from '../office';
import { readAs } from '../access/read-as';
import { callerOn } from './admit-callers';

const pageSchema = z.object({
  scope: z.string().max(64).default(serverScope),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** The audit log, a page of one chain at a time, and whether all of it holds. Reading it is written down as well. */
export const auditRoute: FastifyPluginAsyncZod<Office> = async (app, { database, clock }) => {
  const config = { access: 'administrator' as const };
  app.get(
    accountPaths.audit,
    { config, schema: { querystring: pageSchema, response: { 200: auditPageSchema } } },
    (request) => {
      const { account, device } = callerOn(request);
      const { scope, after, limit } = request.query;
      return database.transact(async (transaction) => {
        const deed = { scope: serverScope, account, device, act: 'audit.read' as const, subject: scope };
        await appendAudit(transaction, [deed], clock());
        const { query } = transaction;
        await beReader(query, account);
        return {
          entries: [...(await readAudit(query, scope, after, limit))],
          heads: [...(await listAuditHeads(query))],
        };
      });
    },
  );
  app.get(
    `${accountPaths.audit}/check`,
    { config, schema: { response: { 200: auditCheckSchema } } },
    async (request) => ({ breaks: [...(await readAs(database, callerOn(request), checkAudit))] }),
  );
};
