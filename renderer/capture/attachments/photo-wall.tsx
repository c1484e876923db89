import { DownloadOutlined, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { attachmentLook } from '../../../shared/photos/attachment-look';
import type { Stop } from '../../../shared/records/stop';
import { useStampedCopies } from '../../data/photos/use-stamped-copies';
import type { StopRecords } from '../../data/use-stop-records';
import { EmptyNote } from '../../ui/empty-note';
import { ImportReport } from '../../ui/photo/import-report';
import { FileRow } from './file-row';
import { MemoPlayer } from './memo-player';
import { MemoRecorder } from './memo-recorder';
import { PhotoPicker } from './photo-picker';
import { PhotoTile } from './photo-tile';
import './photo-wall.css';
import type { AddPhotos } from './use-add-photos';

interface PhotoWallProps {
  readonly stop: Stop;
  readonly records: StopRecords;
  readonly photos: AddPhotos;
}

/** All pictures of the stop, each with its words and the issue it is evidence of; its voice memos and other files. */
export function PhotoWall({ stop, records, photos }: PhotoWallProps) {
  const { t } = useTranslation();
  const copies = useStampedCopies();
  const { attachments, issues, notes } = records;
  const ofLook = (look: ReturnType<typeof attachmentLook>) =>
    attachments.filter((attachment) => attachmentLook(attachment) === look);
  const pictures = ofLook('picture');
  const sounds = ofLook('sound');
  const files = ofLook('file');
  return (
    <div className="stack">
      <div className="photo-bar">
        <PhotoPicker photos={photos} about="" />
        {pictures.length > 0 && (
          <Button icon={<DownloadOutlined />} loading={copies.busy} onClick={() => copies.write(pictures)}>
            {t('photos.stampAll')}
          </Button>
        )}
        <MemoRecorder stop={stop} />
        <output>{copies.report}</output>
        <span className="soft">{t('stop.photoHint')}</span>
      </div>
      <Report photos={photos} />
      {sounds.length > 0 && (
        <section className="stack" aria-label={t('memo.memos')}>
          {sounds.map((memo) => (
            <MemoPlayer
              key={memo.id}
              memo={memo}
              stop={stop}
              notes={notes.filter((note) => note.recording === memo.id)}
            />
          ))}
        </section>
      )}
      {attachments.length === 0 && (
        <EmptyNote icon={<PictureOutlined />} title={t('stop.noPhotos')} hint={t('stop.photoHint')} />
      )}
      {pictures.length > 0 && (
        <ul className="photo-wall" aria-label={t('stop.photos')}>
          {pictures.map((photo) => (
            <PhotoTile key={photo.id} photo={photo} among={pictures} issues={issues} />
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className="stack" aria-label={t('photos.files')}>
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** A report of one file that went well is no news. */
function Report({ photos }: { readonly photos: AddPhotos }) {
  const { t } = useTranslation();
  const { progress, busy, cancel, clear } = photos.import;
  if (!progress || (progress.all < 2 && !busy) || (!busy && photos.faults.length > 0)) return null;
  return (
    <ImportReport
      done={progress.done}
      all={progress.all}
      busy={busy}
      lines={[]}
      summary={t('photos.imported', { added: progress.added })}
      onCancel={cancel}
      onClose={clear}
    />
  );
}
