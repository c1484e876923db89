import type { FileChild, Paragraph } from 'docx';
import type { Block, Heading, Paragraph as TextParagraph } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import type { PhotoBytes } from '../photo-bytes';
import { bodyLook } from './body-look';
import { dataTable } from './data-table';
import { bodyIndent, gridParagraph, justified } from './paragraphs';
import { photoTable } from './photo-table';
import { signatureParagraphs } from './signature-picture';
import { type SentenceMarks, textRuns } from './text-runs';

export function blockChildren(
  block: Block,
  preset: LayoutPreset,
  marks: SentenceMarks,
  photos: PhotoBytes,
): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, preset, marks)];
    case 'paragraph':
      return [textParagraph(block, preset, marks)];
    case 'photos':
      return [photoTable(block.photos, preset, marks, photos)];
    case 'signature':
      return signatureParagraphs(block, preset, marks);
    case 'table':
      return [dataTable(block, preset, marks)];
  }
}

/** 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋; all of the size of the body, none bold. */
function headingParagraph(block: Heading, preset: LayoutPreset, marks: SentenceMarks): Paragraph {
  const look = bodyLook(preset, preset.fonts[`heading${block.level}`]);
  return gridParagraph(preset, [...textRuns(block.number, look), marks.runs(block.sentence, look)], {
    indent: bodyIndent(preset),
    keepNext: true,
    outlineLevel: block.level - 1,
  });
}

function textParagraph(block: TextParagraph, preset: LayoutPreset, marks: SentenceMarks): Paragraph {
  const look = bodyLook(preset);
  return gridParagraph(
    preset,
    block.sentences.map((sentence) => marks.runs(sentence, look)),
    { indent: bodyIndent(preset), alignment: justified },
  );
}
