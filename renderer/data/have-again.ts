import type { Change } from '../../shared/changes/change';
import { leftAway } from '../../shared/sync/left-away';
import type { Database } from './database';

/** A tour that was put away is no longer, once changes of it came another way; in the transaction of the caller. */
export async function haveAgain({ progress }: Database, came: readonly Change[]): Promise<void> {
  const { away = [], lost = [] } = (await progress.get('progress')) ?? {};
  if (away.length === 0) return;
  const left = leftAway({ away: away.map(({ scope }) => scope), lost }, came);
  if (left.length < away.length)
    await progress.update('progress', { away: away.filter(({ scope }) => left.includes(scope)) });
}
