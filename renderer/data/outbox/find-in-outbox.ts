import type { Change } from '../../../shared/changes/change';
import type { Seal } from '../../../shared/sealing/seal';
import type { Database } from '../database';
import { changesInRow } from './changes-in-row';

/** Those of these changes that wait in the outbox. */
export async function findInOutbox(
  { outbox }: Database,
  seal: Seal,
  ids: readonly string[],
): Promise<readonly Change[]> {
  const asked = new Set(ids);
  const rows = await outbox
    .where('ids')
    .anyOf([...asked])
    .distinct()
    .toArray();
  return rows.flatMap((row) => changesInRow(seal, row)).filter(({ id }) => asked.has(id));
}
