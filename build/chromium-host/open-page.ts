import type { EventEmitter } from 'node:events';
import type { WebPreferences } from 'electron';
import type { CdpSession } from './cdp';
import type { Host } from './host';
import type { IpcMain } from './ipc-main';
import { mayNavigate } from './navigation-check';
import { openTarget, type TargetOptions } from './open-target';
import { isScaffold, type PageFrames } from './page-frames';
import { PageIpc } from './page-ipc';
import { PageLook } from './page-look';
import { setUpPage } from './page-setup';
import { RequestInterceptor } from './request-interceptor';
import { denyPopups, type WindowOpenHandler } from './window-open';

export interface OpenPage {
  readonly session: CdpSession;
  readonly ipc: PageIpc;
  readonly targetId: string;
  readonly look: PageLook;
}

/** The webContents that a page is opened for. */
export interface PageOwner {
  readonly contents: EventEmitter & { readonly id: number; readonly ipc: IpcMain };
  readonly frames: PageFrames;
  /** The address that the app asked for last. */
  asked(): string;
  openHandler(): WindowOpenHandler | undefined;
  /** Called before the page can report anything. */
  follow(session: CdpSession, ipc: PageIpc, targetId: string): void;
  retitled(title: string): void;
  gone(): void;
}

/** Opens a page with all that the host puts into it. It is blank and ready to be navigated. */
export async function openPage(
  host: Host,
  preferences: WebPreferences,
  options: TargetOptions,
  owner: PageOwner,
): Promise<OpenPage> {
  const { contents, frames } = owner;
  const chromium = host.app.hostBrowser('BrowserWindow');
  const targetId = await openTarget(chromium, options);
  const session = await chromium.attach(targetId);
  const ipc = new PageIpc(session, chromium.port, frames, contents, [contents.ipc, host.ipcMain]);
  const look = new PageLook(session, host.nativeTheme);
  frames.follow(session);
  owner.follow(session, ipc, targetId);
  const allowPopups = denyPopups(chromium.browser, session, targetId, owner.openHandler);
  followTarget(chromium.browser, targetId, owner, () => {
    allowPopups();
    look.dispose();
  });
  await setUpPage(session, preferences);
  const page = {
    webContentsId: contents.id,
    mayNavigate: (navigation: Parameters<typeof mayNavigate>[3]) =>
      mayNavigate(contents, frames, owner.asked(), navigation),
  };
  await new RequestInterceptor(session, chromium.port, page, host.protocol, host.session.webRequest).start();
  frames.navigated((await session.send('Page.getFrameTree')).frameTree.frame);
  return { session, ipc, targetId, look };
}

/** Watches the page from the browser's side, and stops watching when it has gone. */
function followTarget(browser: CdpSession, targetId: string, owner: PageOwner, cleanUp: () => void): void {
  const destroyed = (gone: { readonly targetId: string }): void => {
    if (gone.targetId !== targetId) return;
    browser.off('Target.targetDestroyed', destroyed);
    browser.off('Target.targetInfoChanged', changed);
    cleanUp();
    owner.gone();
  };
  const changed = ({ targetInfo }: { readonly targetInfo: TargetName }): void => {
    if (targetInfo.targetId === targetId && !isScaffold(targetInfo.url)) owner.retitled(targetInfo.title);
  };
  browser.on('Target.targetDestroyed', destroyed);
  browser.on('Target.targetInfoChanged', changed);
}

interface TargetName {
  readonly targetId: string;
  readonly url: string;
  readonly title: string;
}
