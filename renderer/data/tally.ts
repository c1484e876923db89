import type { Database } from './database';

const encoder = new TextEncoder();

/**
 * A fingerprint of all records and all that waits to be sent, kept in the progress row by every write. A damaged IndexedDB may
 * open without an error and lack part of its rows, or hold older ones: then the rows and the fingerprint disagree.
 */
export function tallyOf(pieces: readonly (Uint8Array | string)[]): number {
  return pieces.reduce((sum, piece) => sum ^ hash(piece), 0);
}

/** To be called in the transaction that writes the rows: `before` are the pieces that go, `after` those that come. */
export async function moveTally(
  database: Database,
  before: readonly (Uint8Array | string)[],
  after: readonly (Uint8Array | string)[],
): Promise<void> {
  const progress = await database.progress.get('progress');
  if (progress?.tally === undefined) return;
  const tally = progress.tally ^ tallyOf(before) ^ tallyOf(after);
  await database.progress.update('progress', { tally });
}

/** Reads every row and every index, so that a block that cannot be read is found now and not when a screen asks for it. */
export async function takeTally(database: Database): Promise<number> {
  for (const table of database.tables) {
    for (const { name } of table.schema.indexes) await table.orderBy(name).primaryKeys();
  }
  const [records, waiting] = await Promise.all([
    database.records.toArray(),
    database.outbox.toArray(),
    database.refused.toArray(),
    database.files.toArray(),
  ]);
  return tallyOf([...records.map((row) => row.sealed), ...waiting.map((row) => row.id)]);
}

/** FNV-1a, 32 bits: against damage, not against people. */
function hash(piece: Uint8Array | string): number {
  let sum = 0x811c9dc5;
  for (const byte of typeof piece === 'string' ? encoder.encode(piece) : piece)
    sum = Math.imul(sum ^ byte, 0x01000193);
  return sum;
}
