import type { AnyChange } from '../../shared/changes/change';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import { changesInRow } from './outbox/changes-in-row';
import { openJson, openState } from './sealed-json';

/** Which of the scopes have something that may be nowhere but here. It costs as much as waits, whatever else is stored. */
export async function findHeld(
  database: Database,
  seal: Seal,
  scopes: readonly string[],
): Promise<ReadonlySet<string>> {
  const held = new Set<unknown>();
  await database.outbox.each((row) => {
    for (const { scope } of changesInRow(seal, row)) held.add(scope);
  });
  for (const table of [database.refused, database.unread])
    await table.each(({ sealed }: { readonly sealed: Uint8Array }) => {
      held.add(openJson<AnyChange & { readonly scope?: unknown }>(seal, sealed).scope);
    });
  const files = await database.files.where('state').equals('toSend').toArray();
  const rows = await database.records.bulkGet(files.flatMap(({ record }) => record ?? []));
  for (const row of rows) if (row) held.add(openState(seal, row.sealed).scope);
  return new Set(scopes.filter((scope) => held.has(scope)));
}
