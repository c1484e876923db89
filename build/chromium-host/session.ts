import type { Session as ElectronSession } from 'electron';
import type { App } from './app';
import type { AppProtocol } from './app-protocol';
import { guard } from './guard';
import { GuardedEmitter } from './guarded-emitter';
import { Permissions } from './permissions';
import { WebRequest } from './web-request';

type Named =
  | 'getStoragePath'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'isPersistent'
  | 'clearCache'
  | 'flushStorageData';

/** `session.defaultSession`, the only one that the host has. */
export class Session extends GuardedEmitter implements Pick<ElectronSession, Named> {
  readonly protocol: AppProtocol;
  readonly webRequest = guard('session.webRequest', new WebRequest());
  readonly hostPermissions = new Permissions();
  /** Set by the window part: asks the handlers again for every open page. */
  hostPermissionsChanged: () => void = () => undefined;
  private readonly app: App;

  constructor(app: App, protocol: AppProtocol) {
    // will-download never fires: downloads go where Chromium or Playwright puts them.
    super('session', ['will-download']);
    this.app = app;
    this.protocol = protocol;
  }

  setPermissionRequestHandler(handler: Permissions['requestHandler']): void {
    this.hostPermissions.requestHandler = handler;
    this.hostPermissionsChanged();
  }

  setPermissionCheckHandler(handler: Permissions['checkHandler']): void {
    this.hostPermissions.checkHandler = handler;
    this.hostPermissionsChanged();
  }

  /** Devices (USB, serial, HID) are never offered by the host, so there is nothing to ask about. */
  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(): void {}

  setSpellCheckerDictionaryDownloadURL(): void {}

  getStoragePath(): string {
    return this.app.getPath('sessionData');
  }

  isPersistent(): boolean {
    return true;
  }

  /** Chromium writes its storage by itself; there is no way to hurry it from outside. */
  flushStorageData(): void {}

  async clearCache(): Promise<void> {
    const { browser } = this.app.hostBrowser('session.clearCache');
    const { targetInfos } = await browser.send('Target.getTargets');
    const page = targetInfos.find(({ type }) => type === 'page');
    if (!page) return;
    const session = await this.app.hostBrowser('session.clearCache').attach(page.targetId);
    await session.send('Network.clearBrowserCache');
    await session.send('Target.detachFromTarget').catch(() => undefined);
  }
}

/** `electron.session`; reading `defaultSession` before the app is ready throws, as in Electron. */
export function createSessionModule(app: App, session: Session): { readonly defaultSession: Session } {
  return guard('session', {
    get defaultSession(): Session {
      app.hostBrowser('session.defaultSession');
      return session;
    },
  });
}
