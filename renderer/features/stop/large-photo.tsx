import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { useLargePicture } from '../../data/photos/use-large-picture';
import { useStampedCopies } from '../../data/photos/use-stamped-copies';
import { useStore } from '../../data/store-context';
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
  const { id, tour } = photo;
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
          <output>{copies.report}</output>
          <Button icon={<DownloadOutlined />} loading={copies.busy} onClick={() => copies.write([photo])}>
            {t('photos.stamp')}
          </Button>
        </>
      }
    />
  );
}
