import type { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import type { IntakeJournal } from '../../../server/database/intake-journal';
import { settleInTime } from '../../../server/database/settle-in-time';
import { succeed } from '../../../shared/outcome';
import type { SettledCopies } from '../../../server/database/settled-copies';

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
