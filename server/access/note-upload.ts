import { insertAttachments } from '../database/attachment-queries';
import type { Office } from '../office';
import { appendAudit, serverScope } from './append-audit';
import type { Asking } from './asking';

/** Who brought a file may ask for it before the record that names it has come. */
export async function noteUpload(
  { database }: Office,
  { caller, now }: Asking,
  sha256: string,
): Promise<void> {
  const { account, device } = caller;
  await database.transact(async (transaction) => {
    await insertAttachments(transaction.query, [{ scope: serverScope, sha256, record: account }]);
    const deed = { scope: serverScope, account, device, act: 'attachment.stored' as const, subject: sha256 };
    await appendAudit(transaction, [deed], now);
  });
}
