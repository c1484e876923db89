import { sha256Schema } from '../../shared/ids/id';
import type { AttachmentRow } from '../database/attachment-queries';
import type { NumberedChange } from './numbered-change';

/** The files that these changes make known: who may see the record may have the file. */
export function attachmentsOf(changes: readonly NumberedChange[]): readonly AttachmentRow[] {
  return changes.flatMap(({ change: { kind, scope, record, fields } }) => {
    const sha256 = kind === 'attachment' ? sha256Schema.safeParse(fields['sha256']?.value) : null;
    return sha256?.success ? { scope, sha256: sha256.data, record } : [];
  });
}
