import { CameraOutlined, SwapOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import './camera-button.css';
import { takePicture, useCamera } from './use-camera';

interface CameraButtonProps {
  readonly type: 'text' | 'default';
  readonly onPhoto: (file: File) => void;
}

/** Opens the camera of this computer; Enter takes one picture after the other. */
export function CameraButton({ type, onPhoto }: CameraButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={type} icon={<CameraOutlined />} onClick={() => setOpen(true)}>
        {t('photos.camera')}
      </Button>
      {open && <CameraDialog onPhoto={onPhoto} onClose={() => setOpen(false)} />}
    </>
  );
}

function CameraDialog({
  onPhoto,
  onClose,
}: Pick<CameraButtonProps, 'onPhoto'> & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const store = useStore();
  const [taken, setTaken] = useState(0);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera();
  useEffect(() => {
    if (video.current) video.current.srcObject = camera.stream;
  }, [camera.stream]);

  async function shoot() {
    const picture = await takePicture(video.current);
    if (!picture) return;
    const name = `${store.now().slice(0, 19).replace('T', ' ').replaceAll(':', '')}-${taken + 1}.jpg`;
    setTaken(taken + 1);
    onPhoto(new File([picture], name, { type: 'image/jpeg' }));
  }

  return (
    <Modal open title={t('photos.cameraTitle')} width="min(960px, 92vw)" footer={null} onCancel={onClose}>
      <div className="camera">
        {camera.state === 'missing' ? (
          <Alert type="error" showIcon role="alert" title={t('photos.cameraMissing')} />
        ) : (
          <div className="camera-view">
            <video ref={video} autoPlay muted playsInline aria-label={t('photos.cameraTitle')} />
            {camera.state === 'starting' && <p className="soft">{t('photos.cameraStarting')}</p>}
          </div>
        )}
        <div className="camera-bar">
          <output className="soft">{taken > 0 && t('photos.shot', { n: taken })}</output>
          {camera.count > 1 && (
            <Button icon={<SwapOutlined />} onClick={camera.change}>
              {t('photos.switchCamera')}
            </Button>
          )}
          <ShootButton isReady={camera.state === 'on'} onShoot={() => void shoot()} />
        </div>
      </div>
    </Modal>
  );
}

/** The cursor stands here from the start, so that Enter takes the picture. */
function ShootButton({ isReady, onShoot }: { readonly isReady: boolean; readonly onShoot: () => void }) {
  const { t } = useTranslation();
  const button = useFocusOnOpen<HTMLButtonElement>();
  return (
    <Button
      ref={button}
      type="primary"
      size="large"
      icon={<CameraOutlined />}
      aria-disabled={!isReady}
      onClick={onShoot}
    >
      {t('photos.shoot')}
    </Button>
  );
}
