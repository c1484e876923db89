import type { Database, OutboxRow } from '../database';
import { moveTally } from '../tally';
import { readRows } from './read-oldest';

/** A row of which a part goes stands anew a little behind its place, and before the next one however often that happens. */
const step = 1 / 32;

/**
 * Takes changes out of the outbox, those of them that are in it; in the transaction of the caller. What was sent is what lies at
 * its beginning: that goes as one stretch, since asking for each by its id is as many ways to the browser and back.
 */
export async function takeFromOutbox(database: Database, ids: readonly string[]): Promise<void> {
  const { outbox } = database;
  const wanted = new Set(ids);
  const taken = (rows: readonly OutboxRow[]) =>
    rows.map((row) => ({ row, left: row.ids.flatMap((id, at) => (wanted.delete(id) ? [] : at)) }));
  const { rows: oldest } = await readRows(database, wanted.size, Number.POSITIVE_INFINITY);
  const all = taken(oldest);
  if (all.length > 0 && wanted.size > 0)
    all.push(
      ...taken(
        await outbox
          .where('ids')
          .anyOf([...wanted])
          .distinct()
          .toArray(),
      ),
    );
  const staying = all.findIndex(({ left }) => left.length > 0);
  const stretch = all.slice(0, Math.min(oldest.length, staying === -1 ? all.length : staying));
  const last = stretch.at(-1);
  if (last) await outbox.where('order').belowOrEqual(last.row.order).delete();
  const touched = all.filter(({ row, left }) => left.length < row.ids.length);
  await outbox.bulkDelete(touched.slice(stretch.length).map(({ row }) => row.order));
  const again = touched.flatMap(({ row, left }) => (left.length > 0 ? [part(row, left)] : []));
  await outbox.bulkPut(again);
  await moveTally(
    database,
    touched.map(({ row }) => row),
    again,
  );
}

function part(row: OutboxRow, left: readonly number[]): OutboxRow {
  const of = <T>(all: readonly T[]) => all.filter((_, at) => left.includes(at));
  return {
    ...row,
    order: row.order + step,
    ids: of(row.ids),
    records: of(row.records),
    ...(row.sequences && { sequences: of(row.sequences) }),
  };
}
