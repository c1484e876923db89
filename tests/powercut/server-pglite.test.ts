import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FileSystem } from '../../shared/node/file-system';
import { nodeFileSystem } from '../../shared/node/file-system';
import { makeDataDirectory } from '../server/data-directory';
import { fileSystemWithoutFsync } from '../server/faulty-file-system';
import { openTestDatabase } from '../server/open-test-database';
import { readIntake } from '../server/read-left';
import { seedOfRun } from '../server/seeded';
import { cutRepeatedly } from './cut-repeatedly';
import { makeLoopDisk, whyNoLoopDisk } from './loop-disk';

const reason = whyNoLoopDisk();
const cuts = Number(process.env.XUNJI_CUTS ?? 60);

async function cutPower(name: string, cuts: number, fileSystem: FileSystem) {
  const disk = await makeLoopDisk();
  onTestFinished(() => disk.destroy());
  const data = await makeDataDirectory(disk.mount);
  await rename(data, join(disk.mount, 'data'));
  await disk.flush();
  return cutRepeatedly(disk, {
    name,
    cuts,
    seed: seedOfRun(),
    async open({ mount }) {
      const database = await openTestDatabase({ directory: join(mount, 'data'), fileSystem });
      return { database, close: () => database.close() };
    },
    // All else is made again from it where the database was not closed.
    read: ({ mount }) => readIntake(join(mount, 'data')),
  });
}

describe.skipIf(reason !== null)(
  `The power is cut under the embedded database${reason ? ` (not run: ${reason})` : ''}`,
  () => {
    test('what was acknowledged is there, once, and the database opens', async () => {
      const figures = await cutPower('PGlite with its intake journal', cuts, nodeFileSystem);
      expect(figures).toMatchObject({ lost: 0, doubled: 0, unopenable: 0 });
      expect(figures.acknowledged).toBeGreaterThan(cuts * 10);
      expect(figures.medianOpenMillis).toBeGreaterThan(0);
      expect(figures.medianOpenMillis).toBeLessThan(30_000);
      expect(figures.dearestOpenMillis).toBeLessThan(30_000);
    });

    test('with the fsync taken out something is lost: the test above can fail', async () => {
      const figures = await cutPower('PGlite without fsync (sabotage)', 3, fileSystemWithoutFsync);
      expect(figures.lost + figures.unopenable).toBeGreaterThan(0);
    });
  },
);
