import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Shell } from 'electron';
import { guard } from './guard';
import { runProgram } from './run-program';

interface Opened {
  readonly kind: 'external' | 'path' | 'folder';
  readonly target: string;
}

type Surface = Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'>;

/**
 * `electron.shell`. What would be opened is recorded in `__hostOpened`; only when a person sits there
 * (XUNJI_HOST_DIALOGS=browser) it is opened by the system as well.
 */
export function createShell(env = process.env): Surface & { readonly __hostOpened: readonly Opened[] } {
  const opened: Opened[] = [];
  const open = async (kind: Opened['kind'], target: string): Promise<boolean> => {
    opened.push({ kind, target });
    if (env.XUNJI_HOST_DIALOGS !== 'browser') return true;
    const [command, ...args] = openCommand(kind === 'folder' ? dirname(target) : target);
    return (await runProgram(command, args)) !== undefined;
  };
  return guard('shell', {
    __hostOpened: opened,
    openExternal: async (url: string) => {
      if (!(await open('external', url))) throw new Error(`Failed to open: ${url}`);
    },
    openPath: async (path: string) => ((await open('path', path)) ? '' : `Failed to open path: ${path}`),
    showItemInFolder: (path: string) => void open('folder', path),
    trashItem: (path: string) => rm(path, { recursive: true }),
    beep: () => undefined,
  });
}

function openCommand(target: string): [string, ...string[]] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', target];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', target];
}
