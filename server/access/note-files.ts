import { findBrought, findNamed, lockFilesOf } from '../database/attachment-queries';
import type { Transaction } from '../database/database';
import { askFor } from '../database/reader-queries';
import { dropUnnamed } from '../database/unnamed-file-queries';
import { attachmentsOf } from '../changes/attachments-of';
import type { NumberedChange } from '../changes/numbered-change';
import type { Office } from '../office';
import { type Deed, appendAudit, serverScope } from './append-audit';
import type { Asking } from './asking';

/**
 * What somebody did with a file: began to send it, brought it or the small picture with this hash, or has it and was found to be
 * allowed to, because it was here before.
 */
interface FileDeed {
  readonly act: 'begun' | 'stored' | 'known' | 'thumb';
  readonly sha256: string;
  readonly thumb?: string;
}

/** A file takes as long to be flushed meanwhile; files of one laptop, three at once, are often finished within it of each other. */
const gatherMillis = 10;

type NoteFiles = (asking: Asking, deeds: readonly FileDeed[]) => Promise<void>;

interface Waiting {
  readonly asking: Asking;
  readonly deeds: readonly FileDeed[];
  readonly done: (error?: unknown) => void;
}

/**
 * Notes who brought which file: they may ask for it before the record that names it has come, and so may from now on all readers of
 * the records that they see it named in. Whoever only names a hash does not get the file. What comes within a moment, or
 * while one transaction is under way, goes together into the next one: an evening brings thousands.
 */
export function fileNoter({ database }: Pick<Office, 'database'>): NoteFiles {
  let waiting: Waiting[] = [];
  let isBusy = false;
  async function work(): Promise<void> {
    isBusy = true;
    await new Promise((resolve) => setTimeout(resolve, gatherMillis));
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const [ended] = await Promise.allSettled([
        database.transact((transaction) => noteAll(transaction, batch)),
      ]);
      for (const { done } of batch) done(ended.status === 'rejected' ? ended.reason : undefined);
    }
    isBusy = false;
  }
  return (asking, deeds) =>
    new Promise((resolve, reject) => {
      waiting.push({ asking, deeds, done: (error) => (error === undefined ? resolve() : reject(error)) });
      if (!isBusy) void work();
    });
}

/** The files that these changes name and that their sender has brought before: for all who read the changes they are here. */
export async function noteNamed(
  transaction: Transaction,
  { caller }: Asking,
  changes: readonly NumberedChange[],
): Promise<void> {
  const named = attachmentsOf(changes);
  if (named.length === 0) return;
  await lockFilesOf(transaction.query, caller.account);
  const hashes = named.map(({ sha256 }) => sha256);
  const brought = new Map(
    (await findBrought(transaction.query, hashes, caller.account)).map((row) => [row.sha256, row]),
  );
  const rows = named.flatMap((row) => {
    const theirs = brought.get(row.sha256);
    return theirs ? [{ ...row, is_held: theirs.is_held, thumb: theirs.thumb }] : [];
  });
  await transaction.put('attachments', distinct(rows));
}

async function noteAll(transaction: Transaction, batch: readonly Waiting[]): Promise<void> {
  // Before anybody is told that a file is here: from here on the sweep leaves it alone.
  await dropUnnamed(
    transaction.query,
    batch.flatMap((one) => one.deeds.filter(({ act }) => act !== 'begun').map(({ sha256 }) => sha256)),
  );
  // Behind those rows, as where a change names a file, and in one order: two that wait for each other would wait for ever.
  const accounts = new Set(batch.map(({ asking }) => asking.caller.account).sort());
  for (const account of accounts) {
    const deeds = batch
      .filter(({ asking }) => asking.caller.account === account)
      .flatMap((one) => one.deeds)
      .filter(({ act }) => act !== 'begun');
    if (deeds.length > 0) await noteFor(transaction, account, deeds);
  }
  const told = batch.flatMap(({ asking: { caller }, deeds }) =>
    deeds
      .filter(({ act }) => act !== 'known')
      .map(({ act, sha256 }): Deed => {
        const { account, device } = caller;
        return { scope: serverScope, account, device, act: auditActOf[act], subject: sha256 };
      }),
  );
  await appendAudit(transaction, told, batch[0]?.asking.now ?? 0);
}

const auditActOf = {
  begun: 'attachment.begun',
  stored: 'attachment.stored',
  known: 'attachment.stored',
  thumb: 'thumb.stored',
} as const;

async function noteFor(transaction: Transaction, account: string, deeds: readonly FileDeed[]): Promise<void> {
  const { query, put } = transaction;
  await askFor(query, account);
  await lockFilesOf(query, account);
  const named = await findNamed(
    query,
    deeds.map(({ sha256 }) => sha256),
    account,
  );
  const thumbs = new Map(deeds.flatMap(({ sha256, thumb }) => (thumb ? [[sha256, thumb] as const] : [])));
  const files = new Set(deeds.filter(({ act }) => act !== 'thumb').map(({ sha256 }) => sha256));
  const own = deeds
    .filter(({ act }) => act !== 'known')
    .map(({ sha256 }) => ({ scope: serverScope, sha256, record: account, is_held: false, thumb: '' }));
  const rows = distinct([...own, ...named]);
  await put(
    'attachments',
    rows
      .filter(({ sha256, is_held }) => files.has(sha256) && !is_held)
      .map(({ scope, sha256, record }) => ({ scope, sha256, record, is_held: true })),
  );
  // The first one stays: who sends another later changes nothing.
  await put(
    'attachments',
    rows
      .filter(({ sha256, thumb }) => thumbs.has(sha256) && thumb === '')
      .map(({ scope, sha256, record }) => ({ scope, sha256, record, thumb: thumbs.get(sha256) ?? '' })),
  );
}

/** A statement writes a row once. */
function distinct<T extends { readonly scope: string; readonly sha256: string; readonly record: string }>(
  rows: readonly T[],
): readonly T[] {
  return [...new Map(rows.map((row) => [`${row.scope} ${row.sha256} ${row.record}`, row])).values()];
}
