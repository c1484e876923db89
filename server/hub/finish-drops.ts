import { type DroppedRow, findUnusedThumbs, readPendingDrops } from '../database/drop-queries';
import { removeUnnamed } from '../files/sweep-files';
import type { Office } from '../office';

/** Takes what is left of dropped tours off the disk: entries of the journal, copies of the database, files that nothing else names. */
export async function finishDrops({ database, blobs, thumbs, clock }: Office): Promise<void> {
  const drops = await database.transact(({ query }) => readPendingDrops(query));
  if (drops.length === 0) return;
  await database.forgetDropped();
  const hashes = (of: 'files' | 'thumbs') =>
    drops.flatMap((drop) => drop[of].split(' ')).filter((hash) => hash !== '');
  await removeUnnamed({ database, blobs }, hashes('files'), clock(), { account: 'hub', device: '' });
  const unused = await database.transact(({ query }) => findUnusedThumbs(query, hashes('thumbs')));
  for (const thumb of unused) await thumbs.remove(thumb);
  const done = drops.map((drop): DroppedRow => ({ ...drop, pending: false, files: '', thumbs: '' }));
  await database.transact(({ put }) =>
    put(
      'dropped',
      done.map((row) => ({ ...row })),
    ),
  );
}
