import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Table as TableBlock } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import { twipsOfMm, twipsOfPoints } from './measures';
import { type SentenceMarks, textRuns } from './text-runs';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

/** A table with lines, its header repeated on every page. Column widths are written in the grid and in every cell: WPS needs both. */
export function dataTable(block: TableBlock, preset: LayoutPreset, marks: SentenceMarks): Table {
  const width = twipsOfMm(preset.page.width - preset.page.left - preset.page.right);
  const widths = block.widths.map((share) => Math.round(width * share));
  const body = { font: preset.fonts.body, size: preset.sizes.table };
  const header = { font: preset.fonts.label, size: preset.sizes.table };
  const cell = (children: readonly ParagraphChild[], column: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [cellParagraph(children, preset)],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, column) => sum + column, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.header.map((name, column) => cell(textRuns(name, header), column)),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((sentence, column) => cell([marks.runs(sentence, body)], column)),
          }),
      ),
    ],
  });
}

function cellParagraph(children: readonly ParagraphChild[], preset: LayoutPreset): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: {
      line: twipsOfPoints(preset.sizes.table * 1.4),
      lineRule: LineRuleType.EXACT,
      before: 20,
      after: 20,
    },
    children: [...children],
  });
}
