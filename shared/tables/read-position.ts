import { cellKey } from '../itinerary/cell-text';
import type { Position } from '../records/position';
import type { MappedRow } from './mapped-rows';

/** Where a row says that a site is: "none" where it says nothing, "wrong" where it is no place on earth. */
export type ReadPosition =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly field: 'longitude' | 'latitude' | 'position' }
  | { readonly kind: 'read'; readonly position: Position };

/** Two cells, or both in one: "118.3051,36.8142", "36.8142, 118.3051", "东经118.3051° 北纬36.8142°". */
export function readPosition(row: MappedRow): ReadPosition {
  const [east, north, both] = [row.text('longitude'), row.text('latitude'), row.text('position')];
  if (east !== '' || north !== '') {
    const longitude = degrees(east, 180);
    const latitude = degrees(north, 90);
    if (longitude === null) return { kind: 'wrong', field: 'longitude' };
    if (latitude === null) return { kind: 'wrong', field: 'latitude' };
    return { kind: 'read', position: { longitude, latitude } };
  }
  if (both === '') return { kind: 'none' };
  const position = parsePosition(both);
  return position === null ? { kind: 'wrong', field: 'position' } : { kind: 'read', position };
}

function degrees(text: string, limit: number): number | null {
  const key = cellKey(text).replace(/^[东西南北]?[经纬]|[°度EN]$/gi, '');
  if (!/^-?\d{1,3}(\.\d+)?$/.test(key)) return null;
  const value = Number(key);
  return Math.abs(value) <= limit ? value : null;
}

/** Names decide; without names the number above 90 is the longitude, and else longitude stands first, as on Chinese maps. */
export function parsePosition(text: string): Position | null {
  const key = cellKey(text);
  const numbers = key.match(/-?\d+(?:\.\d+)?/g);
  if (numbers === null || numbers.length !== 2) return null;
  const [first, second] = numbers.map(Number) as [number, number];
  const latitudeFirst = /^(北纬|纬度|N|lat)/i.test(key) || (Math.abs(second) > 90 && Math.abs(first) <= 90);
  const [longitude, latitude] = latitudeFirst ? [second, first] : [first, second];
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? { longitude, latitude } : null;
}
