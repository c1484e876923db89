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
        <path key={stroke.join()} d={pathOf(stroke)} />
      ))}
    </svg>
  );
}

/** A tap without a movement is a dot. */
function pathOf(stroke: readonly number[]): string {
  const points = stroke.flatMap((x, at) => (at % 2 === 0 ? [`${x} ${stroke[at + 1] ?? 0}`] : []));
  return `M${points.join('L')}${points.length === 1 ? `L${points[0]}` : ''}`;
}
