import type { Clock, RandomBytes } from '../clock';
import { newId } from '../ids/new-id';
import type { Json } from '../json';
import { type RecordKind, officeKinds, officeScope } from '../records/record-schemas';
import { type Change, type FieldEdit, mostReplaced } from './change';
import { editsUnseen } from './list-conflicts';
import { isLongText } from './long-text-fields';
import { baseOf } from './merge-heads';
import { mergeTexts } from './merge-text';
import type { FieldState, Head, RecordState } from './record-state';
import { seenHeads } from './seen-heads';
import { shownValue } from './shown-value';

/** Who edits, on what, and from where time and ids come. */
export interface Author {
  readonly name: string;
  readonly device: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** Which record is edited. `tour` is the scope, unless the kind belongs to the office's register. */
export interface Target {
  readonly kind: RecordKind;
  readonly record: string;
  readonly tour: string;
}

/** What an edit knows beside its values. */
export interface EditContext {
  /** What stood in the box when the edit began, or was last saved: what came from elsewhere since was not seen, and stays. */
  readonly from?: Readonly<Record<string, Json>> | undefined;
  /** The changes whose values lay before the person who decided between them; others stay. Of a deletion, those of other fields too. */
  readonly seen?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Fields that hold sentences in this record, though not in every one of its kind: answers. */
  readonly texts?: readonly string[];
}

/**
 * One change that sets `values` (field name to new value), each replacing every value of it that the author could see. Text that
 * came from elsewhere while somebody typed was not seen: it is brought together with what was typed, or both stay.
 */
export function makeChange(
  author: Author,
  target: Target,
  state: RecordState | undefined,
  values: Readonly<Record<string, Json>>,
  context: EditContext = {},
): Change {
  const fields: Record<string, FieldEdit> = {};
  for (const [name, value] of Object.entries(values)) {
    const isText = isLongText(target.kind, name) || context.texts?.includes(name) === true;
    const seen = context.seen?.[name];
    const field = among(fieldOf(state, name), seen);
    const from = context.from?.[name];
    fields[name] =
      isText && typeof value === 'string'
        ? editText(
            author.device,
            { kind: target.kind, name, field },
            value,
            typeof from === 'string' ? from : undefined,
          )
        : {
            value,
            replaces: idsOf(
              from === undefined || !state ? field.heads : seenHeads(author.device, state, name, from),
            ),
            ...(name === 'deleted' && value === true && { saw: seenByDeletion(state, seen) }),
          };
  }
  return {
    id: newId(author.clock, author.random),
    scope: scopeOf(target, state),
    kind: target.kind,
    record: target.record,
    fields,
    author: author.name,
    device: author.device,
    at: new Date(author.clock()).toISOString(),
  };
}

/** Where the record lives, whatever tour a screen was opened on: what is written elsewhere would not be seen by anybody. */
function scopeOf({ kind, tour }: Target, state: RecordState | undefined): string {
  if (state?.kind === kind) return state.scope;
  return officeKinds.includes(kind) ? officeScope : tour;
}

interface TextPlace {
  readonly kind: RecordKind;
  readonly name: string;
  readonly field: FieldState;
}

function editText(
  device: string,
  { kind, name, field }: TextPlace,
  typed: string,
  from: string | undefined,
): FieldEdit {
  const { heads } = field;
  const value = shownValue({ kind }, name, field);
  const shown = typeof value === 'string' ? value : '';
  const replaced = { replaces: idsOf(heads), base: baseOf(device, heads, shown) };
  if (from === undefined || from === shown) return { value: typed, ...replaced };
  const others = heads.some((head) => head.device !== device);
  // The store holds less than the field was told of (a database made again on a full disk): what it lacks was taken away by nobody.
  if (!others && typed.includes(shown)) return { value: typed, ...replaced };
  const both = mergeTexts(from, [shown, typed]);
  if (both.isClean || !others) return { value: both.text, ...replaced };
  return { value: typed, replaces: idsOf(heads.filter((head) => head.device === device)) };
}

function fieldOf(state: RecordState | undefined, name: string): FieldState {
  return (
    (state && Object.hasOwn(state.fields, name) ? state.fields[name] : undefined) ?? { heads: [], past: [] }
  );
}

/** The field as it was to somebody who saw these values of it only; all of it where nothing is said of that. */
function among(field: FieldState, seen: readonly string[] | undefined): FieldState {
  return seen ? { ...field, heads: field.heads.filter(({ change }) => seen.includes(change)) } : field;
}

function idsOf(heads: readonly Head[]): string[] {
  return heads.slice(0, mostReplaced).map((head) => head.change);
}

/** Every value of a record that is about to be deleted, but for those that came while somebody decided about an earlier deletion. */
function seenByDeletion(state: RecordState | undefined, seen: readonly string[] | undefined): string[] {
  const heads = Object.entries(state?.fields ?? {}).flatMap(([name, field]) =>
    name === 'deleted' ? [] : field.heads,
  );
  const all = [...new Set(heads.map((head) => head.change))];
  if (!state || !seen) return all;
  const unseen = new Set(editsUnseen(state).map(({ head }) => head.change));
  return all.filter((id) => !unseen.has(id) || seen.includes(id));
}
