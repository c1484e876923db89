import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileNoter } from '../../../server/access/note-files';
import { acceptChanges } from '../../../server/changes/accept-changes';
import { blobPath } from '../../../server/files/blob-path';
import type { BlobStore } from '../../../server/files/blob-store';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { sweepFiles } from '../../../server/files/sweep-files';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';
import type { TestOffice } from '../test-office';

const dayMillis = 24 * 60 * 60 * 1000;

/** What the sweep leaves alone and what it removes; each database passes it. */
export function testSweep(opened: () => TestOffice): void {
  describe('Files that nobody names', () => {
    const by = { account: 'server', device: '' };
    const parts = () => ({
      database: opened().office.database,
      blobs: openDiskBlobs(join(opened().directory, 'swept'), nodeFileSystem),
    });

    /** A file of the store that came so many days ago. */
    async function fileOf(daysAgo: number): Promise<string> {
      const bytes = randomBytes(40);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const [path, directory] = [join(opened().directory, randomUUID()), join(opened().directory, 'swept')];
      await writeFile(path, bytes);
      await parts().blobs.adopt(path, sha256);
      const came = (asOffice.now - daysAgo * dayMillis) / 1000;
      await utimes(blobPath(directory, sha256), came, came);
      return sha256;
    }
    const bring = (sha256: string) =>
      fileNoter(parts())(asOffice, [{ act: 'stored', sha256 }]).then(() => sha256);
    const name = (sha256: string) => {
      const { database } = parts();
      const fields = { sha256: { value: sha256, replaces: [] } };
      const change = noteChange({ kind: 'attachment', scope: 'tour-of-files', fields });
      const asked = { protocol: 2 as const, device: 'd', epoch: null, cursors: {}, views: {} };
      return acceptChanges(database, { ...asked, changes: [change] }, asOffice);
    };
    const sweep = (days: number, blobs: BlobStore = parts().blobs) =>
      sweepFiles({ ...parts(), blobs }, asOffice.now + days * dayMillis, by);
    const isThere = async (...hashes: readonly string[]) =>
      Promise.all(hashes.map(async (sha256) => (await parts().blobs.size(sha256)) !== null));

    test('go a day after they were found, and no file that a change names, that came lately, or that somebody brings or names meanwhile', async () => {
      const [forgotten, named, young] = [await bring(await fileOf(31)), await fileOf(400), await fileOf(29)];
      const [broughtAgain, namedLate] = [await bring(await fileOf(40)), await fileOf(40)];
      await name(named);
      const all = [forgotten, broughtAgain, namedLate, named, young];
      expect(await sweep(0)).toEqual({ noted: 3, removed: 0, bytes: 0 });
      expect(await sweep(0.9)).toEqual({ noted: 0, removed: 0, bytes: 0 });
      await bring(broughtAgain);
      await name(namedLate);
      expect(await sweep(1)).toEqual({ noted: 1, removed: 1, bytes: 40 });
      expect(await isThere(...all)).toEqual([false, true, true, true, true]);
      const rows = await parts().database.transact(({ query }) =>
        query('select record from attachments where sha256 = $1', [forgotten]),
      );
      expect(rows).toEqual([]);

      // Without what bringing and naming take away, both would have gone.
      await parts().database.transact(({ script }) =>
        script(`insert into unnamed_files values ('server', '${broughtAgain}', '2026') on conflict (scope, sha256)
            do update set since = '2026';
          insert into unnamed_files values ('server', '${namedLate}', '2026');
          delete from attachments where sha256 = '${namedLate}'`),
      );
      expect(await sweep(1)).toMatchObject({ removed: 2 });
      expect(await isThere(...all)).toEqual([false, false, false, true, true]);
    });

    test('whoever names one while it is being removed waits, and nobody is told that it is here', async () => {
      const one = await bring(await fileOf(31));
      await sweep(0);
      const { blobs } = parts();
      const ended: string[] = [];
      let meanwhile: readonly Promise<unknown>[] = [];
      const slow: BlobStore = {
        ...blobs,
        async remove(sha256) {
          if (meanwhile.length === 0) meanwhile = [name(one).then(() => ended.push('name'))];
          await new Promise((resolve) => setTimeout(resolve, 30));
          expect(ended).toEqual([]);
          await blobs.remove(sha256);
        },
      };
      expect(await sweep(1, slow)).toMatchObject({ removed: 1 });
      await Promise.all(meanwhile);
      expect(await isThere(one)).toEqual([false]);
      const held = await parts().database.transact(({ query }) =>
        query(`select is_held from attachments where sha256 = $1`, [one]),
      );
      expect(held).toEqual([{ is_held: false }]);
    });
  });
}
