import { expect, it } from 'vitest';
import { isOnlyBlocked, shownStage } from '../../../renderer/ui/shown-stage';

const done = { stage: 'idle', unsent: 0, filesPending: 0, refused: 0, held: 0 } as const;

it('says "in sync" only when nothing is left to send or to fetch', () => {
  expect(shownStage(done)).toBe('idle');
  expect(shownStage({ ...done, unsent: 1 })).toBe('waiting');
  expect(shownStage({ ...done, filesPending: 2 })).toBe('waiting');
});

it('never says "in sync" while something was refused or is held back', () => {
  expect(shownStage({ ...done, refused: 1 })).toBe('trouble');
  expect(shownStage({ ...done, held: 1 })).toBe('trouble');
});

it('leaves every other stage as it is', () => {
  expect(shownStage({ stage: 'offline', unsent: 5, filesPending: 1, refused: 0, held: 0 })).toBe('offline');
  expect(shownStage({ stage: 'working', unsent: 5, filesPending: 0, refused: 2, held: 0 })).toBe('working');
});

it('says that something could not be sent only where something waits', () => {
  const nothing = { stage: 'trouble', unsent: 0, filesPending: 0, refused: 0, held: 0 };
  expect(isOnlyBlocked(nothing)).toBe(true);
  for (const waits of ['unsent', 'filesPending', 'refused', 'held'])
    expect(isOnlyBlocked({ ...nothing, [waits]: 1 })).toBe(false);
  expect(isOnlyBlocked({ ...nothing, stage: 'idle' })).toBe(false);
});
