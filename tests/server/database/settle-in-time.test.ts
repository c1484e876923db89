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

it('rests after a copy twice as long as that took, and then takes what is due although nobody hands in anything', async () => {
  const taken: number[] = [];
  const intake = { length: 1000 };
  const take: SettledCopies['take'] = async () => {
    const frames = intake.length;
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    taken.push(frames);
    return succeed({ path: '', frames });
  };
  const copies = { take } as Partial<SettledCopies> as SettledCopies;
  const settling = settleInTime(copies, {} as PGlite, '', intake as IntakeJournal, 0, {
    say: () => undefined,
    onDead: () => undefined,
  });
  settling.look();
  await vi.advanceTimersByTimeAsync(10_000);
  for (let second = 0; second < 19; second += 1) {
    intake.length += 100;
    settling.look();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(taken).toEqual([1000]);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(taken).toEqual([1000, 2900]);
  await settling.end();
});
