import { randomUUID } from 'node:crypto';
import type { Chromium } from './chromium';
import type { Protocol } from './cdp';

export interface TargetOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly show: boolean;
  /** A window that works unseen beside a visible one, such as for printing. */
  readonly isHelper: boolean;
}

/**
 * Opens one window and gives its target id: a plain target when headless, an app window (no tabs) otherwise.
 * Only a window with tabs can be opened minimised, so that is what helpers are: they should not flash up.
 */
export async function openTarget(chromium: Chromium, options: TargetOptions): Promise<string> {
  return chromium.headed && !options.isHelper
    ? openAppWindow(chromium, options)
    : openPlain(chromium, options);
}

async function openPlain({ browser, headed }: Chromium, options: TargetOptions): Promise<string> {
  const { width, height, show, isHelper } = options;
  const unseen = headed && isHelper ? { windowState: 'minimized' as const } : { width, height };
  const wanted = { url: 'about:blank', newWindow: true, background: !show, ...unseen };
  return (await browser.send('Target.createTarget', wanted)).targetId;
}

async function openAppWindow(chromium: Chromium, options: TargetOptions): Promise<string> {
  const { browser } = chromium;
  // The new window is told apart from any other by its address.
  const url = `data:text/html,chromium-host-${randomUUID()}`;
  const targetId = await new Promise<string>((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      browser.off('Target.targetCreated', look);
      browser.off('Target.targetInfoChanged', look);
    };
    const look = ({ targetInfo }: Protocol.Target.targetCreatedPayload): void => {
      if (targetInfo.type !== 'page' || targetInfo.url !== url) return;
      finish();
      resolve(targetInfo.targetId);
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error('the browser opened no window within 20 seconds'));
    }, 20_000);
    browser.on('Target.targetCreated', look);
    browser.on('Target.targetInfoChanged', look);
    chromium.openAppWindow(url);
  });
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
  const { x, y, width, height } = options;
  const place = x === undefined || y === undefined ? {} : { left: x, top: y };
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { ...place, width, height } });
  return targetId;
}
