import { EditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../shared/records/issue';
import type { Note } from '../../../shared/records/note';
import type { Remark } from '../../../shared/records/remark';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { IssueCard } from './issue-card';
import { NoteCard } from './note-card';
import './record-list.css';
import { RemarkCard } from './remark-card';
import type { AddPhotos } from './use-add-photos';

interface RecordListProps {
  readonly view: TourView;
  readonly records: StopRecords;
  /** The record that is still under the quick-entry line. */
  readonly hidden: string;
  readonly photos: AddPhotos;
}

type Entry =
  | { readonly kind: 'note'; readonly record: Note }
  | { readonly kind: 'remark'; readonly record: Remark }
  | { readonly kind: 'issue'; readonly record: Issue };

/** What was recorded here, the latest first, each to be mended in place. */
export function RecordList({ view, records, hidden, photos }: RecordListProps) {
  const { t } = useTranslation();
  const entries = listEntries(records).filter(({ record }) => record.id !== hidden);
  if (entries.length === 0) {
    return <EmptyNote icon={<EditOutlined />} title={t('stop.nothingYet')} hint={t('stop.nothingHint')} />;
  }
  return (
    <ul className="record-list" aria-label={t('stop.records')}>
      {entries.map((entry) => (
        <li key={entry.record.id}>
          {entry.kind === 'note' && <NoteCard note={entry.record} />}
          {entry.kind === 'remark' && <RemarkCard remark={entry.record} view={view} />}
          {entry.kind === 'issue' && (
            <IssueCard
              issue={entry.record}
              photos={photos}
              evidence={records.attachments.filter((photo) => photo.about === entry.record.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** By the time on the label, then by id: only an order for the eye. */
function listEntries({ notes, remarks, issues }: StopRecords): readonly Entry[] {
  const entries: readonly Entry[] = [
    ...notes.map((record) => ({ kind: 'note' as const, record })),
    ...remarks.map((record) => ({ kind: 'remark' as const, record })),
    ...issues.map((record) => ({ kind: 'issue' as const, record })),
  ];
  const key = ({ record }: Entry) => `${record.at} ${record.id}`;
  return entries.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}
