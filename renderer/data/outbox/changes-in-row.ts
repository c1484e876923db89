import type { Change } from '../../../shared/changes/change';
import type { Seal } from '../../../shared/sealing/seal';
import type { OutboxRow } from '../database';
import { openJson } from '../sealed-json';

/** The changes of a row that still wait, in their order. */
export function changesInRow(seal: Seal, { ids, sealed }: OutboxRow): readonly Change[] {
  const opened = openJson<Change | readonly Change[]>(seal, sealed);
  // An older Xunji sealed each by itself.
  const all = 'id' in opened ? [opened] : opened;
  const waiting = new Set(ids);
  return all.filter(({ id }) => waiting.has(id));
}
