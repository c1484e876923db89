import { type Change, changeSchema } from '../../shared/changes/change';
import { type Outcome, succeed } from '../../shared/outcome';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database, RefusedRow, UnreadRow } from './database';
import { noteHubFiles } from './keep-hub';
import { mergeIntoDatabase, mergeTables } from './merge-into-database';
import { followJournal } from './follow-journal';
import { openJson } from './sealed-json';

const pageSize = 500;

/**
 * At every start: an updated server may take what it refused before, and an updated Xunji understand what it set aside.
 * What is refused again, or still not understood, ends where it was. What was refused of a page that this laptop carried stays so: its
 * writer's right did not reach, and this laptop's does not count for it.
 */
export async function tryAgain(database: Database, seal: Seal): Promise<Outcome<null>> {
  const refused = await database.refused.toArray();
  const again = refused.filter(({ isWithheld }) => !isWithheld);
  await sendAgain(database, seal, again);
  return readUnread(database, seal);
}

/**
 * Offers what was refused once more, as it is: the server was updated, or an administrator changed what one may do. The records get
 * it once more as well: they may have been removed meanwhile, and the server does not send back what it has from here.
 */
export async function sendAgain(database: Database, seal: Seal, rows: readonly RefusedRow[]): Promise<void> {
  await database.transaction('rw', mergeTables(database), async () => {
    await mergeIntoDatabase(
      database,
      seal,
      rows.map((row) => openJson<Change>(seal, row.sealed)),
      'local',
    );
    await database.refused.bulkDelete(rows.map(({ id }) => id));
  });
}

async function readUnread(database: Database, seal: Seal): Promise<Outcome<null>> {
  const rows = await database.unread.toArray();
  const readOf = (some: readonly UnreadRow[]) =>
    some.flatMap((row) => changeSchema.safeParse(openJson(seal, row.sealed)).data ?? []);
  const known = readOf(rows.filter(({ isOfHub }) => !isOfHub));
  const taken = await takeIn(database, seal, 'remote', known);
  if (!taken.ok) return taken;
  // As what comes from a hub always does: this laptop may be the one that meets the central server first.
  const ofHub = readOf(rows.filter(({ isOfHub }) => isOfHub));
  return takeIn(database, seal, 'local', ofHub);
}

async function takeIn(
  database: Database,
  seal: Seal,
  origin: 'remote' | 'local',
  read: readonly Change[],
): Promise<Outcome<null>> {
  for (let from = 0; from < read.length; from += pageSize) {
    const changes = read.slice(from, from + pageSize);
    const written = await callBridge('journal.append', { origin, changes });
    if (!written.ok) return written;
    const { sequence } = written.value;
    await database.transaction('rw', database.tables, async () => {
      if (origin === 'local') await noteHubFiles(database, changes);
      await mergeIntoDatabase(database, seal, changes, origin);
      await database.unread.bulkDelete(changes.map((change) => change.id));
      await followJournal(database, sequence, changes.length);
    });
  }
  return succeed(null);
}
