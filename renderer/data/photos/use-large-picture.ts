import { useEffect, useState } from 'react';
import type { Attachment } from '../../../shared/records/attachment';
import { fetchOriginal, readForScreen } from './photo-tools';

/** What the window shows by itself; everything else goes through the worker. */
const shownByItself = /^image\/(jpeg|png|gif|webp|bmp)$/;

/** Where the large picture comes from: the original, or a readable copy of one that no browser shows (HEIC). Null: not to be had. */
export function useLargePicture({
  sha256,
  mime,
}: Pick<Attachment, 'sha256' | 'mime'>): string | null | undefined {
  const direct = shownByItself.test(mime);
  const [made, setMade] = useState<string | null | undefined>();
  useEffect(() => {
    if (direct) return;
    let isCurrent = true;
    let url = '';
    const make = async () => {
      const original = await fetchOriginal(sha256, mime);
      const shown = original && (await readForScreen<'show'>({ kind: 'show', file: original }));
      if (!isCurrent) return;
      url = shown ? URL.createObjectURL(shown) : '';
      setMade(url || null);
    };
    void make();
    return () => {
      isCurrent = false;
      URL.revokeObjectURL(url);
    };
  }, [direct, sha256, mime]);
  return direct ? `/files/${sha256}` : made;
}
