/** A stroke (x, y, x, y …) as the path of a vector drawing; a tap without a movement is a dot. */
export function strokePath(stroke: readonly number[]): string {
  const points = stroke.flatMap((x, at) => (at % 2 === 0 ? [`${x} ${stroke[at + 1] ?? 0}`] : []));
  return `M${points.join('L')}${points.length === 1 ? `L${points[0]}` : ''}`;
}
