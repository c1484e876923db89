import type { Clock, RandomBytes } from '../clock';
import { newId } from '../ids/new-id';
import type { Json } from '../json';
import { type RecordKind, officeKinds, officeScope } from '../records/record-schemas';
import { type Change, type FieldEdit, mostReplaced } from './change';
import { isLongText } from './long-text-fields';
import { baseOf } from './merge-heads';
import { mergeTexts } from './merge-text';
import type { FieldState, Head, RecordState } from './record-state';
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
  /** Of texts that were typed: what stood in the box when the typing began, or was last saved. */
  readonly from?: Readonly<Record<string, string>>;
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
    fields[name] =
      isText && typeof value === 'string'
        ? editText(
            author.device,
            { kind: target.kind, name, field: fieldOf(state, name) },
            value,
            context.from?.[name],
          )
        : {
            value,
            replaces: idsOf(fieldOf(state, name).heads),
            ...(name === 'deleted' && value === true && { saw: allSeen(state) }),
          };
  }
  return {
    id: newId(author.clock, author.random),
    scope: officeKinds.includes(target.kind) ? officeScope : target.tour,
    kind: target.kind,
    record: target.record,
    fields,
    author: author.name,
    device: author.device,
    at: new Date(author.clock()).toISOString(),
  };
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

function idsOf(heads: readonly Head[]): string[] {
  return heads.slice(0, mostReplaced).map((head) => head.change);
}

/** Every value of a record that is about to be deleted. */
function allSeen(state: RecordState | undefined): string[] {
  const heads = Object.entries(state?.fields ?? {}).flatMap(([name, field]) =>
    name === 'deleted' ? [] : field.heads,
  );
  return [...new Set(heads.map((head) => head.change))];
}
