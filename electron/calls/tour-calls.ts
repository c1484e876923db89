import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { dialog } from 'electron';
import { fail, succeed } from '../../shared/outcome';
import { makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { TourFile } from '../../shared/tour-file/tour-file';
import type { AttachmentStore } from '../files/attachment-store';
import { diskProblem } from '../files/disk-problem';
import type { CallHandlers } from '../ipc';

/** The dialogs belong to main: the window gets a file's name and content, never its path. */
export function tourCalls(
  fileSystem: FileSystem,
  files: AttachmentStore,
): Pick<CallHandlers, 'tourFile.export'> {
  /** The originals beside the tour file, as its format says. Returns how many are not on this computer. */
  async function writeOriginals(folder: string, tour: TourFile): Promise<number> {
    const wanted = tour.attachments.filter(({ deleted }) => !deleted).map(({ sha256 }) => sha256);
    let missing = 0;
    for (const sha256 of new Set(wanted)) {
      const bytes = await readFile(files.pathOf(sha256)).catch(() => null);
      if (bytes === null) missing += 1;
      else {
        await makeDirectoryDurably(fileSystem, folder);
        await writeDurably(fileSystem, join(folder, sha256), bytes);
      }
    }
    return missing;
  }

  return {
    'tourFile.export': async ({ tour }) => {
      const name = `${tour.tour.title.replace(/[\\/:*?"<>|]/g, '_')}.json`;
      const chosen = await dialog.showSaveDialog({
        defaultPath: name,
        filters: [{ name: 'JSON', extensions: ['json'] }],
      });
      if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'canceled', name: '', missing: 0 });
      try {
        const missing = await writeOriginals(join(dirname(chosen.filePath), 'files'), tour);
        await writeDurably(fileSystem, chosen.filePath, Buffer.from(`${JSON.stringify(tour, null, 2)}\n`));
        return succeed({ kind: 'written', name: basename(chosen.filePath), missing });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
  };
}
