import { officeScope } from '../../shared/records/record-schemas';
import type { LaptopStore } from '../../shared/sync/laptop-store';
import { withheldScopes } from '../../shared/sync/lost-scopes';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { forgetOfHub } from './forget-of-hub';
import type { Queue } from './one-at-a-time';

/**
 * What the central server took away, or a person put away or does not lend any more, goes from this laptop's own hub as well: at once it is
 * shown to the team no more, and it is dropped when this laptop has all that the hub holds of it. True where something has gone. To be
 * called after an exchange with the hub and the files behind it; what is still lacking then is looked at again after the next.
 */
export async function dropFromOwnHub(
  { hubFiles }: Pick<Database, 'hubFiles'>,
  store: LaptopStore,
  queue: Queue,
): Promise<boolean> {
  // Asked anew: files moved since the round began, and the person may have ticked another tour meanwhile.
  const described = await callBridge('hub.describe', {});
  if (!described.ok || !described.value.own) return false;
  const { tours: shared } = described.value.own;
  const withheld = withheldScopes(await store.readProgress());
  const lent = shared.filter((tour) => !withheld.has(tour));
  if (lent.length < shared.length && !(await callBridge('hub.share', { tours: lent })).ok) return false;
  const { views, cursors, isWhole } = await store.readHub();
  if (!isWhole) return false;
  const going = Object.keys(views).filter((scope) => scope !== officeScope && !lent.includes(scope));
  if (going.length === 0) return false;
  const lacking = await hubFiles.toCollection().primaryKeys();
  const gone: string[] = [];
  for (const tour of going) {
    const dropped = await callBridge('hub.drop', { tour, upTo: cursors[tour] ?? 0, lacking });
    if (dropped.ok && dropped.value.isGone) gone.push(tour);
  }
  if (gone.length > 0) await queue(() => forgetOfHub(store, gone));
  return gone.length > 0;
}
