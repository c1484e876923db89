import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  accountPaths,
  auditCheckSchema,
  auditPageSchema,
  auditQuerySchema,
} from '../../shared/protocol/accounts';
import { appendAudit, serverScope } from '../access/append-audit';
import { checkAudit } from '../access/check-audit';
import { findAudit, listAuditHeads, readAudit } from '../database/audit-queries';
import { beReader } from '../database/reader-queries';
import type { Office } from '../office';
import { readAs } from '../access/read-as';
import { callerOn } from './admit-callers';

/** The audit log, a page of one chain at a time, and whether all of it holds. Reading it is written down as well. */
export const auditRoute: FastifyPluginAsyncZod<Office> = async (app, { database, clock }) => {
  const config = { access: 'administrator' as const };
  app.get(
    accountPaths.audit,
    { config, schema: { querystring: auditQuerySchema, response: { 200: auditPageSchema } } },
    (request) => {
      const { account, device } = callerOn(request);
      const { scope, after, limit } = request.query;
      return database.transact(async (transaction) => {
        const deed = { scope: serverScope, account, device, act: 'audit.read' as const, subject: scope };
        await appendAudit(transaction, [deed], clock());
        const { query } = transaction;
        await beReader(query, account);
        return {
          entries: [
            ...(await (after === undefined
              ? findAudit(query, request.query)
              : readAudit(query, scope, after, limit))),
          ],
          heads: [...(await listAuditHeads(query))],
        };
      });
    },
  );
  app.get(
    `${accountPaths.audit}/check`,
    { config, schema: { response: { 200: auditCheckSchema } } },
    async (request) => {
      const caller = callerOn(request);
      return { breaks: [...(await checkAudit((work) => readAs(database, caller, work)))] };
    },
  );
};
