import type { Block, OfficialDocument, Photo } from './document';

/** The pictures that a document shows, each once. */
export function listPhotos({ blocks, annexes }: OfficialDocument): readonly Photo[] {
  const photosOf = (block: Block) => (block.kind === 'photos' ? block.photos : []);
  const all = [...blocks, ...annexes.flatMap((annex) => annex.blocks)].flatMap(photosOf);
  return [...new Map(all.map((photo) => [photo.key, photo])).values()];
}
