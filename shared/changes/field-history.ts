import type { Json } from '../json';
import type { Change } from './change';
import type { RecordState } from './record-state';

/** A value that a field has or had. */
export interface PastValue {
  readonly change: string;
  readonly value: Json;
  readonly author: string;
  readonly device: string;
  readonly at: string;
  /** It stands: nobody has replaced it. */
  readonly isHead: boolean;
  /** The value that it replaced; undefined for a first one, and for one that is not known here. */
  readonly before: Json | undefined;
  /** Its author went on typing (or took letters away) within the minute: one of many autosaves of one text. */
  readonly isDraft: boolean;
}

export interface FieldHistory {
  readonly field: string;
  /** Newest first: a value stands before those that it replaced, whatever the clocks said. */
  readonly values: readonly PastValue[];
  /** How many values are known to have been there and are not among `changes`. */
  readonly missing: number;
}

const draftMillis = 60_000;

/** Every value that every field of a record ever had, from the changes of that record. */
export function fieldHistories(state: RecordState, changes: readonly Change[]): readonly FieldHistory[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return Object.entries(state.fields).map(([field, { heads, past }]) => {
    const ids = [...new Set([...heads.map((head) => head.change), ...past])];
    const known = ids.flatMap((id) => {
      const change = byId.get(id);
      return change && Object.hasOwn(change.fields, field) ? [change] : [];
    });
    const shown = new Map(heads.map((head, place) => [head.change, place]));
    const age = agesOf(known, field);
    const next = new Map<string, Change>();
    for (const change of known) for (const id of replacedBy(change, field)) next.set(id, change);
    const values = known
      .toSorted(
        (a, b) =>
          (shown.get(a.id) ?? heads.length) - (shown.get(b.id) ?? heads.length) ||
          (age.get(b.id) ?? 0) - (age.get(a.id) ?? 0) ||
          (a.id < b.id ? 1 : -1),
      )
      .map((change) => ({
        change: change.id,
        value: change.fields[field]?.value ?? null,
        author: change.author,
        device: change.device,
        at: change.at,
        isHead: shown.has(change.id),
        before: valueBefore(change, field, byId),
        isDraft: isDraft(change, field, next.get(change.id)),
      }));
    return { field, values, missing: ids.length - known.length };
  });
}

/** How many values had to be replaced, one after another, before each came. */
function agesOf(changes: readonly Change[], field: string): ReadonlyMap<string, number> {
  const ages = new Map<string, number>();
  // Ids are ordered by time but for clocks that were wrong: a few rounds settle those as well.
  const ordered = changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (let moved = true, round = 0; moved && round < ordered.length; round += 1) {
    moved = false;
    for (const change of ordered) {
      const age = Math.max(0, ...replacedBy(change, field).map((id) => (ages.get(id) ?? 0) + 1));
      if (ages.get(change.id) === age) continue;
      ages.set(change.id, age);
      moved = true;
    }
  }
  return ages;
}

function valueBefore(change: Change, field: string, byId: ReadonlyMap<string, Change>): Json | undefined {
  const [id = ''] = replacedBy(change, field);
  return byId.get(id)?.fields[field]?.value;
}

function isDraft(change: Change, field: string, next: Change | undefined): boolean {
  if (!next || next.author !== change.author || next.device !== change.device) return false;
  const [value, later] = [change.fields[field]?.value, next.fields[field]?.value];
  if (typeof value !== 'string' || typeof later !== 'string') return false;
  if (!later.startsWith(value) && !value.startsWith(later)) return false;
  return Math.abs(Date.parse(next.at) - Date.parse(change.at)) < draftMillis;
}

function replacedBy(change: Change, field: string): readonly string[] {
  return change.fields[field]?.replaces ?? [];
}
