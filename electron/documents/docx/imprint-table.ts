import {
  BorderStyle,
  type FileChild,
  RelativeVerticalPosition,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Imprint } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { eighthsOfMm, twipsOfMm, twipsOfPoints } from './measures';
import { gridParagraph } from './paragraphs';
import { runOptions, textRuns } from './text-runs';

/** 版记: floats to the bottom of the text block of the page it is on, which is the last (LibreOffice 7.4 leaves it under the text). */
export function imprintTable(imprint: Imprint | undefined, preset: LayoutPreset): readonly FileChild[] {
  if (imprint === undefined) return [];
  const width = twipsOfMm(preset.page.width - preset.page.left - preset.page.right);
  const character = twipsOfPoints(preset.sizes.imprint);
  const look = { font: preset.fonts.imprint, size: preset.sizes.imprint };
  const side = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const outer = { style: BorderStyle.SINGLE, size: eighthsOfMm(preset.imprint.outerLine), color: '000000' };
  const inner = { style: BorderStyle.SINGLE, size: eighthsOfMm(preset.imprint.innerLine), color: '000000' };
  const issued = [
    ...textRuns(imprint.printedBy, look),
    new TextRun({ ...runOptions(look), text: '\t' }),
    ...textRuns(imprint.printedOn, look),
  ];
  const lines = [...(imprint.copies === '' ? [] : [textRuns(`抄送：${imprint.copies}`, look)]), issued];
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    borders: {
      top: outer,
      bottom: outer,
      left: side,
      right: side,
      insideHorizontal: inner,
      insideVertical: side,
    },
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    float: {
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      horizontalAnchor: TableAnchorType.MARGIN,
    },
    rows: lines.map(
      (children) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              children: [
                gridParagraph(preset, children, {
                  indent: { left: character, right: character },
                  tabStops: [{ type: TabStopType.RIGHT, position: width - character }],
                }),
              ],
            }),
          ],
        }),
    ),
  });
  return [table, gridParagraph(preset, [])];
}
