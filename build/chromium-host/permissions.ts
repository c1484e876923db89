import { originOf } from './app-protocol';
import type { CdpSession, Protocol } from './cdp';

type RequestHandler = (
  webContents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (
  webContents: unknown,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean;

interface Asked {
  readonly electron: string;
  readonly details: object;
  readonly chromium: Protocol.Browser.PermissionDescriptor;
}

/** Electron's names and Chromium's for what a window may ask. */
const asked: readonly Asked[] = [
  { electron: 'media', details: { mediaTypes: ['video'] }, chromium: { name: 'camera' } },
  { electron: 'media', details: { mediaTypes: ['audio'] }, chromium: { name: 'microphone' } },
  { electron: 'geolocation', details: {}, chromium: { name: 'geolocation' } },
  { electron: 'notifications', details: {}, chromium: { name: 'notifications' } },
  { electron: 'midi', details: {}, chromium: { name: 'midi' } },
  { electron: 'clipboard-read', details: {}, chromium: { name: 'clipboard-read' } },
  { electron: 'clipboard-sanitized-write', details: {}, chromium: { name: 'clipboard-write' } },
];

/**
 * The session's permission handlers. CDP has no event for a request, so the app's handler is asked ahead, once
 * per permission when a page is opened, and its answer is set for the page's origin. Without a handler all is
 * denied (Electron grants): an app that forgot the handler should notice.
 */
export class Permissions {
  requestHandler: RequestHandler | null = null;
  checkHandler: CheckHandler | null = null;

  /** `url` is the page's address as the app knows it, `windowOrigin` the origin that the browser knows. */
  async apply(browser: CdpSession, webContents: unknown, url: string, windowOrigin: string): Promise<void> {
    if (!/^https?:\/\//.test(windowOrigin)) return;
    for (const { electron, details, chromium } of asked) {
      const granted = await this.ask(webContents, electron, url, { ...details, isMainFrame: true });
      const setting = granted ? 'granted' : 'denied';
      // Older browsers do not know every name; what they do not know they cannot grant either.
      await browser
        .send('Browser.setPermission', { permission: chromium, setting, origin: windowOrigin })
        .catch(() => undefined);
    }
  }

  private async ask(contents: unknown, permission: string, url: string, details: object): Promise<boolean> {
    const { requestHandler, checkHandler } = this;
    // Electron gives the origin as an address, with a slash at its end.
    const origin = `${originOf(url)}/`;
    const checkDetails = { ...details, requestingUrl: url, securityOrigin: origin };
    if (checkHandler && !checkHandler(contents, permission, origin, checkDetails)) return false;
    if (!requestHandler) return checkHandler !== null;
    const requestDetails = { ...details, requestingUrl: url };
    return new Promise((resolve) => requestHandler(contents, permission, resolve, requestDetails));
  }
}
