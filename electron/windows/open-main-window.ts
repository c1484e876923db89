import { BrowserWindow } from 'electron';
import { startUrl } from '../app-scheme';
import { windowOptions } from './window-options';

/** Shows the app; a page that crashes is loaded again, since everything typed is on disk. */
export function openMainWindow(
  preload: string,
  logError: (where: string, error: unknown) => void,
): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_, details) => {
    logError('window', new Error(`render process gone: ${details.reason}`));
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  window.loadURL(startUrl).catch((error: unknown) => logError('window', error));
  return window;
}
