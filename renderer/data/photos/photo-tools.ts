import { callBridge } from '../call-bridge';
import { createPhotoReader } from './photo-reader';

/** One worker for all that is imported, another for what a person waits for: a card of 500 pictures holds up no viewer. */
export const readForImport = createPhotoReader();
export const readForScreen = createPhotoReader();

/** Keeps a small picture; it may fail, since it is made again when it is missing. */
export async function keepThumb(sha256: string, thumb: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await thumb.arrayBuffer());
  const kept = await callBridge('thumbs.keep', { sha256, bytes });
  return kept.ok;
}

/** The original as a file of this type; null while it is not on this computer. */
export async function fetchOriginal(sha256: string, mime: string): Promise<Blob | null> {
  const answer = await fetch(`/files/${sha256}`).catch(() => null);
  if (!answer?.ok) return null;
  return new Blob([await answer.arrayBuffer()], { type: mime });
}
