import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, type ParagraphChild } from 'docx';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { bodyLook } from './body-look';
import { twipsOfPoints } from './measures';
import { runOptions } from './text-runs';

/** A paragraph on the line grid: exactly one pitch a line, so that a page holds its 22 lines whatever the font does. */
export function gridParagraph(
  preset: LayoutPreset,
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  return new Paragraph({
    spacing: { line: preset.grid.linePitchTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...options,
    children: [...children],
  });
}

export function emptyLines(preset: LayoutPreset, count: number): readonly Paragraph[] {
  const look = bodyLook(preset);
  return Array.from({ length: count }, () => gridParagraph(preset, [], { run: runOptions(look) }));
}

/** Two characters in; `firstLineChars` follows the font, `firstLine` is for programs that do not know it. */
export function bodyIndent(preset: LayoutPreset) {
  const { paragraph } = preset.indent;
  return { firstLineChars: paragraph * 100, firstLine: twipsOfPoints(preset.sizes.body) * paragraph };
}

export const justified = AlignmentType.BOTH;
