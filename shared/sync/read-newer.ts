import type { Change } from '../changes/change';
import type { Cursors, Views } from '../protocol/sync';
import { officeScope } from '../records/record-schemas';
import type { ReadableScope, ServerTransaction, Stretch } from './server-store';

export interface Newer {
  readonly changes: readonly Change[];
  readonly cursors: Cursors;
  readonly views: Views;
  readonly more: boolean;
}

/**
 * What the server has above the cursors, of every scope that the caller may read, at most `limit` changes in all.
 * `own` ids count as got. A cursor never passes a change that the device has not got: scopes are read up to the last
 * number that was committed (or is ours) before the changes are read, and numbers are given without a gap. What the laptop has put
 * away is named in the views, so that it may have it again, and has no cursor.
 */
export async function readNewer(
  transaction: ServerTransaction,
  cursors: Cursors,
  views: Views,
  own: readonly string[],
  limit: number,
  away: ReadonlySet<string> = new Set(),
): Promise<Newer> {
  const scopes = await transaction.readScopes();
  const stretches = stretchesOf(scopes, cursors, views).filter(({ scope }) => !away.has(scope));
  const asked = firstOf(stretches, limit + own.length);
  const rows = await transaction.readPage(asked, own, limit + 1);
  const fit = rows.slice(0, limit).flatMap(({ change }) => change ?? []);
  const cut = rows[fit.length];
  const cutAt = cut ? asked.findIndex((stretch) => stretch.scope === cut.scope) : asked.length;
  const after = stretches.map(({ scope, after, head }, index): [string, number] => {
    if (index < cutAt) return [scope, head];
    return [scope, cut && index === cutAt ? cut.number - 1 : after];
  });
  return {
    changes: fit,
    cursors: Object.fromEntries(after),
    views: Object.fromEntries([...scopes].map(([scope, { view }]) => [scope, view])),
    // A view shows fewer changes than there are numbers: a page may be at its end before all that was asked for.
    more: cut !== undefined || asked.length < stretches.length,
  };
}

/**
 * The register first: stops and issues refer to it. A cursor beyond the end is of another history and means nothing, and one
 * that was got with another view may have passed what that view did not show.
 */
function stretchesOf(
  scopes: ReadonlyMap<string, ReadableScope>,
  cursors: Cursors,
  views: Views,
): readonly Stretch[] {
  return [...scopes]
    .map(([scope, { head, view }]) => {
      const cursor = views[scope] === view ? (cursors[scope] ?? 0) : 0;
      return { scope, view, after: cursor > head ? 0 : cursor, head };
    })
    .sort((a, b) => Number(b.scope === officeScope) - Number(a.scope === officeScope));
}

/** As many stretches as surely hold more than `count` changes: a first sync need not look into every tour for each page. */
function firstOf(stretches: readonly Stretch[], count: number): readonly Stretch[] {
  let found = 0;
  const enough = stretches.findIndex(({ after, head }) => (found += head - after) > count);
  return enough < 0 ? stretches : stretches.slice(0, enough + 1);
}
