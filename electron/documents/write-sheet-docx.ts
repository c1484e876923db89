import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { officialLayout } from '../../shared/documents/layout-preset';
import { printableText } from '../../shared/documents/printable-text';
import type { ConfirmationSheet } from '../../shared/signatures/confirmation-sheet';
import { twipsOfMm } from './docx/measures';
import { signatureRun } from './docx/signature-picture';
import { runOptions, textRuns } from './docx/text-runs';

const { fonts } = officialLayout;
const body = { font: fonts.body, size: 12 };
const name = { font: fonts.label, size: 12 };
const margin = { top: 24, right: 22, bottom: 20, left: 22 };
/** Name, value, name, value; in millimetres, together as wide as the text. */
const columns = [30, 53, 30, 53].map(twipsOfMm);
const line = { style: BorderStyle.SINGLE, size: 5, color: '000000' } as const;
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

/** A 现场确认单 as DOCX: one table on one page. */
export async function writeSheetDocx(sheet: ConfirmationSheet): Promise<Uint8Array> {
  const { title, facts, parts, signature, notes } = sheet;
  const rows = [
    ...facts.flatMap((fact, at) => (at % 2 === 0 ? [factRow(fact, facts[at + 1])] : [])),
    ...parts.map((part, place) => partRow(part.name, part.lines.map(plain), place === 0 ? 62 : 0)),
    partRow(
      signature.name,
      [
        ...(signature.strokes.length === 0
          ? []
          : [paragraph([signatureRun(signature.strokes, signature.name)], AlignmentType.RIGHT)]),
        ...signature.lines.map(plain),
      ],
      30,
    ),
  ];
  const file = new Document({
    title: printableText(title),
    creator: '巡记 Xunji',
    lastModifiedBy: '巡记 Xunji',
    styles: {
      default: {
        document: { run: { ...runOptions(body), language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twipsOfMm(210), height: twipsOfMm(297) },
            margin: {
              top: twipsOfMm(margin.top),
              right: twipsOfMm(margin.right),
              bottom: twipsOfMm(margin.bottom),
              left: twipsOfMm(margin.left),
            },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: twipsOfMm(6) },
            children: [...textRuns(title, { font: fonts.title, size: 22 })],
          }),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: columns.reduce((sum, column) => sum + column, 0), type: WidthType.DXA },
            columnWidths: columns,
            borders,
            rows,
          }),
          ...notes.map(
            (note) =>
              new Paragraph({
                spacing: { before: 80 },
                children: [...textRuns(note, { ...body, size: 10 })],
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

type Fact = ConfirmationSheet['facts'][number];

function factRow(left: Fact, right: Fact | undefined): TableRow {
  if (!right) return partRow(left.name, [plain(left.value)], 0);
  const cells = [nameCell(left.name), valueCell([plain(left.value)], 1), nameCell(right.name, 2)];
  return new TableRow({ cantSplit: true, children: [...cells, valueCell([plain(right.value)], 1, 3)] });
}

/** A name and, over the rest of the row, its paragraphs. */
function partRow(label: string, paragraphs: readonly Paragraph[], millimetres: number): TableRow {
  return new TableRow({
    ...(millimetres === 0 ? {} : { height: { value: twipsOfMm(millimetres), rule: HeightRule.ATLEAST } }),
    children: [nameCell(label), valueCell(paragraphs, 3)],
  });
}

function nameCell(text: string, column = 0): TableCell {
  return new TableCell({
    width: { size: columns[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph(textRuns(text, name), AlignmentType.CENTER)],
  });
}

function valueCell(children: readonly Paragraph[], span: number, column = 1): TableCell {
  const size = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    width: { size, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 120, right: 120 },
    children: children.length === 0 ? [plain('')] : [...children],
  });
}

function plain(text: string): Paragraph {
  return paragraph(textRuns(text, body), AlignmentType.LEFT);
}

function paragraph(
  children: readonly ParagraphChild[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph {
  return new Paragraph({ alignment, spacing: { before: 60, after: 60 }, children: [...children] });
}
