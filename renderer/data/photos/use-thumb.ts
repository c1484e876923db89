import { useEffect, useState } from 'react';
import type { Attachment } from '../../../shared/records/attachment';
import { fetchOriginal, keepThumb, readForScreen } from './photo-tools';

export interface Thumb {
  /** Empty while there is nothing to show. */
  readonly source: string;
  /** The original has not arrived, or cannot be read as a picture. */
  readonly state: 'shown' | 'missing' | 'unreadable';
  /** To be called when `source` did not show. */
  failed(): void;
  again(): void;
}

/** The small picture of a photo. Where the cache has lost it, it is made from the original and kept again. */
export function useThumb({ sha256, mime }: Pick<Attachment, 'sha256' | 'mime'>): Thumb {
  const [state, setState] = useState<Thumb['state']>('shown');
  const [made, setMade] = useState('');
  useEffect(() => () => URL.revokeObjectURL(made), [made]);

  async function make(): Promise<void> {
    const original = await fetchOriginal(sha256, mime);
    if (!original) return setState('missing');
    const thumb = await readForScreen<'thumb'>({ kind: 'thumb', file: original });
    if (!thumb) return setState('unreadable');
    setMade(URL.createObjectURL(thumb));
    void keepThumb(sha256, thumb);
  }

  return {
    source: state === 'shown' ? made || `/thumbs/${sha256}` : '',
    state,
    failed: () => void (made === '' ? make() : setState('unreadable')),
    again: () => setState('shown'),
  };
}
