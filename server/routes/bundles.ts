import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { lineLimit } from '../../shared/bundles/bundle-entry';
import { pageReplySchema, signedPageSchema } from '../../shared/bundles/signed-page';
import { paths } from '../../shared/protocol/sync';
import { takePage } from '../changes/take-page';
import type { Office } from '../office';
import { askingOn } from './admit-callers';
import { answerProblem } from './answer-problem';
import { readEachChange } from './read-each-change';

/** A line of a bundle becomes a request with what names and signs it around: whatever was opened can be handed in. */
const bodyLimit = lineLimit + (64 << 10);

/** A bundle's changes, handed in page by page by whoever opened it: what was cut off goes on with the page that was not answered. */
export const bundlesRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  readEachChange(app);
  app.post(
    paths.bundles,
    {
      bodyLimit,
      config: { access: 'caller' },
      schema: { body: signedPageSchema, response: { 200: pageReplySchema } },
    },
    async (request, reply) => {
      const { database, keys } = office;
      const taken = await takePage(
        { database, office: keys.publicKey },
        request.body,
        askingOn(request, office),
      );
      if (!taken.ok) return answerProblem(reply, taken.problem);
      const { settled, refused } = taken.value;
      request.handed = { settled: settled.length, refused: refused.length };
      return taken.value;
    },
  );
};
