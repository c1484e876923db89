import type { Change } from '../../shared/changes/change';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import { applyReply } from './apply-reply';
import { callBridge } from './call-bridge';
import type { Database, OutboxRow } from './database';
import { mergeIntoDatabase } from './merge-into-database';
import type { Queue } from './one-at-a-time';
import { openJson } from './sealed-json';
import { tellUnderWay } from './under-way';

/** Changes per exchange; larger batches block the bridge, smaller ones pay a round trip each. */
const batchSize = 500;

/** Begun before the next change: a few long texts must not make a request that the server's limit forbids for ever. */
const batchBytes = 4 << 20;

/**
 * One exchange: the oldest unsent batch out, what is newer in. `more` when another one is worth while.
 * When the server turns out to be another one (or was restored from an old backup), everything in the journal is queued again.
 */
export async function exchangeOnce(
  database: Database,
  seal: Seal,
  queue: Queue,
  now: () => string,
): Promise<Outcome<{ readonly more: boolean }>> {
  const progress = await database.progress.get('progress');
  if (!progress) return fail(problem('internal.bug'));
  const { rows, isFull } = await oldestBatch(database);
  const changes = rows.map((row) => openJson<Change>(seal, row.sealed));
  const { epoch, cursors } = progress;
  tellUnderWay(changes);
  const answer = await callBridge('sync.exchange', { epoch, cursors, changes });
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (epoch !== null && reply.epoch !== epoch) {
    const started = await queue(() => startOver(database, seal, progress.sequence, reply.epoch));
    return started.ok ? succeed({ more: true }) : started;
  }
  const applied = await queue(() => applyReply(database, seal, changes, reply, now()));
  return applied.ok ? succeed({ more: reply.more || isFull }) : applied;
}

async function oldestBatch(database: Database) {
  let bytes = 0;
  const isEnough = (row: OutboxRow) => (bytes += row.sealed.byteLength) >= batchBytes;
  const rows = await database.outbox.orderBy('order').until(isEnough, true).limit(batchSize).toArray();
  return { rows, isFull: rows.length === batchSize || bytes >= batchBytes };
}

/** All that this laptop knows goes out again, files too; the server skips what it has. The new epoch is kept last, so that a crash starts over. */
async function startOver(
  database: Database,
  seal: Seal,
  upTo: number,
  epoch: string,
): Promise<Outcome<null>> {
  for (let after = 0; after < upTo;) {
    const page = await callBridge('journal.read', { after, limit: 1000 });
    if (!page.ok) return page;
    const { entries } = page.value;
    const changes = entries.map((entry) => entry.change);
    after = entries.at(-1)?.sequence ?? upTo;
    // An async function, or Dexie does not follow its awaits and the transaction ends early.
    await database.transaction('rw', database.tables, async () => {
      await mergeIntoDatabase(database, seal, changes, 'local');
    });
  }
  await database.files.where('state').equals('settled').modify({ state: 'toSend' });
  await database.progress.update('progress', { epoch, cursors: {} });
  return succeed(null);
}
