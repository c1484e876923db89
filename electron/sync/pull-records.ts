import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { type Outcome, succeed } from '../../shared/outcome';
import type { Cursors, Views } from '../../shared/protocol/sync';
import { type Connection, exchange } from './sync-client';

/** Everything that a server holds, merged: record id to state. For commands that look once; a laptop keeps cursors instead. */
export async function pullRecords(
  connection: Connection,
  device: string,
): Promise<Outcome<ReadonlyMap<string, RecordState>>> {
  const states = new Map<string, RecordState>();
  let epoch: string | null = null;
  let cursors: Cursors = {};
  let views: Views = {};
  for (;;) {
    const answered = await exchange(connection, { protocol: 2, device, epoch, cursors, views, changes: [] });
    if (!answered.ok) return answered;
    const { newer, more } = answered.value;
    ({ epoch, cursors, views } = answered.value);
    for (const change of newer) states.set(change.record, merge(states.get(change.record), change));
    if (!more) return succeed(states);
  }
}
