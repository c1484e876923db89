import { attachmentLook } from '../../photos/attachment-look';
import type { RecordOf } from '../../records/record-schemas';
import type { TourIndex } from '../tour-index';
import { writtenCaption } from './photo-rows';

/**
 * Pictures of a camera card that nobody has put to a stop and nobody has said a word about: what they show is not known, so they
 * are counted among what is to be verified and not printed. One with a caption is printed with what belongs to the whole tour.
 */
export function unplacedPhotos(index: TourIndex): readonly RecordOf<'attachment'>[] {
  return index.attachments.filter(
    (attachment) =>
      attachment.stop === '' &&
      attachment.about === '' &&
      attachmentLook(attachment) === 'picture' &&
      writtenCaption(attachment) === '',
  );
}
