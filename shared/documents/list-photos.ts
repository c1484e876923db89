import type { RecordOf } from '../records/record-schemas';
import type { TourFile } from '../tour-file/tour-file';

/** Types that every reader of the documents can show. */
const shown = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/bmp']);

export function isPicture({ mime }: Pick<RecordOf<'attachment'>, 'mime'>): boolean {
  return shown.has(mime);
}

/** The pictures of a tour that documents show, each once. */
export function listPhotos(tour: TourFile): readonly RecordOf<'attachment'>[] {
  const pictures = tour.attachments.filter((attachment) => !attachment.deleted && isPicture(attachment));
  return [...new Map(pictures.map((picture) => [picture.sha256, picture])).values()];
}
