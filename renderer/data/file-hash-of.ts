import type { Seal } from '../../shared/sealing/seal';
import type { RecordRow } from './database';
import { openState } from './sealed-json';

/** The file that an attachment names, deleted or not; null for what is none. */
export function fileHashOf(seal: Seal, row: RecordRow): string | null {
  if (row.kind !== 'attachment') return null;
  const hash = openState(seal, row.sealed).fields['sha256']?.heads[0]?.value;
  return typeof hash === 'string' ? hash : null;
}
