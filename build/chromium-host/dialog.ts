import { existsSync, mkdirSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { guard } from './guard';
import { pickFile, type Picked } from './pick-file';

/**
 * `electron.dialog`. A dialog that nobody can answer is cancelled: tests replace these functions. With
 * XUNJI_HOST_DIALOGS=browser a person sits there, and the system's own dialog is used where one is installed.
 */
export function createDialog(downloads: () => string, env = process.env): object {
  const byPerson = env.XUNJI_HOST_DIALOGS === 'browser';
  return guard('dialog', {
    async showOpenDialog(...args: unknown[]): Promise<OpenDialogReturnValue> {
      const options = lastOf<OpenDialogOptions>(args);
      if (!byPerson) return { canceled: true, filePaths: [] };
      const { properties = [], title, defaultPath, filters } = options;
      const picked = await pickFile({
        kind: properties.includes('openDirectory') ? 'folder' : 'open',
        multiple: properties.includes('multiSelections'),
        title,
        defaultPath,
        filters,
      });
      return picked.kind === 'picked'
        ? { canceled: false, filePaths: [...picked.paths] }
        : { canceled: true, filePaths: [] };
    },

    async showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
      const { title, defaultPath, filters } = lastOf<SaveDialogOptions>(args);
      if (!byPerson) return { canceled: true, filePath: '' };
      const picked: Picked = await pickFile({ kind: 'save', multiple: false, title, defaultPath, filters });
      if (picked.kind === 'cancelled') return { canceled: true, filePath: '' };
      // Without any dialog program the file still has to go somewhere that a person looks.
      const [chosen] = picked.kind === 'picked' ? picked.paths : [];
      const name = basename(defaultPath ?? 'untitled');
      return { canceled: false, filePath: chosen ?? freePath(downloads(), name) };
    },

    showMessageBox: (...args: unknown[]) => {
      const { cancelId, defaultId } = lastOf<{ readonly cancelId?: number; readonly defaultId?: number }>(
        args,
      );
      return Promise.resolve({ response: cancelId ?? defaultId ?? 0, checkboxChecked: false });
    },

    showErrorBox(title: string, content: string): void {
      process.stderr.write(`${title}\n${content}\n`);
    },
  });
}

/** A name in the folder that no file has yet; the folder is made. */
function freePath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  let path = join(folder, name);
  for (let count = 1; existsSync(path); count++) path = join(folder, `${stem} (${count})${ext}`);
  return path;
}

/** All dialogs take an optional parent window before their options. */
function lastOf<T extends object>(args: readonly unknown[]): Partial<T> {
  const last: unknown = args.at(-1) ?? {};
  return last as Partial<T>;
}
