import type { Database, OutboxRow, RecordRow } from './database';

/** The rows that the fingerprint covers: what a person typed, and what of it still has to be sent. */
export type TalliedRow = RecordRow | Omit<OutboxRow, 'order'>;

const encoder = new TextEncoder();

/**
 * A fingerprint of all records and all that waits to be sent, kept in the progress row by every write. A damaged IndexedDB may
 * open without an error and lack part of its rows, or hold older ones: then the rows and the fingerprint disagree.
 */
export function tallyOf(rows: readonly TalliedRow[]): number {
  return rows.reduce((sum, row) => sum ^ hashOfRow(row), 0);
}

/**
 * To be called in the transaction that writes the rows: `before` are those that go, `after` those that come. How many wait to be sent
 * is counted with it.
 */
export async function moveTally(
  database: Database,
  before: readonly TalliedRow[],
  after: readonly TalliedRow[],
): Promise<void> {
  const progress = await database.progress.get('progress');
  if (progress?.tally === undefined) return;
  const tally = progress.tally ^ tallyOf(before) ^ tallyOf(after);
  const unsent = (progress.unsent ?? 0) + countOf(after) - countOf(before);
  await database.progress.update('progress', { tally, ...(progress.unsent !== undefined && { unsent }) });
}

function countOf(rows: readonly TalliedRow[]): number {
  return rows.reduce((sum, row) => sum + ('kind' in row ? 0 : row.ids.length), 0);
}

/** All columns, since queries go by them: a record that says another stop is lost to its own. FNV-1a, against damage, not against people. */
export function hashOfRow(row: TalliedRow): number {
  const columns =
    'kind' in row
      ? [row.id, row.kind, row.tour, row.stop, row.site, row.deleted, row.conflicted]
      : [...row.ids, ...row.records];
  return fnv(row.sealed, fnvOfText(columns.join('\n'), 0x811c9dc5));
}

/** Of its bytes in UTF-8; where all letters are ASCII, as in ids, these are its letters. */
function fnvOfText(text: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return fnv(encoder.encode(text), seed);
    sum = Math.imul(sum ^ code, 0x01000193);
  }
  return sum;
}

/** By index: an iterator takes three times as long, and of ten thousand records that is a tenth of a second in which the window stands still. */
function fnv(bytes: Uint8Array, seed: number): number {
  let sum = seed;
  for (let at = 0; at < bytes.length; at += 1) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum;
}
