import type { Change } from '../../shared/changes/change';
import type { Cursors } from '../../shared/protocol/sync';
import { officeScope } from '../../shared/records/record-schemas';
import { type Stretch, readStretches } from '../database/change-queries';
import type { Query } from '../database/database';
import { readScopes } from '../database/scope-queries';

export interface Newer {
  readonly changes: readonly Change[];
  readonly cursors: Cursors;
  readonly more: boolean;
}

/** A page of changes is cut at this many bytes of JSON, beyond which an exchange on a slow line would not end. */
const pageBytes = 4 << 20;

/**
 * What the office has above the cursors, of every scope there is, at most `limit` changes in all.
 * `own` ids count as got. A cursor never passes a change that the device has not got: scopes are read up to the last
 * number that was committed (or is ours) before the changes are read, and numbers are given without a gap.
 */
export async function readNewer(
  query: Query,
  cursors: Cursors,
  own: readonly string[],
  limit: number,
): Promise<Newer> {
  const stretches = stretchesOf(await readScopes(query), cursors);
  const asked = firstOf(stretches, limit + own.length);
  const rows = await readStretches(query, asked, own, limit + 1, pageBytes);
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
    more: cut !== undefined,
  };
}

/** The register first: stops and issues refer to it. A cursor beyond the end is of another history and means nothing. */
function stretchesOf(heads: ReadonlyMap<string, number>, cursors: Cursors): readonly Stretch[] {
  return [...heads]
    .map(([scope, head]) => {
      const cursor = cursors[scope] ?? 0;
      return { scope, after: cursor > head ? 0 : cursor, head };
    })
    .sort((a, b) => Number(b.scope === officeScope) - Number(a.scope === officeScope));
}

/** As many stretches as surely hold more than `count` changes: a first sync need not look into every tour for each page. */
function firstOf(stretches: readonly Stretch[], count: number): readonly Stretch[] {
  let found = 0;
  const enough = stretches.findIndex(({ after, head }) => (found += head - after) > count);
  return enough < 0 ? stretches : stretches.slice(0, enough + 1);
}
