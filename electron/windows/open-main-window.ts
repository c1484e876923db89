import { BrowserWindow, app, dialog } from 'electron';
import { startUrl } from '../app-scheme';
import { crashLimit } from './crash-limit';
import { windowOptions } from './window-options';

/** Shows the app; a page that crashes is loaded again, since everything typed is on disk. */
export function openMainWindow(
  preload: string,
  logError: (where: string, error: unknown) => void,
): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  const mayLoadAgain = crashLimit();
  let loaded = Date.now();
  window.once('ready-to-show', () => window.show());
  async function loadAgain(): Promise<void> {
    if (!mayLoadAgain(Date.now() - loaded) && !(await wantsAnotherTry(window))) return app.quit();
    loaded = Date.now();
    window.webContents.reload();
  }
  window.webContents.on('render-process-gone', (_, details) => {
    logError('window', new Error(`render process gone: ${details.reason}`));
    if (details.reason !== 'clean-exit') loadAgain().catch((error: unknown) => logError('window', error));
  });
  window.loadURL(startUrl).catch((error: unknown) => logError('window', error));
  return window;
}

/** It crashed again and again: somebody has to know, and what is on disk is safe meanwhile. */
async function wantsAnotherTry(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: '巡记 Xunji',
    message:
      '巡记的窗口一再崩溃。已保存的内容都在磁盘上。\nThe window of Xunji crashes again and again. What was saved is on the disk.',
    detail:
      '请先重启计算机再打开巡记；仍不行，请联系管理员。\nRestart the computer first; if that does not help, ask your administrator.',
    buttons: ['再试一次 Try again', '退出 Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
