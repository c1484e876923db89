import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  type FileChild,
  TabStopType,
  TextRun,
} from 'docx';
import { breakTitle } from '../../../shared/documents/break-title';
import type { OfficialDocument } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { bodyLook } from './body-look';
import { eighthsOfMm, twipsOfMm, twipsOfPoints } from './measures';
import { emptyLines, gridParagraph } from './paragraphs';
import { runOptions, type SentenceMarks, textRuns } from './text-runs';

/** The mark 35 mm below the top of the text block, number, agency and date, the red line, and the title under it. */
export function frontMatter(
  document: OfficialDocument,
  preset: LayoutPreset,
  marks: SentenceMarks,
): readonly FileChild[] {
  const { front } = document;
  return [
    spacer(preset),
    markParagraph(front.mark, preset),
    ...(front.number === ''
      ? emptyLines(preset, 1)
      : [
          ...emptyLines(preset, preset.emptyLines.markToNumber),
          gridParagraph(preset, textRuns(front.number, bodyLook(preset)), {
            alignment: AlignmentType.CENTER,
          }),
        ]),
    agencyLine(front.agency, front.date, preset),
    ...emptyLines(preset, preset.emptyLines.redLineToTitle),
    titleParagraph(document, preset, marks),
    ...emptyLines(preset, preset.emptyLines.titleToBody),
  ];
}

/** A line of exactly 35 mm: space before the first paragraph is dropped by some programs at the top of a page. */
function spacer(preset: LayoutPreset): Paragraph {
  return new Paragraph({
    spacing: { line: twipsOfMm(preset.mark.below), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  });
}

/** As large as the preset says, smaller where the name would not fit on one line. */
function markParagraph(mark: string, preset: LayoutPreset): Paragraph {
  const width = ((preset.page.width - preset.page.left - preset.page.right) / 25.4) * 72;
  const size = Math.min(preset.sizes.mark, Math.floor(width / Math.max(1, mark.length + 1)));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: twipsOfPoints(size * 1.15), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [...textRuns(mark, { font: preset.fonts.mark, size, color: preset.red })],
  });
}

/** Agency one character in from the left, date one from the right, the red line 4 mm below. */
function agencyLine(agency: string, date: string, preset: LayoutPreset): Paragraph {
  const character = twipsOfPoints(preset.sizes.body) * preset.indent.edge;
  const width = twipsOfMm(preset.page.width - preset.page.left - preset.page.right);
  const look = bodyLook(preset);
  return gridParagraph(
    preset,
    [...textRuns(agency, look), new TextRun({ ...runOptions(look), text: '\t' }), ...textRuns(date, look)],
    {
      indent: { left: 0, firstLine: character, firstLineChars: preset.indent.edge * 100 },
      tabStops: [{ type: TabStopType.RIGHT, position: width - character }],
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          color: preset.red,
          size: eighthsOfMm(preset.mark.redLineWidth),
          space: Math.round((preset.mark.redLineBelow / 25.4) * 72),
        },
      },
    },
  );
}

function titleParagraph(document: OfficialDocument, preset: LayoutPreset, marks: SentenceMarks): Paragraph {
  const width = ((preset.page.width - preset.page.left - preset.page.right) / 25.4) * 72;
  const lines = breakTitle(document.title.text, Math.floor(width / preset.sizes.title));
  const title = { ...document.title, text: lines.join('\n') };
  return gridParagraph(preset, [marks.runs(title, { font: preset.fonts.title, size: preset.sizes.title })], {
    alignment: AlignmentType.CENTER,
    // 22 pt on the pitch of the grid would touch the line above where a title takes several lines.
    spacing: {
      line: twipsOfPoints(preset.sizes.title * 1.5),
      lineRule: LineRuleType.EXACT,
      before: 0,
      after: 0,
    },
  });
}
