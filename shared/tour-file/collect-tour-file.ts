import { project } from '../changes/project';
import type { RecordState } from '../changes/record-state';
import { fail, type Outcome } from '../outcome';
import { problem } from '../problems';
import type { RecordKind } from '../records/record-schemas';
import { readTourFile } from './read-tour-file';
import type { TourFile } from './tour-file';
import { tourFileLists, type TourFileList } from './tour-file-lists';
import { tourFileReferences } from './tour-file-references';

interface Projected {
  readonly id: string;
  readonly deleted: boolean;
}

const lists = Object.keys(tourFileLists) as readonly TourFileList[];

/**
 * A tour as a file, from all that a server or a laptop holds: its own records, and of the register those that they name,
 * directly or through others. Values are those shown where there is a conflict.
 */
export function collectTourFile(states: readonly RecordState[], tour: string): Outcome<TourFile> {
  const records = new Map<string, { readonly state: RecordState; readonly value: Projected }>();
  for (const state of states) {
    const value = project(state as RecordState & { readonly kind: RecordKind });
    if (value !== null && !value.deleted) records.set(state.id, { state, value });
  }
  const root = records.get(tour);
  if (root === undefined || root.state.kind !== 'tour') {
    return fail(problem('tourFile.faulty', { count: 1, faults: `没有活动“${tour}”` }));
  }
  const wanted = new Set([tour]);
  for (const { state } of records.values()) if (state.scope === tour) wanted.add(state.id);
  // References lead on: a unit to the unit above it. The set grows while it is walked, and every id is walked once.
  for (const id of wanted) {
    for (const next of referencesOf(records.get(id))) if (records.has(next)) wanted.add(next);
  }
  const chosen = [...wanted].flatMap((id) => records.get(id) ?? []);
  return readTourFile({
    format: 'xunji-tour',
    version: 1,
    tour: root.value,
    ...Object.fromEntries(
      lists.map((list) => [
        list,
        chosen
          .filter(({ state }) => state.kind === tourFileLists[list])
          .map(({ value }) => withoutLost(list, value, wanted)),
      ]),
    ),
  });
}

function referencesOf(
  record: { readonly state: RecordState; readonly value: Projected } | undefined,
): readonly string[] {
  if (record === undefined) return [];
  const values = Object.entries(record.value);
  if (record.state.kind === 'tour') {
    const people = values.find(([name]) => name === 'participants')?.[1] as readonly {
      readonly person: string;
    }[];
    return people.map(({ person }) => person);
  }
  const list = lists.find((candidate) => tourFileLists[candidate] === record.state.kind);
  const fields = list === undefined ? {} : tourFileReferences[list];
  return values
    .flatMap(([name, value]): readonly unknown[] => (name in fields ? [value].flat() : []))
    .filter(isId);
}

/** A reference to a record that was deleted or never arrived would make the file unsound: it is left empty. */
function withoutLost(list: TourFileList, value: Projected, wanted: ReadonlySet<string>): object {
  const fields = tourFileReferences[list];
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => {
      if (!(name in fields)) return [name, field];
      if (Array.isArray(field)) return [name, field.filter((id) => wanted.has(String(id)))];
      return [name, isId(field) && wanted.has(field) ? field : ''];
    }),
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
