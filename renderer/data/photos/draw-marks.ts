import { type PictureSize, markColours, markShape, markStroke } from '../../../shared/photos/mark-shape';
import type { PhotoMark } from '../../../shared/records/photo-mark';

/** Draws what was marked on a picture into a copy of it. */
export function drawMarks(
  context: OffscreenCanvasRenderingContext2D,
  size: PictureSize,
  marks: readonly PhotoMark[],
): void {
  const stroke = markStroke(size);
  context.lineJoin = context.lineCap = 'round';
  for (const mark of marks) {
    const shape = markShape(mark, size);
    // The white edge first, the red line over it.
    for (const [colour, width] of [
      [markColours.edge, stroke * 2],
      [markColours.line, stroke],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      if (shape.kind === 'text') {
        context.font = `600 ${shape.size}px sans-serif`;
        context.textBaseline = 'top';
        context.fillStyle = markColours.line;
        if (colour === markColours.edge) context.strokeText(shape.text, shape.at.x, shape.at.y);
        else context.fillText(shape.text, shape.at.x, shape.at.y);
        continue;
      }
      context.beginPath();
      for (const line of shape.lines) {
        for (const [index, { x, y }] of line.entries())
          if (index === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        if (shape.closed) context.closePath();
      }
      context.stroke();
    }
  }
}
