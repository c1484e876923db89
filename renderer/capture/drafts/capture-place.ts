import type { RecordOf } from '../../../shared/records/record-schemas';
import type { StopRecords } from '../../data/use-stop-records';
import type { DraftKind } from './parse-quick-entry';
import type { Values } from './record-maker';

/** Where records are made: a stop or a meeting. */
export interface CapturePlace {
  readonly id: string;
  readonly tour: string;
  /** What is taken down here, in the order of the keys. */
  readonly kinds: readonly DraftKind[];
  /** What ties a record of a kind to this place. */
  base(kind: DraftKind | 'task'): Values;
}

/** The field that the quick-entry line writes. */
export function textFieldOf(kind: DraftKind): 'text' | 'policy' {
  return kind === 'handover' ? 'policy' : 'text';
}

const lists = {
  note: 'notes',
  remark: 'remarks',
  issue: 'issues',
  request: 'requests',
  indicator: 'indicators',
  handover: 'handovers',
} as const satisfies Readonly<Record<DraftKind, keyof StopRecords>>;

/** A record of this place by its kind and id. */
export function findRecord<K extends DraftKind>(
  records: StopRecords,
  kind: K,
  id: string,
): RecordOf<K> | undefined {
  const list: readonly { readonly id: string }[] = records[lists[kind]];
  return list.find((record) => record.id === id) as RecordOf<K> | undefined;
}
