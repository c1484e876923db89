import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddPhotos } from './use-add-photos';

interface PhotoPickerProps {
  readonly photos: AddPhotos;
  readonly about: string;
  readonly plain?: boolean;
}

/** The button that asks for pictures. */
export function PhotoPicker({ photos, about, plain }: PhotoPickerProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('stop.addPhoto')}
        onChange={(event) => {
          photos.add([...(event.target.files ?? [])], about);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        type={plain ? 'text' : 'default'}
        icon={<CameraOutlined />}
        loading={photos.busy}
        onClick={() => input.current?.click()}
      >
        {t('stop.addPhoto')}
      </Button>
    </>
  );
}
