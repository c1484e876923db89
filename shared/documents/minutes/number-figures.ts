import type { Block } from '../document';

/** Numbers all photos in their order: 图1, 图2. */
export function numberFigures(blocks: readonly Block[]): readonly Block[] {
  let count = 0;
  return blocks.map((block) => {
    if (block.kind !== 'photos') return block;
    const photos = block.photos.map((photo) => {
      count += 1;
      return { ...photo, caption: { ...photo.caption, text: `图${count} ${photo.caption.text}` } };
    });
    return { ...block, photos };
  });
}
