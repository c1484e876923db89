import type { Change } from '../../shared/changes/change';
import type { Outcome } from '../../shared/outcome';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import { catchUp } from '../../shared/sync/catch-up';
import { askForGoing } from './ask-for-going';
import { callBridge } from './call-bridge';
import { checkRows } from './check-rows';
import type { Database, ProgressRow } from './database';
import { databaseProblem } from './database-problem';
import { laptopStoreOn } from './laptop-store';
import { changesInRow } from './outbox/changes-in-row';
import { openJson } from './sealed-json';
import { tryAgain } from './try-again';

const pageSize = 1000;

/** Below this many free bytes on the disk a database that does not open proves nothing. */
const roomBytes = 16 << 20;

/** Chromium closes a database for reasons of its own, and also one in which it meets damage: each time. */
const mostReadings = 3;

export interface Recovery {
  /**
   * How many changes had to be taken from the journal because the database had lost them all; 0 in the ordinary case, also
   * after a crash between journal and database.
   */
  readonly recovered: number;
  /** The journal was found damaged, cut or gone at this start: the second copy may lack something. */
  readonly journalDamaged: boolean;
}

/** Tells, while the journal is being read, how many of its changes have been read, and how many there are to read. */
export type TellRead = (read: number, of: number) => void;

/**
 * Brings the database level with the journal before anything is shown. An empty database beside a full journal is
 * damage, never a new user; damage in the journal is answered by writing into it again what no server has yet. How long it
 * takes does not depend on how much is stored: all rows are read behind the window, by `checkBehind`.
 */
export async function recover(
  database: Database,
  seal: Seal,
  tellRead: TellRead = () => {},
): Promise<Outcome<Recovery>> {
  // Some damage is met by the first write only. Chromium may then have thrown the database away by itself, or not.
  for (const before of [() => Promise.resolve(), () => Promise.resolve(), () => database.delete()]) {
    try {
      await before();
      return await recoverOnce(database, seal, tellRead);
    } catch (error) {
      database.close();
      const why = databaseProblem(error);
      if (why.code === 'disk.full' || (await isDiskFull())) return fail(problem('disk.full'));
    }
  }
  return forget();
}

/** A database that finds no room to open or to write is not broken, and there is none to build another. */
async function isDiskFull(): Promise<boolean> {
  const disk = await callBridge('disk.describe', {});
  return disk.ok && disk.value.freeBytes < roomBytes;
}

async function recoverOnce(database: Database, seal: Seal, tellRead: TellRead): Promise<Outcome<Recovery>> {
  const opened = await openOrReset(database, seal);
  if (!opened.ok) return opened;
  const { progress } = opened.value;
  const level = await bringLevel(database, seal, opened.value, tellRead);
  if (!level.ok) return level;
  // Where LevelDB lost its CURRENT, rows of the old database turn up among the new ones.
  if (level.value.recovered > 0) {
    const checked = await checkBehind(database, seal, () => Promise.resolve());
    if (!checked.ok) return checked;
    if (checked.value === 'damaged') throw new Error('the database that was made again is not whole');
  }
  await askForGoing(database);
  const again = await tryAgain(database, seal);
  if (!again.ok) return again;
  // Asked afterwards: of older journal files it is known only when they have been read.
  const journal = await callBridge('journal.describe', {});
  if (!journal.ok) return journal;
  const { damagedBytes } = journal.value;
  const isNew = damagedBytes > (progress?.damagedBytes ?? 0);
  if (isNew) {
    const saved = await journalAgain(database, seal);
    if (!saved.ok) return saved;
  }
  await database.progress.update('progress', { damagedBytes });
  return succeed({ ...level.value, journalDamaged: isNew || level.value.journalDamaged });
}

interface Opened {
  readonly progress: ProgressRow | undefined;
  /** Null where the row of them could not be read. */
  readonly kept: Kept | null;
}

/**
 * No journal says these: which tours a person has put away, which the server took from this laptop, so that no hub brings them, and what it
 * has shown, so that what it does not show any more goes.
 */
type Kept = Pick<ProgressRow, 'away' | 'taken' | 'epoch' | 'views' | 'lost'>;

