import { CloudSyncOutlined, FileImageOutlined, HighlightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import './photo.css';

interface PhotoImageProps {
  readonly alt: string;
  readonly marked: boolean;
  readonly thumb: {
    readonly source: string;
    readonly state: 'shown' | 'missing' | 'unreadable';
    failed(): void;
  };
}

/** The small picture, or what stands in its place until its bytes arrive. Only what comes into view is loaded. */
export function PhotoImage({ alt, marked, thumb }: PhotoImageProps) {
  const { t } = useTranslation();
  if (thumb.state !== 'shown') {
    return (
      <span className="photo-stand-in">
        {thumb.state === 'missing' ? <CloudSyncOutlined /> : <FileImageOutlined />}
        {t(thumb.state === 'missing' ? 'stop.photoPending' : 'photos.unreadable')}
      </span>
    );
  }
  return (
    <>
      <img
        src={thumb.source}
        alt={alt}
        loading="lazy"
        decoding="async"
        draggable={false}
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
