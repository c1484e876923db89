import type { Seal } from '../../../shared/sealing/seal';
import type { Database } from '../database';
import { changesInRow } from './changes-in-row';

/** The ids of the changes that wait to be sent here and were typed on that laptop, by whatever road they came. */
export async function unsentOfDevice(
  { outbox }: Database,
  seal: Seal,
  device: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  await outbox.each((row) => {
    for (const change of changesInRow(seal, row)) if (change.device === device) found.push(change.id);
  });
  return found;
}
