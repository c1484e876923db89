import type { Json } from '../json';
import type { TextBase } from './change';
import type { FieldState, Head, RecordState } from './record-state';

/** A head: the place of its change in `changes`, its value, what a long text was made from, what a deletion saw. */
type PackedHead = readonly [change: number, value: Json, base?: TextBase | null, saw?: readonly string[]];

/** The heads of a field, and what was replaced where something was. */
type PackedField = readonly [heads: readonly PackedHead[], past?: readonly string[]];

/**
 * A state as it is stored. A form's fields are mostly of one change: who made it, where and when stands once and not with each of
 * them, which is more than half of what a record takes on disk.
 */
export interface PackedState extends Pick<RecordState, 'id' | 'kind' | 'scope'> {
  readonly changes: readonly (readonly [id: string, author: string, device: string, at: string])[];
  readonly fields: Readonly<Record<string, PackedField>>;
}

export function packState({ id, kind, scope, fields }: RecordState): PackedState {
  const changes: PackedState['changes'][number][] = [];
  const places = new Map<string, number>();
  const placeOf = ({ change, author, device, at }: Head) => {
    const known = places.get(change);
    if (known !== undefined) return known;
    places.set(change, changes.length);
    return changes.push([change, author, device, at]) - 1;
  };
  const packed: [string, PackedField][] = Object.entries(fields).map(([name, { heads, past }]) => {
    const all = heads.map((head) => packHead(placeOf(head), head));
    return [name, past.length > 0 ? [all, past] : [all]];
  });
  return { id, kind, scope, changes, fields: Object.fromEntries(packed) };
}

/** The state that was packed; one that an earlier Xunji stored stands as it is. */
export function unpackState(stored: PackedState | RecordState): RecordState {
  if (!('changes' in stored)) return stored;
  const { id, kind, scope, changes, fields } = stored;
  const unpacked = Object.entries(fields).map(([name, [heads, past = []]]): [string, FieldState] => [
    name,
    { heads: heads.map((head) => unpackHead(changes, head)), past },
  ]);
  return { id, kind, scope, fields: Object.fromEntries(unpacked) };
}

function packHead(place: number, { value, base, saw }: Head): PackedHead {
  if (saw) return [place, value, base ?? null, saw];
  return base ? [place, value, base] : [place, value];
}

function unpackHead(changes: PackedState['changes'], [place, value, base, saw]: PackedHead): Head {
  const [change = '', author = '', device = '', at = ''] = changes[place] ?? [];
  return { change, value, author, device, at, ...(base && { base }), ...(saw && { saw }) };
}
