import { createHash } from 'node:crypto';
import type { RecordState } from '../../shared/changes/record-state';

/** What two replicas must agree on, whatever the order in which things came. Records that only one laptop may have are left out. */
export function stateHash(
  records: ReadonlyMap<string, RecordState>,
  isShared: (id: string) => boolean,
): string {
  const hash = createHash('sha256');
  for (const id of [...records.keys()].filter(isShared).sort()) {
    const state = records.get(id);
    if (!state) continue;
    hash.update(`${id} ${state.kind} ${state.scope}`);
    for (const name of Object.keys(state.fields).sort())
      hash.update(`${name} ${JSON.stringify(state.fields[name])}`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The same without what a clock writes: the time in an id, and the label beside a value. */
export function clocklessHash(records: ReadonlyMap<string, RecordState>): string {
  const short = (id: string) => id.slice(-17);
  const lines = [...records.values()].flatMap((state) =>
    Object.entries(state.fields).map(([name, { heads, past }]) => {
      const shown = heads.map((head) => [short(head.change), head.value, head.author]);
      return JSON.stringify([state.id, name, shown, past.map(short).sort()]);
    }),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

export function traceHash(events: readonly string[]): string {
  return createHash('sha256').update(events.join('\n')).digest('hex').slice(0, 16);
}
