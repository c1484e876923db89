import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { attachmentLook } from '../../../shared/photos/attachment-look';
import { takenTime } from '../../../shared/photos/stamp-lines';
import type { Attachment } from '../../../shared/records/attachment';
import type { RecordRow } from '../database';
import { useStore } from '../store-context';
import { valuesOfKind } from '../values-of-kind';

interface Known {
  readonly sealed: Uint8Array;
  readonly values: readonly Attachment[];
}

/**
 * All pictures of a tour, in the order in which they were taken. One that has not changed stays the same object, so that a picture
 * that comes in does not redraw the five hundred that are there.
 */
export function useTourPhotos(tour: string): readonly Attachment[] | undefined {
  const store = useStore();
  const known = useRef<ReadonlyMap<string, Known>>(new Map());
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('[tour+kind]').equals([tour, 'attachment']).toArray();
    const next = new Map<string, Known>();
    for (const row of rows) {
      const before = known.current.get(row.id);
      next.set(row.id, before && sameBytes(before.sealed, row.sealed) ? before : read(row));
    }
    known.current = next;
    return [...next.values()]
      .flatMap(({ values }) => values)
      .map((photo) => ({ photo, key: `${takenTime(photo)} ${photo.name} ${photo.id}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ photo }) => photo);
  }, [store, tour]);

  function read(row: RecordRow): Known {
    const values = valuesOfKind(store, [row], 'attachment');
    return { sealed: row.sealed, values: values.filter((photo) => attachmentLook(photo) === 'picture') };
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
