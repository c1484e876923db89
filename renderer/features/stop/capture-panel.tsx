import { Tabs } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { ChecklistPanel } from '../../capture/sheets/checklist-panel';
import { CaptureRecords } from '../../capture/composer/capture-records';
import { DropZone } from '../../capture/attachments/drop-zone';
import { Panel } from './panel';
import { listEntries } from '../../capture/cards/list-entries';
import { draftKinds } from '../../capture/drafts/parse-quick-entry';
import { PhotoFaults } from '../../capture/attachments/photo-faults';
import { PhotoWall } from '../../capture/attachments/photo-wall';
import { placeOfStop } from '../../capture/drafts/place-of';
import { SignatureDialog } from '../../capture/signing/signature-dialog';
import { useAddPhotos } from '../../capture/attachments/use-add-photos';
import { useDraft } from '../../capture/drafts/use-draft';
import { useLanding } from './use-landing';

interface CapturePanelProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: StopRecords;
}

/** Behind the kinds of records. */
const panels: Readonly<Record<string, 'checklist' | 'photos'>> = { 7: 'checklist', 8: 'photos' };

/** What is written down at a stop. Ctrl+1 to 6 choose what comes next, Ctrl+7 and 8 show checklist and photos. */
export function CapturePanel({ view, stop, records }: CapturePanelProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('records');
  const draft = useDraft(placeOfStop(stop), records);
  const photos = useAddPhotos(stop);
  const [signing, setSigning] = useState(false);
  const { choose } = draft;
  const [jump, setJump] = useState<'checklist' | 'photos' | null>(null);
  const landed = useCallback(() => setJump(null), []);
  const landing = useLanding((panel) => {
    setTab(panel);
    setJump(panel === 'checklist' ? panel : null);
  });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !/^[1-8]$/.test(event.key)) return;
      event.preventDefault();
      const panel = panels[event.key] ?? null;
      setTab(panel ?? 'records');
      setJump(panel);
      if (panel) return;
      const kind = draftKinds[Number(event.key) - 1] ?? 'note';
      choose(kind, undefined, kind === 'remark' ? 'speaker' : 'text');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [choose]);

  const made = listEntries(records).length;
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
                <CaptureRecords
                  view={view}
                  draft={draft}
                  records={records}
                  photos={photos}
                  empty={{ title: t('stop.nothingYet'), hint: t('stop.nothingHint') }}
                  onSign={() => setSigning(true)}
                />
              </>
            ),
          },
          {
            key: 'checklist',
            label: t('stop.checklist'),
            children: (
              <>
                <PhotoFaults faults={photos.faults} />
                <ChecklistPanel
                  view={view}
                  stop={stop}
                  records={records}
                  jump={jump === 'checklist'}
                  onJumped={landed}
                  item={landing.item}
                  onShowIssue={landing.showRecord}
                />
              </>
            ),
          },
          {
            key: 'photos',
            label: count(t('stop.photos'), records.attachments.length),
            children: (
              <Panel jump={jump === 'photos'} onJumped={landed}>
                <PhotoFaults faults={photos.faults} />
                <PhotoWall stop={stop} records={records} photos={photos} />
              </Panel>
            ),
          },
        ]}
      />
      {signing && (
        <SignatureDialog view={view} stop={stop} records={records} onClose={() => setSigning(false)} />
      )}
    </DropZone>
  );
}
