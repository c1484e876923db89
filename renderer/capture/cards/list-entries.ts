import type { RecordOf } from '../../../shared/records/record-schemas';
import type { StopRecords } from '../../data/use-stop-records';
import type { CardKind } from '../drafts/use-say-removed';

export type Entry = { [K in CardKind]: { readonly kind: K; readonly record: RecordOf<K> } }[CardKind];

/** The latest first, by the time on the label, then by id: only an order for the eye. Segments of a statement keep their order. */
export function listEntries(records: StopRecords): readonly Entry[] {
  const entries: readonly Entry[] = [
    ...records.notes.map((record) => ({ kind: 'note' as const, record })),
    ...records.remarks.map((record) => ({ kind: 'remark' as const, record })),
    ...records.issues.map((record) => ({ kind: 'issue' as const, record })),
    ...records.requests.map((record) => ({ kind: 'request' as const, record })),
    ...records.indicators.map((record) => ({ kind: 'indicator' as const, record })),
    ...records.handovers.map((record) => ({ kind: 'handover' as const, record })),
    ...records.tasks.map((record) => ({ kind: 'task' as const, record })),
    ...records.signatures.map((record) => ({ kind: 'signature' as const, record })),
  ];
  const heads = new Map(records.remarks.map((remark) => [remark.id, remark]));
  const key = (entry: Entry) => {
    const head = entry.kind === 'remark' ? heads.get(entry.record.statement) : undefined;
    const { at, id } = head ?? entry.record;
    return `${at} ${id}`;
  };
  const order = (entry: Entry) => (entry.kind === 'remark' ? entry.record.order : 0);
  return entries.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left === right ? order(a) - order(b) : left < right ? 1 : -1;
  });
}
