import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraButton } from './camera-button';
import type { AddPhotos } from './use-add-photos';

interface PhotoPickerProps {
  readonly photos: AddPhotos;
  readonly about: string;
  readonly plain?: boolean;
}

/** The buttons that ask for pictures and files: the camera of this computer, or what lies on a disk. */
export function PhotoPicker({ photos, about, plain }: PhotoPickerProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const type = plain ? 'text' : 'default';
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('stop.addPhoto')}
        onChange={(event) => {
          photos.add([...(event.target.files ?? [])], about);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <CameraButton type={type} onPhoto={(file) => photos.add([file], about)} />
      <Button type={type} icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>
        {t('stop.addPhoto')}
      </Button>
    </>
  );
}
