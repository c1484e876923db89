import type { BrowserWindowConstructorOptions } from 'electron';
import { BrowserWindow } from './browser-window';
import { guard } from './guard';
import type { Host } from './host';

/** The class as the app sees it: `new BrowserWindow(options)` and its four statics. */
export function createBrowserWindowClass(host: Host): object {
  let lastId = 0;
  const statics = {
    getAllWindows: () => host.windows.list(),
    getFocusedWindow: () => host.windows.list().find((window) => window.isFocused()) ?? null,
    fromWebContents: (contents: unknown) =>
      host.windows.list().find((window) => window.webContents === contents) ?? null,
    fromId: (id: number) => host.windows.list().find((window) => window.id === id) ?? null,
  } satisfies Partial<Record<keyof typeof Electron.BrowserWindow, unknown>>;
  class AppBrowserWindow extends BrowserWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(host, ++lastId, options);
    }
  }
  return guard('BrowserWindow', Object.assign(AppBrowserWindow, statics));
}
