import { strokePath } from '../../../shared/signatures/stroke-path';

/** A drawn signature as it was drawn, in black on nothing; the numbers of the record are all that goes in. */
export function strokesSvg(strokes: readonly (readonly number[])[]): string {
  const paths = strokes.map((stroke) => `<path d="${strokePath(stroke)}"/>`).join('');
  return `<svg class="strokes" viewBox="0 0 1000 320" width="60mm" height="19.2mm" fill="none" stroke="#000" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
}
