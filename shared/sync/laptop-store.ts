import type { AnyChange, Change } from '../changes/change';
import type { Outcome } from '../outcome';
import type { Problem } from '../problems';
import type { JournalEntry } from '../protocol/bridge';
import type { Cursors, Views } from '../protocol/sync';

/** How far a laptop has followed its server. */
export interface SyncProgress {
  /** The server's epoch that the rest belongs to; null before the first contact. */
  readonly epoch: string | null;
  readonly cursors: Cursors;
  /** The views that the cursors were got with. */
  readonly views: Views;
  /** Scopes that this laptop may no longer read, or not all of; they go once what is unsent of them has gone. */
  readonly lost: readonly string[];
  /** Scopes that were removed and not given back since: a hub that still carries them does not bring them again. */
  readonly taken: readonly string[];
  /** Scopes that a person has put away: they are at the server and not here. Those that are lost as well are on their way out. */
  readonly away: readonly string[];
}

/** How far a laptop has followed one team hub. Each hub has a place of its own, so that coming back to one costs nothing. */
export interface HubProgress {
  /** The hub's epoch; null before any was met. */
  readonly epoch: string | null;
  readonly cursors: Cursors;
  /** What the hub carries. Nothing of another scope is handed to it. */
  readonly views: Views;
  /** The last entry of the journal that was handed to it, or passed over because it is of a scope that it does not carry. */
  readonly handed: number;
  readonly lastContact: string | null;
  /** This laptop's own, and all up to the cursors was taken, also of what is withheld from it. */
  readonly isWhole?: true;
}

/** What is known of a hub that was not met yet. */
export function newHub(epoch: string | null): HubProgress {
  return { epoch, cursors: {}, views: {}, handed: 0, lastContact: null };
}

/** A change that waits to be sent. What it holds is opened only where somebody needs it: main has it in its journal. */
export interface Unsent {
  readonly id: string;
  readonly record: string;
  /** Where the journal has it; not known of all. */
  readonly sequence?: number | undefined;
  body(): Change;
}

/** Where the journal's entries after `from`, up to `sequence`, have been taken into the database. */
export interface JournalPlace {
  readonly from: number;
  readonly sequence: number;
}

/** What one step writes into the database. */
export interface LaptopStep {
  /**
   * Into the records; local ones also into the outbox, where they are not in it yet. Of what was put away local ones bring all again
   * (`leftAway`).
   */
  readonly merge?: Readonly<Partial<Record<'local' | 'remote', readonly Change[]>>>;
  /** Local ones that wait already wait behind all others now: what goes out stands in the order of the journal. */
  readonly inOrder?: boolean;
  /** Taken back again: out of records, outbox and what was refused. After `merge`. */
  readonly discarded?: readonly Change[] | undefined;
  /** Where in the journal local ones lie, by their ids, as far as that is known. */
  readonly sequences?: ReadonlyMap<string, number>;
  /** Moves the database's place in the journal, unless entries before `from` are still missing. */
  readonly place?: JournalPlace | undefined;
  /** Changes that this version does not understand, kept as they came. */
  readonly unread?: readonly AnyChange[];
  /** Out of the outbox. */
  readonly done?: readonly string[];
  /** No longer refused. */
  readonly settled?: readonly string[];
  /** `isWithheld`: of a page that this laptop carried; it is not offered again by its own right. */
  readonly refused?: readonly {
    readonly change: Change;
    readonly problem: Problem;
    readonly isWithheld?: boolean;
  }[];
  /** The server may lack every file that another one had. */
  readonly sendFilesAgain?: boolean;
  readonly progress?: Partial<SyncProgress> & { readonly lastContact?: string };
  /** Scopes that each hub is asked for from their beginning. */
  readonly again?: readonly string[];
  /** The hub's place, which is the present one from then on; the files of what was given to it and got from it go and come as well. */
  readonly hub?: {
    readonly progress: HubProgress;
    readonly given: readonly Change[];
    readonly got: readonly Change[];
  };
}

/** How many visits of a laptop a removal would take. */
export interface VisitCount {
  readonly all: number;
  readonly lost: number;
}

/** A laptop's log, to its kernel. Adapters: Dexie and the journal in main, and memory in the simulation; one suite that both pass. */
export interface LaptopStore {
  readProgress(): Promise<SyncProgress>;
  /** The place of one hub; of the present one where none is named. */
  readHub(epoch?: string): Promise<HubProgress>;
  /** The oldest changes that the central server has not settled, as many as one exchange carries; `isFull` when more are waiting. */
  readUnsent(): Promise<{ readonly changes: readonly Unsent[]; readonly isFull: boolean }>;
  /** Which of the scopes have changes, or files of their records, that wait to be sent. */
  findUnsent(scopes: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Which of the scopes have something that may be nowhere else: what `findUnsent` tells, changes that were refused or that wait for an
   * update, and files that were not sent, whatever keeps them from it.
   */
  findHeld(scopes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these changes are here already, by their ids. */
  findKnown(changes: readonly AnyChange[]): Promise<ReadonlySet<string>>;
  /** Appends to the journal, durable when it resolves; gives the sequence of the last of them. */
  append(origin: JournalEntry['origin'], changes: readonly Change[]): Promise<Outcome<number>>;
  /** The journal's entries after a sequence, in order; none at its end. */
  readJournal(after: number): Promise<Outcome<readonly JournalEntry[]>>;
  /** All of it in one transaction, durable when it resolves. Doing it twice changes nothing. */
  commit(step: LaptopStep): Promise<void>;
  countVisits(scopes: readonly string[]): Promise<VisitCount>;
  /**
   * Everything of these scopes goes, from the journal for good and then from the database with its cursors and views; what was refused
   * stays. Then they count as taken. Stopped in between, or where the disk forbids it, they are still lost.
   */
  removeScopes(scopes: readonly string[]): Promise<Outcome<null>>;
}
