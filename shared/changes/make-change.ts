import type { Clock, RandomBytes } from '../clock';
import { newId } from '../ids/new-id';
import type { Json } from '../json';
import { type RecordKind, officeKinds, officeScope } from '../records/record-schemas';
import type { Change, FieldEdit } from './change';
import type { RecordState } from './record-state';

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

/** One change that sets `values` (field name to new value), each replacing every value of it that the author could see. */
export function makeChange(
  author: Author,
  target: Target,
  state: RecordState | undefined,
  values: Readonly<Record<string, Json>>,
): Change {
  const fields: Record<string, FieldEdit> = {};
  for (const [name, value] of Object.entries(values)) {
    fields[name] = { value, replaces: (state?.fields[name]?.heads ?? []).map((head) => head.change) };
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
