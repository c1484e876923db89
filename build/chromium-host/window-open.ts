import { toAppUrl } from './app-protocol';
import type { CdpSession, Protocol } from './cdp';
import { notInHost } from './guard';

export type WindowOpenHandler = (details: {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
}) => { readonly action: 'allow' | 'deny' };

/**
 * Shows every popup to the app's handler and closes it. Popups that the app allows are not supported: they
 * would be pages without the app's protocol and preload. Gives a function that ends it.
 */
export function denyPopups(
  browser: CdpSession,
  page: CdpSession,
  targetId: string,
  handler: () => WindowOpenHandler | undefined,
): () => void {
  // The new target has no address yet; the opener's event has it, so that one asks the app.
  page.on('Page.windowOpen', (opened) => {
    if (ask(handler(), opened) === 'allow') {
      process.stderr.write(`${notInHost("webContents.setWindowOpenHandler action 'allow'").message}\n`);
    }
  });
  const created = ({ targetInfo }: Protocol.Target.targetCreatedPayload): void => {
    if (targetInfo.type !== 'page' || targetInfo.openerId !== targetId) return;
    browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
  };
  browser.on('Target.targetCreated', created);
  return () => browser.off('Target.targetCreated', created);
}

function ask(handler: WindowOpenHandler | undefined, opened: Protocol.Page.windowOpenPayload): string {
  const { url, windowName: frameName, windowFeatures } = opened;
  const details = {
    url: toAppUrl(url),
    frameName,
    features: windowFeatures.join(','),
    disposition: 'new-window',
  };
  return handler?.(details).action ?? 'deny';
}
