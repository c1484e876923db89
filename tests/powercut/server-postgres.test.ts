import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../server/open-test-database';
import { findBin, findOwner, servePostgres, startPostgres } from '../server/postgres';
import { seedOfRun } from '../server/seeded';
import { cutRepeatedly } from './cut-repeatedly';
import { makeLoopDisk, whyNoLoopDisk } from './loop-disk';

const reason = whyNoLoopDisk();
const cuts = Number(process.env.XUNJI_CUTS ?? 3);

describe.skipIf(reason !== null)(
  `The power is cut under PostgreSQL${reason ? ` (not run: ${reason})` : ''}`,
  () => {
    test('what was acknowledged is there, once, and the database opens', async () => {
      const disk = await makeLoopDisk();
      onTestFinished(() => disk.destroy());
      const [bin, owner] = await Promise.all([findBin(), findOwner()]);
      const made = await startPostgres(disk.mount);
      const name = basename(join(made.directory ?? '', '..'));
      await made.kill();
      await disk.flush();
      const figures = await cutRepeatedly(disk, {
        name: 'PostgreSQL',
        cuts,
        seed: seedOfRun(),
        async open({ mount }) {
          const postgres = await servePostgres(bin, join(mount, name, 'data'), owner, () =>
            Promise.resolve(),
          );
          const database = await openTestDatabase({ directory: '', url: postgres.url });
          return {
            database,
            async close() {
              await database.close();
              await postgres.stop();
            },
          };
        },
      });
      expect(figures).toMatchObject({ lost: 0, doubled: 0, unopenable: 0 });
      expect(figures.acknowledged).toBeGreaterThan(cuts * 10);
    });
  },
);
