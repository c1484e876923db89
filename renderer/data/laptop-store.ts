import type { Change } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import { succeed } from '../../shared/outcome';
import { exchangeLimit, wholeView } from '../../shared/protocol/sync';
import type { Seal } from '../../shared/sealing/seal';
import {
  type LaptopStep,
  type LaptopStore,
  type SyncProgress,
  type Unsent,
  newHub,
} from '../../shared/sync/laptop-store';
import { callBridge } from './call-bridge';
import type { Database, ProgressRow } from './database';
import { takeBack } from './discard-refused';
import { askHubsAgain, keepHub } from './keep-hub';
import { findHeld } from './find-held';
import { haveAgain } from './have-again';
import { keepProgress } from './keep-progress';
import { dropReplaced } from './drop-replaced';
import { findKnownChanges } from './history';
import { mergeIntoDatabase } from './merge-into-database';
import { changesInRow } from './outbox/changes-in-row';
import { readOldest } from './outbox/read-oldest';
import { removeScopes } from './remove-scopes';
import { followJournal } from './follow-journal';
import { openState, sealJson } from './sealed-json';
import { takeFromOutbox } from './outbox/take-from-outbox';
import { rowsByKeys } from './rows-by-keys';

/** Begun before the next change: a few long texts must not make a request that the server's limit forbids for ever. */
const batchBytes = 4 << 20;

const journalPage = 1000;

/** The kernel's port on Dexie, and on the journal that main keeps. */
export function laptopStoreOn(database: Database, seal: Seal, mostChanges = exchangeLimit): LaptopStore {
  return {
    async readProgress() {
      return progressOf(await database.progress.get('progress'));
    },
    async readHub(epoch) {
      const asked = epoch ?? (await database.progress.get('progress'))?.hub ?? null;
      return (asked === null ? undefined : await database.hubs.get(asked)) ?? newHub(asked);
    },
    readUnsent: () => readQueue(database, seal, mostChanges),
    async findUnsent(scopes) {
      const unsent = new Set<string>();
      await database.outbox.each((row) => {
        for (const { scope } of changesInRow(seal, row)) unsent.add(scope);
      });
      for (const state of await statesOfUnsentFiles(database, seal)) unsent.add(state.scope);
      return new Set(scopes.filter((scope) => unsent.has(scope)));
    },
    findHeld: (scopes) => findHeld(database, seal, scopes),
    findKnown: (changes) => findKnownChanges(database, seal, changes),
    async append(origin, changes) {
      const written = await callBridge('journal.append', { origin, changes: [...changes] });
      return written.ok ? succeed(written.value.sequence) : written;
    },
    async readJournal(after) {
      const page = await callBridge('journal.read', { after, limit: journalPage });
      return page.ok ? succeed(page.value.entries) : page;
    },
    commit: (step) =>
      // An async function, or Dexie does not follow its awaits and the transaction ends early.
      database.transaction('rw', database.tables, async () => {
        await write(database, seal, step);
      }),
    async countVisits(scopes) {
      const stops = scopes.map((scope) => [scope, 'stop']);
      const all = await database.records.where('kind').equals('stop').count();
      return { all, lost: (await rowsByKeys(database.records, '[tour+kind]', stops)).length };
    },
    removeScopes: (scopes) => removeScopes(database, seal, scopes),
  };
}

/** The oldest changes of the outbox behind a place in it; `end` is the place of the last of them. */
export async function readQueue(
  database: Database,
  seal: Seal,
  most: number,
  behind = 0,
): Promise<{ readonly changes: readonly Unsent[]; readonly isFull: boolean; readonly end: number }> {
  const { rows, isFull } = await readOldest(database, most, batchBytes, behind);
  const changes = rows.flatMap((row) => {
    let opened: readonly Change[] | undefined;
    return row.ids.map((id, at) => ({
      id,
      record: row.records[at] ?? '',
      sequence: row.sequences?.[at],
      body: () => (opened ??= changesInRow(seal, row))[at] as Change,
    }));
  });
  return { changes, isFull, end: rows.at(-1)?.order ?? behind };
}

/** The records of files that are only here yet. One whose record was refused, or that nobody has, never goes: nothing waits for it. */
async function statesOfUnsentFiles(database: Database, seal: Seal): Promise<readonly RecordState[]> {
  const waiting = await database.files.where('state').equals('toSend').toArray();
  const going = waiting.filter(
    ({ problem }) => problem?.code !== 'attachment.recordRefused' && problem?.code !== 'attachment.lost',
  );
  const rows = await database.records.bulkGet(going.flatMap(({ record }) => record ?? []));
  return rows.flatMap((row) => (row ? [openState(seal, row.sealed)] : []));
}

/** A database that an older Xunji made has no views: everybody saw everything. */
function progressOf(row: ProgressRow | undefined): SyncProgress {
  const { epoch = null, cursors = {}, lost = [], taken = [], away = [] } = row ?? {};
  const views = row?.views ?? Object.fromEntries(Object.keys(cursors).map((scope) => [scope, wholeView]));
  return { epoch, cursors, views, lost, taken, away: away.map(({ scope }) => scope) };
}

async function write(database: Database, seal: Seal, step: LaptopStep): Promise<void> {
  const { merge = {}, sequences, unread = [], done = [], settled = [], refused = [], progress } = step;
  const { place, hub, again = [] } = step;
  if (hub) await keepHub(database, hub);
  if (step.inOrder)
    await takeFromOutbox(
      database,
      (merge.local ?? []).map(({ id }) => id),
    );
  for (const origin of ['local', 'remote'] as const) {
    const changes = merge[origin] ?? [];
    if (changes.length > 0) await mergeIntoDatabase(database, seal, changes, origin, sequences);
  }
  for (const change of step.discarded ?? [])
    await takeBack(database, seal, change.record, new Set([change.id]));
  if (unread.length > 0)
    await database.unread.bulkPut(
      unread.map((change) => ({
        id: change.id,
        sealed: sealJson(seal, change),
        ...(hub && { isOfHub: true as const }),
      })),
    );
  if (done.length > 0) await takeFromOutbox(database, done);
  // Mostly there is nothing refused, and then nothing to look for.
  if (settled.length > 0 && (await database.refused.count()) > 0)
    await database.refused.bulkDelete([...settled]);
  if (refused.length > 0) {
    const rows = refused.map(({ change, problem, isWithheld }) => {
      const { id, kind, record } = change;
      const held = isWithheld && { isWithheld };
      return { id, kind, record, problem, ...held, sealed: sealJson(seal, change) };
    });
    await database.refused.bulkPut(rows);
    await dropReplaced(
      database,
      seal,
      rows.map((row) => row.record),
    );
  }
  if (step.sendFilesAgain) await database.files.where('state').equals('settled').modify({ state: 'toSend' });
  if (progress) await keepProgress(database, seal, progress);
  // After it: what counts as lost from now on is on its way out, and stays away.
  if (merge.local) await haveAgain(database, merge.local);
  if (again.length > 0) await askHubsAgain(database, again);
  if (place) await followJournal(database, place.sequence, place.sequence - place.from);
}
