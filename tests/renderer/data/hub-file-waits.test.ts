import { expect, it } from 'vitest';
import { createHubFileWaits } from '../../../renderer/data/hub-file-waits';

it('a file that neither side has is asked for later and later, and never given up; another one is asked for each round', () => {
  const waits = createHubFileWaits();
  const asked = { nobodys: 0, moved: 0 };
  const lastRounds: number[] = [];
  for (let round = 1; round <= 200; round += 1) {
    for (const file of waits.dueOf(['nobodys', 'moved'])) {
      if (file === 'moved') {
        asked.moved += 1;
        waits.noteMoved(file);
      } else {
        asked.nobodys += 1;
        lastRounds.push(round);
        waits.noteMissing(file);
      }
    }
  }
  expect(asked.moved).toBe(200);
  // 1, 3, 6, 11, 20, 37, 62, …: every two minutes in the end.
  expect(asked.nobodys).toBeLessThan(15);
  expect(lastRounds.at(-1)).toBeGreaterThan(170);
});
