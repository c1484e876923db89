import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { IntakeJournal } from '../../../server/database/intake-journal';
import { settleInTime } from '../../../server/database/settle-in-time';
import { succeed } from '../../../shared/outcome';
import type { SettledCopies } from '../../../server/database/settled-copies';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('begins no copy while those there are go, and one soon after that', async () => {
  const done: string[] = [];
  let endDrop = () => {};
  const copies = {
    take: () => {
      done.push('taken');
      return Promise.resolve(succeed({ path: '', frames: 1000 }));
    },
    drop: () =>
      new Promise<void>((resolve) => {
        endDrop = () => {
          done.push('dropped');
          resolve();
        };
      }),
  } as Partial<SettledCopies> as SettledCopies;
  const settling = settleInTime(copies, {} as PGlite, '', { length: 1000 } as IntakeJournal, 0, {
    say: () => undefined,
    onDead: () => undefined,
  });
  const renewed = settling.renew();
  settling.look();
  expect(done).toEqual([]);
  endDrop();
  await renewed;
  settling.look();
  await settling.end();
  expect(done).toEqual(['dropped', 'taken']);
});

function openSettling(intake: { length: number }, whileTaken = () => {}) {
  const taken: number[] = [];
  const copies = {
    take: () => {
      const frames = intake.length;
      taken.push(frames);
      whileTaken();
      return Promise.resolve(succeed({ path: '', frames }));
    },
  } as Partial<SettledCopies> as SettledCopies;
  const settling = settleInTime(copies, {} as PGlite, '', intake as IntakeJournal, 800, {
    say: () => undefined,
    onDead: () => undefined,
  });
  return { taken, settling };
}

it('waits for a quiet moment', async () => {
  const intake = { length: 899 };
  const { taken, settling } = openSettling(intake);
  for (const length of [899, 900, 901, 902]) {
    intake.length = length;
    settling.look();
    await vi.advanceTimersByTimeAsync(1900);
  }
  expect(taken).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(taken).toEqual([902]);
  await settling.end();
});

it('does not wait for ever where nobody is quiet', async () => {
  const intake = { length: 800 };
  const { taken, settling } = openSettling(intake);
  for (let length = 801; length <= 2000; length += 1) {
    intake.length = length;
    settling.look();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(taken).toEqual([1100, 1513]);
  await settling.end();
});

it('takes what came while it copied, although nobody hands in anything afterwards', async () => {
  const intake = { length: 1100 };
  const { taken, settling } = openSettling(intake, () => (intake.length = 1300));
  settling.look();
  await vi.advanceTimersByTimeAsync(2100);
  expect(taken).toEqual([1100, 1300]);
  await settling.end();
});
