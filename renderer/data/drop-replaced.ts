import type { Change } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import { openJson } from './sealed-json';

/**
 * Forgets refused changes of these records of which nothing stands any more: later edits took the place of all that they set.
 * To be called in a transaction.
 */
export async function dropReplaced(
  database: Database,
  seal: Seal,
  records: readonly string[],
): Promise<void> {
  if ((await database.refused.count()) === 0) return;
  const rows = await database.refused
    .where('record')
    .anyOf([...records])
    .toArray();
  const states = new Map(
    (await database.records.bulkGet([...new Set(rows.map(({ record }) => record))])).flatMap((row) =>
      row ? [[row.id, openJson<RecordState>(seal, row.sealed)] as const] : [],
    ),
  );
  const gone = rows.filter(({ id, record, sealed }) => {
    const fields = states.get(record)?.fields ?? {};
    const { fields: set } = openJson<Change>(seal, sealed);
    return Object.keys(set).every((name) => !fields[name]?.heads.some((head) => head.change === id));
  });
  await database.refused.bulkDelete(gone.map(({ id }) => id));
}
