import { DownloadOutlined, FileImageOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { callBridge } from '../../data/call-bridge';
import { useLargePicture } from '../../data/photos/use-large-picture';
import { useStampedCopies } from '../../data/photos/use-stamped-copies';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';
import { PhotoViewer } from '../../ui/photo/photo-viewer';

interface LargePhotoProps {
  readonly photo: Attachment;
  readonly onClose: () => void;
  readonly onStep: ((by: -1 | 1) => void) | undefined;
}

/** A picture of this stop, large, to be drawn on and to take a stamped copy of. */
export function LargePhoto({ photo, onClose, onStep }: LargePhotoProps) {
  const { t } = useTranslation();
  const store = useStore();
  const source = useLargePicture(photo);
  const copies = useStampedCopies();
  const describe = useProblemText();
  const [said, setSaid] = useState('');
  const { id, tour, sha256, name } = photo;

  async function saveOriginal() {
    const saved = await callBridge('attachments.saveAs', { sha256, name });
    if (!saved.ok) setSaid(describe(saved.problem));
    else if (saved.value.kind === 'written') setSaid(t('photos.savedAs', { name: saved.value.name }));
  }

  return (
    <PhotoViewer
      photo={photo}
      title={photo.caption || photo.name}
      source={source}
      onClose={onClose}
      onStep={onStep}
      onMarks={(marks) => void store.save([{ kind: 'attachment', id, tour, values: { marks: [...marks] } }])}
      actions={
        <>
          <output>{copies.report || said}</output>
          <Button icon={<FileImageOutlined />} onClick={() => void saveOriginal()}>
            {t('photos.saveOriginal')}
          </Button>
          <Button icon={<DownloadOutlined />} loading={copies.busy} onClick={() => copies.write([photo])}>
            {t('photos.stamp')}
          </Button>
        </>
      }
    />
  );
}
