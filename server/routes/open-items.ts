import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  openItemsPath,
  openItemsReplySchema,
  openItemsRequestSchema,
} from '../../shared/protocol/open-items';
import { readOpenItems } from '../access/read-open-items';
import type { Office } from '../office';
import { askingOn } from './admit-callers';

/** What a laptop shows of other tours at the sites of its own. */
export const openItemsRoute: FastifyPluginAsyncZod<Office> = async (app, office) => {
  app.post(
    openItemsPath,
    {
      config: { access: 'caller' },
      schema: { body: openItemsRequestSchema, response: { 200: openItemsReplySchema } },
    },
    (request) => readOpenItems(office.database, askingOn(request, office), request.body),
  );
};
