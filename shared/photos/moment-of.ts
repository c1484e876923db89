/**
 * A wall-clock label as seconds on the clock of the place (as if it were UTC), so that labels with and without an offset can be
 * compared; null for anything that is no time. `zone`: minutes east of UTC at the place.
 */
export function momentOf(label: string, zone: number): number | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(label);
  const [, wall = '', offset] = match ?? [];
  const seconds = Date.parse(`${wall}Z`) / 1000;
  if (Number.isNaN(seconds)) return null;
  if (offset === undefined) return seconds;
  const [hours = 0, minutes = 0] = offset === 'Z' ? [] : offset.slice(1).split(':').map(Number);
  const east = (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
  return seconds + (zone - east) * 60;
}
