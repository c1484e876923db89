import type { Json } from '../json';
import type { RecordKind } from '../records/record-schemas';
import type { Difference, FieldDifference } from '../tables/table-reading';
import type { RecordValues } from './edits-of-tour-file';
import type { TourRecord } from './tour-records';

/** The record of that id that is here already, with its values as edits would set them. */
export interface HeldRecord {
  readonly kind: RecordKind;
  readonly scope: string;
  readonly deleted: boolean;
  readonly values: Readonly<Record<string, Json>>;
}

type TourRecordComparison =
  | {
      readonly kind: 'compared';
      readonly difference: Difference;
      readonly edit: RecordValues | null;
      /** Brings back, as the file has it, what was deleted here. */
      readonly restore: RecordValues | null;
    }
  /** The id belongs to another kind of record here, or to another tour: such a file cannot come in. */
  | { readonly kind: 'taken' };

/**
 * One record of a tour file beside the one that is here. Only fields that the file names count. What was deleted here stays
 * deleted unless somebody wants it back (`restore`); what a leader said and what somebody signed is not rewritten.
 */
export function compareTourRecord(
  record: TourRecord,
  held: HeldRecord | null,
  scope: string,
  nameOf: (id: string) => string,
): TourRecordComparison {
  const { kind, id, tour, values } = record;
  const name = titleOf(values, nameOf) || titleOf(held?.values ?? {}, nameOf);
  const difference = { kind, id, name, row: 0, fields: [] };
  if (held === null) {
    const change = values['deleted'] === true ? 'same' : 'added';
    return {
      kind: 'compared',
      difference: { ...difference, change },
      edit: change === 'same' ? null : { kind, id, tour, values },
      restore: null,
    };
  }
  if (held.kind !== kind || held.scope !== scope) return { kind: 'taken' };
  const fields: FieldDifference[] = [];
  const changed: Record<string, Json> = {};
  for (const field of record.given) {
    const value = values[field] ?? null;
    const before = held.values[field] ?? null;
    if (isFrozen(kind, field, before) || JSON.stringify(value) === JSON.stringify(before)) continue;
    changed[field] = value;
    fields.push({ field, ledger: false, from: shown(before, nameOf), to: shown(value, nameOf) });
  }
  if (held.deleted) {
    const restore = { kind, id, tour, values: { ...changed, deleted: false } };
    const isWanted = values['deleted'] !== true;
    return {
      kind: 'compared',
      difference: { ...difference, change: 'missing' },
      edit: null,
      restore: isWanted ? restore : null,
    };
  }
  const change = fields.length > 0 ? 'changed' : 'same';
  return {
    kind: 'compared',
    difference: { ...difference, fields, change },
    edit: change === 'same' ? null : { kind, id, tour, values: changed },
    restore: null,
  };
}

function isFrozen(kind: RecordKind, field: string, before: Json): boolean {
  return kind === 'signature' || (kind === 'remark' && field === 'text' && before !== '' && before !== null);
}

const titleFields = [
  'title',
  'name',
  'text',
  'policy',
  'label',
  'topic',
  'signer',
  'judge',
  'caption',
  'spot',
];

/** By what people know a record; a stop by its site. */
export function titleOf(values: Readonly<Record<string, Json>>, nameOf: (id: string) => string): string {
  const own = titleFields
    .map((field) => values[field])
    .find((value) => typeof value === 'string' && value !== '');
  const site = values['site'];
  const title = typeof own === 'string' ? own : typeof site === 'string' ? nameOf(site) : '';
  return Array.from(title).slice(0, 60).join('');
}

function shown(value: Json, nameOf: (id: string) => string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return nameOf(String(value)) || String(value);
  const parts = Array.isArray(value) ? (value as readonly Json[]) : Object.values(value);
  return parts
    .map((part) => shown(part, nameOf))
    .filter((part) => part !== '')
    .join('、')
    .slice(0, 300);
}
