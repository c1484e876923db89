import { Dexie, type EntityTable, type Table } from 'dexie';
import type { RecordKind } from '../../shared/records/record-schemas';
import type { Problem } from '../../shared/problems';
import type { Cursors, Views } from '../../shared/protocol/sync';
import type { HubProgress } from '../../shared/sync/laptop-store';
import { pagedRecords } from './record-pages/paged-records';

/** A record: the columns that queries need in the clear, the merge state sealed. */
export interface RecordRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly tour: string;
  readonly stop: string;
  /** The site of a stop, and of nothing else: an index of ten thousand empty entries would cost as much as a full one. */
  readonly site?: string;
  readonly deleted: 0 | 1;
  /** Only where it is so, likewise; rows of an older Xunji say 0. */
  readonly conflicted?: 0 | 1;
  /** The change that made it is in the record and not in the history as well: see alone.ts. */
  readonly alone?: 1;
  readonly sealed: Uint8Array;
}

/** What a record is found and counted by, without what it holds. */
export type RowKeys = Omit<RecordRow, 'sealed'>;

/** Many records that came at once as one row, like the pages of the history: see record-pages/. `records` answers for them. */
export interface RecordPage {
  /** The first id, and what makes it a key that no other page had. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly stops: readonly IDBValidKey[];
  readonly kinds: readonly IDBValidKey[];
  readonly places: readonly IDBValidKey[];
  readonly conflicts: readonly IDBValidKey[];
  readonly sites: readonly IDBValidKey[];
  readonly rows: readonly RecordRow[];
}

/** Changes that the server has not settled yet, in the order in which they were made: one, or some that came together. */
export interface OutboxRow {
  readonly order: number;
  readonly ids: readonly string[];
  /** The record of each. */
  readonly records: readonly string[];
  /** Where the journal has each; not known of all. */
  readonly sequences?: readonly number[];
  /** The changes, also those that have gone from here since they came: see outbox/changes-in-row.ts. */
  readonly sealed: Uint8Array;
}

/** A change that the server will not take: set aside for the person, out of the way of the others. */
export interface RefusedRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly record: string;
  readonly problem: Problem;
  /** Of a page that this laptop carried: not offered again by its own right, but where the person says so. */
  readonly isWithheld?: boolean;
  readonly sealed: Uint8Array;
  /** Of its fields, what refused changes had replaced in whose place it stands: they are forgotten, this must not be. */
  readonly passed?: Readonly<Record<string, readonly string[]>>;
}

/** A change from the server that this version of Xunji does not understand: kept as it came, and read after an update. */
export interface UnreadRow {
  readonly id: string;
  readonly sealed: Uint8Array;
  /** It came from a team's hub: the central server may not have it. */
  readonly isOfHub?: true;
}

/** One change as it was made, for the history of its record: the merge state keeps the ids of what was replaced, not the values. */
export interface HistoryRow {
  readonly id: string;
  readonly record: string;
  readonly sealed: Uint8Array;
}

/** Many changes that came at once, of one scope, as one row: written one by one they are half of what an exchange costs. */
export interface HistoryPage {
  /** Of the first of them. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly records: readonly string[];
  /** The changes, in their order. */
  readonly sealed: Uint8Array;
}

/** What others left open at a site of this laptop's tours: no record, and no change makes it. See open-items/. */
export interface OpenItemRow {
  readonly id: string;
  readonly site: string;
  readonly sealed: Uint8Array;
}

export interface FileRow {
  readonly sha256: string;
  readonly state: 'toSend' | 'toFetch' | 'settled';
  /** The attachment that brought it, its size in bytes, its type; rows of an older Xunji have none of these. */
  readonly record?: string;
  readonly size?: number;
  readonly mime?: string;
  /** Its small picture has been moved. */
  readonly hasThumb?: boolean;
  /** Why it did not move the last time; a line that was down is not said of each file. */
  readonly problem?: Problem;
}

