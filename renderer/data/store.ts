import type { Change } from '../../shared/changes/change';
import type { Author } from '../../shared/changes/make-change';
import type { Clock, RandomBytes } from '../../shared/clock';
import { newId } from '../../shared/ids/new-id';
import { localLabel } from '../../shared/local-label';
import { type Outcome, succeed } from '../../shared/outcome';
import type { Problem } from '../../shared/problems';
import type { BridgeInput, Settings } from '../../shared/protocol/bridge';
import type { Seal } from '../../shared/sealing/seal';
import type { VisitCount } from '../../shared/sync/laptop-store';
import { bringAgain } from '../../shared/sync/put-away';
import type { TourFile } from '../../shared/tour-file/tour-file';
import { addFile } from './add-file';
import type { OpenedBundle } from './bundles/read-bundle';
import { takeInBundle } from './bundles/take-in-bundle';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { discardRefused } from './discard-refused';
import { type Observable, createObservable } from './observable';
import { oneAtATime } from './one-at-a-time';
import { readTourFile } from './read-tour-file';
import { laptopStoreOn } from './laptop-store';
import { putTourAway } from './put-tour-away';
import type { Edit, Saved } from './save';
import { saveWhole } from './save-whole';
import { sayAnew } from './say-anew';
import { unsentOfDevice } from './outbox/unsent-of-device';
import { shareTours } from './share-tours';
import { startHubLoop } from './hub-loop';
import { type SyncStage, startSyncLoop } from './sync-loop';
import { sendAgain } from './try-again';
import { type Undo, createUndo } from './undo';
import { type Pen, createWriter } from './writer';

export type { Edit } from './save';

export interface Saving {
  readonly state: 'saved' | 'saving' | 'failed';
  readonly problem: Problem | null;
}

/** All that the screens may do with data. Reading is done by the use-… hooks. */
export interface Store {
  readonly device: string;
  readonly version: string;
  readonly engine: string;
  readonly database: Database;
  readonly seal: Seal;
  readonly saving: Observable<Saving>;
  readonly syncStage: Observable<SyncStage>;
  /** How it stands with the team's hub; `off` without one. */
  readonly hubStage: Observable<SyncStage>;
  /** What a person is asked before much of it goes; see sync-loop.ts. */
  readonly removal: Observable<VisitCount | null>;
  readonly settings: Observable<Settings>;
  readonly undo: Undo;
  userName(): string;
  newId(): string;
  now(): string;
  /** Gives the changes that were made: a text may hold words from elsewhere as well. */
  save(edits: readonly Edit[]): Promise<Outcome<readonly Change[]>>;
  /** Edits of any number that count together or not at all, and are undone together. */
  saveWhole(edits: readonly Edit[], onProgress: (done: number) => void): Promise<Outcome<readonly Change[]>>;
  /** An opened bundle, all of it or nothing. Gives how many changes were new. */
  takeIn(bundle: OpenedBundle): Promise<Outcome<number>>;
  /** A laptop that bundles are exchanged with is revoked, allowed again or taken off the list. */
  changeDevice(
    device: string,
    change: BridgeInput<'bundles.changeDevice'>['change'],
  ): Promise<Outcome<unknown>>;
  addFile(file: Blob, name: string): Promise<Outcome<{ sha256: string; size: number }>>;
  readTourFile(tour: string): Promise<TourFile>;
  /** One change after the other, each of what the one before left. */
  changeSettings(change: (now: Settings) => Partial<Settings>): Promise<Outcome<null>>;
  syncNow(): void;
  agreeToRemoval(scopes: readonly string[]): Promise<void>;
  /** Takes a tour off this laptop that the server has whole. */
  putAway(tour: string): Promise<Outcome<null>>;
  /** Has a tour again that was put away. */
  bringAgain(tour: string): Promise<void>;
  /** At once, also where there was no hub before. */
  hubNow(): void;
  /** What this laptop's own hub lends. */
  shareTours(tours: readonly string[]): Promise<Outcome<unknown>>;
  /** Offers what was refused of one record to the server once more, or of all. */
  sendAgain(record: string | null): Promise<void>;
  /** Takes back what was refused of one record; what the others know of it stands again. */
  discardRefused(record: string): Promise<Outcome<null>>;
}

