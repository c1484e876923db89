import { AlignmentType, type FileChild, LineRuleType, type Paragraph } from 'docx';
import { annexLabel, annexNotes } from '../annex-label';
import { madeFromLine } from '../made-from-line';
import type { Annex, AttendanceList, OfficialDocument } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { bodyLook } from './body-look';
import type { PhotoBytes } from '../photo-bytes';
import { blockChildren } from './blocks';
import { twipsOfPoints } from './measures';
import { bodyIndent, emptyLines, gridParagraph } from './paragraphs';
import { type SentenceMarks, textRuns } from './text-runs';

/** What follows the body: the annexes by name, one empty line and the lists of people, and from which data this was made. */
export function closing(
  document: OfficialDocument,
  preset: LayoutPreset,
  marks: SentenceMarks,
): readonly FileChild[] {
  const body = bodyLook(preset);
  const notes = annexNotes(document.annexes);
  return [
    ...(notes.length === 0 ? [] : emptyLines(preset, 1)),
    ...notes.map((note) => gridParagraph(preset, textRuns(note, body), { indent: bodyIndent(preset) })),
    ...emptyLines(preset, preset.emptyLines.bodyToAttendance),
    ...document.attendance.map((list) => attendanceParagraph(list, preset, marks)),
    gridParagraph(
      preset,
      textRuns(madeFromLine(document.madeFrom), { ...body, size: preset.sizes.imprint }),
      {
        indent: bodyIndent(preset),
      },
    ),
  ];
}

/** **出席** in 黑体, two characters in; wrapped lines begin under the first character after the colon. */
function attendanceParagraph(list: AttendanceList, preset: LayoutPreset, marks: SentenceMarks): Paragraph {
  const character = twipsOfPoints(preset.sizes.body);
  const hanging = (list.label.length + 1) * character;
  const body = bodyLook(preset);
  return gridParagraph(
    preset,
    [
      ...textRuns(list.label, bodyLook(preset, preset.fonts.label)),
      ...textRuns('：', body),
      ...list.entries.flatMap((entry, index) => [
        marks.runs(entry, body),
        ...(index < list.entries.length - 1 ? textRuns('，', body) : []),
      ]),
    ],
    { indent: { left: preset.indent.paragraph * character + hanging, hanging } },
  );
}

/** Each annex on a new page: 附件 and its number in 黑体 at the top left, its title on the third line. */
export function annexChildren(
  annexes: readonly Annex[],
  preset: LayoutPreset,
  marks: SentenceMarks,
  photos: PhotoBytes,
): readonly FileChild[] {
  return annexes.flatMap((annex, index) => [
    gridParagraph(preset, textRuns(annexLabel(index, annexes.length), bodyLook(preset, preset.fonts.label)), {
      pageBreakBefore: true,
    }),
    ...emptyLines(preset, 1),
    gridParagraph(preset, textRuns(annex.title, { font: preset.fonts.title, size: preset.sizes.title }), {
      alignment: AlignmentType.CENTER,
      spacing: {
        line: twipsOfPoints(preset.sizes.title * 1.5),
        lineRule: LineRuleType.EXACT,
        before: 0,
        after: 0,
      },
    }),
    ...emptyLines(preset, 1),
    ...annex.blocks.flatMap((block) => blockChildren(block, preset, marks, photos)),
  ]);
}
