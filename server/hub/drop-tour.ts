import { type DroppedRow, deleteTours, lockTour, readFilesOf } from '../database/drop-queries';
import type { HandedOn } from '../../shared/protocol/hub-process';
import type { Office } from '../office';
import { finishDrops } from './finish-drops';

/**
 * Takes a tour out of the hub's database once its own laptop has all of it, and then off its disk. From the one transaction on it is
 * gone, also for a database that is made again from its journal; what is left of it beside the tables goes then, with the next drop, or
 * at the next start. False where the laptop lacks something that is here: it is asked again after the next exchange.
 */
export async function dropTour(office: Office, { tour, upTo, lacking }: HandedOn): Promise<boolean> {
  const { database, blobs } = office;
  const wanted = new Set(lacking);
  const isGone = await database.transact(async ({ query, put }) => {
    const last = await lockTour(query, tour);
    if (last === null) return true;
    if (last > upTo) return false;
    const { files, thumbs } = await readFilesOf(query, tour);
    for (const sha256 of files) if (wanted.has(sha256) && (await blobs.size(sha256)) !== null) return false;
    await deleteTours(query, [tour]);
    const left = { files: files.join(' '), thumbs: thumbs.join(' ') };
    const row: DroppedRow = { scope: 'server', tour, last, pending: true, ...left };
    await put('dropped', [{ ...row }]);
    return true;
  });
  // The tour is gone already; what a full disk keeps of it now goes with the next drop or start.
  await finishDrops(office).catch(() => undefined);
  return isGone;
}
