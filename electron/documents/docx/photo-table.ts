import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Photo } from '../../../shared/documents/document';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import type { PhotoBytes } from '../photo-bytes';
import { pictureSize } from '../../../shared/photos/picture-size';
import { pictureTurn } from '../picture-turn';
import { pictureType } from '../picture-type';
import { pixelsOfMm, twipsOfMm, twipsOfPoints } from './measures';
import { standInFor } from './finish-package';
import { type SentenceMarks, textRuns } from './text-runs';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

const wordTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
} as const;

/** Photos side by side with their captions below, in a table without lines that does not break inside a row. */
export function photoTable(
  photos: readonly Photo[],
  preset: LayoutPreset,
  marks: SentenceMarks,
  bytes: PhotoBytes,
): Table {
  const width = twipsOfMm(preset.page.width - preset.page.left - preset.page.right);
  const widths = photos.map(() => Math.floor(width / photos.length));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: photos.map(
          (photo, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: [
                // Exact line spacing would cut a picture down to one line.
                centred(
                  [picture(photo, preset, bytes)],
                  { lineRule: LineRuleType.AUTO, line: 240, before: 120 },
                  true,
                ),
                centred([marks.runs(photo.caption, captionLook(preset))], captionSpacing(preset)),
              ],
            }),
        ),
      }),
    ],
  });
}

function picture(photo: Photo, preset: LayoutPreset, bytes: PhotoBytes): ParagraphChild {
  const data = bytes.get(photo.key);
  const size = data === undefined ? null : pictureSize(data);
  if (data === undefined || size === null) {
    const fault = data === undefined ? '原件尚未到达' : '原件无法显示';
    const [run] = textRuns(`〔照片“${photo.name}”${fault}〕`, captionLook(preset));
    if (run) return run;
  }
  const { width, height } = size ?? { width: 4, height: 3 };
  const { mirrored, degrees } = pictureTurn(data ?? new Uint8Array());
  const box = { width: pixelsOfMm(preset.photo.width), height: pixelsOfMm(preset.photo.height) };
  const isOnItsSide = degrees === 90 || degrees === 270;
  const scale = isOnItsSide
    ? Math.min(box.width / height, box.height / width)
    : Math.min(box.width / width, box.height / height);
  return new ImageRun({
    type: wordTypes[pictureType(data ?? new Uint8Array())],
    data: standInFor(photo.key),
    // Word does not read what the camera says, and the size of a turned drawing is the one it has before the turn.
    transformation: {
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      ...(degrees === 0 ? {} : { rotation: degrees }),
      ...(mirrored === null
        ? {}
        : { flip: { horizontal: mirrored === 'horizontally', vertical: mirrored === 'vertically' } }),
    },
    altText: { name: photo.sha256.slice(0, 12), description: photo.caption.text.slice(0, 200), title: '' },
  });
}

function captionLook(preset: LayoutPreset) {
  return { font: preset.fonts.body, size: preset.sizes.caption };
}

function captionSpacing(preset: LayoutPreset) {
  return { lineRule: LineRuleType.EXACT, line: twipsOfPoints(preset.sizes.caption * 1.4) };
}

function centred(children: readonly ParagraphChild[], spacing: object, keepNext = false): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext, spacing, children: [...children] });
}
