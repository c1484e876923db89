import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { twipsOfMm, twipsOfPoints } from './measures';
import { runOptions } from './text-runs';

/** "— 1 —", one character in: on odd pages from the right, on even pages from the left. */
export function pageNumberFooter(side: 'odd' | 'even', preset: LayoutPreset): Footer {
  const look = { font: preset.fonts.pageNumber, size: preset.sizes.pageNumber };
  const character = twipsOfPoints(preset.sizes.pageNumber) * preset.indent.edge;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: character } : { left: character },
        spacing: { line: lineTwips(preset), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [new TextRun({ ...runOptions(look), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** From the bottom of the paper to the bottom of the footer, so that its line begins 7 mm under the text block. */
export function footerDistance(preset: LayoutPreset): number {
  return twipsOfMm(preset.page.bottom - preset.pageNumber.below) - lineTwips(preset);
}

function lineTwips(preset: LayoutPreset): number {
  return twipsOfPoints(preset.sizes.pageNumber);
}
