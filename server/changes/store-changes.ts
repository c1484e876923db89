import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { insertAttachments } from '../database/attachment-queries';
import { insertChanges } from '../database/change-queries';
import type { Query } from '../database/database';
import { readStates, writeStates } from '../database/record-queries';
import { setLastNumbers } from '../database/scope-queries';
import { attachmentsOf } from './attachments-of';
import type { NumberedChange } from './numbered-change';

/**
 * Appends numbered changes to the log and merges them into their records: a handful of statements, however many changes.
 * The scopes must be locked (a push), or nobody else be there (a rebuild).
 */
export async function storeChanges(query: Query, changes: readonly NumberedChange[]): Promise<void> {
  if (changes.length === 0) return;
  await insertChanges(query, changes);
  await setLastNumbers(query, new Map(changes.map(({ number, change }) => [change.scope, number])));
  await writeStates(query, await mergeStates(query, changes));
  await insertAttachments(query, attachmentsOf(changes));
}

async function mergeStates(
  query: Query,
  changes: readonly NumberedChange[],
): Promise<readonly RecordState[]> {
  const touched = new Map(changes.map(({ change }) => [keyOf(change.scope, change.record), change]));
  const asked = [...touched.values()];
  const before = await readStates(
    query,
    asked.map((change) => change.scope),
    asked.map((change) => change.record),
  );
  const states = new Map(before.map((state) => [keyOf(state.scope, state.id), state]));
  for (const { change } of changes) {
    const key = keyOf(change.scope, change.record);
    states.set(key, merge(states.get(key), change));
  }
  return [...states.values()];
}

/** Ids hold no space. */
function keyOf(scope: string, id: string): string {
  return `${scope} ${id}`;
}
