import { CloudSyncOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';

/** A picture, or the place it will take when its bytes arrive. A click shows it large. */
export function PhotoThumb({ photo }: { readonly photo: Attachment }) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState(false);
  const [open, setOpen] = useState(false);
  const name = t('stop.photoOf', { name: photo.caption || photo.name });
  if (missing) {
    return (
      <button type="button" className="photo-thumb photo-thumb-missing" onClick={() => setMissing(false)}>
        <CloudSyncOutlined /> {t('stop.photoPending')}
      </button>
    );
  }
  const source = `/files/${photo.sha256}`;
  return (
    <>
      <button type="button" className="photo-thumb" title={photo.name} onClick={() => setOpen(true)}>
        <img src={source} alt={name} loading="lazy" onError={() => setMissing(true)} />
      </button>
      <Modal
        open={open}
        footer={null}
        width="min(1200px, 92vw)"
        title={photo.caption || photo.name}
        onCancel={() => setOpen(false)}
      >
        <img className="photo-large" src={source} alt={name} />
      </Modal>
    </>
  );
}
