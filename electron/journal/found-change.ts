import type { AnyChange } from '../../shared/changes/change';

/** A change as the journal has it. */
export interface FoundChange {
  readonly id: string;
  readonly scope: string;
  /** Its JSON. */
  readonly text: string;
}

/** What an entry begins with whose change was made on this laptop: ids need no escapes. */
const usual = /^\{"origin":"[a-z]+","change":(?=\{"id":"([^"\\]+)","scope":"([^"\\]+)",)/;

/** The change in an entry, as it was checked when it was written: thousands are sent on as they are, without being read. */
export function foundChange(payload: Uint8Array): FoundChange {
  const entry = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('utf8');
  const [head, id, scope] = usual.exec(entry) ?? [];
  if (head !== undefined && id !== undefined && scope !== undefined)
    return { id, scope, text: entry.slice(head.length, -1) };
  const { change } = JSON.parse(entry) as { readonly change: AnyChange };
  return { id: change.id, scope: String(change['scope']), text: JSON.stringify(change) };
}
