import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptChanges } from '../../../server/changes/accept-changes';
import { fileNoter } from '../../../server/access/note-files';
import type { Database } from '../../../server/database/database';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import type { BlobStore } from '../../../server/files/blob-store';
import type { Change } from '../../../shared/changes/change';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';

/** Words that stand in one tour only: whatever file still holds them holds something of that tour. */
export const wordsOf = (tour: string) => `只属于 ${tour} 的一句话`;

/** Two tours at a hub with a file each, and one that both name; two of them with their small pictures. */
export async function lendTours(database: Database, directory: string) {
  const blobs = openDiskBlobs(join(directory, 'blobs'), nodeFileSystem);
  const thumbs = openDiskBlobs(join(directory, 'thumbs'), nodeFileSystem);
  const [own, other, both] = [await keep('own'), await keep('other'), await keep('both')];
  const [ownThumb, bothThumb] = [await keep('small own', thumbs), await keep('small both', thumbs)];

  async function keep(text: string, into = blobs): Promise<string> {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const path = join(directory, randomUUID());
    await writeFile(path, text);
    await into.adopt(path, sha256);
    return sha256;
  }
  await handIn(database, [
    noteChange({ scope: 'tour-1', text: wordsOf('tour-1') }),
    noteChange({ scope: 'tour-2', text: wordsOf('tour-2') }),
    fileOf('tour-1', own),
    fileOf('tour-1', both),
    fileOf('tour-2', other),
    fileOf('tour-2', both),
  ]);
  const note = fileNoter({ database });
  await note(asOffice, [
    { act: 'thumb', sha256: own, thumb: ownThumb },
    { act: 'thumb', sha256: both, thumb: bothThumb },
  ]);
  return { blobs, thumbs, own, other, both, ownThumb, bothThumb };
}

export function handIn(database: Database, changes: readonly Change[], asking = asOffice) {
  const asked = { protocol: 2 as const, device: 'laptop-1', epoch: null, cursors: {}, views: {} };
  return acceptChanges(database, { ...asked, changes: [...changes] }, asking);
}

/** What a laptop reads that has these cursors, all tours as a whole. */
export async function readFrom(
  database: Database,
  cursors: Readonly<Record<string, number>> = {},
): Promise<{ readonly scopes: readonly string[]; readonly texts: readonly unknown[] }> {
  const views = Object.fromEntries(Object.keys(cursors).map((scope) => [scope, 'whole']));
  const asked = { protocol: 2 as const, device: 'reader', epoch: database.epoch, changes: [] };
  const reply = await acceptChanges(database, { ...asked, cursors, views }, asOffice);
  const texts = reply.newer.flatMap(({ fields }) => (fields['text'] ? [fields['text'].value] : []));
  return { scopes: Object.keys(reply.views).toSorted((one, two) => one.localeCompare(two)), texts };
}

export async function thereOf(blobs: BlobStore, hashes: readonly string[]): Promise<readonly boolean[]> {
  return Promise.all(hashes.map(async (sha256) => (await blobs.size(sha256)) !== null));
}

function fileOf(scope: string, sha256: string): Change {
  return noteChange({ scope, kind: 'attachment', fields: { sha256: { value: sha256, replaces: [] } } });
}
