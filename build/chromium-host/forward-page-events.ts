import { toAppUrl } from './app-protocol';
import type { CdpSession, Protocol } from './cdp';
import { isScaffold, type PageFrames } from './page-frames';

/** Where a page's events go: the same object that the app listens on. */
export interface PageEventTarget {
  emit(event: string, ...args: unknown[]): boolean;
}

/** Turns what CDP reports of a page into Electron's webContents events. */
export function forwardPageEvents(page: CdpSession, frames: PageFrames, target: PageEventTarget): void {
  page.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const message = args.map(({ value, description }) => String(value ?? description)).join(' ');
    const level = type === 'warning' || type === 'error' || type === 'debug' ? type : 'info';
    target.emit('console-message', { level, message, lineNumber: 0, sourceId: '', frame: null });
  });
  page.on('Page.frameNavigated', ({ frame }) => {
    if (!frame.parentId) navigated(frame, target);
  });
  page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === frames.mainFrameId()) target.emit('did-navigate-in-page', {}, toAppUrl(url), true);
  });
  page.on('Page.domContentEventFired', () => {
    if (frames.mainUrl()) target.emit('dom-ready', {});
  });
  page.on('Page.loadEventFired', () => {
    if (!frames.mainUrl()) return;
    target.emit('did-finish-load', {});
    target.emit('did-stop-loading', {});
  });
}

function navigated({ id, url, unreachableUrl }: Protocol.Page.Frame, target: PageEventTarget): void {
  if (unreachableUrl) {
    target.emit('did-fail-load', {}, -2, 'ERR_FAILED', toAppUrl(unreachableUrl), true, 1, id);
  } else if (!isScaffold(url)) {
    target.emit('did-navigate', {}, toAppUrl(url), 200, 'OK');
  }
}