async function bringLevel(
  database: Database,
  seal: Seal,
  { progress, kept }: Opened,
  tellRead: TellRead,
): Promise<Outcome<Recovery>> {
  const journal = await callBridge('journal.describe', {});
  if (!journal.ok) return journal;
  const { generation, sequence } = journal.value;
  const tellUntil = (from: number) => (at: number) => tellRead(at - from, sequence - from);
  if (progress?.generation === generation && progress.sequence <= sequence) {
    const recovered = await replay(database, seal, progress, tellUntil(progress.sequence));
    return recovered.ok ? succeed({ recovered: 0, journalDamaged: false }) : recovered;
  }
  // Without the row, main's memory of what was asked; beside an empty journal nothing was shown.
  const shown = kept || sequence === 0 ? succeed(kept) : await callBridge('sync.shown', {});
  if (!shown.ok) return shown;
  const fresh: ProgressRow = {
    key: 'progress',
    generation,
    sequence: 0,
    epoch: null,
    cursors: {},
    lastContact: null,
    tally: progress?.tally ?? 0,
    ...shown.value,
  };
  if (progress) {
    // The journal was lost or cut behind our back: what was not sent yet goes into it again, the rest comes from the server.
    const saved = await journalAgain(database, seal);
    if (!saved.ok) return saved;
  }
  // Places in another journal mean nothing in this one.
  await database.hubs.clear();
  const recovered = await replay(database, seal, fresh, tellUntil(0));
  if (!recovered.ok) return recovered;
  return succeed(
    progress ? { recovered: 0, journalDamaged: true } : { recovered: recovered.value, journalDamaged: false },
  );
}

async function openOrReset(database: Database, seal: Seal): Promise<Outcome<Opened>> {
  let kept: Opened['kept'] = null;
  try {
    await database.open();
    const progress = await database.progress.get('progress');
    if (progress) {
      const { epoch, views, lost, taken } = await laptopStoreOn(database, seal).readProgress();
      kept = { epoch, views, lost, taken, away: progress.away ?? [] };
    }
    const isWhole = progress ? progress.isDamaged !== true : (await database.records.limit(1).count()) === 0;
    if (isWhole) return succeed({ progress, kept });
  } catch {
    // As good as a part of it missing.
  }
  if (await isDiskFull()) return fail(problem('disk.full'));
  try {
    // It cannot be read, or not all of it is there. The journal has everything, so the broken copy may go.
    database.close();
    await database.delete();
    await database.open();
    return succeed({ progress: undefined, kept });
  } catch {
    return forget();
  }
}

/**
 * Reads the whole database while the window is in use already; `pause` lies between two slices. Damage is noted in the database
 * itself: a new start, which the caller brings about, makes it again from the journal.
 */
export async function checkBehind(
  database: Database,
  seal: Seal,
  pause: () => Promise<void>,
): Promise<Outcome<'whole' | 'damaged'>> {
  try {
    for (let left = mostReadings; ; left -= 1) {
      const rows = await checkRows(database, seal, pause);
      if (rows === 'whole') return succeed('whole');
      // On a full disk Chromium closes it on the way: that is said by who writes, and the next start reads it through.
      if (await isDiskFull()) return succeed('whole');
      if (!database.isOpen()) await database.open();
      if (rows === 'unknown' && left > 1) continue;
      await database.progress.update('progress', { isDamaged: true });
      return succeed('damaged');
    }
  } catch {
    return forget();
  }
}

/** Chromium cannot even throw it away: main does, before the next window opens. */
async function forget(): Promise<Outcome<never>> {
  const forgotten = await callBridge('profile.forget', {});
  return fail(forgotten.ok ? problem('profile.broken') : forgotten.problem);
}

async function replay(
  database: Database,
  seal: Seal,
  from: ProgressRow,
  tellAt: (sequence: number) => void,
): Promise<Outcome<number>> {
  await database.progress.put({ ...from, unsent: await database.outbox.orderBy('ids').count() });
  return catchUp(laptopStoreOn(database, seal), from.sequence, tellAt);
}

async function journalAgain(database: Database, seal: Seal): Promise<Outcome<null>> {
  const waiting = [
    ...(await database.outbox.orderBy('order').toArray()).flatMap((row) => changesInRow(seal, row)),
    ...(await database.refused.toArray()).map(({ sealed }) => openJson<Change>(seal, sealed)),
  ];
  for (let from = 0; from < waiting.length; from += pageSize) {
    const changes = waiting.slice(from, from + pageSize);
    const written = await callBridge('journal.append', { origin: 'local', changes });
    if (!written.ok) return fail(written.problem);
  }
  return succeed(null);
}
