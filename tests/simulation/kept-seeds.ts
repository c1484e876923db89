const removed =
  'a refused change was taken at last, after its record had been removed from the laptop that made it';

/** Seeds of schedules that once found something, and what. */
export const keptSeeds: readonly (readonly [number, string])[] = [
  [100, removed],
  [139, removed],
  [896889, 'a receipt was read while a start over queued again what it told of'],
  [884048, 'a first answer that only the journal had taken when the server was put back to an older state'],
];

/** Of schedules of teams. */
export const keptTeamSeeds: typeof keptSeeds = [
  [118, 'a server that was put back got words of a stop before the stop, and showed them to all teams'],
  [1076, 'a tour that was put away stayed away although a stick had brought a part of it'],
];
