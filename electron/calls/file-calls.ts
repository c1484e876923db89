import { chmod, copyFile, open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dialog, shell } from 'electron';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { problem } from '../../shared/problems';
import { cleanFileName } from '../documents/file-name';
import type { AttachmentStore } from '../files/attachment-store';
import { openCopies } from '../files/copies';
import { diskProblem } from '../files/disk-problem';
import { isOpenable } from '../files/openable-type';
import type { PictureCache } from '../files/picture-cache';
import type { CallHandlers } from '../ipc';

type Calls = Pick<
  CallHandlers,
  'thumbs.keep' | 'attachments.open' | 'attachments.saveAs' | 'copies.choose' | 'copies.write'
>;

/**
 * Looking at files and taking copies of them. What is opened is a read-only copy in a folder that is emptied at every start:
 * the original is never in another program's hands.
 */
export async function fileCalls(
  fileSystem: FileSystem,
  opened: string,
  unfinishedCopies: string,
  files: AttachmentStore,
  thumbs: PictureCache,
  newId: () => string,
): Promise<Calls> {
  // A file that another program still holds open (Windows) stays until the next start.
  await rm(opened, { recursive: true, force: true }).catch(() => undefined);
  const copies = await openCopies(fileSystem, unfinishedCopies, newId);

  return {
    'thumbs.keep': ({ sha256, bytes }) => thumbs.keep(sha256, bytes),
    'attachments.open': async ({ sha256, name }) => {
      const head = await headOf(files.pathOf(sha256));
      if (!head) return fail(problem('attachment.missing', { name }));
      if (!isOpenable(name, head)) return fail(problem('file.notOpened', { name }));
      const folder = join(opened, newId());
      const path = join(folder, cleanFileName(name));
      try {
        await makeDirectoryDurably(fileSystem, folder);
        await copyFile(files.pathOf(sha256), path);
        await chmod(path, 0o444);
      } catch (error) {
        return fail(diskProblem(error));
      }
      const fault = await shell.openPath(path);
      return fault === '' ? succeed({}) : fail(problem('file.noProgram', { name }));
    },
    'attachments.saveAs': async ({ sha256, name }) => {
      if (!(await files.has(sha256))) return fail(problem('attachment.missing', { name }));
      const chosen = await dialog.showSaveDialog({ defaultPath: cleanFileName(name) });
      if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'canceled', name: '' });
      try {
        await copyFile(files.pathOf(sha256), chosen.filePath);
      } catch (error) {
        return fail(diskProblem(error));
      }
      return succeed({ kind: 'written', name: basename(chosen.filePath) });
    },
    'copies.choose': async ({ name, many }): Promise<Outcome<{ place: string }>> => {
      const chosen = many ? await chooseFolder() : await chooseFile(cleanFileName(name));
      return succeed({ place: chosen === '' ? '' : copies.open(chosen, many) });
    },
    'copies.write': ({ place, name, bytes, last }) => copies.write(place, cleanFileName(name), bytes, last),
  };
}

async function headOf(path: string): Promise<Uint8Array | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function chooseFolder(): Promise<string> {
  const chosen = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
  return chosen.canceled ? '' : (chosen.filePaths[0] ?? '');
}

async function chooseFile(name: string): Promise<string> {
  const filters = [{ name: 'JPEG', extensions: ['jpg'] }];
  const chosen = await dialog.showSaveDialog({ defaultPath: name, filters });
  return chosen.canceled ? '' : chosen.filePath;
}
