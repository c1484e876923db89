import { useEffect, useState } from 'react';

export interface Camera {
  readonly stream: MediaStream | null;
  readonly state: 'starting' | 'on' | 'missing';
  readonly count: number;
  /** On to the next camera: a tablet has one on each side. */
  change(): void;
}

/** The live picture of a camera while the component is there; afterwards its light goes out. */
export function useCamera(): Camera {
  const [state, setState] = useState<Camera['state']>('starting');
  const [live, setLive] = useState<MediaStream | null>(null);
  const [cameras, setCameras] = useState<readonly string[]>([]);
  const [place, setPlace] = useState(0);
  const chosen = place === 0 ? undefined : cameras[place % cameras.length];

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isGone = false;
    const start = async () => {
      const wish = chosen === undefined ? { facingMode: 'environment' } : { deviceId: { exact: chosen } };
      stream = await navigator.mediaDevices
        .getUserMedia({ video: { ...wish, width: { ideal: 1920 }, height: { ideal: 1080 } } })
        .catch(() => null);
      if (isGone) return end();
      if (!stream) return setState('missing');
      setLive(stream);
      const devices = await navigator.mediaDevices.enumerateDevices();
      setCameras(devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId));
      setState('on');
    };
    const end = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    void start();
    return () => {
      isGone = true;
      end();
    };
  }, [chosen]);

  return {
    stream: live,
    state,
    count: cameras.length,
    change: () => setPlace(place + 1),
  };
}

/** The picture of this moment as a JPEG; null while there is none. */
export async function takePicture(video: HTMLVideoElement | null): Promise<Blob | null> {
  if (!video || video.videoWidth === 0) return null;
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}
