import type { Attachment } from '../../../shared/records/attachment';
import { PhotoThumb } from './photo-thumb';

/** The pictures that belong to a record, small; nothing where there are none. */
export function EvidencePhotos({ photos }: { readonly photos: readonly Attachment[] }) {
  if (photos.length === 0) return null;
  return (
    <ul className="record-photos">
      {photos.map((photo) => (
        <li key={photo.id}>
          <PhotoThumb photo={photo} />
        </li>
      ))}
    </ul>
  );
}
