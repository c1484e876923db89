import { EditOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureSize } from '../../../shared/photos/mark-shape';
import type { Attachment } from '../../../shared/records/attachment';
import type { PhotoMark } from '../../../shared/records/photo-mark';
import { MarkEditorView } from './mark-editor-view';
import { MarkLayer } from './mark-layer';
import './photo.css';

interface PhotoViewerProps {
  readonly photo: Attachment;
  readonly title: string;
  /** Undefined while it is being made readable, null when it is not to be had. */
  readonly source: string | null | undefined;
  readonly onMarks: (marks: readonly PhotoMark[]) => void;
  readonly onClose: () => void;
  readonly onStep?: ((by: -1 | 1) => void) | undefined;
  readonly actions?: ReactNode;
}

/** A picture, large, with what was drawn on it. Left and right go to the next one; E begins to draw. */
export function PhotoViewer({ photo, title, source, onMarks, onClose, onStep, actions }: PhotoViewerProps) {
  const { t } = useTranslation();
  const [size, setSize] = useState<PictureSize | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [failed, setFailed] = useState(false);
  const alt = t('stop.photoOf', { name: photo.caption || photo.name });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (drawing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'ArrowLeft') onStep?.(-1);
      else if (event.key === 'ArrowRight') onStep?.(1);
      else if (event.key.toLowerCase() === 'e' && size) setDrawing(true);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [drawing, onStep, size]);

  const picture =
    source === null || failed ? (
      <p className="photo-none soft">{t('photos.notShown')}</p>
    ) : source === undefined ? (
      <p className="photo-none soft">{t('photos.reading')}</p>
    ) : (
      <img
        key={source}
        className="photo-large"
        src={source}
        alt={alt}
        draggable={false}
        onError={() => setFailed(true)}
        onLoad={({ currentTarget }) =>
          setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
        }
      />
    );

  return (
    <Modal open footer={null} width="min(1280px, 94vw)" title={title} onCancel={onClose} keyboard={!drawing}>
      <div className="photo-viewer" data-record={photo.id}>
        {drawing && size ? (
          <MarkEditorView
            stored={photo.marks}
            size={size}
            picture={picture}
            onSave={onMarks}
            onDone={() => setDrawing(false)}
          />
        ) : (
          <>
            <div className="photo-stage">
              {picture}
              {size && source && photo.marks.length > 0 && <MarkLayer marks={photo.marks} size={size} />}
            </div>
            <div className="photo-viewer-bar">
              {onStep && (
                <>
                  <Button
                    icon={<LeftOutlined />}
                    aria-label={t('photos.previous')}
                    onClick={() => onStep(-1)}
                  />
                  <Button icon={<RightOutlined />} aria-label={t('photos.next')} onClick={() => onStep(1)} />
                </>
              )}
              <span className="soft photo-facts">{factsOf(photo)}</span>
              {actions}
              <Button
                icon={<EditOutlined />}
                disabled={!size}
                title={t('photos.drawKey')}
                onClick={() => setDrawing(true)}
              >
                {t('photos.draw')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}

function factsOf({ takenAt, position, name }: Attachment): string {
  const place = position ? `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}` : '';
  return [takenAt.slice(0, 19).replace('T', ' '), place, name].filter(Boolean).join(' · ');
}
