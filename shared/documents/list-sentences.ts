import type { Block, OfficialDocument, Sentence } from './document';

/** Every sentence of a document in reading order: the title, the body, the lists of people, the annexes. */
export function listSentences(document: OfficialDocument): readonly Sentence[] {
  return [
    document.title,
    ...document.blocks.flatMap(sentencesOf),
    ...document.attendance.flatMap((list) => list.entries),
    ...document.annexes.flatMap((annex) => annex.blocks.flatMap(sentencesOf)),
  ];
}

function sentencesOf(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case 'heading':
      return [block.sentence];
    case 'paragraph':
      return block.sentences;
    case 'photos':
      return block.photos.map((photo) => photo.caption);
    case 'signature':
      return [block.caption];
    case 'table':
      return block.rows.flat();
  }
}
