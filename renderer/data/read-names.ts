import { recordTitle } from '../../shared/changes/record-title';
import { idSchema } from '../../shared/ids/id';
import type { Json } from '../../shared/json';
import { openState } from './sealed-json';
import type { Store } from './store';

/** What the records are called to which these values refer, by id. */
export async function readNames(store: Store, values: readonly Json[]): Promise<ReadonlyMap<string, string>> {
  const ids = values.flat().filter((value) => idSchema.safeParse(value).success);
  const rows = await store.database.records.bulkGet([...new Set(ids.map(String))]);
  const known = rows.flatMap((row) => row ?? []);
  return new Map(known.map((row) => [row.id, recordTitle(openState(store.seal, row.sealed))]));
}
