import { expect, it } from 'vitest';
import { shownStage } from '../../../renderer/ui/shown-stage';

it('says "in sync" only when nothing is left to send or to fetch', () => {
  expect(shownStage({ stage: 'idle', unsent: 0, filesPending: 0 })).toBe('idle');
  expect(shownStage({ stage: 'idle', unsent: 1, filesPending: 0 })).toBe('waiting');
  expect(shownStage({ stage: 'idle', unsent: 0, filesPending: 2 })).toBe('waiting');
});

it('leaves every other stage as it is', () => {
  expect(shownStage({ stage: 'offline', unsent: 5, filesPending: 1 })).toBe('offline');
  expect(shownStage({ stage: 'working', unsent: 5, filesPending: 0 })).toBe('working');
});
