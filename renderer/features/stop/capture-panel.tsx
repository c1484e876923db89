import { Tabs } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { ChecklistPanel } from './checklist-panel';
import { Composer } from './composer';
import { DropZone } from './drop-zone';
import { Panel } from './panel';
import { draftKinds } from './parse-quick-entry';
import { PhotoFaults } from './photo-faults';
import { PhotoWall } from './photo-wall';
import { RecordList } from './record-list';
import { useAddPhotos } from './use-add-photos';
import { useDraft } from './use-draft';

interface CapturePanelProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: StopRecords;
}

/** What is written down at a stop. Ctrl+1, 2, 3 choose what comes next, Ctrl+4 and 5 show checklist and photos. */
export function CapturePanel({ view, stop, records }: CapturePanelProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('records');
  const draft = useDraft(stop, records);
  const photos = useAddPhotos(stop);
  const { choose } = draft;
  const [jump, setJump] = useState<'checklist' | 'photos' | null>(null);
  const landed = useCallback(() => setJump(null), []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !['1', '2', '3', '4', '5'].includes(event.key)) return;
      event.preventDefault();
      const panel = event.key === '4' ? 'checklist' : event.key === '5' ? 'photos' : null;
      setTab(panel ?? 'records');
      setJump(panel);
      if (panel) return;
      const kind = draftKinds[Number(event.key) - 1] ?? 'note';
      choose(kind, undefined, kind === 'remark' ? 'speaker' : 'text');
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
                <PhotoFaults faults={photos.faults} />
                <Composer view={view} draft={draft} />
                <RecordList view={view} records={records} hidden={draft.id} photos={photos} />
              </>
            ),
          },
          {
            key: 'checklist',
            label: t('stop.checklist'),
            children: (
              <Panel jump={jump === 'checklist'} onJumped={landed}>
                <PhotoFaults faults={photos.faults} />
                <ChecklistPanel view={view} stop={stop} records={records} />
              </Panel>
            ),
          },
          {
            key: 'photos',
            label: count(t('stop.photos'), records.attachments.length),
            children: (
              <Panel jump={jump === 'photos'} onJumped={landed}>
                <PhotoFaults faults={photos.faults} />
                <PhotoWall records={records} photos={photos} />
              </Panel>
            ),
          },
        ]}
      />
    </DropZone>
  );
}