/** One row: how far this database has followed the journal and the server. */
export interface ProgressRow {
  readonly key: 'progress';
  /** The journal whose entries are in here, and the last of them. */
  readonly generation: string;
  readonly sequence: number;
  /** See tally.ts. */
  readonly tally: number;
  /** How many changes are in the outbox; see outbox/count-unsent.ts. */
  readonly unsent?: number;
  /** Rows were found missing or damaged: the next start makes the database again from the journal. */
  readonly isDamaged?: true;
  /** Damage in the journal that was answered and said already, in bytes. */
  readonly damagedBytes?: number;
  readonly epoch: string | null;
  readonly cursors: Cursors;
  /** The views that the cursors were got with, and scopes whose removal is due; absent where an older Xunji made the row. */
  readonly views?: Views;
  readonly lost?: readonly string[];
  readonly taken?: readonly string[];
  readonly lastContact: string | null;
  /** Tours that a person has put away, each with its title and date for the list of them. */
  readonly away?: readonly { readonly scope: string; readonly sealed: Uint8Array }[];
  /** Originals that are being taken off the disk: see ask-for-going.ts. */
  readonly goingFiles?: readonly string[];
  /** The version of what is in `openItems`; absent or empty where they are to be asked for as a whole. */
  readonly openItems?: string;
  /** There are more than the server gives of them. */
  readonly isOpenItemsCut?: boolean;
  /** The epoch of the hub that this laptop goes by. */
  readonly hub?: string;
}

/** How far this laptop has followed one team hub: see shared/sync/exchange-with-hub.ts. */
export type HubRow = HubProgress & { readonly epoch: string };

/** A file that is still to be given to the hub, or got from it. */
export interface HubFileRow {
  readonly sha256: string;
}

export interface Database extends Dexie {
  readonly records: Table<RecordRow, string>;
  readonly recordPages: Table<RecordPage, string>;
  readonly outbox: EntityTable<OutboxRow, 'order'>;
  readonly refused: Table<RefusedRow, string>;
  readonly unread: Table<UnreadRow, string>;
  readonly history: Table<HistoryRow, string>;
  readonly historyPages: Table<HistoryPage, string>;
  readonly files: Table<FileRow, string>;
  readonly progress: Table<ProgressRow, string>;
  readonly hubs: Table<HubRow, string>;
  readonly hubFiles: Table<HubFileRow, string>;
  readonly openItems: Table<OpenItemRow, string>;
}

/**
 * Strict durability, because Chromium's default lost every acknowledged record in a power cut. Opened by `recover` alone: when
 * Chromium closes a damaged database in the middle of work, an empty one must not quietly take its place.
 */
export function openDatabase(name = 'xunji'): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false }) as Database;
  database.version(1).stores({
    records: 'id, [tour+kind], [stop+kind], kind, [tour+kind+deleted+stop], conflicted, site',
    outbox: '++order, &id, record',
    refused: 'id, record',
    files: 'sha256, state',
    progress: 'key',
  });
  database.version(2).stores({ unread: 'id' });
  database.version(3).stores({ history: 'id, record' });
  database.version(4).stores({ hubs: 'epoch', hubFiles: 'sha256' });
  database.version(5).stores({ historyPages: 'id, *ids, *records' });
  // What was asked by tour and kind, the longer index answers as well.
  database.version(6).stores({
    records: 'id, [stop+kind], kind, [tour+kind+deleted+stop], conflicted, site',
  });
  database.version(7).stores({ openItems: 'id, site' });
  database.version(8).stores({ recordPages: 'id, *ids, *stops, *kinds, *places, *conflicts, *sites' });
  database
    .version(9)
    .stores({ outbox: '++order, *ids, *records' })
    .upgrade((transaction) => transaction.table('outbox').toCollection().modify(asPortion));
  database.use(pagedRecords);
  return database;
}

/** An older Xunji kept each change in a row of its own. */
function asPortion(row: { id?: string; record?: string; sequence?: number } & Record<string, unknown>): void {
  const { id, record, sequence } = row;
  Object.assign(row, {
    ids: [id],
    records: [record],
    ...(sequence !== undefined && { sequences: [sequence] }),
  });
  delete row.id;
  delete row.record;
  delete row.sequence;
}
