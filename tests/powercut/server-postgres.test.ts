import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../server/open-test-database';
import { findBin, findOwner, readCluster, servePostgres, startPostgres } from '../server/postgres';
import type { LeftRow } from '../server/read-left';
import { seedOfRun } from '../server/seeded';
import { type CutFigures, cutRepeatedly } from './cut-repeatedly';
import { makeLoopDisk, whyNoLoopDisk } from './loop-disk';

const reason = whyNoLoopDisk();
const cuts = Number(process.env.XUNJI_CUTS ?? 60);

async function cutPower(cuts: number, isCareless = false): Promise<CutFigures> {
  const disk = await makeLoopDisk();
  onTestFinished(() => disk.destroy());
  const [bin, owner] = await Promise.all([findBin(), findOwner()]);
  const made = await startPostgres(disk.mount);
  const name = basename(join(made.directory ?? '', '..'));
  await made.kill();
  await disk.flush();
  return cutRepeatedly(disk, {
    name: `PostgreSQL${isCareless ? ' without fsync (sabotage)' : ''}`,
    cuts,
    seed: seedOfRun(),
    async open({ mount }) {
      const postgres = await servePostgres(bin, join(mount, name, 'data'), owner, () => Promise.resolve());
      const database = await openTestDatabase({ directory: '', url: postgres.url });
      if (isCareless) await postgres.forgetDurability();
      return {
        database,
        async close() {
          await database.close();
          await postgres.stop();
        },
      };
    },
    async read({ mount }) {
      const rows = await readCluster(bin, join(mount, name, 'data'), owner, 'scope, number, id from changes');
      return rows.map(([scope = '', number, id = '']): LeftRow => ({ scope, number: Number(number), id }));
    },
  });
}

describe.skipIf(reason !== null)(
  `The power is cut under PostgreSQL${reason ? ` (not run: ${reason})` : ''}`,
  () => {
    test('what was acknowledged is there, once, and the database opens', async () => {
      const figures = await cutPower(cuts);
      expect(figures).toMatchObject({ lost: 0, doubled: 0, unopenable: 0 });
      expect(figures.acknowledged).toBeGreaterThan(cuts * 10);
      expect(figures.medianOpenMillis).toBeGreaterThan(0);
      expect(figures.medianOpenMillis).toBeLessThan(30_000);
    });

    test('with its fsync switched off something is lost: the test above can fail', async () => {
      const figures = await cutPower(3, true);
      expect(figures.lost + figures.unopenable).toBeGreaterThan(0);
    });
  },
);
