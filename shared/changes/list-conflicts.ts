import { isDerived } from '../records/is-derived';
import { mergeHeads } from './merge-heads';
import type { Head, RecordState } from './record-state';

/** What only a person can decide about a record. */
export type Conflict =
  /** Values of one field that do not replace each other; the first is shown meanwhile. */
  | { readonly kind: 'values'; readonly field: string; readonly heads: readonly Head[] }
  /** Long texts whose edits met: `merged`, in which all of them are, is shown meanwhile. */
  | {
      readonly kind: 'text';
      readonly field: string;
      readonly heads: readonly Head[];
      readonly merged: string;
    }
  /** The record was deleted by somebody who had not seen these values. */
  | {
      readonly kind: 'editedWhileDeleted';
      readonly field: 'deleted';
      readonly heads: readonly Head[];
      readonly edits: readonly { readonly field: string; readonly head: Head }[];
    };

/**
 * Where people set the same field without seeing each other, or one deleted what another still worked on. Two people who typed
 * the same are no conflict, nor long texts that were edited in different places, nor what nobody typed: the form makes it anew.
 */
export function listConflicts(state: RecordState): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const several = Object.entries(state.fields).filter(([, { heads }]) => heads.length > 1);
  // The fields of a state stand in the order in which they came here.
  for (const [field, held] of several.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { heads } = held;
    if (isDerived(state.kind, field)) continue;
    const text = mergeHeads(state, field, held);
    if (text === null && new Set(heads.map((head) => JSON.stringify(head.value))).size > 1)
      conflicts.push({ kind: 'values', field, heads });
    else if (text?.isClean === false) conflicts.push({ kind: 'text', field, heads, merged: text.text });
  }
  const edits = editsUnseen(state);
  if (edits.length > 0)
    conflicts.push({ kind: 'editedWhileDeleted', field: 'deleted', heads: deletionsOf(state), edits });
  return conflicts;
}

/** Deletions that nobody took back; those of earlier versions, which do not say what they saw, saw all. */
function deletionsOf(state: RecordState): readonly Head[] {
  const heads = Object.hasOwn(state.fields, 'deleted') ? (state.fields['deleted']?.heads ?? []) : [];
  return heads.every((head) => head.value === true && head.saw) ? heads : [];
}

/** Values of which whoever deleted the record knew nothing; none where it stands. */
export function editsUnseen(state: RecordState): readonly { readonly field: string; readonly head: Head }[] {
  const deletions = deletionsOf(state);
  if (deletions.length === 0) return [];
  const saw = new Set(deletions.flatMap((head) => head.saw ?? []));
  // What the deleting device itself set is older than the deletion and among those, or knows of it.
  const devices = new Set(deletions.map((head) => head.device));
  return Object.entries(state.fields).flatMap(([field, { heads }]) =>
    field === 'deleted' || isDerived(state.kind, field)
      ? []
      : heads
          .filter((head) => !saw.has(head.change) && !devices.has(head.device))
          .map((head) => ({ field, head })),
  );
}
