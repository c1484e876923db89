import type { Position } from '../records/position';

const earthMetres = 6_371_000;

/** The way over the earth's surface between two places (haversine), good to half a percent. */
export function metresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const high = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const wide = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const share = high + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * wide;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(share)));
}
