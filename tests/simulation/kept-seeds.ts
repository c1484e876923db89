const removed =
  'a refused change was taken at last, after its record had been removed from the laptop that made it';

/** Seeds of schedules that once found something, and what. */
export const keptSeeds: readonly (readonly [number, string])[] = [
  [100, removed],
  [139, removed],
];
