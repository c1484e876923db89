import { type Outcome, succeed } from '../../shared/outcome';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { findKnownChanges, keepHistory } from './history';

const pageSize = 500;

const filled = new WeakMap<Database, Promise<Outcome<null>>>();

/**
 * Takes every change of the journal into the history table: once a session at most, and only when a history was asked for
 * that is not whole (a database that an older Xunji made, or one that lost rows).
 */
export function fillHistory(database: Database, seal: Seal): Promise<Outcome<null>> {
  const running = filled.get(database) ?? fill(database, seal);
  filled.set(database, running);
  return running;
}

async function fill(database: Database, seal: Seal): Promise<Outcome<null>> {
  for (let after = 0; ;) {
    const page = await callBridge('journal.read', { after, limit: pageSize });
    if (!page.ok) return page;
    const { entries } = page.value;
    const last = entries.at(-1);
    if (!last) return succeed(null);
    after = last.sequence;
    await database.transaction('rw', database.records, database.history, database.historyPages, async () => {
      const changes = entries.map(({ change }) => change);
      const known = await findKnownChanges(database, seal, changes);
      await keepHistory(
        database,
        seal,
        changes.filter(({ id }) => !known.has(id)),
      );
    });
  }
}
