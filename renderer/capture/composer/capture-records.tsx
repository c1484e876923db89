import { CarryOutOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMayWrite } from '../../data/use-may-write';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { Composer } from './composer';
import { RecordList } from '../cards/record-list';
import { RemovedNotice } from './removed-notice';
import type { AddPhotos } from '../attachments/use-add-photos';
import type { Draft } from '../drafts/use-draft';
import { useMakeTask } from '../drafts/use-make-task';
import { useShortcuts } from '../drafts/use-shortcuts';

interface CaptureRecordsProps {
  readonly view: TourView;
  readonly draft: Draft;
  readonly records: StopRecords;
  readonly photos: AddPhotos | null;
  /** What to do where nothing was taken down yet. */
  readonly empty: { readonly title: string; readonly hint: string };
  /** Opens the dialog for a signature; missing where nothing is signed. */
  readonly onSign?: () => void;
}

/** The line, what can be made of what was written, and the list of it all. */
export function CaptureRecords({ view, draft, records, photos, empty, onSign }: CaptureRecordsProps) {
  const { t } = useTranslation();
  const { fresh, make } = useMakeTask(draft, records);
  const sources = records.remarks.length + records.issues.length + records.requests.length;
  // What a leader wrote would stay on this computer: nothing invites it.
  const mayWrite = useMayWrite();
  useShortcuts(mayWrite ? { KeyT: make, KeyG: onSign } : {});
  return (
    <RemovedNotice>
      {mayWrite && <Composer view={view} draft={draft} />}
      {mayWrite && (
        <div className="capture-acts">
          <Button
            icon={<CarryOutOutlined />}
            title={t('capture.makeTaskKey')}
            disabled={sources === 0}
            // The cursor stays in the card that is meant.
            onMouseDown={(event) => event.preventDefault()}
            onClick={make}
          >
            {t('capture.makeTask')}
          </Button>
          {onSign && (
            <Button icon={<EditOutlined />} title={t('capture.signKey')} onClick={onSign}>
              {t('capture.signHere')}
            </Button>
          )}
        </div>
      )}
      <RecordList
        view={view}
        records={records}
        hidden={draft.id}
        fresh={fresh}
        photos={photos}
        empty={mayWrite ? empty : { ...empty, hint: t('office.nothingToRead') }}
      />
    </RemovedNotice>
  );
}
