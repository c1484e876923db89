import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { useThumb } from '../../data/photos/use-thumb';
import { PhotoImage } from '../../ui/photo/photo-image';
import { useFocusBack } from '../../ui/use-focus-back';
import { LargePhoto } from './large-photo';

interface PhotoThumbProps {
  readonly photo: Attachment;
  /** The pictures beside it, for the way from one to the next. */
  readonly among?: readonly Attachment[];
}

/** A picture, or the place it will take when its bytes arrive. A click shows it large. */
export function PhotoThumb({ photo, among = [photo] }: PhotoThumbProps) {
  const { t } = useTranslation();
  const thumb = useThumb(photo);
  const [open, setOpen] = useState<number | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusBack(open !== null, () => button.current);
  const name = t('stop.photoOf', { name: photo.caption || photo.name });
  const large = open === null ? undefined : among[open];
  const step = (by: -1 | 1) =>
    setOpen((now) => (now === null ? now : (now + by + among.length) % among.length));
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`photo-thumb${thumb.state === 'shown' ? '' : ' photo-thumb-missing'}`}
        title={photo.name}
        onClick={() => {
          if (thumb.state === 'missing') thumb.again();
          else setOpen(among.findIndex(({ id }) => id === photo.id));
        }}
      >
        <PhotoImage alt={name} marked={photo.marks.length > 0} thumb={thumb} />
      </button>
      {large && (
        <LargePhoto
          key={large.id}
          photo={large}
          onClose={() => setOpen(null)}
          onStep={among.length > 1 ? step : undefined}
        />
      )}
    </>
  );
}
