import { listConflicts } from '../../shared/changes/list-conflicts';
import { merge } from '../../shared/changes/merge';
import { shownValue } from '../../shared/changes/shown-value';
import type { RecordState } from '../../shared/changes/record-state';
import { recordTitle } from '../../shared/changes/record-title';
import type { Json } from '../../shared/json';
import { isDerived } from '../../shared/records/is-derived';
import { type RecordKind, recordSchemas } from '../../shared/records/record-schemas';
import type { Edit, Saved } from './save';

interface FieldStep {
  readonly kind: RecordKind;
  readonly record: string;
  readonly tour: string;
  readonly field: string;
  /** Undefined where the field had no value yet. */
  readonly before: Json | undefined;
  readonly after: Json;
  /** The other values, where several stood beside each other: taking back a decision brings all of them before people again. */
  readonly beside?: readonly Json[] | undefined;
}

/** What one undo takes back: the fields that were set by edits that belong together. */
export interface UndoEntry {
  /** Milliseconds, of the last of them. */
  readonly at: number;
  readonly steps: readonly FieldStep[];
  /** The records that did not exist before. */
  readonly born: ReadonlySet<string>;
  /** By what people know the first of the records. */
  readonly title: string;
}

/** Typing without a longer pause is one edit to the person who types. */
const pauseMillis = 4000;

/** Not anything that a field accepts by choice: only a free text takes it. */
const anyText = '\u0000';

export function entryOf(saved: readonly Saved[], at: number): UndoEntry {
  const steps = new Map<string, FieldStep>();
  for (const { change, before } of saved) {
    const { kind, record, scope: tour } = change;
    for (const [field, { value: after }] of Object.entries(change.fields)) {
      const key = `${record} ${field}`;
      const first = steps.get(key);
      const held = before?.fields[field];
      const was = first ? first.before : before && held && shownValue(before, field, held);
      const beside = first ? first.beside : othersIn(before, field);
      steps.set(key, { kind, record, tour, field, before: was, after, beside });
    }
  }
  const born = saved.filter(({ before }) => before === undefined).map(({ change }) => change.record);
  const [first] = saved;
  const title = first ? recordTitle(merge(first.before, first.change)) : '';
  return { at, steps: [...steps.values()], born: new Set(born), title };
}

/** The two as one entry where the second only goes on with the first: more of the same text, more of a record just made. */
export function joinEntries(first: UndoEntry, second: UndoEntry): UndoEntry | null {
  if (second.at - first.at > pauseMillis || second.born.size > 0) return null;
  const known = new Map(first.steps.map((step) => [`${step.record} ${step.field}`, step]));
  const goesOn = second.steps.every((step) => {
    const earlier = known.get(`${step.record} ${step.field}`);
    // Words of somebody else that came in between are nobody's to take back here: one entry over both would.
    if (earlier && !isSame(earlier.after, step.before)) return false;
    return first.born.has(step.record) || (earlier !== undefined && isText(step));
  });
  if (!goesOn) return null;
  for (const step of second.steps) {
    const key = `${step.record} ${step.field}`;
    const earlier = known.get(key);
    known.set(key, earlier ? { ...step, before: earlier.before, beside: earlier.beside } : step);
  }
  return { ...first, at: second.at, steps: [...known.values()], title: second.title || first.title };
}

/** A record that was made and taken back in one breath (the quick line turned to another kind) leaves nothing to undo. */
export function cancelsOut(first: UndoEntry, second: UndoEntry): boolean {
  return (
    second.at - first.at <= pauseMillis &&
    first.born.size > 0 &&
    [...first.born].every((record) => second.steps.some((step) => step.record === record)) &&
    second.steps.every(
      (step) => first.born.has(step.record) && step.field === 'deleted' && step.after === true,
    )
  );
}

/** The edits that lead back to where things stood, or from there forward again. */
export function editsOf(entry: UndoEntry, direction: 'undo' | 'redo'): readonly Edit[] {
  const records = new Map<string, FieldStep[]>();
  for (const step of entry.steps) {
    const known = records.get(step.record);
    if (known) known.push(step);
    else records.set(step.record, [step]);
  }
  const conflicts = direction === 'undo' ? entry.steps.flatMap(besideOf) : [];
  const main = [...records].map(([id, steps]) => {
    const { kind, tour } = steps[0] as FieldStep;
    const answers = steps.filter((step) => step.field.includes('.'));
    // A sheet that is filled in by several people is emptied of what was entered, not thrown away under their hands.
    const moved = entry.born.has(id) ? answers : steps;
    if (moved.length === 0) return { kind, id, tour, values: { deleted: direction === 'undo' } };
    const values = moved.map((step) => [step.field, direction === 'undo' ? valueBefore(step) : step.after]);
    // What the way back begins at: whatever else stands there by now came from others, and stays.
    const begun = moved.map(
      (step) => [step.field, direction === 'undo' ? step.after : valueBefore(step)] as const,
    );
    const from = Object.fromEntries(
      begun.filter((each): each is readonly [string, string] => typeof each[1] === 'string'),
    );
    return { kind, id, tour, values: Object.fromEntries(values) as Edit['values'], from };
  });
  return [...main, ...conflicts];
}

function othersIn(before: RecordState | undefined, field: string): readonly Json[] {
  const conflict = before && listConflicts(before).find((one) => one.field === field);
  if (conflict?.kind !== 'values') return [];
  const [shown, ...others] = conflict.heads;
  return others.map(({ value }) => value).filter((value) => !isSame(value, shown?.value));
}

/** Each stands beside what the way back has set just before: it has seen nothing, and replaces nothing. */
function besideOf({ kind, record, tour, field, beside }: FieldStep): readonly Edit[] {
  return (beside ?? []).map((value) => ({
    kind,
    id: record,
    tour,
    values: { [field]: value },
    seen: { [field]: [] },
  }));
}

/** Whether a record that this entry made stands as the entry left it, as far as the entry knows. */
export function standsAsMade({ steps }: UndoEntry, state: RecordState): boolean {
  return steps
    .filter(({ record, field }) => record === state.id && field !== 'deleted')
    .every(({ field, after }) => {
      const held = state.fields[field];
      return held === undefined || isSame(shownValue(state, field, held), after);
    });
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function valueBefore({ kind, field, before }: FieldStep): Json {
  if (before !== undefined) return before;
  // A mark that a form made is there or is not: an empty one would still say that the question is not asked.
  if (isDerived(kind, field)) return null;
  const [owner = '', entry] = field.split('.');
  const schema = schemaOf(kind, owner);
  if (entry === undefined) return (schema?.safeParse(undefined).data ?? null) as Json;
  return schema?.safeParse({ [entry]: '' }).success ? '' : null;
}

function isText({ kind, field }: FieldStep): boolean {
  const [owner = '', entry] = field.split('.');
  return (
    schemaOf(kind, owner)?.safeParse(entry === undefined ? anyText : { [entry]: anyText }).success === true
  );
}

interface FieldSchema {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

function schemaOf(kind: RecordKind, field: string): FieldSchema | undefined {
  const shape: Readonly<Record<string, FieldSchema>> = recordSchemas[kind].shape;
  return Object.hasOwn(shape, field) ? shape[field] : undefined;
}
