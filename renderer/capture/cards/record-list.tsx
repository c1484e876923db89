import { EditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { HandoverCard } from './handover-card';
import { IndicatorCard } from './indicator-card';
import { IssueCard } from './issue-card';
import { type Entry, listEntries } from './list-entries';
import { NoteCard } from './note-card';
import './record-list.css';
import { RemarkCard } from './remark-card';
import { RequestCard } from './request-card';
import { SignatureCard } from './signature-card';
import { TaskCard } from './task-card';
import type { AddPhotos } from '../attachments/use-add-photos';

interface RecordListProps {
  readonly view: TourView;
  readonly records: StopRecords;
  /** The record that is still under the quick-entry line. */
  readonly hidden: string;
  /** The task that was just made. */
  readonly fresh: string;
  readonly photos: AddPhotos | null;
  /** What to do where nothing was recorded yet. */
  readonly empty: { readonly title: string; readonly hint: string };
}

/** What was recorded here, the latest first, each to be mended in place. */
export function RecordList({ hidden, empty, ...list }: RecordListProps) {
  const { t } = useTranslation();
  const entries = listEntries(list.records).filter(({ record }) => record.id !== hidden);
  if (entries.length === 0) {
    return <EmptyNote icon={<EditOutlined />} {...empty} />;
  }
  return (
    <ul className="record-list" aria-label={t('stop.records')}>
      {entries.map((entry) => (
        <li key={entry.record.id} data-record={entry.record.id}>
          <Card entry={entry} {...list} />
        </li>
      ))}
    </ul>
  );
}

function Card({
  entry,
  view,
  records,
  photos,
  fresh,
}: Omit<RecordListProps, 'hidden' | 'empty'> & { readonly entry: Entry }) {
  switch (entry.kind) {
    case 'note':
      return <NoteCard note={entry.record} />;
    case 'remark':
      return <RemarkCard remark={entry.record} view={view} />;
    case 'issue':
      return (
        <IssueCard
          issue={entry.record}
          view={view}
          photos={photos}
          sheet={records.answerSheets.find(({ id }) => id === entry.record.sheet)}
          evidence={records.attachments.filter((photo) => photo.about === entry.record.id)}
        />
      );
    case 'request':
      return <RequestCard request={entry.record} view={view} />;
    case 'indicator':
      return <IndicatorCard indicator={entry.record} />;
    case 'handover':
      return <HandoverCard handover={entry.record} view={view} />;
    case 'task':
      return (
        <TaskCard
          task={entry.record}
          view={view}
          fresh={entry.record.id === fresh}
          basis={basisText(records, entry.record.basis)}
        />
      );
    case 'signature':
      return <SignatureCard signature={entry.record} tour={view.tour.title} records={records} />;
  }
}

function basisText({ remarks, issues, requests }: StopRecords, id: string): string {
  return [...remarks, ...issues, ...requests].find((record) => record.id === id)?.text ?? '';
}
