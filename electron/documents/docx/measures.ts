/** Twentieths of a point, the unit of OOXML: 1 mm = 56.69 twips. */
export function twipsOfMm(mm: number): number {
  return Math.round((mm / 25.4) * 1440);
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** Pixels of 1/96 inch, the unit in which docx takes the size of a picture. */
export function pixelsOfMm(mm: number): number {
  return Math.round((mm / 25.4) * 96);
}

/** Eighths of a point, the unit of borders. */
export function eighthsOfMm(mm: number): number {
  return Math.round((mm / 25.4) * 72 * 8);
}
