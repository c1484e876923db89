import { BrowserWindow } from 'electron';
import { printOrigin } from '../app-scheme';
import type { PrintPages } from './print-pages';

/** Prints a page through the app's own engine: a hidden window without scripts, preload or node. Paper and margins come from the page's CSS. */
export function printPdfInWindow(
  pages: PrintPages,
  newId: () => string,
): (html: string) => Promise<Uint8Array> {
  return async (html) => {
    const id = newId();
    pages.add(id, html);
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    });
    try {
      await window.loadURL(`${printOrigin}/${id}`);
      return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    } finally {
      pages.remove(id);
      window.destroy();
    }
  };
}
