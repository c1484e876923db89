import { useState } from 'react';
import type { Photo } from '../../../shared/documents/document';
import type { PictureSize } from '../../../shared/photos/mark-shape';
import { useThumb } from '../../data/photos/use-thumb';
import { MarkLayer } from '../../ui/photo/mark-layer';
import { PhotoImage } from '../../ui/photo/photo-image';

/** A picture as the document will show it, small: whole, upright, with what was drawn on it. */
export function MinutesPhoto({ photo }: { readonly photo: Photo }) {
  const thumb = useThumb(photo);
  const [size, setSize] = useState<PictureSize | null>(null);
  return (
    <div className="paper-photo">
      <div className="paper-photo-stage">
        <PhotoImage alt={photo.caption.text} marked={false} thumb={thumb} onSize={setSize} />
        {size && photo.marks.length > 0 && <MarkLayer marks={photo.marks} size={size} />}
      </div>
    </div>
  );
}
