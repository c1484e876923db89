import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dialog, shell } from 'electron';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { problem } from '../../shared/problems';
import { compileTour } from '../documents/compile-tour';
import { cleanFileName } from '../documents/file-name';
import { renderCard } from '../documents/render-card';
import { renderSheet } from '../documents/render-sheet';
import { writeSheetDocx } from '../documents/write-sheet-docx';
import type { AttachmentStore } from '../files/attachment-store';
import { diskProblem } from '../files/disk-problem';
import type { PictureCache } from '../files/picture-cache';
import type { CallHandlers } from '../ipc';

/** Documents go into a folder of their own each time; the window knows it by an id and opens it through main. */
export function documentCalls(
  fileSystem: FileSystem,
  directory: string,
  { files, prints }: { readonly files: AttachmentStore; readonly prints: PictureCache },
  printPdf: (html: string) => Promise<Uint8Array>,
  newId: () => string,
): Pick<
  CallHandlers,
  | 'documents.compile'
  | 'documents.show'
  | 'documents.saveSheet'
  | 'documents.saveCard'
  | 'prints.missing'
  | 'prints.keep'
> {
  const known = new Map<string, string>();
  return {
    'prints.missing': async ({ keys }) => {
      const there = await Promise.all(keys.map(prints.has));
      return succeed({ keys: keys.filter((_, at) => !there[at]) });
    },
    'prints.keep': ({ key, bytes }) => prints.keep(key, bytes),
    'documents.compile': async ({ tour, kinds, dossiers, rechecks }) => {
      const compiled = await compileTour(tour, {
        kinds,
        dossiers,
        rechecks,
        printPdf,
        now: new Date().toISOString(),
        readAttachment: (sha256) => readFile(files.pathOf(sha256)).catch(() => null),
        readPrint: (key) => readFile(prints.pathOf(key)).catch(() => null),
      });
      const folder = newId();
      try {
        await makeDirectoryDurably(fileSystem, join(directory, folder));
        for (const { name, bytes } of [...compiled.files, compiled.evidence])
          await writeDurably(fileSystem, join(directory, folder, name), bytes);
      } catch (error) {
        // Half a set of documents helps nobody, least of all on a full disk.
        await fileSystem.rm(join(directory, folder), { recursive: true, force: true });
        return fail(diskProblem(error));
      }
      for (const { name } of compiled.files) known.set(`${folder}/${name}`, join(directory, folder, name));
      const made = compiled.files.map(({ kind, name, bytes }) => ({ kind, name, size: bytes.byteLength }));
      return succeed({
        folder,
        files: made,
        missingFonts: [...compiled.missingFonts],
        problems: [...compiled.problems],
      });
    },
    'documents.show': async ({ folder, name }) => {
      const path = known.get(`${folder}/${name}`);
      if (path === undefined)
        return fail(problem('file.unreadable', { file: name, fault: '不在生成的文书之中' }));
      shell.showItemInFolder(path);
      return succeed({});
    },
    'documents.saveSheet': ({ sheet, format }) =>
      saveAs(sheet.file, format, () =>
        format === 'docx' ? writeSheetDocx(sheet) : printPdf(renderSheet(sheet)),
      ),
    'documents.saveCard': ({ page }) => saveAs(page.file, 'pdf', () => printPdf(renderCard(page))),
  };

  /** One page, made once the user has chosen where it goes. */
  async function saveAs(
    file: string,
    ending: string,
    make: () => Promise<Uint8Array>,
  ): Promise<Outcome<{ kind: 'canceled' | 'written'; name: string }>> {
    const chosen = await dialog.showSaveDialog({
      defaultPath: cleanFileName(`${file}.${ending}`),
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    });
    if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'canceled', name: '' });
    try {
      await writeDurably(fileSystem, chosen.filePath, await make());
    } catch (error) {
      return fail(diskProblem(error));
    }
    return succeed({ kind: 'written', name: basename(chosen.filePath) });
  }
}
