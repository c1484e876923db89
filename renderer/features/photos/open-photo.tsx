import type { Attachment } from '../../../shared/records/attachment';
import { HistoryButton } from '../../capture/fields/history-button';
import { useLargePicture } from '../../data/photos/use-large-picture';
import { useStore } from '../../data/store-context';
import { PhotoViewer } from '../../ui/photo/photo-viewer';

interface OpenPhotoProps {
  readonly photos: readonly Attachment[];
  readonly id: string;
  readonly title: (stop: string) => string;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** The picture that was opened, and the way to those beside it. */
export function OpenPhoto({ photos, id, title, onOpen, onClose }: OpenPhotoProps) {
  const place = photos.findIndex((photo) => photo.id === id);
  const photo = photos[place];
  if (!photo) return null;
  const step = (by: -1 | 1) => {
    const next = photos[(place + by + photos.length) % photos.length];
    if (next) onOpen(next.id);
  };
  return <Large key={id} photo={photo} title={title(photo.stop)} onStep={step} onClose={onClose} />;
}

interface LargeProps {
  readonly photo: Attachment;
  readonly title: string;
  readonly onStep: (by: -1 | 1) => void;
  readonly onClose: () => void;
}

function Large({ photo, title, onStep, onClose }: LargeProps) {
  const store = useStore();
  const source = useLargePicture(photo);
  const { id, tour } = photo;
  return (
    <PhotoViewer
      photo={photo}
      title={photo.caption || title}
      source={source}
      onStep={onStep}
      onClose={onClose}
      actions={<HistoryButton kind="attachment" id={id} />}
      onMarks={(marks) => void store.save([{ kind: 'attachment', id, tour, values: { marks: [...marks] } }])}
    />
  );
}
