import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '../../shared/ids/id';
import { newId } from '../../shared/ids/new-id';
import { problem } from '../../shared/problems';
import {
  accountEditSchema,
  accountListSchema,
  accountPaths,
  codeReplySchema,
  codeRequestSchema,
  newAccountSchema,
} from '../../shared/protocol/accounts';
import { accountSchema, passwordSchema } from '../../shared/protocol/session';
import { makeCode } from '../access/make-code';
import { publicAccount } from '../access/public-account';
import { changeAccount, makeAccount, setPassword } from '../access/save-account';
import { findAccount, listAccounts } from '../database/account-queries';
import type { Office } from '../office';
import { readAs } from '../access/read-as';
import { callerOn } from './admit-callers';
import { answerProblem } from './answer-problem';

const one = z.object({ account: idSchema });

/** Users of this office, their passwords, and the codes with which their laptops are enrolled. */
export const accountsRoute: FastifyPluginAsyncZod<Office> = async (
  app,
  { database, clock, random, backups },
) => {
  const config = { access: 'administrator' as const };
  app.route({
    method: 'GET',
    url: accountPaths.accounts,
    config,
    schema: { response: { 200: accountListSchema } },
    handler: async (request) => {
      const accounts = await readAs(database, callerOn(request), listAccounts);
      return {
        accounts: accounts.map((account) => ({
          ...publicAccount(account),
          hasPassword: account.password !== '',
          madeAt: account.madeAt,
        })),
      };
    },
  });
  app.post(
    accountPaths.accounts,
    { config, schema: { body: newAccountSchema, response: { 200: accountSchema } } },
    async (request, reply) => {
      const id = newId(clock, random);
      const made = await makeAccount(database, request.body, id, callerOn(request), clock());
      return made.ok ? made.value : answerProblem(reply, made.problem);
    },
  );
  app.put(
    `${accountPaths.accounts}/:account`,
    { config, schema: { params: one, body: accountEditSchema, response: { 200: accountSchema } } },
    async (request, reply) => {
      const { account } = request.params;
      const changed = await changeAccount(database, account, request.body, callerOn(request), clock());
      // So that a restore of an older state knows of it (backup/read-ended.ts).
      if (changed.ok && changed.value.disabled) backups.begin();
      return changed.ok ? changed.value : answerProblem(reply, changed.problem);
    },
  );
  app.put(
    `${accountPaths.accounts}/:account/password`,
    { config, schema: { params: one, body: z.object({ password: passwordSchema }) } },
    async (request, reply) => {
      const { account } = request.params;
      const set = await setPassword(database, account, request.body.password, callerOn(request), clock());
      return set.ok ? reply.code(204).send() : answerProblem(reply, set.problem);
    },
  );
  app.post(
    accountPaths.codes,
    { config, schema: { body: codeRequestSchema, response: { 200: codeReplySchema } } },
    async (request, reply) => {
      const { account } = request.body;
      if (!(await database.transact(({ query }) => findAccount(query, account))))
        return answerProblem(reply, problem('account.unknown'));
      return makeCode(database, account, callerOn(request), clock(), random);
    },
  );
};
