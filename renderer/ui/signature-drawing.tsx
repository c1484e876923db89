import { strokePath } from '../../shared/signatures/stroke-path';
import './signature-drawing.css';

interface SignatureDrawingProps {
  readonly strokes: readonly (readonly number[])[];
  readonly label: string;
}

/** Strokes in thousandths of the width, drawn at the size of what holds them. */
export function SignatureDrawing({ strokes, label }: SignatureDrawingProps) {
  return (
    <svg viewBox="0 0 1000 320" className="signature-drawing">
      <title>{label}</title>
      {strokes.map((stroke) => (
        <path key={stroke.join()} d={strokePath(stroke)} />
      ))}
    </svg>
  );
}
