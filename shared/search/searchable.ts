import type { RecordState } from '../changes/record-state';
import { recordTitle } from '../changes/record-title';
import { shownText } from '../changes/shown-text';
import { shownValue } from '../changes/shown-value';
import type { Json } from '../json';
import type { RecordKind } from '../records/record-schemas';

/** What is searched of one record. */
export interface Searchable {
  readonly id: string;
  readonly kind: RecordKind;
  readonly tour: string;
  readonly stop: string;
  readonly meeting: string;
  /** What a task comes from. */
  readonly basis: string;
  /** Its name first, then every other word in it. */
  readonly words: string;
}

/** Marks, choices and references: nobody types these to find something. */
const silent = new Set(
  (
    'tour status severity kind mime occasion placed sha256 at author origins ' +
    'type relevant constraint calculation appearance parameters strokes marks position'
  ).split(' '),
);

/** Ids, hashes and times. */
const machine = /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT\S+)$/;

const parting = ' · ';

/** The words of a record; null where there is none, or where it was deleted. */
export function searchableOf(state: RecordState): Searchable | null {
  const { id, kind } = state;
  if (state.fields['deleted']?.heads[0]?.value === true) return null;
  const title = recordTitle(state);
  const found = new Set<string>(title === '' ? [] : [title]);
  for (const [name, field] of Object.entries(state.fields)) {
    const value = shownValue(state, name, field);
    if (value !== undefined && !silent.has(name))
      gather(kind === 'checklist' ? spoken(name, value) : value, found);
  }
  // A long text begins with its own title: once is enough.
  const [first = '', ...others] = found;
  const words = [...(others.some((text) => text.startsWith(first)) ? [] : [first]), ...others].join(parting);
  if (words === '') return null;
  return {
    id,
    kind,
    tour: shownText(state, 'tour'),
    stop: shownText(state, 'stop'),
    meeting: shownText(state, 'meeting'),
    basis: shownText(state, 'basis'),
    words,
  };
}

/** Of a form what people read: the names of its questions and choices, its settings and its lists are for machines. */
function spoken(field: string, value: Json): Json {
  if (field === 'title') return value;
  if (!spokenFields.has(field) || !Array.isArray(value)) return null;
  return value.flatMap((row: Json): Json[] =>
    row === null || typeof row !== 'object'
      ? []
      : Object.entries(row).flatMap(([name, cell]: readonly [string, Json]) =>
          readColumn.test(name) ? [cell] : [],
        ),
  );
}

/** `items` is a form of the first version. */
const spokenFields = new Set(['survey', 'choices', 'items']);

/** A column of an XLSForm whose cells people read, in one language or more ("label::English (en)"). */
const readColumn = /^(label|hint|guidance_hint|constraint_message|required_message)(::|$)/;

function gather(value: Json, into: Set<string>): void {
  if (typeof value === 'string') {
    const text = value.trim();
    if (text !== '' && !machine.test(text)) into.add(text);
  } else if (Array.isArray(value)) {
    for (const entry of value) gather(entry, into);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, entry] of Object.entries(value)) if (!silent.has(name)) gather(entry, into);
  }
}
