import { liveQuery } from 'dexie';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Attachment } from '../../../shared/records/attachment';
import type { FileRow } from '../database';
import { useStore } from '../store-context';
import { fetchOriginal, keepThumb, readForScreen } from './photo-tools';

export interface Thumb {
  /** Empty while there is nothing to show. */
  readonly source: string;
  /** It is being made; the original has not arrived, or cannot be read as a picture. */
  readonly state: 'shown' | 'making' | 'missing' | 'unreadable';
  /** To be called when `source` did not show. */
  failed(): void;
  again(): void;
}

/**
 * The small picture of a photo. Where the cache has lost it, it is made from the original and kept again; an original that is on
 * its way is shown when it has come.
 */
export function useThumb({ sha256, mime }: Pick<Attachment, 'sha256' | 'mime'>): Thumb {
  const store = useStore();
  const [state, setState] = useState<Thumb['state']>('shown');
  const [made, setMade] = useState('');
  useEffect(() => () => URL.revokeObjectURL(made), [made]);

  async function make(): Promise<void> {
    setState('making');
    const original = await fetchOriginal(sha256, mime);
    if (!original) return setState('missing');
    const thumb = await readForScreen<'thumb'>({ kind: 'thumb', file: original });
    if (!thumb) return setState('unreadable');
    setMade(URL.createObjectURL(thumb));
    setState('shown');
    void keepThumb(sha256, thumb);
  }

  const arrived = useEffectEvent(() => void make());
  useEffect(() => {
    if (state !== 'missing') return;
    let before: FileRow | undefined;
    const watch = liveQuery(() => store.database.files.get(sha256)).subscribe((row) => {
      if (before && !before.hasThumb && row?.hasThumb) setState('shown');
      else if (before?.state === 'toFetch' && row?.state !== 'toFetch') arrived();
      before = row;
    });
    return () => watch.unsubscribe();
  }, [state, sha256, store]);

  return {
    source: state === 'shown' ? made || `/thumbs/${sha256}` : '',
    state,
    failed: () => void (made === '' ? make() : setState('unreadable')),
    again: () => void make(),
  };
}