export interface StoreParts {
  readonly database: Database;
  readonly seal: Seal;
  readonly device: string;
  readonly version: string;
  readonly engine: string;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** Wires the store: one queue for all writes, the sync loop behind it. */
export function createStore(parts: StoreParts): Store {
  const { database, seal, device, clock, random } = parts;
  const now = () => localLabel(new Date(clock()));
  const queue = oneAtATime();
  const settingsInTurn = oneAtATime();
  let underWay = 0;
  const settings = createObservable(parts.settings);
  const saving = createObservable<Saving>({ state: 'saved', problem: null });
  const loop = startSyncLoop(
    database,
    seal,
    queue,
    now,
    () => settings.get().transfers,
    () => queue(() => sayAnew(database, seal, author())),
  );
  const hubLoop = startHubLoop({
    database,
    seal,
    queue,
    now,
    transfers: () => settings.get().transfers,
    onTaken: loop.soon,
  });
  const writer = createWriter({
    database,
    seal,
    queue,
    onTrouble: (problem) => saving.set({ state: 'failed', problem }),
    onLevel: () => saving.set({ state: underWay === 0 ? 'saved' : 'saving', problem: null }),
  });
  const author = (): Author => ({ name: settings.get().userName, device, clock, random });

  const undo = createUndo({
    database,
    seal,
    device,
    clock,
    queue,
    save: (edits) => saveEdits(edits, () => {}),
    saveWhole: (edits) =>
      saveEdits(
        edits,
        () => {},
        wholePen(() => {}),
      ),
  });

  async function saveEdits(
    edits: readonly Edit[],
    note: (saved: readonly Saved[]) => void = undo.note,
    pen?: Pen,
  ): Promise<Outcome<readonly Change[]>> {
    underWay += 1;
    saving.set({ state: 'saving', problem: null });
    const outcome = await writer.write(author(), edits, pen);
    underWay -= 1;
    if (!outcome.ok) saving.set({ state: 'failed', problem: outcome.problem });
    else if (underWay === 0) saving.set({ state: 'saved', problem: null });
    if (outcome.ok) note(outcome.value);
    loop.soon();
    hubLoop.soon();
    return outcome.ok ? succeed(outcome.value.map(({ change }) => change)) : outcome;
  }

  return {
    ...parts,
    saving,
    settings,
    syncStage: loop.stage,
    hubStage: hubLoop.stage,
    removal: loop.removal,
    now,
    userName: () => settings.get().userName,
    newId: () => newId(clock, random),
    undo,
    save: (edits) => saveEdits(edits),
    saveWhole: (edits, onProgress) => saveEdits(edits, undo.noteWhole, wholePen(onProgress)),
    async takeIn(bundle) {
      const taken = await loop.between(() => takeInBundle(database, seal, queue, bundle));
      loop.soon();
      hubLoop.soon();
      return taken;
    },
    changeDevice: async (device, change) => {
      // In the queue: what a hub brings meanwhile is here before or comes after.
      const changed = await queue(async () => {
        const unsent = change === 'revoke' ? await unsentOfDevice(database, seal, device) : [];
        return callBridge('bundles.changeDevice', { device, change, unsent: [...unsent] });
      });
      loop.now();
      hubLoop.soon();
      return changed;
    },
    addFile,
    readTourFile: (tour) => readTourFile(database, seal, tour),
    changeSettings: (change) =>
      settingsInTurn(async () => {
        const next = { ...settings.get(), ...change(settings.get()) };
        const written = await callBridge('settings.write', next);
        if (!written.ok) return written;
        settings.set(next);
        loop.now();
        return succeed(null);
      }),
    syncNow: loop.now,
    hubNow: hubLoop.now,
    shareTours: (tours) => shareTours(laptopStoreOn(database, seal), queue, tours),
    agreeToRemoval: loop.agreeToRemoval,
    putAway: (tour) => putTourAway({ database, seal, queue, exchangeNow: loop.exchangeNow }, tour),
    async bringAgain(tour) {
      await queue(() => bringAgain(laptopStoreOn(database, seal), tour));
      loop.now();
      hubLoop.soon();
    },
    async sendAgain(record) {
      const { refused } = database;
      const found = await (record === null ? refused : refused.where('record').equals(record)).toArray();
      // What was refused of a carried page goes by this laptop's right where that is said of the record, not of all at once.
      const rows = found.filter(({ isWithheld }) => record !== null || !isWithheld);
      const held = rows.filter(({ isWithheld }) => isWithheld);
      const released = await callBridge('bundles.release', { changes: held.map(({ id }) => id) });
      if (!released.ok) return;
      await queue(() => sendAgain(database, seal, rows));
      loop.now();
    },
    discardRefused: (record) => queue(() => discardRefused(database, seal, record)),
  };
}

function wholePen(onProgress: (done: number) => void): Pen {
  return (database, seal, author, edits, onCounts) =>
    saveWhole(database, seal, author, edits, onProgress, onCounts);
}
