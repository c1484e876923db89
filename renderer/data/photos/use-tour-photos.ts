import { useLiveQuery } from 'dexie-react-hooks';
import { attachmentLook } from '../../../shared/photos/attachment-look';
import { takenTime } from '../../../shared/photos/stamp-lines';
import type { Attachment } from '../../../shared/records/attachment';
import { useStore } from '../store-context';
import { valuesOfKind } from '../values-of-kind';

/** All pictures of a tour, in the order in which they were taken. */
export function useTourPhotos(tour: string): readonly Attachment[] | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('[tour+kind]').equals([tour, 'attachment']).toArray();
    const key = (photo: Attachment) => `${takenTime(photo)} ${photo.name}`;
    return valuesOfKind(store, rows, 'attachment')
      .filter((attachment) => attachmentLook(attachment) === 'picture')
      .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  }, [store, tour]);
}
