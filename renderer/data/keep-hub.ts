import type { Change } from '../../shared/changes/change';
import type { LaptopStep } from '../../shared/sync/laptop-store';
import type { Database } from './database';
import { noteFiles } from './merge-into-database';

/** Keeps the place of a hub and which files go to it and come from it; in the transaction of the caller, before the changes are merged. */
export async function keepHub(
  database: Database,
  { progress, given, got }: NonNullable<LaptopStep['hub']>,
): Promise<void> {
  const { epoch } = progress;
  if (epoch === null) return;
  await database.hubs.put({ ...progress, epoch });
  await database.progress.update('progress', { hub: epoch });
  await noteHubFiles(database, got, given);
}

/** The files that these changes of a hub name are to come from there, and those that it was given to go; before the changes are merged. */
export async function noteHubFiles(
  database: Database,
  got: readonly Change[],
  given: readonly Change[] = [],
): Promise<void> {
  // Merged like one's own they would count as here: they are at the hub.
  await noteFiles(database, got, 'remote');
  const hashes = new Set([...given, ...got].flatMap(hashOf));
  await database.hubFiles.bulkPut([...hashes].map((sha256) => ({ sha256 })));
}

/** What a hub carries of these scopes comes from its beginning; in the transaction of the caller. */
export async function askHubsAgain({ hubs }: Database, scopes: readonly string[]): Promise<void> {
  await hubs.toCollection().modify((hub) => {
    const left = Object.entries(hub.cursors).filter(([scope]) => !scopes.includes(scope));
    Object.assign(hub, { cursors: Object.fromEntries(left) });
  });
}

function hashOf({ fields }: Change): readonly string[] {
  const hash = fields['sha256']?.value;
  return typeof hash === 'string' ? [hash] : [];
}
