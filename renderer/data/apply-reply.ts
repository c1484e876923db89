import type { Change } from '../../shared/changes/change';
import { readChanges } from '../../shared/changes/read-changes';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { ExchangeReply } from '../../shared/protocol/sync';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { mergeIntoDatabase } from './merge-into-database';
import { dropReplaced } from './drop-replaced';
import { followJournal } from './save';
import { sealJson } from './sealed-json';
import { moveTally } from './tally';

/**
 * Takes in what the server answered to `sent`: newer changes into journal and records, those that a newer Xunji made aside
 * until this one is updated, settled rows out of the outbox, refused ones aside, the cursors kept; one transaction, so that a crash leaves the old cursors and the same question.
 */
export async function applyReply(
  database: Database,
  seal: Seal,
  sent: readonly Change[],
  reply: ExchangeReply,
  now: string,
): Promise<Outcome<null>> {
  const { read, unread } = readChanges(reply.newer);
  let sequence: number | undefined;
  if (read.length > 0) {
    const written = await callBridge('journal.append', { origin: 'remote', changes: [...read] });
    if (!written.ok) return fail(written.problem);
    ({ sequence } = written.value);
  }
  const bySent = new Map(sent.map((change) => [change.id, change]));
  const refused = reply.refused.flatMap(({ change: id, problem }) => {
    const change = bySent.get(id);
    return change
      ? [{ id, kind: change.kind, record: change.record, problem, sealed: sealJson(seal, change) }]
      : [];
  });
  await database.transaction('rw', database.tables, async () => {
    if (read.length > 0) await mergeIntoDatabase(database, seal, read, 'remote');
    await database.unread.bulkPut(
      unread.map((change) => ({ id: change.id, sealed: sealJson(seal, change) })),
    );
    const done = [...reply.settled, ...refused.map((row) => row.id)].filter((id) => bySent.has(id));
    const gone = await database.outbox.where('id').anyOf(done).toArray();
    await database.outbox.bulkDelete(gone.map((row) => row.order));
    await moveTally(database, gone, []);
    await database.refused.bulkDelete([...reply.settled]);
    await database.refused.bulkPut(refused);
    await dropReplaced(
      database,
      seal,
      refused.map((row) => row.record),
    );
    const progress = { epoch: reply.epoch, cursors: reply.cursors, lastContact: now };
    await database.progress.update('progress', progress);
    if (sequence !== undefined) await followJournal(database, sequence, read.length);
  });
  return succeed(null);
}
