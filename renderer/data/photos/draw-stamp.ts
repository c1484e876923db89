import type { PictureSize } from '../../../shared/photos/mark-shape';

/** A copy of a picture with its marks and a band below it that says where, when and by whom. Nothing of the picture is covered. */
export function drawStamp(
  picture: ImageBitmap,
  lines: readonly string[],
  drawMarks: (context: OffscreenCanvasRenderingContext2D, size: PictureSize) => void,
): OffscreenCanvas {
  const { width, height } = picture;
  const size = Math.max(14, Math.round(width / 42));
  const padding = Math.round(size * 0.7);
  const broken = breakLines(lines, size, width - 2 * padding);
  const band = Math.round(broken.length * size * 1.45 + 2 * padding);
  const canvas = new OffscreenCanvas(width, height + band);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  picture.close();
  context.save();
  drawMarks(context, { width, height });
  context.restore();
  context.fillStyle = '#15232a';
  context.fillRect(0, height, width, band);
  context.fillStyle = '#ffffff';
  context.textBaseline = 'top';
  for (const [index, line] of broken.entries()) {
    context.font = fontOf(size);
    context.fillText(line, padding, height + padding + index * size * 1.45);
  }
  return canvas;
}

const fontOf = (size: number) =>
  `500 ${size}px 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif`;

/** Chinese may break anywhere; a line that is too long goes on in the next. */
function breakLines(lines: readonly string[], size: number, width: number): readonly string[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.font = fontOf(size);
  return lines.flatMap((line) => {
    const broken: string[] = [];
    let current = '';
    for (const character of line) {
      if (current !== '' && context.measureText(current + character).width > width) {
        broken.push(current);
        current = '';
      }
      current += character;
    }
    return current === '' ? broken : [...broken, current];
  });
}
