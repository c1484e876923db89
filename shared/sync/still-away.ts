import type { ExchangeReply } from '../protocol/sync';

/** What of the scopes that were put away is still away after a reply: one that has a cursor is here again, one without a view is no longer to be had. */
export function stillAway(
  away: readonly string[],
  { cursors, views }: Pick<ExchangeReply, 'cursors' | 'views'>,
): readonly string[] {
  return away.filter((scope) => Object.hasOwn(views, scope) && !Object.hasOwn(cursors, scope));
}
