import { CloudSyncOutlined, FileImageOutlined, HighlightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { PictureSize } from '../../../shared/photos/mark-shape';
import './photo.css';

interface PhotoImageProps {
  readonly alt: string;
  readonly marked: boolean;
  readonly thumb: {
    readonly source: string;
    readonly state: 'shown' | 'making' | 'missing' | 'unreadable';
    failed(): void;
  };
  readonly onSize?: (size: PictureSize) => void;
}

const words = {
  making: 'photos.making',
  missing: 'stop.photoPending',
  unreadable: 'photos.unreadable',
} as const;

/** The small picture, or what stands in its place until its bytes arrive. Only what comes into view is loaded. */
export function PhotoImage({ alt, marked, thumb, onSize }: PhotoImageProps) {
  const { t } = useTranslation();
  if (thumb.state !== 'shown') {
    return (
      <span className="photo-stand-in">
        {thumb.state === 'missing' ? <CloudSyncOutlined /> : <FileImageOutlined />}
        {t(words[thumb.state])}
      </span>
    );
  }
  return (
    <>
      <img
        className="photo-image"
        src={thumb.source}
        alt={alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        onLoad={({ currentTarget }) => {
          currentTarget.classList.add('photo-image-there');
          onSize?.({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
        }}
        onError={() => thumb.failed()}
      />
      {marked && (
        <span className="photo-marked" title={t('photos.marked')}>
          <HighlightOutlined />
        </span>
      )}
    </>
  );
}
