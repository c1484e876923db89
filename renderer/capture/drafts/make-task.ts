import type { Issue } from '../../../shared/records/issue';
import type { Remark } from '../../../shared/records/remark';
import type { Request } from '../../../shared/records/request';
import type { StopRecords } from '../../data/use-stop-records';
import type { Values } from './record-maker';

/** What a task can be taken from. */
export type Basis =
  | { readonly kind: 'remark'; readonly record: Remark }
  | { readonly kind: 'issue'; readonly record: Issue }
  | { readonly kind: 'request'; readonly record: Request };

/** The words, and what is known of unit and date. Only a remark was said by a leader; all else was added. */
export function taskValues(basis: Basis): Values {
  switch (basis.kind) {
    case 'remark': {
      const { id, edited, text } = basis.record;
      return { basis: id, text: edited.trim() || text, origins: { text: 'said' } };
    }
    case 'issue': {
      const { id, measure, text, responsible, due } = basis.record;
      return { basis: id, text: measure.trim() || text, lead: responsible, due };
    }
    case 'request':
      return { basis: basis.record.id, text: basis.record.text, lead: basis.record.responsible };
  }
}

/** The card with this id, else the latest of all. */
export function chooseBasis(records: StopRecords, card: string | undefined): Basis | undefined {
  const all: readonly Basis[] = [
    ...records.remarks.map((record) => ({ kind: 'remark' as const, record })),
    ...records.issues.map((record) => ({ kind: 'issue' as const, record })),
    ...records.requests.map((record) => ({ kind: 'request' as const, record })),
  ];
  const latest = all.toSorted((a, b) => (a.record.id < b.record.id ? 1 : -1));
  return card === undefined ? latest[0] : latest.find(({ record }) => record.id === card);
}
