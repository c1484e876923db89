import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { describeProblem, problem } from '../../shared/problems';
import { oidcBeginReplySchema, oidcPaths } from '../../shared/protocol/session';
import { keepTicket } from '../access/sign-in-ticket';
import type { Office } from '../office';
import { answerProblem } from './answer-problem';

/** Sign-in at the office's identity provider: the app asks where to send the browser, and the browser comes back here. */
export const oidcRoute: FastifyPluginAsyncZod<Office> = async (app, { database, oidc, clock }) => {
  const config = { access: 'anyone' as const };
  app.post(
    oidcPaths.begin,
    { config, schema: { response: { 200: oidcBeginReplySchema } } },
    async (_request, reply) => {
      if (!oidc) return answerProblem(reply, problem('oidc.notSet'));
      const begun = await oidc.begin(clock());
      return begun.ok ? begun.value : answerProblem(reply, begun.problem);
    },
  );
  app.get(oidcPaths.callback, { config }, async (request, reply) => {
    if (!oidc) return answerProblem(reply, problem('oidc.notSet'));
    const shown = await oidc.finish(request.url, clock());
    const kept = shown.ok ? await keepTicket(database, shown.value, clock()) : shown;
    const lines = kept.ok
      ? ['登录完成，请回到巡记。', 'You are signed in. Go back to Xunji.']
      : (['zh', 'en'] as const).map((language) => describeProblem(kept.problem, language));
    // Plain text: what a provider says never becomes a page of ours.
    return reply
      .code(kept.ok ? 200 : 400)
      .header('Referrer-Policy', 'no-referrer')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  });
};
