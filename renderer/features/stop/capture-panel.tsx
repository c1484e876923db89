import { Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { ChecklistPanel } from './checklist-panel';
import { Composer } from './composer';
import { DropZone } from './drop-zone';
import { draftKinds } from './parse-quick-entry';
import { PhotoWall } from './photo-wall';
import { RecordList } from './record-list';
import { useAddPhotos } from './use-add-photos';
import { useDraft } from './use-draft';

interface CapturePanelProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: StopRecords;
}

/** What is written down at a stop. Ctrl+1, 2, 3 choose what comes next, Ctrl+4 shows the checklist. */
export function CapturePanel({ view, stop, records }: CapturePanelProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('records');
  const draft = useDraft(stop, records);
  const photos = useAddPhotos(stop);
  const { choose } = draft;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !['1', '2', '3', '4'].includes(event.key)) return;
      event.preventDefault();
      if (event.key === '4') return setTab('checklist');
      setTab('records');
      choose(draftKinds[Number(event.key) - 1] ?? 'note');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [choose]);

  const made = records.notes.length + records.remarks.length + records.issues.length;
  const count = (label: string, n: number) => (n > 0 ? `${label} ${n}` : label);
  return (
    <DropZone onFiles={(files) => photos.add(files, '')}>
      <Tabs
        className="capture"
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'records',
            label: count(t('stop.records'), made),
            children: (
              <>
                <Composer view={view} draft={draft} />
                <RecordList view={view} records={records} hidden={draft.id} photos={photos} />
              </>
            ),
          },
          {
            key: 'checklist',
            label: t('stop.checklist'),
            children: <ChecklistPanel view={view} stop={stop} records={records} />,
          },
          {
            key: 'photos',
            label: count(t('stop.photos'), records.attachments.length),
            children: <PhotoWall records={records} photos={photos} />,
          },
        ]}
      />
    </DropZone>
  );
}
