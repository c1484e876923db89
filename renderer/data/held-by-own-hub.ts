import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { laptopStoreOn } from './laptop-store';
import { openState } from './sealed-json';

/**
 * What of these tours is still at the hub that this laptop lends itself as: it goes there first. Of one that is switched off that is a
 * tour of which a file has not come from it yet: nobody else may have that. Asked only where something is to go.
 */
export async function heldByOwnHub(
  database: Database,
  seal: Seal,
  tours: readonly string[],
): Promise<readonly string[]> {
  if (tours.length === 0) return [];
  const described = await callBridge('hub.describe', {});
  if (described.ok && described.value.own !== null) {
    const { views } = await laptopStoreOn(database, seal).readHub();
    return tours.filter((scope) => scope in views);
  }
  const lent = await database.hubs.filter(({ isWhole }) => isWhole === true).count();
  const held = lent > 0 ? await scopesOfFilesToCome(database, seal) : new Set<string>();
  return tours.filter((scope) => held.has(scope));
}

async function scopesOfFilesToCome(database: Database, seal: Seal): Promise<ReadonlySet<string>> {
  const files = await database.files.bulkGet(await database.hubFiles.toCollection().primaryKeys());
  const records = await database.records.bulkGet(
    files.flatMap((file) => (file?.state === 'toFetch' && file.record !== undefined ? file.record : [])),
  );
  return new Set(records.flatMap((row) => (row ? openState(seal, row.sealed).scope : [])));
}
