import { AlignmentType, ImageRun, LineRuleType, Paragraph } from 'docx';
import type { Block } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { strokesPng } from '../strokes-png';
import { pixelsOfMm, twipsOfPoints } from './measures';
import type { SentenceMarks } from './text-runs';

const width = 60;

/** A drawn signature with its caption; a picture of dots, since Word and WPS of today's offices do not all show vector drawings. */
export function signatureParagraphs(
  { strokes, caption }: Extract<Block, { readonly kind: 'signature' }>,
  preset: LayoutPreset,
  marks: SentenceMarks,
): readonly Paragraph[] {
  const look = { font: preset.fonts.body, size: preset.sizes.caption };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      // Exact line spacing would cut a picture down to one line.
      spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 120 },
      children: [signatureRun(strokes, caption.text)],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { lineRule: LineRuleType.EXACT, line: twipsOfPoints(preset.sizes.caption * 1.4) },
      children: [marks.runs(caption, look)],
    }),
  ];
}

/** The strokes as a picture in a line of text. */
export function signatureRun(strokes: readonly (readonly number[])[], name: string): ImageRun {
  return new ImageRun({
    type: 'png',
    data: strokesPng(strokes),
    transformation: { width: pixelsOfMm(width), height: pixelsOfMm(width * 0.32) },
    altText: { name: 'signature', description: name.slice(0, 200), title: '' },
  });
}
